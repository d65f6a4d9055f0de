/** The paragraph under the hand: as it stands with letters where suggestions apply, and as the next REV would read. */
import { useMemo } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { compareDelegations } from '../../../shared/base/delegations.ts'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import type { Verdict } from '../../../shared/text/amendment.ts'
import { placeNames } from '../../../shared/text/place.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Key } from '../../components/Key.tsx'
import { Refused } from '../../components/Refused.tsx'
import { words } from '../../messages/words.ts'
import { Block } from '../text/Block.tsx'
import { sheetModel, unmarked } from '../text/sheetModel.ts'
import { AskedLine } from '../text/WhoRail.tsx'
import css from './consolidation.module.css'
import type { Received } from './Consolidation.tsx'
import { Lettered } from './Lettered.tsx'
import { accountedFor, type Tally } from './verdicts.ts'

interface BenchProps {
  readonly dossier: DossierId
  readonly text: TextId
  readonly received: Received
  readonly verdicts: readonly Verdict[]
  readonly chosen: SuggestionGroup | null
  readonly tally: Tally
  readonly keys: boolean
  readonly onKeys: (on: boolean) => void
}

export function Bench({ dossier, text, received, verdicts, chosen, tally, keys, onKeys }: BenchProps) {
  const { revision, groups } = received
  const next = useAnswer('text.previewNext', { dossier, text, verdicts: [...verdicts] })
  const asked = useAnswer('text.provenance', revision.rev > 0 ? { dossier, text, rev: revision.rev } : null)
  const before = asked.state === 'here' && chosen?.block != null ? asked.value.asked.filter((one) => one.rev < revision.rev && one.blocks.includes(chosen.block ?? '')) : []
  const here = chosen === null ? [] : groups.filter((group) => group.block === chosen.block)
  return (
    <section className={css.bench} aria-label={words.consolidation.bench} tabIndex={0}>
      <div className={css.sheet}>
        <header><span><b>{revLabel(revision.rev)}</b> {words.consolidation.asItStands}</span><span>{words.consolidation.letters}</span></header>
        <div lang="en-GB">{chosen !== null && <Lettered document={revision.document} block={chosen.block} groups={here} chosen={chosen.letter} />}</div>
      </div>
      <div className={css.sheet}>
        <header><span><b>{revLabel(revision.rev + 1)}</b> {words.consolidation.asItWouldRead}</span><span>{words.consolidation.marked}</span></header>
        {next.state === 'refused' && <Refused refusal={next.refusal} />}
        {next.state === 'here' && <WouldRead marked={next.value.marked} block={chosen?.block ?? null} />}
        {next.state === 'waiting' && <p className={css.waiting}>{words.common.reading}</p>}
      </div>
      {before.length > 0 && chosen !== null && (
        <section className={css.before} aria-label={words.who.before(placeNames(revision.document, words.places).get(chosen.block ?? '') ?? '')}>
          <h2>{words.who.before(placeNames(revision.document, words.places).get(chosen.block ?? '') ?? '')}</h2>
          <ol>{before.map((one) => <AskedLine key={one.suggestion} one={one} />)}</ol>
        </section>
      )}
      <Account received={received} tally={tally} />
      <p className={css.keys}>
        {keys && <><Key quiet>J</Key><Key quiet>K</Key> {words.consolidation.keyNext} <Key quiet>A</Key> {words.consolidation.keyAccept} <Key quiet>E</Key> {words.consolidation.keyEdit} <Key quiet>R</Key> {words.consolidation.keyReject} <Key quiet>D</Key> {words.consolidation.keyDefer}</>} <Key quiet>Ctrl Z</Key> {words.consolidation.keyUndo}
        <Button small kind="quiet" onPress={() => onKeys(!keys)}>{keys ? words.consolidation.keysOff : words.consolidation.keysOn}</Button>
      </p>
    </section>
  )
}

/** The block and what came in behind it, in the marked version of the next REV. */
function WouldRead({ marked, block }: { marked: Parameters<typeof sheetModel>[0]; block: string | null }) {
  const model = useMemo(() => sheetModel(marked.blocks.length === 0 ? unmarked({ blocks: [] }) : marked), [marked])
  const start = block === null ? 0 : marked.blocks.findIndex((one) => one.idBefore === block)
  const shown = marked.blocks.flatMap((one, at) => (at === start || (at > start && one.change === 'inserted' && marked.blocks.slice(start + 1, at).every((between) => between.change === 'inserted')) || (one.idBefore === block && one.change === 'movedTo') ? [at] : []))
  return <div lang="en-GB">{shown.map((at) => <Block key={at} model={model} at={at} current={null} />)}</div>
}

function Account({ received, tally }: { received: Received; tally: Tally }) {
  const delegations = [...new Set(received.groups.flatMap((group) => group.delegations))].sort(compareDelegations)
  const accounted = accountedFor(tally)
  return (
    <p className={css.account}>
      <Glyph name={accounted === tally.received ? 'check' : 'cross'} />
      <span><b>{words.consolidation.account(tally.received, accounted)}</b> {words.consolidation.fromDelegations(delegations.length)}</span>
    </p>
  )
}
