/** `chancery release ...` and `chancery evidence ...` */
import { ok } from '../../shared/base/result.ts'
import { evidenceWords } from '../../shared/ipc/evidenceWords.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import { inBrussels } from './brusselsTime.ts'
import { delegations } from './choices.ts'
import { refused, wrongUsage, type Command, type CommandGroup } from './command.ts'
import { columns, short, table } from './layout.ts'
import { findDossier } from './references.ts'

const LEAST_DIGITS = 4

const consent: Command = {
  path: ['release', 'consent'],
  summary: 'let an item of your delegation go further, or a dossier that you opened; signed, and good for whoever carries it',
  positionals: [{ name: 'DOSSIER', help: 'reference or first digits' }, { name: 'ITEM', help: 'first digits of the event, from bundle plan; "dossier" for the whole' }],
  options: {
    to: { type: 'string', value: 'CODES', required: true, help: 'delegations, for example CZ,DE,EEAS' },
    reason: { type: 'string', value: 'TEXT', help: 'reason' },
  },
  vault: 'open',
  run: async (run) => {
    const recipients = delegations('to', run.args.required('to'))
    if (!recipients.ok) return recipients
    const found = await findDossier(run, run.args.positional('DOSSIER'))
    if (!found.ok) return found
    const { dossier } = found.value
    const shown = await run.call('dossier.show', { dossier })
    if (!shown.ok) return shown
    const { state } = shown.value
    const given = run.args.positional('ITEM')
    const items = given === 'dossier' ? [state.opened.event] : state.timeline.map((entry) => entry.event).filter((event) => given.length >= LEAST_DIGITS && event.startsWith(given.toLowerCase()))
    const [item] = items
    if (item === undefined) return refused(refusal('event-unknown'))
    if (items.length > 1) return wrongUsage(`"${given}" fits ${items.length} of them: give more digits of the identifier`)
    const consented = await run.call('release.consent', { dossier, item, recipients: recipients.value, reason: run.args.text('reason') ?? '' })
    return consented.ok ? ok({ result: consented.value, lines: [`Signed: event ${short(consented.value.event)}. It takes effect where it arrives.`] }) : consented
  },
}

const list: Command = {
  path: ['evidence', 'list'],
  summary: 'list what does not fit together among what others signed',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('evidence.list', {})
    if (!found.ok) return found
    const rows = found.value.evidence.map((one) => [short(one.evidence), one.kind, one.about, one.saidBy ?? '', `${one.fromSeq}${one.toSeq === one.fromSeq ? '' : `-${one.toSeq}`}`, one.where || one.circleName])
    return ok({ result: found.value, lines: table(['Evidence', 'What', 'About', 'Said by', 'Numbers', 'Where'], rows, 'Everything that was signed and came here fits together.') })
  },
}

const write: Command = {
  path: ['evidence', 'write'],
  summary: 'write evidence to a file that anybody can verify without a vault',
  positionals: [{ name: 'EVIDENCE', help: 'first digits, from evidence list' }, { name: 'TARGET', help: 'folder, or file' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('evidence.list', {})
    if (!found.ok) return found
    const given = run.args.positional('EVIDENCE').toLowerCase()
    const fitting = found.value.evidence.filter((one) => given.length >= LEAST_DIGITS && one.evidence.startsWith(given))
    const [one] = fitting
    if (one === undefined) return refused(refusal('evidence-unknown'))
    if (fitting.length > 1) return wrongUsage(`"${given}" fits ${fitting.length} of them: give more digits`)
    const written = await run.call('evidence.write', { evidence: one.evidence, target: run.target(run.args.positional('TARGET')) })
    return written.ok ? ok({ result: written.value, lines: [`Written: ${written.value.fileName} (${written.value.sizeBytes} bytes). It holds signatures, and no words of a dossier.`] }) : written
  },
}

const verify: Command = {
  path: ['evidence', 'verify'],
  summary: 'verify evidence from nothing but its file; needs no vault',
  positionals: [{ name: 'FILE', help: 'the evidence' }],
  options: {},
  vault: 'none',
  run: async (run) => {
    const verified = await run.call('evidence.verify', { source: run.source(run.args.positional('FILE')) })
    if (!verified.ok) return verified
    const { kind, signatories } = verified.value
    const nameOf = (installation: string | null): string => {
      const found = signatories.find((one) => one.installation === installation)
      return found === undefined ? `installation ${short(installation ?? '')}` : `${found.name} (${found.delegation})`
    }
    const { proves, cannot } = evidenceWords(kind, { about: nameOf(verified.value.about), saidBy: nameOf(verified.value.saidBy), fromSeq: verified.value.fromSeq, toSeq: verified.value.toSeq })
    return ok({
      result: verified.value,
      lines: [
        'Every signature in the file holds.', `It proves: ${proves}`, ...cannot.map((line) => `It does not prove: ${line}`), `Signed ${inBrussels(verified.value.claimedAtUtcMs)}, by the signatory’s own clock.`,
        'Compare the safety words with the people named, by voice:',
        ...columns(signatories.map((one) => [`  ${one.delegation}`, one.name, one.safetyWords.join(' ') + (one.rotated ? ' (new keys: ask the secretariat)' : '')])),
      ],
    })
  },
}

export const releaseCommands: CommandGroup = { name: 'release', summary: 'consent of an originator to let something go further', commands: [consent] }
export const evidenceCommands: CommandGroup = { name: 'evidence', summary: 'what others signed and does not fit together, for anybody to check', commands: [list, write, verify] }
