/** What is held back, why, and what would release it. */
import { useState } from 'react'
import { useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { Delegations } from '../../components/Delegation.tsx'
import { Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import { ConsentDialog } from './ConsentDialog.tsx'
import css from './exchange.module.css'
import type { Reason } from './heldReasons.ts'

export function HeldBack({ reasons }: { reasons: readonly Reason[] }) {
  const [asked, setAsked] = useState<Reason | null>(null)
  return (
    <Section title={words.exchange.heldTitle}>
      <ol className={css.reasons}>
        {reasons.map((reason) => (
          <li key={reason.number}>
            <span className={css.number}>{reason.number}</span>
            <div>
              <b>{words.exchange.why[reason.why]}</b> {words.exchange.heldCount(reason.items.reduce((sum, item) => sum + item.count, 0))} <Delegations codes={reason.from} bare />
              <small>{words.exchange.remedies[reason.remedy](reason.originator === null ? null : words.inText(reason.originator))}</small>
            </div>
            <Remedy reason={reason} onConsent={() => setAsked(reason)} />
          </li>
        ))}
      </ol>
      {asked !== null && <ConsentDialog reason={asked} onClose={() => setAsked(null)} />}
    </Section>
  )
}

/** Only the delegation from which an item comes can let it go further; everybody else is told whom to ask. */
function Remedy({ reason, onConsent }: { reason: Reason; onConsent: () => void }) {
  const { me } = useHouse()
  const opener = reason.items.find((item) => item.type === 'dossier.opened')
  const mine = reason.remedy === 'consentForItem' ? reason.originator === me.delegation : reason.remedy === 'consentForDossier' && opener?.originator === me.delegation && opener.item !== null
  return mine ? <Button small onPress={onConsent}>{words.exchange.consent}</Button> : null
}
