/** Contents that are kept here of attachments that do not count: named, with the reason, and only to be destroyed. */
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Section } from '../../components/Screen.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { words } from '../../messages/words.ts'
import type { Apart } from './Attachments.tsx'
import css from './attachments.module.css'

const columns = () => [
  { head: words.attachment.name }, { head: words.attachment.size, figures: true }, { head: words.attachment.by },
  { head: words.attachment.actions, silent: true },
]

export function ApartTable({ apart, onDestroy }: { apart: readonly Apart[]; onDestroy: (one: Apart) => void }) {
  return (
    <div className={css.apart}>
      <Section title={words.attachment.apartTitle}>
        <p>{words.attachment.apartMeans} {words.dossier.setAsideWhy([...new Set(apart.map((one) => one.why))])}</p>
        <Table label={words.attachment.apartTitle} columns={columns()}>
          {apart.map((one) => (
            <tr key={one.event}>
              <td className={css.name}>{one.name} <code className={css.hash} title={one.hash}>{words.common.labelled(words.attachment.fingerprint, words.attachment.shortHash(one.hash))}</code></td>
              <Figures><span className={css.size}>{words.attachment.sized(one.sizeBytes)}</span></Figures>
              <td>{one.delegation === null ? '–' : <Delegation code={one.delegation} />}</td>
              <td><span className={css.acts}>{one.content === 'missing' && <span className={css.away}>{words.attachment.places.missing}</span>}<Button small kind="grave" label={words.attachment.destroyNamed(one.name)} onPress={() => onDestroy(one)}>{words.attachment.destroy}</Button></span></td>
            </tr>
          ))}
        </Table>
      </Section>
    </div>
  )
}
