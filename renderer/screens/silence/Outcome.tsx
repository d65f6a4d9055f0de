import type { ReactNode } from 'react'
import type { SilenceView } from './Silence.tsx'
import { localZone } from '../../engineClient.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation, Delegations } from '../../components/Delegation.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { TimeLeft } from '../../components/TimeLeft.tsx'
import { clockTime, deadlineWords, shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Uncounted } from './Uncounted.tsx'
import css from './silence.module.css'

/** Time left, the outcome in the profile's exact words, what stands against closing, and what has been said besides. */
export function Outcome({ view, now }: { view: SilenceView; now: number }) {
  const { silence } = view
  const open = silence.intakeClosed === null && silence.withdrawn === null
  return (
    <aside className={css.outcome} aria-label={words.silence.outcomeLabel} tabIndex={0}>
      <section><Clock view={view} now={now} /></section>
      {view.uncounted.length > 0 && <section><Uncounted view={view} /></section>}
      <Section title={silence.withdrawn !== null ? words.silence.phases.withdrawn : words.silence.state(silence.outcome.broken, silence.outcome.provisional)}>
        <p className={css.says}>{silence.outcome.provisional ? words.silence.wouldRead(silence.outcome.words, silence.outcome.broken) : words.silence.reads(silence.outcome.words)}</p>
        {silence.outcome.provisional && !silence.outcome.broken && <Note>{words.silence.courier}</Note>}
        {silence.certified !== null && <p className={css.check}><Glyph name="check" /><span>{words.silence.certifiedBy(silence.certified.person, shortMoment(silence.certified.claimedAtUtcMs))}</span></p>}
        <Onward view={view} />
      </Section>
      {open && <BeforeClosing view={view} now={now} />}
      {silence.intakeClosed !== null && <Section title={words.silence.closedBy(silence.intakeClosed.person, shortMoment(silence.intakeClosed.claimedAtUtcMs))}>{silence.intakeClosed.note !== '' && <p className={css.remark}>{silence.intakeClosed.note}</p>}</Section>}
      {silence.withdrawn !== null && <Section title={words.silence.withdrawnBy(silence.withdrawn.person, shortMoment(silence.withdrawn.claimedAtUtcMs))}>{silence.withdrawn.reason !== '' && <p className={css.remark}>{silence.withdrawn.reason}</p>}</Section>}
      <Reservations view={view} />
      <Use view={view} />
      <Remarks view={view} />
      <Clocks view={view} />
    </aside>
  )
}

function Clock({ view: { silence }, now }: { view: SilenceView; now: number }) {
  const phase = phaseAt(silence, now)
  const running = silence.deadline.utcMs > now
  const stopped = phase === 'suspended' ? words.silence.suspendedNow : silence.withdrawn !== null ? words.silence.phases.withdrawn : silence.intakeClosed !== null ? words.silence.intakeIsClosed : null
  const when = (running ? words.silence.ends : words.silence.ended)(deadlineWords(silence.deadline.utcMs, now, localZone()))
  return (
    <>
      {stopped !== null ? <p className={css.ended}>{stopped}</p>
        : running ? <TimeLeft large openedUtcMs={silence.claimedAtUtcMs} deadlineUtcMs={silence.deadline.utcMs} now={now} /> : <p className={css.ended}>{words.silence.endedIntakeOpen(clockTime(silence.deadline.utcMs))}</p>}
      {phase !== 'suspended' && <p className={css.second}>{when}.{localZone() !== 'UTC' && ` ${words.silence.utc(clockTime(silence.deadline.utcMs, 'UTC'))}`}</p>}
      {silence.extensions.map((one) => <p key={one.event} className={css.second}>{words.silence.extended(shortMoment(one.claimedAtUtcMs), one.reason)}</p>)}
      {silence.suspensions.map((one) => <p key={one.event} className={css.second}>{words.silence.suspended(shortMoment(one.claimedAtUtcMs), one.reason)}{one.resumed !== null && ` ${words.silence.resumed(shortMoment(one.resumed.claimedAtUtcMs), one.resumed.reason)}`}</p>)}
    </>
  )
}

/** What came before, what follows, and what was done with the outcome. */
function Onward({ view }: { view: SilenceView }) {
  const { go } = useHouse()
  const { silence, dossier } = view
  const fell = silence.outcome.broken || silence.withdrawn !== null
  const { follows, followedBy } = silence
  return (
    <>
      {silence.forwarded.map((one) => <p key={one.event} className={css.check}><Glyph name="check" /><span>{words.silence.forwardedTo(words.silence.afterSteps[one.step], one.body, shortMoment(one.claimedAtUtcMs))}{one.note !== '' && `: ${one.note}`}</span></p>)}
      {follows !== null && <div><Button small kind="quiet" onPress={() => go({ at: 'silence', dossier, procedure: follows })}>{words.silence.toFormer}</Button></div>}
      {followedBy !== null && <div><Button small kind="quiet" onPress={() => go({ at: 'silence', dossier, procedure: followedBy })}>{words.silence.toNext}</Button></div>}
      {fell && followedBy === null && <Note>{view.laterRev === null ? words.silence.nextRevFollows : words.silence.nextRevThere(view.laterRev)}</Note>}
      {fell && followedBy === null && view.laterRev !== null && view.iAmSetter && <div><Button small onPress={() => go({ at: 'silenceForm', dossier, text: silence.text })}>{words.silence.openNext(view.laterRev)}</Button></div>}
    </>
  )
}

