/** A delegation: swatch and code, of equal weight for all; institutions have a hollow swatch. */
import { INSTITUTIONS, compareDelegations, type Delegation as Code } from '../../shared/base/delegations.ts'
import { words } from '../messages/words.ts'
import { cx } from './cx.ts'
import css from './delegation.module.css'

const institutions: ReadonlySet<string> = new Set(INSTITUTIONS)

/** `bare` in running prose and matrices: without its box. */
export function Delegation({ code, bare, named }: { code: Code; bare?: boolean; named?: boolean }) {
  const name = words.delegations[code]
  return (
    <>
      <abbr className={cx(css.delegation, bare === true && css.bare, institutions.has(code) && css.institution)} data-dlg={code} title={name}>{code}</abbr>
      {named === true && <span className={css.name}>{name}</span>}
    </>
  )
}

export function Delegations({ codes, bare }: { codes: readonly Code[]; bare?: boolean }) {
  return (
    <span className={css.several}>
      {[...new Set(codes)].sort(compareDelegations).map((code) => <Delegation key={code} code={code} {...(bare === undefined ? {} : { bare })} />)}
    </span>
  )
}
