import type { Role } from '../../app/house.ts'
import { Tick } from '../../components/Choice.tsx'
import { words } from '../../messages/words.ts'
import css from './directory.module.css'

const ROLES = ['secretariat', 'chair', 'delegate', 'drafter', 'observer'] as const satisfies readonly Role[]

/** Several may be held at once. `always` stays, `never` is not to be had. */
export function Roles({ roles, onChange, always = null, never = null }: { roles: readonly Role[]; onChange: (roles: readonly Role[]) => void; always?: Role | null; never?: Role | null }) {
  const set = (role: Role, held: boolean) => onChange(held ? [...roles, role] : roles.filter((one) => one !== role || one === always))
  return (
    <fieldset className={css.roles}>
      <legend>{words.roster.roles}</legend>
      {ROLES.filter((role) => role !== never).map((role) => (
        <Tick key={role} checked={roles.includes(role)} onChange={(held) => set(role, held)}>{words.roles[role]}<span className={css.second}>{words.roleNotes[role]}</span></Tick>
      ))}
    </fieldset>
  )
}
