import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/Glyph.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { clockTime, dayKey } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { concerning } from './concerning.ts'
import css from './register.module.css'

const columns = () => [{ head: words.register.seq, figures: true }, { head: words.register.at }, { head: words.register.action }, { head: words.register.subject }, { head: words.register.result }]

/** What was done opens what else the entry says. */
export function Entries({ entries, chosen, onChoose }: { entries: readonly RegisterEntry[]; chosen: number | null; onChoose: (seq: number) => void }) {
  return (
    <Table label={words.frame.sections.register} columns={columns()}>
      {entries.map((entry) => (
        <tr key={entry.seq} className={cx(css.entry, entry.seq === chosen && css.chosen)} onClick={() => onChoose(entry.seq)}>
          <Figures>{entry.seq}</Figures>
          <td className={css.at}>{dayKey(entry.atUtcMs)} {clockTime(entry.atUtcMs)}</td>
          <td><button type="button" className={css.open} aria-pressed={entry.seq === chosen} onClick={() => onChoose(entry.seq)}>{words.said.registerAction(entry.action)}</button></td>
          <td className={css.subject}>{concerning(entry)}</td>
          <td className={entry.result === 'refused' ? css.refused : css.done}><Glyph name={entry.result === 'refused' ? 'cross' : 'check'} /> {words.register.results[entry.result]}</td>
        </tr>
      ))}
    </Table>
  )
}
