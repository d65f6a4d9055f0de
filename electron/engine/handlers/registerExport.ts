import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { encodeRegisterCsv } from '../outgoing/registerCsv.ts'
import { encodeRegisterHtml, printedRegister, type RegisterExtract } from '../outgoing/registerHtml.ts'
import { chooseTarget } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'
import { filterRegister } from './registerFilter.ts'

/** In the clear, with the highest marking of what the entries name; the export is an entry of its own. */
export const registerExport: VaultHandler<'register.export'> = async ({ format, filter, target }, session, context) => {
  const extract = extractOf(filter, session, context)
  const bytes = await encode(extract, format, context)
  if (!bytes.ok) return bytes
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const fileName = `register-${session.me.delegation.toLowerCase()}-${new Date(context.now()).toISOString().slice(0, 10)}.${format}`
  const written = await writeFile(await (await chooseTarget(path, 1)).place(fileName), bytes.value)
  if (!written.ok) return err(refusal(written.error))
  const counts = `${extract.entries.length} of ${extract.total} entries`
  session.record('register.exported', `${written.value.fileName}: ${counts}`, 'done', null, {
    marking: extract.marking, details: [['file', written.value.fileName], ['hash', context.hash(bytes.value)], ...filterDetails(filter)],
  })
  return ok({ ...written.value, entries: extract.entries.length })
}

function extractOf(filter: Input<'register.export'>['filter'], session: VaultSession, { now }: HandlerContext): RegisterExtract {
  const { register } = session.store
  const entries = filterRegister(register.lines(), filter)
  const { name, delegation, installation } = session.me
  return {
    entries, total: register.count(), head: register.head(), madeAtUtcMs: now(), who: `${name} (${delegation})`, installation,
    marking: highestOf(entries.flatMap((entry) => entry.marking ?? [])),
    filter: filterDetails(filter).map(([part, value]) => `${part}: ${value}`),
  }
}

async function encode(extract: RegisterExtract, format: Input<'register.export'>['format'], { print }: HandlerContext): Promise<Result<Uint8Array, Refusal>> {
  if (format === 'csv') return ok(utf8(encodeRegisterCsv(extract.entries)))
  if (format === 'html') return ok(utf8(encodeRegisterHtml(extract)))
  const pdf = print === null ? null : await print.toPdf(printedRegister(extract))
  return pdf === null ? err(refusal('print-unavailable')) : ok(pdf)
}

function filterDetails({ fromUtcMs, toUtcMs, group, result, dossier, words }: Input<'register.export'>['filter']): [name: string, text: string][] {
  const moment = (utcMs: number | null): string | null => (utcMs === null ? null : new Date(utcMs).toISOString())
  const parts: [string, string | null][] = [['from', moment(fromUtcMs)], ['to', moment(toUtcMs)], ['group', group], ['result', result], ['dossier', dossier], ['words', words.trim() || null]]
  return parts.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]))
}
