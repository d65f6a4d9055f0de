/** What of the register is asked for: period, kind, result, dossier, words. */
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { REGISTER_GROUPS, type RegisterGroup } from '../../../shared/ipc/registerActions.ts'
import type { RegisterFilter } from '../../../shared/ipc/registerMethods.ts'
import { useHouse } from '../../app/house.ts'
import { Choose } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { startOfDay, startOfNextDay } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './register.module.css'

const ANY = 'any'

export interface Asked {
  readonly words: string
  /** Days in Brussels, `2031-06-12`; empty for no bound. */
  readonly from: string
  readonly to: string
  readonly group: RegisterGroup | typeof ANY
  readonly result: 'done' | 'refused' | typeof ANY
  readonly dossier: DossierId | typeof ANY
}
export const NOTHING_ASKED: Asked = { words: '', from: '', to: '', group: ANY, result: ANY, dossier: ANY }

export function asFilter(asked: Asked): RegisterFilter {
  return {
    words: asked.words, fromUtcMs: startOfDay(asked.from), toUtcMs: startOfNextDay(asked.to),
    group: asked.group === ANY ? null : asked.group, result: asked.result === ANY ? null : asked.result, dossier: asked.dossier === ANY ? null : asked.dossier,
  }
}

export function Filters({ asked, onAsk }: { asked: Asked; onAsk: (asked: Asked) => void }) {
  const { dossiers } = useHouse()
  const set = <K extends keyof Asked>(name: K) => (value: Asked[K]): void => onAsk({ ...asked, [name]: value })
  return (
    <div className={css.filters} role="search" aria-label={words.register.filters}>
      <Field label={words.register.words} value={asked.words} onChange={set('words')} maxLength={200} />
      <Field label={words.register.from} type="date" value={asked.from} onChange={set('from')} />
      <Field label={words.register.to} type="date" value={asked.to} onChange={set('to')} />
      <Choose label={words.register.group} value={asked.group} onChange={set('group')} nothing={words.register.all} options={[{ id: ANY, name: words.register.all }, ...REGISTER_GROUPS.map((id) => ({ id, name: words.said.registerGroups[id] }))]} />
      <Choose label={words.register.result} value={asked.result} onChange={set('result')} nothing={words.register.all} options={[{ id: ANY, name: words.register.all }, { id: 'done', name: words.register.results.done }, { id: 'refused', name: words.register.results.refused }]} />
      <Choose label={words.register.dossier} value={asked.dossier} onChange={set('dossier')} nothing={words.register.all} options={[{ id: ANY, name: words.register.all }, ...dossiers.map((one) => ({ id: one.dossier, name: `${one.reference} ${one.title}` }))]} />
    </div>
  )
}