function BeforeClosing({ view, now }: { view: SilenceView; now: number }) {
  const { silence } = view
  const members = view.rows.filter((row) => row.member)
  const served = members.filter((row) => row.served).length
  const over = silence.deadline.utcMs <= now
  const lacking = (lacks: 'notSent' | 'noReceipt') => view.chase.filter((one) => one.lacks === lacks).map((one) => one.delegation)
  return (
    <Section title={words.silence.beforeClosing}>
      <ul className={css.checks}>
        <Check good={served === members.length}>{words.silence.confirmed(served, members.length)}</Check>
        {lacking('noReceipt').length > 0 && <Check good={false}><Delegations codes={lacking('noReceipt')} bare /> {words.silence.missing(lacking('noReceipt').length)}</Check>}
        {lacking('notSent').length > 0 && <Check good={false}><Delegations codes={lacking('notSent')} bare /> {view.iAmSetter ? words.silence.notSent(lacking('notSent').length) : words.silence.missing(lacking('notSent').length)}</Check>}
        {silence.outcome.broken ? <Check good>{words.silence.brokenMayClose}</Check> : <li className={css.check}><span className={over ? css.good : undefined}><Glyph name={over ? 'check' : 'open'} /></span><span>{over ? words.silence.deadlineOver : words.silence.deadlineAhead}</span></li>}
      </ul>
    </Section>
  )
}

function Check({ good, children }: { good: boolean; children: ReactNode }) {
  return <li className={css.check}><span className={good ? css.good : css.lack}><Glyph name={good ? 'check' : 'gap'} /></span><span>{children}</span></li>
}

function Reservations({ view }: { view: SilenceView }) {
  const { go } = useHouse()
  return (
    <Section title={words.silence.reservationsTitle}>
      {view.reservations.length === 0 ? <Note>{words.silence.noReservations}</Note> : (
        <ul className={css.remarks}>
          {view.reservations.map((one) => (
            <li key={one.event}><Delegation code={one.delegation} /><span className={one.lifted === null ? undefined : css.back}>{words.silence.reservedOn(words.silence.reservations[one.reservation], one.label)}<small>{one.lifted === null ? words.silence.standing : words.silence.liftedOn(shortMoment(one.lifted.claimedAtUtcMs))}</small></span></li>
          ))}
        </ul>
      )}
      <div><Button small kind="quiet" onPress={() => go({ at: 'reservations', dossier: view.dossier, text: view.silence.text })}>{words.silence.toLedger}</Button></div>
    </Section>
  )
}

function Use({ view: { silence } }: { view: SilenceView }) {
  if (silence.use.length === 0) return null
  return (
    <Section title={words.silence.useTitle}>
      <ul className={css.remarks}>
        {silence.use.map((one) => <li key={one.event}><Delegation code={one.delegation} /><span>{one.agrees ? words.silence.useYes : words.silence.useNo}{one.where !== '' && `, ${one.where}`}<small>{one.remark}</small></span></li>)}
      </ul>
      <Note>{words.silence.useMeans}</Note>
    </Section>
  )
}

function Remarks({ view }: { view: SilenceView }) {
  const spoken = view.silence.responses.filter((one) => one.response.remark !== '')
  if (spoken.length === 0) return null
  return (
    <Section title={words.silence.remarks}>
      <ul className={css.remarks}>
        {spoken.map((one) => <li key={one.event}><Delegation code={one.delegation} /><span>{one.response.remark}<small>{words.silence.said(one.response.kind, one.response.reservation)}, {shortMoment(one.claimedAtUtcMs)}{one.late ? `, ${words.silence.late}` : ''}{one.withdrawn !== null ? `, ${words.silence.isWithdrawn}` : ''}</small></span></li>)}
      </ul>
    </Section>
  )
}

/** Claimed and admitted side by side, and every contradiction: shown, never corrected. */
function Clocks({ view }: { view: SilenceView }) {
  if (view.silence.responses.length === 0) return null
  return (
    <Section title={words.silence.times}>
      <ul className={css.remarks}>
        {view.silence.responses.map((one) => {
          const admitted = view.admissions.find((other) => other.event === one.event)?.admittedAtUtcMs
          const findings = [...one.clock, ...(admitted !== undefined && one.claimedAtUtcMs > admitted ? ['aheadOfAdmission' as const] : [])]
          return (
            <li key={one.event}><Delegation code={one.delegation} /><span>{words.silence.claimedAdmitted(shortMoment(one.claimedAtUtcMs), admitted === undefined ? null : shortMoment(admitted))}{findings.map((finding) => <small key={finding} className={css.finding}>{words.silence.findings[finding]}</small>)}</span></li>
          )
        })}
      </ul>
    </Section>
  )
}
