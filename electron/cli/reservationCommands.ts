/** `chancery reservation ...` */
import { ok } from '../../shared/base/result.ts'
import { choice } from './choices.ts'
import { wrongUsage, type Command, type CommandGroup } from './command.ts'
import { excerpt, short, table } from './layout.ts'
import { PARAGRAPH, paragraphPlace } from './places.ts'
import { findText } from './references.ts'
import { signed } from './silenceLifeCommands.ts'

const KINDS = ['scrutiny', 'parliamentaryScrutiny', 'substantive', 'linguistic'] as const
const TEXT = { name: 'TEXT', help: 'document number or first digits of the identifier' }
const REMARK = { type: 'string', value: 'TEXT', help: 'remark' } as const

const list: Command = {
  path: ['reservation', 'list'],
  summary: 'the ledger of reservations on a text, across its REVs',
  positionals: [TEXT],
  options: {},
  vault: 'open',
  run: async (run) => {
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const found = await run.call('reservation.list', { dossier: text.value.dossier, text: text.value.text })
    if (!found.ok) return found
    const rows = found.value.reservations.map((one) => [
      short(one.event), one.delegation, one.reservation, `REV ${one.rev}`, one.label === '' ? 'whole text' : `${one.label}${one.passage === 'gone' ? ' (gone since)' : ''}`,
      one.lifted === null ? 'open' : 'lifted', excerpt(one.remark, 60),
    ])
    return ok({ result: found.value, lines: table(['Reservation', 'By', 'Kind', 'Entered on', 'On', 'State', 'Remark'], rows, 'No reservations.') })
  },
}

const enter: Command = {
  path: ['reservation', 'enter'],
  summary: 'enter a reservation on the latest REV, outside a silence procedure',
  positionals: [TEXT],
  options: { kind: { type: 'string', value: 'KIND', required: true, help: KINDS.join(', ') }, paragraph: PARAGRAPH, remark: REMARK },
  vault: 'open',
  run: async (run) => {
    const kind = choice('kind', run.args.required('kind'), KINDS)
    if (!kind.ok) return kind
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const { dossier, text: id, latestRev } = text.value
    const place = await paragraphPlace(run, dossier, id, latestRev)
    if (!place.ok) return place
    return signed(await run.call('reservation.enter', { dossier, text: id, reservation: kind.value, place: place.value, remark: run.args.text('remark') ?? '' }))
  },
}

const lift: Command = {
  path: ['reservation', 'lift'],
  summary: 'lift a reservation of your delegation',
  positionals: [TEXT, { name: 'RESERVATION', help: 'first digits of the identifier' }],
  options: { remark: REMARK },
  vault: 'open',
  run: async (run) => {
    const text = await findText(run, run.args.positional('TEXT'))
    if (!text.ok) return text
    const { dossier, text: id } = text.value
    const found = await run.call('reservation.list', { dossier, text: id })
    if (!found.ok) return found
    const given = run.args.positional('RESERVATION').toLowerCase()
    const named = found.value.reservations.filter((one) => given.length >= 4 && one.event.startsWith(given))
    const [reserved] = named
    if (!reserved || named.length > 1) return wrongUsage(`${named.length === 0 ? 'no reservation begins' : 'several reservations begin'} with "${given}"`)
    return signed(await run.call('reservation.lift', { dossier, reservation: reserved.event, remark: run.args.text('remark') ?? '' }))
  },
}

export const reservationCommands: CommandGroup = { name: 'reservation', summary: 'reservations on texts: list, enter, lift', commands: [list, enter, lift] }
