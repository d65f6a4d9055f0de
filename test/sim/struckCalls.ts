/** Operations that must withstand the failure of any single call to disk or database. To join: one entry in `operations`. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { KnownKey, KnownKeyVault } from '../fakes/knownKeyVault.ts'

export interface Scene extends KnownKey {
  readonly stick: string
  readonly circle: string
  readonly dossier: string
  readonly text: string
  readonly card: string
  readonly bundle: string
  /** A file to take in, and a content that is here already. */
  readonly picture: string
  readonly attachment: string
}

export interface Operation {
  readonly name: string
  /** What is asked; refused as a value, or thrown. On a sound device it succeeds. */
  run(vault: KnownKeyVault, scene: Scene): Promise<Result<unknown, Refusal>>
}

export const MARKING = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
const POSITION = { subject: 'Joint response', stance: 'support', remark: 'Close the lockgate' }

export const operations: readonly Operation[] = [
  { name: 'circle.found', run: (vault) => vault.attempt('circle.found', { name: 'Storks', kind: 'HWPCI' }) },
  { name: 'dossier.takePosition', run: (vault, { dossier }) => vault.attempt('dossier.takePosition', { dossier, ...POSITION }) },
  { name: 'draft.keep', run: keepDraft },
  { name: 'settings.change', run: (vault) => vault.attempt('settings.change', { settings: { appearance: 'dark', lockAfterMinutes: 9 } }) },
  { name: 'card.read', run: (vault, { card }) => vault.attempt('card.read', { source: vault.source(card) }) },
  { name: 'card.write', run: (vault, { stick }) => vault.attempt('card.write', { target: vault.target(stick) }) },
  { name: 'text.write', run: (vault, { dossier, text, stick }) => vault.attempt('text.write', { dossier, text, rev: 0, version: 'clean', format: 'md', target: vault.target(join(stick, 'rev0.md')) }) },
  { name: 'bundle.write', run: (vault, { circle, stick }) => vault.attempt('bundle.write', { circle, recipients: [], everything: true, target: vault.target(stick) }) },
  { name: 'bundle.import', run: importBundle },
  { name: 'attachment.add', run: (vault, { dossier, picture }) => vault.attempt('attachment.add', { dossier, source: vault.source(picture), marking: MARKING }) },
  { name: 'attachment.export', run: (vault, { dossier, attachment, stick }) => vault.attempt('attachment.export', { dossier, attachment, inTheClear: true, target: vault.target(stick) }) },
  { name: 'attachment.destroy', run: (vault, { dossier, attachment }) => vault.attempt('attachment.destroy', { dossier, attachment, reason: 'done with' }) },
  { name: 'backup.write', run: (vault, { stick }) => vault.attempt('backup.write', { target: vault.target(stick) }) },
]

async function keepDraft(vault: KnownKeyVault, { dossier, text }: Scene): Promise<Result<unknown, Refusal>> {
  const shown = await vault.attempt('text.show', { dossier, text, rev: null, comparedWith: null })
  if (!shown.ok) return shown
  const { document } = shown.value.revision
  const amendments = [{ op: 'replace', block: document.blocks[1]?.id, from: 0, to: 0, insert: [{ text: 'words', marks: [] }] }]
  return vault.attempt('draft.keep', { dossier, text, rev: 0, content: { kind: 'suggestions', suggestions: [{ amendments, reason: null }] } })
}

async function importBundle(vault: KnownKeyVault, { bundle }: Scene): Promise<Result<unknown, Refusal>> {
  const preview = await vault.attempt('bundle.preview', { source: vault.source(bundle) })
  return preview.ok ? vault.attempt('bundle.import', { preview: preview.value.preview }) : preview
}

/** What is on the disk, for comparing: the vault's files by name, those of contents included, and the stick's. */
export function filesIn(scene: Scene): string[] {
  return [scene.folder, scene.stick].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted())
}

export function copyScene(template: Scene, folder: string): Scene {
  const [vault, stick] = [join(folder, 'vault'), join(folder, 'stick')]
  cpSync(template.folder, vault, { recursive: true })
  mkdirSync(stick)
  return { ...template, folder: vault, stick }
}

