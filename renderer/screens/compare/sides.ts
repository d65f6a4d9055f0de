/** What is compared: a REV of any text in this vault, or a file that came by other ways. */
import { useMemo } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Marking } from '../../../shared/marking/marking.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useAnswer, type Answer } from '../../app/useAnswer.ts'

export type Side =
  | { readonly kind: 'rev'; readonly dossier: DossierId; readonly text: TextId; readonly rev: number }
  | { readonly kind: 'file'; readonly name: string; readonly title: string; readonly document: TextDocument; readonly notes: readonly string[] }

/** A side with its words. */
export interface SideText {
  /** `9114/1/31 REV 1`, or the name of the file. */
  readonly label: string
  readonly title: string
  readonly document: TextDocument
  /** Equal for REVs of one text, whose paragraphs keep their names; null for a file. */
  readonly text: TextId | null
  readonly marking: Marking | null
  readonly exercise: boolean
  readonly notes: readonly string[]
}

export function useSideText(side: Side | null): Answer<SideText> | null {
  const { dossiers } = useHouse()
  const shown = useAnswer('text.show', side?.kind === 'rev' ? { dossier: side.dossier, text: side.text, rev: side.rev, comparedWith: null } : null)
  return useMemo(() => {
    if (side === null) return null
    if (side.kind === 'file') return { state: 'here', value: { label: side.name, title: side.title, document: side.document, text: null, marking: null, exercise: false, notes: side.notes } }
    if (shown.state !== 'here') return shown
    const { revision } = shown.value
    const about = dossiers.find((one) => one.dossier === side.dossier)
    const label = documentNumber(revision.cover, revision.rev) || `${revision.title}, ${revLabel(revision.rev)}`
    return { state: 'here', value: { label, title: revision.title, document: revision.document, text: side.text, marking: about?.marking ?? null, exercise: about?.exercise === true, notes: [] } }
  }, [side, shown, dossiers])
}
