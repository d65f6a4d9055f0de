/** `chancery certificate ...` */
import { ok } from '../../shared/base/result.ts'
import type { Command, CommandGroup } from './command.ts'
import { columns } from './layout.ts'
import { findSilence } from './references.ts'

const write: Command = {
  path: ['certificate', 'write'],
  summary: 'write the certificate of a silence procedure as a file',
  positionals: [{ name: 'PROCEDURE', help: 'first digits of the identifier' }, { name: 'TARGET', help: 'folder, or file' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const view = await findSilence(run, run.args.positional('PROCEDURE'))
    if (!view.ok) return view
    const procedure = { dossier: view.value.dossier, procedure: view.value.silence.procedure }
    const written = await run.call('certificate.write', { ...procedure, target: run.target(run.args.positional('TARGET')) })
    return written.ok ? ok({ result: written.value, lines: [`Written: ${written.value.fileName} (${written.value.sizeBytes} bytes)`] }) : written
  },
}

const verify: Command = {
  path: ['certificate', 'verify'],
  summary: 'verify a certificate against the card of its setter; needs no vault',
  positionals: [{ name: 'FILE', help: 'the certificate' }],
  options: { card: { type: 'string', value: 'CARD', required: true, help: 'the card file of the setter' } },
  vault: 'none',
  run: async (run) => {
    const files = { certificate: run.source(run.args.positional('FILE')), card: run.source(run.args.required('card')) }
    const verified = await run.call('certificate.verify', files)
    if (!verified.ok) return verified
    const { setter, delegation, reference, outcomeWords, textHash, checked, notProven } = verified.value
    return ok({
      result: verified.value,
      lines: [
        'The certificate is genuine.',
        ...columns([['Signed by', `${setter} (${delegation})`], ['Dossier', reference], ['Outcome', outcomeWords], ['Text hash', textHash]]),
        'Checked', ...checked.map((line) => `  ${line}`),
        'Not proven', ...notProven.map((line) => `  ${line}`),
      ],
    })
  },
}

export const certificateCommands: CommandGroup = { name: 'certificate', summary: 'signed outcomes of silence procedures', commands: [write, verify] }
