import type { SilenceView } from './Silence.tsx'
import { localZone } from '../../engineClient.ts'
import { Delegation, Delegations } from '../../components/Delegation.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { TimeLeft } from '../../components/TimeLeft.tsx'
import { clockTime, deadlineWords, shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './silence.module.css'

/** Time left, the outcome in the profile's exact words, and what stands against closing. */
export function Outcome({ view, now }: { view: SilenceView; now: number }) {
  const { silence } = view
  const running = silence.deadline.utcMs > now
  return (
    <aside className={css.outcome} aria-label={words.silence.outcomeLabel} tabIndex={0}>
      <section>
        {running ? <TimeLeft large openedUtcMs={silence.claimedAtUtcMs} deadlineUtcMs={silence.deadline.utcMs} now={now} /> : <p className={css.ended}>{silence.intakeClosed === null ? words.silence.endedIntakeOpen(clockTime(silence.deadline.utcMs)) : words.silence.intakeIsClosed}</p>}
        <p className={css.second}>{(running ? words.silence.ends : words.silence.ended)(deadlineWords(silence.deadline.utcMs, now, localZone()))}.{localZone() !== 'UTC' && ` ${words.silence.utc(clockTime(silence.deadline.utcMs, 'UTC'))}`}</p>
        {silence.extensions.map((one) => <p key={one.event} className={css.second}>{words.silence.extended(shortMoment(one.claimedAtUtcMs), one.reason)}</p>)}
      </section>
      <Section title={words.silence.state(silence.outcome.broken, silence.outcome.provisional)}>
        <p className={css.says}>{silence.outcome.provisional ? words.silence.wouldRead(silence.outcome.words, silence.outcome.broken) : words.silence.reads(silence.outcome.words)}</p>
        {silence.outcome.provisional && <Note>{words.silence.courier}</Note>}
        {silence.certified !== null && <p className={css.check}><Glyph name="check" /><span>{words.silence.certifiedBy(silence.certified.person, shortMoment(silence.certified.claimedAtUtcMs))}</span></p>}
      </Section>
      {silence.intakeClosed === null ? <BeforeClosing view={view} running={running} /> : <Section title={words.silence.closedBy(silence.intakeClosed.person, shortMoment(silence.intakeClosed.claimedAtUtcMs))}>{silence.intakeClosed.note !== '' && <p className={css.remark}>{silence.intakeClosed.note}</p>}</Section>}
      <Remarks view={view} />
    </aside>
  )
}

function BeforeClosing({ view, running }: { view: SilenceView; running: boolean }) {
  const members = view.rows.filter((row) => row.member)
  const served = members.filter((row) => row.served).length
  return (
    <Section title={words.silence.beforeClosing}>
      <ul className={css.checks}>
        <li className={css.check}><span className={served === members.length ? css.good : css.lack}><Glyph name={served === members.length ? 'check' : 'gap'} /></span><span>{words.silence.confirmed(served, members.length)}</span></li>
        {view.missing.length > 0 && <li className={css.check}><span className={css.lack}><Glyph name="gap" /></span><span><Delegations codes={view.missing} bare /> {words.silence.missing(view.missing.length)}</span></li>}
        <li className={css.check}><span className={running ? undefined : css.good}><Glyph name={running ? 'open' : 'check'} /></span><span>{running ? words.silence.deadlineAhead : words.silence.deadlineOver}</span></li>
      </ul>
    </Section>
  )
}

function Remarks({ view }: { view: SilenceView }) {
  const spoken = view.silence.responses.filter((one) => one.response.remark !== '')
  if (spoken.length === 0) return null
  return (
    <Section title={words.silence.remarks}>
      <ul className={css.remarks}>
        {spoken.map((one) => <li key={one.event}><Delegation code={one.delegation} /><span>{one.response.remark}<small>{words.silence.said(one.response.kind, one.response.reservation)}, {shortMoment(one.claimedAtUtcMs)}{one.late ? `, ${words.silence.late}` : ''}</small></span></li>)}
      </ul>
    </Section>
  )
}
