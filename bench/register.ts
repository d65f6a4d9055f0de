/** A register of 10,000 entries checked whole, against the signature checks alone that it needs; and a search through it, against one reading of its words. */
import { verifyRegister } from '../electron/engine/vault/verifyRegister.ts'
import { REGISTER_LABEL } from '../electron/engine/vault/registerEntry.ts'
import { filterRegister } from '../electron/engine/handlers/registerFilter.ts'
import { NO_REGISTER_FILTER } from '../shared/ipc/registerMethods.ts'
import { registerChain } from '../test/fakes/registerChain.ts'
import { against, type Measured } from './measure.ts'

const ENTRIES = 10_000

export async function benchRegister(): Promise<Measured[]> {
  const { table, pen } = await registerChain(ENTRIES)
  const rows = table.rows()
  const whole = (): void => {
    if (verifyRegister(table.rows(), table.signedHead(), pen).length > 0) throw new Error('a sound register has faults')
  }
  const bare = (): void => {
    for (const { entry, signature } of rows) if (!pen.verify(null, REGISTER_LABEL, entry, signature)) throw new Error('a good signature failed')
  }
  const lines = table.lines()
  const search = (): void => {
    if (filterRegister(lines, { ...NO_REGISTER_FILTER, words: 'text 9999' }).length !== 1) throw new Error('not found')
  }
  const reading = (): void => {
    if (lines.filter((line) => JSON.stringify(line).toLowerCase().includes('text 9999')).length !== 1) throw new Error('not found')
  }
  return [
    await against(`check a register of ${ENTRIES} entries`, whole, `${ENTRIES} bare signature checks`, bare, 3),
    await against(`filter ${ENTRIES} entries by words`, search, 'one reading of them as JSON', reading, 3),
  ]
}
