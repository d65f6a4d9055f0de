import { ok } from '../../../shared/base/result.ts'
import { verifyRegister } from '../vault/verifyRegister.ts'
import type { VaultHandler } from './context.ts'

/** Reads everything anew from the database. That it was checked, and with which result, is itself an entry. */
export const registerVerify: VaultHandler<'register.verify'> = async (_input, session, context) => {
  const { register } = session.store
  const [rows, head] = [register.rows(), register.head()]
  const faults = verifyRegister(rows, register.signedHead(), { hash: context.hash, verify: session.verifyRegistered })
  const details = faults.map(({ kind, seq, toSeq }): [string, string] => ['fault', `${kind} ${seq}–${toSeq}`])
  session.record('register.verified', `${rows.length} entries, ${faults.length} faults`, 'done', null, { details })
  return ok({ entries: rows.length, faults, head })
}
