/** What the words of a sheet wear beyond their marks: comments on the latest REV, or whose words they are. */
import { useCallback, useMemo, useState } from 'react'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Asked } from '../../../shared/ipc/negotiationMethods.ts'
import type { MarkedDocument } from '../../../shared/text/marked.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import type { Reservations, Threads } from './CommentsRail.tsx'
import type { Dress } from './Inlines.tsx'
import { cutAt } from './passages.ts'
import type { Version } from './ReaderActions.tsx'
import { askersOf, type ChosenPassage, type Provenance } from './WhoRail.tsx'
import css from './who.module.css'

interface Wanted { readonly dossier: DossierId; readonly text: TextId; readonly revision: Revision; readonly latest: boolean; readonly version: Version }

export interface Dressing {
  /** The text cut where something begins or ends; null where the version is shown as it is. */
  readonly cut: MarkedDocument | null
  readonly dressAt: (block: number, inline: number) => Dress | undefined
  readonly threads: Threads
  readonly reservations: Reservations
  readonly provenance: Provenance | null
  readonly chosen: ChosenPassage | null
  readonly only: Delegation | null
  readonly setOnly: (only: Delegation | null) => void
}

const NO_THREADS: Threads = []
const NO_RESERVATIONS: Reservations = []

export function useDressing({ dossier, text, revision, latest, version }: Wanted): Dressing {
  const [chosen, setChosen] = useState<ChosenPassage | null>(null)
  const [only, setOnly] = useState<Delegation | null>(null)
  const comments = useAnswer('text.comments', { dossier, text })
  const asked = useAnswer('text.provenance', version === 'who' ? { dossier, text, rev: revision.rev } : null)
  const threads = comments.state === 'here' ? comments.value.threads : NO_THREADS
  const ledger = useAnswer('reservation.list', { dossier, text })
  const reservations = useMemo(() => (ledger.state === 'here' ? ledger.value.reservations.filter((one) => one.lifted === null) : NO_RESERVATIONS), [ledger])
  const provenance = asked.state === 'here' ? asked.value : null
  const { document } = revision
  const origins = useMemo(() => (provenance === null ? null : {
    blocks: new Map(provenance.blocks.map((block) => [block.block, block.passages])), asked: new Map(provenance.asked.map((one) => [one.suggestion, one])),
  }), [provenance])
  const commented = useMemo(() => (version === 'clean' && latest ? [...threads.filter((one) => !one.resolved), ...reservations].flatMap((one) => (one.now === null ? [] : [one.now])) : []), [threads, reservations, version, latest])
  const cut = useMemo(() => {
    if (provenance !== null && version === 'who') return cutAt(document, provenance.blocks.flatMap((block) => block.passages.map(({ from, to }) => ({ block: block.block, from, to }))))
    return commented.length > 0 ? cutAt(document, commented) : null
  }, [document, provenance, commented, version])
  const dressAt = useCallback((block: number, inline: number): Dress | undefined => {
    const id = cut?.marked.blocks[block]?.idAfter ?? null
    const start = cut?.startOf.get(`${block}:${inline}`) ?? null
    if (cut === null || id === null || start === null) return undefined
    if (origins !== null && version === 'who') return originDress(origins, id, start, { chosen, only, next: cut.startOf.get(`${block}:${inline + 1}`) ?? null, onChoose: setChosen })
    return commented.some((place) => place.block === id && place.from <= start && start < place.to) ? { className: css.commented ?? '' } : undefined
  }, [cut, origins, version, chosen, only, commented])
  return { cut: cut?.marked ?? null, dressAt, threads, reservations, provenance, chosen, only, setOnly }
}

interface Origins {
  readonly blocks: ReadonlyMap<string, Provenance['blocks'][number]['passages']>
  readonly asked: ReadonlyMap<string, Asked>
}
interface Showing {
  readonly chosen: ChosenPassage | null
  readonly only: Delegation | null
  /** Where the words behind these begin; null at the end of the paragraph. */
  readonly next: number | null
  readonly onChoose: (chosen: ChosenPassage) => void
}

/** The sign of who asked stands behind the last words of a passage. */
function originDress({ blocks, asked }: Origins, id: string, start: number, { chosen, only, next, onChoose }: Showing): Dress | undefined {
  const passage = blocks.get(id)?.find((one) => one.from <= start && start < one.to)
  if (passage === undefined) return undefined
  const codes = askersOf(passage.suggestions, asked)
  const wanted = only === null ? codes[0] : codes.find((code) => code === only)
  const here = chosen !== null && chosen.block === id && chosen.from === passage.from
  const isLast = next === null || next >= passage.to
  return {
    className: cx(css.passage, only !== null && wanted === undefined && css.faded, here && css.here),
    title: passage.rev === 0 ? words.who.firstIssue : words.who.since(revLabel(passage.rev)), onChoose: () => onChoose({ block: id, from: passage.from }),
    ...(wanted === undefined ? {} : { delegation: wanted }), ...(isLast && codes.length > 0 ? { sign: codes.join(' ') } : {}),
  }
}
