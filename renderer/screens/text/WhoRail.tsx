/** Who asked for these words: the passage under the hand, everybody's share, and what was asked about the paragraph before. */
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Asked } from '../../../shared/ipc/negotiationMethods.ts'
import { compareDelegations, type Delegation as Code } from '../../../shared/base/delegations.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { placeNames } from '../../../shared/text/place.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { cx } from '../../components/cx.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './who.module.css'

export type Provenance = Output<'text.provenance'>
export interface ChosenPassage { readonly block: string; readonly from: number }

interface WhoProps {
  readonly provenance: Provenance
  readonly document: TextDocument
  readonly chosen: ChosenPassage | null
  readonly only: Code | null
  readonly onOnly: (code: Code | null) => void
}

export function WhoRail({ provenance, document, chosen, only, onOnly }: WhoProps) {
  const { blocks, asked } = provenance
  const byId = new Map(asked.map((one) => [one.suggestion, one]))
  const passages = blocks.flatMap((block) => block.passages.map((passage) => ({ ...passage, block: block.block })))
  const here = chosen === null ? undefined : passages.find((one) => one.block === chosen.block && one.from === chosen.from)
  const shares = new Map<Code, number>()
  for (const passage of passages) for (const code of askersOf(passage.suggestions, byId)) shares.set(code, (shares.get(code) ?? 0) + 1)
  const place = chosen === null ? '' : placeNames(document, words.places).get(chosen.block) ?? ''
  const before = chosen === null ? [] : asked.filter((one) => one.blocks.includes(chosen.block))
  return (
    <div className={css.who}>
      {here === undefined ? <Note>{words.who.pick}</Note> : (
        <Section title={words.who.title}>
          <p className={css.fact}>{here.rev === 0 ? words.who.firstIssue : words.who.since(revLabel(here.rev))}</p>
          {here.suggestions.length === 0 ? <p className={css.fact}>{words.who.byIssuer}</p> : (
            <ul className={css.askers}>{here.suggestions.flatMap((id) => byId.get(id) ?? []).map((one) => <li key={one.suggestion}><Delegation code={one.delegation} named /> {one.reason !== null && <span className={css.fact}>{words.who.because(one.reason)}</span>}</li>)}</ul>
          )}
        </Section>
      )}
      <Section title={words.who.filter}>
        <ul className={css.shares} aria-label={words.who.filter}>
          <li><button type="button" className={cx(css.share, only === null && css.chosen)} aria-pressed={only === null} onClick={() => onOnly(null)}>{words.who.everybody}</button></li>
          {[...shares].sort(([a], [b]) => compareDelegations(a, b)).map(([code, count]) => (
            <li key={code}><button type="button" className={cx(css.share, only === code && css.chosen)} aria-pressed={only === code} onClick={() => onOnly(only === code ? null : code)}><Delegation code={code} named bare /><span>{words.who.wordsOf(count)}</span></button></li>
          ))}
        </ul>
      </Section>
      {chosen !== null && <Section title={words.who.before(place)}>{before.length === 0 ? <Note>{words.who.nobody}</Note> : <ol className={css.history}>{before.map((one) => <AskedLine key={one.suggestion} one={one} />)}</ol>}</Section>}
    </div>
  )
}

export function AskedLine({ one }: { one: Asked }) {
  return (
    <li>
      <p className={css.fact}><Delegation code={one.delegation} /> {words.who.onRev(revLabel(one.rev))}, {words.who.verdicts[one.verdict ?? 'open']}</p>
      <p className={css.asked}>{one.words}</p>
      {one.answer !== null && <p className={css.fact}>{words.who.because(one.answer)}</p>}
    </li>
  )
}

export function askersOf(suggestions: readonly string[], byId: ReadonlyMap<string, Asked>): Code[] {
  return [...new Set(suggestions.flatMap((id) => byId.get(id)?.delegation ?? []))].sort(compareDelegations)
}
