/** Act 2: the dossier, REV 0, and one bundle for all. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brusselsDate } from '../brusselsTime.ts'
import { DRAFT_CONCLUSIONS } from './draftConclusions.ts'
import { latestRevision, type Assembly, type Deliberation } from './play.ts'
import { importFrom, writeToAll } from './travel.ts'

export const DOSSIER_TITLE = 'Malicious cyber activity against port and river traffic services (EXERCISE)'
const MARKING = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] } as const

export async function openDossier(assembly: Assembly, textFile: string | null): Promise<Deliberation> {
  const { narrator, secretariat, delegates, circle, clock, folder } = assembly
  narrator.act('The dossier and the first issue of the text')
  const { dossier } = await secretariat.call('dossier.open', {
    circle, reference: 'EX/CYBER/2026/1', title: DOSSIER_TITLE, kind: 'exercise', summary: 'Played by the demo. Every fact is invented.',
    marking: { ...MARKING, releasableTo: [] }, distribution: [secretariat.delegation, ...delegates.map((delegate) => delegate.delegation)],
  })
  await secretariat.call('dossier.markStep', { dossier, step: 1, state: 'begun', note: 'Raised by a delegation in the working party.' })
  const { text, notes } = await secretariat.call('text.add', {
    dossier, source: secretariat.source(textFile ?? ownText(folder.root)), title: null,
    cover: textFile === null ? { ...OWN_COVER, date: brusselsDate(clock.now()) } : {},
  })
  const deliberation = { ...assembly, dossier, text }
  const revision = await latestRevision(secretariat, deliberation)
  const numbered = revision.document.blocks.filter((block) => block.kind === 'numbered').length
  const footnotes = revision.document.blocks.flatMap((block) => block.content).filter((inline) => 'footnote' in inline).length
  narrator.expect(revision.rev === 0 && revision.document.blocks.length > 0, 'REV 0 is there')
  const size = `${revision.document.blocks.length} blocks, ${numbered} numbered, ${footnotes} footnotes`
  narrator.tell(`${secretariat.delegation} opens the dossier and adds the text: ${size}.`)
  for (const note of notes) narrator.tell(`Note on the file: ${note}`)
  await sendOut(deliberation)
  return deliberation
}

function ownText(root: string): string {
  const path = join(root, 'draft-conclusions.md')
  writeFileSync(path, DRAFT_CONCLUSIONS)
  return path
}

const OWN_COVER = {
  number: '7341/26', place: 'Brussels', codes: ['CYBER 61', 'RELEX 204', 'CFSP/PESC 311'], type: 'NOTE', from: 'Presidency', to: 'Delegations',
  subject: 'Draft Council conclusions on a joint response to the malicious cyber activity against port and river traffic services (EXERCISE)',
}

async function sendOut(deliberation: Deliberation): Promise<void> {
  const { narrator, secretariat, delegates, circle, folder } = deliberation
  const plan = await secretariat.call('bundle.plan', { circle, recipients: [], everything: false })
  narrator.expect(plan.files.length === 1 && plan.recipients.length === delegates.length, 'one bundle is planned for all delegations')
  narrator.expect(plan.items.every((item) => item.heldFrom.length === 0), 'nothing is held back from anybody on the distribution list')
  const path = await writeToAll(deliberation)
  narrator.tell(`${secretariat.delegation} writes one bundle for all: ${path.slice(folder.root.length + 1)}.`)
  await expectPreviewChangesNothing(deliberation, path)
  for (const delegate of delegates) {
    const { admitted } = await importFrom(deliberation, delegate, path)
    narrator.expect(admitted > 0, `${delegate.delegation} has received the dossier`)
  }
  narrator.tell(`${delegates.length} delegations preview and import it.`)
}

async function expectPreviewChangesNothing({ narrator, delegates }: Deliberation, path: string): Promise<void> {
  const [delegate] = delegates
  if (!delegate) return
  const { preview } = await delegate.call('bundle.preview', { source: delegate.source(path) })
  const { dossiers } = await delegate.call('dossier.list', {})
  narrator.expect(dossiers.length === 0, 'a preview changes nothing')
  await delegate.call('bundle.discard', { preview })
}
