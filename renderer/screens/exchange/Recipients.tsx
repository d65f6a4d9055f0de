import type { InstallationId } from '../../../shared/base/identifiers.ts'
import { compareDelegations } from '../../../shared/base/delegations.ts'
import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import type { ExportPlan } from '../../../shared/ipc/exchangeMethods.ts'
import { Tick } from '../../components/Choice.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'

interface RecipientsProps {
  readonly entries: CircleView['entries']
  readonly lacks: ExportPlan['recipients']
  readonly leftOut: ReadonlySet<InstallationId>
  readonly onChange: (leftOut: ReadonlySet<InstallationId>) => void
}

export function Recipients({ entries, lacks, leftOut, onChange }: RecipientsProps) {
  const toggle = (installation: InstallationId, goes: boolean) => {
    const next = new Set(leftOut)
    if (goes) next.delete(installation)
    else next.add(installation)
    onChange(next)
  }
  return (
    <Section title={words.exchange.recipients} count={words.exchange.chosenOf(entries.length - leftOut.size, entries.length)}>
      <ul className={css.recipients}>
        {[...entries].sort((a, b) => compareDelegations(a.delegation, b.delegation)).map((entry) => {
          const lacking = lacks.find((one) => one.installation === entry.installation)?.lacks
          return (
            <li key={entry.installation}>
              <Tick checked={!leftOut.has(entry.installation)} onChange={(goes) => toggle(entry.installation, goes)}>
                <Delegation code={entry.delegation} bare /> {entry.name}{lacking !== undefined && <span className={css.subject}>{words.exchange.lacks(lacking)}</span>}
              </Tick>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
