/** What importing would change, objections first; and what would not be added, with the reason. Every count adds up in view. */
import type { ReactNode } from 'react'
import type { ImportEffect } from '../../../shared/ipc/exchangeMethods.ts'
import { Delegation, Delegations } from '../../components/Delegation.tsx'
import { Glyph, type GlyphName } from '../../components/Glyph.tsx'
import { Section } from '../../components/Screen.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'

type Tone = 'good' | 'lacking' | 'bad' | 'plain'

function Line({ glyph, tone, children }: { glyph: GlyphName; tone: Tone; children: ReactNode }) {
  return <li><span className={css[tone]}><Glyph name={glyph} /></span><span>{children}</span></li>
}

/** Types that have lines of their own above the rest. */
const TOLD: ReadonlySet<string> = new Set(['text.revIssued', 'text.amended', 'silence.responded'])

export function WouldAdd({ effect }: { effect: ImportEffect }) {
  const kept = effect.contents.filter((one) => one.verdict === 'kept')
  const rest = effect.wouldAdd.filter((item) => !TOLD.has(item.type) || !isTold(item.type, effect))
  const nothing = effect.addedEvents + effect.completed + kept.length === 0
  return (
    <Section title={words.exchange.wouldAdd} count={words.exchange.itemCount(effect.addedEvents)}>
      {nothing ? <p className={css.subject}>{words.exchange.addsNothing}</p> : (
        <ul className={css.would}>
          {effect.revisions.map((one) => <Line key={`${one.subject} ${one.label}`} glyph="plus" tone="good"><b>{words.exchange.newRev(one.subject)}</b> <span className={css.subject}><Delegation code={one.delegation} bare /></span></Line>)}
          {effect.suggestions.map((one) => <Line key={`${one.delegation} ${one.subject}`} glyph="plus" tone="good"><b>{words.exchange.suggestions(one.count)}</b> <Delegation code={one.delegation} bare /> <span className={css.subject}>{one.subject}{one.superseded && `. ${words.exchange.superseded}`}</span></Line>)}
          {rest.map((item) => <Line key={item.type + item.subject} glyph="plus" tone="good"><b>{words.exchange.items(item.type, item.count)}</b> <span className={css.subject}>{item.subject}</span></Line>)}
          {kept.map((one, at) => <Line key={`content ${at} ${one.name}`} glyph="plus" tone="good"><b>{words.exchange.contentOf(one.name)}</b> <span className={css.subject}>{words.exchange.size(one.sizeBytes)}</span></Line>)}
          {effect.completed > 0 && <Line glyph="plus" tone="good"><b>{words.exchange.completed(effect.completed)}</b> <span className={css.subject}>{words.exchange.completedMeans}</span></Line>}
        </ul>
      )}
    </Section>
  )
}

/** An event that the fold sets aside has no line of its own, and stays among the rest. */
function isTold(type: string, effect: ImportEffect): boolean {
  if (type === 'text.revIssued') return effect.revisions.length > 0
  return type === 'text.amended' ? effect.suggestions.length > 0 : effect.objections.length > 0
}

/** First of all, and nothing where nobody says anything else than agreement. */
export function Objections({ effect }: { effect: ImportEffect }) {
  if (effect.objections.length === 0) return null
  return (
    <Section title={words.exchange.answersFirst} count={words.exchange.answerCount(effect.objections.length)}>
      <ul className={css.would}>
        {effect.objections.map((one, at) => (
          <Line key={`${one.delegation} ${at}`} glyph={one.breaks ? 'break' : 'plus'} tone={one.breaks ? 'bad' : one.late || one.waits ? 'lacking' : 'plain'}>
            <b>{!one.breaks ? words.exchange.answers : one.waits ? words.exchange.wouldBreak : words.exchange.breaks}</b> <Delegation code={one.delegation} bare /> {words.silence.said(one.kind, one.reservation)}{one.late && ` (${words.exchange.late})`}
            {one.waits && <span className={css.subject}>{words.exchange.answerWaits}</span>}
            <span className={css.subject}>{one.subject !== '' && `${one.subject}. `}{words.exchange.signedAt(shortMoment(one.claimedAtUtcMs))}</span>
            {one.remark !== '' && <span className={css.quote}>{one.remark}</span>}
          </Line>
        ))}
      </ul>
    </Section>
  )
}

