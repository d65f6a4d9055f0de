/** Beside the clean version: who issued it, what came before, and what has been suggested on it. */
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { revLabel } from '../../../shared/text/revision.ts'
import { compareDelegations } from '../../../shared/base/delegations.ts'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './rail.module.css'
import type { Shown } from './Reader.tsx'

export function RevisionRail({ shown, onLedger }: { shown: Shown; onLedger: () => void }) {
  const { revision } = shown
  const delegations = [...new Set(revision.suggestions.map((one) => one.delegation))].sort(compareDelegations)
  return (
    <aside className={css.rail} aria-label={words.text.about} tabIndex={0}>
      <div className={css.pad}>
        <Section title={revLabel(revision.rev)}>
          <p className={css.fact}>{words.text.issuedBy(revision.person, shortMoment(revision.claimedAtUtcMs))} <Delegation code={revision.delegation} bare /></p>
        </Section>
        <Section title={words.text.suggestionsOn(revision.suggestions.length)}>
          {delegations.length === 0 ? <Note>{words.text.noneSuggested}</Note> : (
            <ul className={css.counts}>
              {delegations.map((code) => <li key={code}><Delegation code={code} named bare /><span>{revision.suggestions.filter((one) => one.delegation === code).length}</span></li>)}
            </ul>
          )}
        </Section>
        <Section title={words.silence.reservationsTitle}>
          {shown.reserved.length === 0 ? <Note>{words.silence.noneStands}</Note> : <ul>{shown.reserved.map((note) => <li key={note.mark} className={css.fact}>{note.words}</li>)}</ul>}
          <div><Button small kind="quiet" onPress={onLedger}>{words.silence.toLedger}</Button></div>
        </Section>
        <Section title={words.text.fingerprint}><p className={css.code}>{(revision.textHash.match(/.{1,8}/g) ?? []).join(' ')}</p><Note>{words.text.fingerprintMeans}</Note></Section>
      </div>
    </aside>
  )
}
