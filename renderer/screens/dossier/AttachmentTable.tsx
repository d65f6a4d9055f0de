import { RASTER_TYPES } from '../../../shared/dossier/attachment.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import type { Act, Listed } from './Attachments.tsx'
import css from './attachments.module.css'

const columns = () => [
  { head: words.attachment.name }, { head: words.attachment.size, figures: true }, { head: words.attachment.by },
  { head: words.attachment.marking }, { head: words.attachment.actions, silent: true },
]

export function AttachmentTable({ attachments, onAct }: { attachments: readonly Listed[]; onAct: (act: Act, one: Listed) => void }) {
  return (
    <Table label={words.dossier.tabs.attachments} columns={columns()}>
      {attachments.map((one) => (
        <tr key={one.event}>
          <td className={css.name}>{one.name} <code className={css.hash} title={one.hash}>{words.common.labelled(words.attachment.fingerprint, words.attachment.shortHash(one.hash))}</code></td>
          <Figures><span className={css.size}>{words.attachment.sized(one.sizeBytes)}</span></Figures>
          <td className={css.by}><Delegation code={one.delegation} /> <small>{one.person}, {shortMoment(one.claimedAtUtcMs)}</small></td>
          <td><MarkingTags marking={one.marking} /></td>
          <td>{one.content === 'here' ? <Acts one={one} onAct={onAct} /> : <Elsewhere one={one} onAct={onAct} />}</td>
        </tr>
      ))}
    </Table>
  )
}

function Acts({ one, onAct }: { one: Listed; onAct: (act: Act, one: Listed) => void }) {
  const shown = RASTER_TYPES.some((type) => type === one.mediaType)
  return (
    <span className={css.acts}>
      {shown && <Button small label={words.attachment.viewNamed(one.name)} onPress={() => onAct('view', one)}>{words.attachment.view}</Button>}
      <Button small label={words.attachment.exportNamed(one.name)} onPress={() => onAct('export', one)}>{words.attachment.export}</Button>
      <Button small kind="grave" label={words.attachment.destroyNamed(one.name)} onPress={() => onAct('destroy', one)}>{words.attachment.destroy}</Button>
    </span>
  )
}

/** What is damaged can still be destroyed. */
function Elsewhere({ one, onAct }: { one: Listed; onAct: (act: Act, one: Listed) => void }) {
  if (one.content === 'missing') return <span className={css.acts}><span className={css.away}>{words.attachment.places.missing}</span> <Button small kind="grave" label={words.attachment.destroyNamed(one.name)} onPress={() => onAct('destroy', one)}>{words.attachment.destroy}</Button></span>
  if (one.content === 'destroyed') return <span className={css.away}>{words.attachment.places.destroyed}</span>
  const gone = [...new Set(one.destroyed.map((destruction) => destruction.delegation))]
  const heldByAuthor = !one.destroyed.some((destruction) => destruction.author === one.author)
  return <span className={css.away}>{words.attachment.notHere(heldByAuthor ? [one.delegation] : [], gone)}</span>
}