/** Where the clocks of others cannot be right. Nothing depends on them, and nobody should have to find it out later. */
export function Clocks({ effect: { clocks } }: { effect: ImportEffect }) {
  if (clocks.length === 0) return null
  return (
    <Section title={words.exchange.clocksTitle}>
      <ul className={css.would}>
        {clocks.map(({ count, delegation, finding, latestUtcMs }) => <Line key={`${delegation} ${finding}`} glyph="clock" tone="lacking"><b>{words.exchange.clockOf(words.inText(delegation))}</b> <span className={css.subject}>{words.exchange.clockFindings[finding](count, shortMoment(latestUtcMs))}</span></Line>)}
      </ul>
      <p className={css.subject}>{words.exchange.clocksMean}</p>
    </Section>
  )
}

export function WouldNot({ effect }: { effect: ImportEffect }) {
  const spoilt = effect.contents.filter((one) => one.verdict === 'differs' || one.verdict === 'stray' || one.verdict === 'destroyed')
  const all = effect.alreadyHere + effect.waiting.length + effect.forks.length + effect.gaps.length + effect.splitViews.length + effect.setAside.length + spoilt.length
  if (all === 0) return null
  return (
    <Section title={words.exchange.wouldNot}>
      <ul className={css.would}>
        {spoilt.map((one, at) => <Line key={`${one.name} ${at}`} glyph="cross" tone={one.verdict === 'destroyed' ? 'plain' : 'bad'}><b>{words.exchange.contentRefused(one.name)}</b> <span className={css.subject}>{words.exchange.verdicts[one.verdict === 'kept' || one.verdict === 'here' ? 'stray' : one.verdict](one.delegation === null ? null : words.inText(one.delegation))}</span></Line>)}
        {effect.forks.map((fork) => <Line key={`fork ${fork.delegation} ${fork.seq}`} glyph="cross" tone="bad"><b>{words.exchange.forkOf(words.inText(fork.delegation), fork.seq)}</b> <span className={css.subject}>{words.exchange.forkMeans}</span></Line>)}
        {effect.splitViews.map((one) => <Line key={`split ${one.delegation} ${one.seq} ${one.seenBy}`} glyph="cross" tone="bad"><b>{words.exchange.splitOf(words.inText(one.seenBy), words.inText(one.delegation), one.seq)}</b> <span className={css.subject}>{words.exchange.splitMeans}</span></Line>)}
        {effect.gaps.map((gap) => <Line key={`gap ${gap.delegation} ${gap.where} ${gap.fromSeq}`} glyph="gap" tone="lacking"><b>{words.exchange.missing(words.inText(gap.delegation), gap.fromSeq, gap.toSeq)}</b> {words.exchange.hadSeen} <Delegations codes={gap.seenBy} bare /> <span className={css.subject}>{gap.where}</span></Line>)}
        {effect.waiting.map((one) => <Line key={`waiting ${one.delegation} ${one.fromSeq}`} glyph="gap" tone="lacking"><b>{words.exchange.waitingFor(words.inText(one.delegation), one.fromSeq, one.toSeq)}</b> <span className={css.subject}>{words.exchange.waitingMeans}</span></Line>)}
        {effect.setAside.map((one) => <Line key={`aside ${one.delegation} ${one.type} ${one.why}`} glyph="same" tone="lacking"><b>{words.exchange.setAside(words.exchange.items(one.type, one.count), words.inText(one.delegation))}</b> <span className={css.subject}>{words.dossier.setAsideWhy([one.why])}</span></Line>)}
        {effect.alreadyHere > 0 && <Line glyph="same" tone="plain"><b>{words.exchange.alreadyHere(effect.alreadyHere)}</b> <span className={css.subject}>{words.exchange.identical}</span></Line>}
      </ul>
    </Section>
  )
}
