/** One round between two vaults, played with commands only: card to certificate. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { terminalIn } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-round-'))
const terminal = terminalIn(folder)
const DRAFT = '# Draft conclusions on a fictional case\n\n1. The Council welcomes the report.\n\n2. The Council invites delegations to reply.\n'

type Body = Record<string, unknown>

/** Runs a command on one of the two vaults and gives its result; the exit code must be 0. */
async function on(vault: 'gsc' | 'cz', ...argv: string[]): Promise<Body> {
  const { code, body, err } = await terminal.json(...argv, '--vault', vault, '--passphrase-stdin')
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${err}`)
  return body['result'] as Body
}

async function refusedOn(vault: 'gsc' | 'cz', ...argv: string[]): Promise<{ code: number; refusal: unknown; err: string }> {
  const { code, body, err } = await terminal.json(...argv, '--vault', vault, '--passphrase-stdin')
  return { code, refusal: (body['refusal'] as Body | undefined)?.['code'], err }
}

function bundlesOnStick(): string[] {
  return readdirSync(join(folder, 'stick')).filter((name) => name.endsWith('.chbundle')).map((name) => join('stick', name))
}

/** Writes with one vault, imports with the other, and gives the path. */
async function carry(from: 'gsc' | 'cz', to: 'gsc' | 'cz'): Promise<string> {
  const before = bundlesOnStick()
  await on(from, 'bundle', 'write', 'stick')
  const path = bundlesOnStick().find((name) => !before.includes(name)) ?? ''
  await on(to, 'bundle', 'import', path)
  return path
}

describe('one round on the command line', () => {
  beforeAll(async () => {
    mkdirSync(join(folder, 'stick'))
    mkdirSync(join(folder, 'papers'))
    writeFileSync(join(folder, 'draft.md'), DRAFT)
    const create = ['vault', 'create', '--acknowledge']
    await on('gsc', ...create, '--name', 'Johanna Lindqvist', '--delegation', 'GSC')
    await on('cz', ...create, '--name', 'Radovan Hruskovec', '--delegation', 'CZ')
  })

  test('cards: untrusted when read, and a holder is not admitted before the safety words are compared', async () => {
    const mine = await on('cz', 'card', 'write', 'stick')
    const theirs = await on('gsc', 'card', 'write', 'stick')
    const read = await on('gsc', 'card', 'read', join('stick', String(mine['fileName'])))
    expect(read).toMatchObject({ delegation: 'CZ', trusted: false, safetyWords: mine['safetyWords'] })
    await on('cz', 'card', 'read', join('stick', String(theirs['fileName'])))
    await on('gsc', 'circle', 'found', 'Working Party', '--kind', 'HWPCI')
    expect(await refusedOn('gsc', 'circle', 'admit', 'CZ')).toMatchObject({ code: 1, refusal: 'safety-words-not-compared' })
    expect(await refusedOn('gsc', 'card', 'trust', 'CZ')).toMatchObject({ code: 1, refusal: 'safety-words-not-compared' })
    expect(await on('gsc', 'card', 'trust', 'CZ', '--safety-words-compared')).toMatchObject({ trusted: true })
    await on('cz', 'card', 'trust', 'GSC', '--safety-words-compared')
    expect(await on('gsc', 'circle', 'admit', 'CZ')).toMatchObject({ epoch: 2 })
    expect(await refusedOn('gsc', 'circle', 'admit', 'FR')).toMatchObject({ code: 1, refusal: 'card-unknown' })
  })

  test('dossier and text travel; a preview changes nothing', async () => {
    await on('gsc', 'dossier', 'open', '--reference', 'EX/1', '--title', 'A fictional case', '--kind', 'exercise', '--limite', '--tlp', 'GREEN')
    await on('gsc', 'dossier', 'step', 'EX/1', '1', '--state', 'begun')
    await on('gsc', 'text', 'add', 'EX/1', 'draft.md', '--number', '1/26', '--code', 'CYBER 1')
    expect(await on('gsc', 'bundle', 'plan')).toMatchObject({ exercise: true, recipients: [{ delegation: 'CZ' }] })
    await on('gsc', 'bundle', 'write', 'stick')
    const [path] = bundlesOnStick()
    expect(await on('cz', 'bundle', 'preview', path ?? '')).toMatchObject({ sender: { delegation: 'GSC' }, alreadyImported: false })
    expect(await on('cz', 'dossier', 'list')).toEqual({ dossiers: [] })
    await on('cz', 'bundle', 'import', path ?? '')
    expect(await on('cz', 'dossier', 'list')).toMatchObject({ dossiers: [{ reference: 'EX/1', exercise: true, marking: { limite: true, tlp: 'GREEN' } }] })
  })

  test('an edited copy becomes suggestions; a file of suggestions is taken as it stands; an unchanged copy is refused', async () => {
    expect(await refusedOn('cz', 'text', 'suggest', '1/26', 'draft.md')).toMatchObject({ code: 1, refusal: 'nothing-changed' })
    writeFileSync(join(folder, 'edited.md'), DRAFT.replace('welcomes', 'takes note of'))
    expect((await on('cz', 'text', 'suggest', '1/26', 'edited.md', '--reason', 'Less warm.'))['suggestions']).toHaveLength(1)
    const { revision } = await on('cz', 'text', 'show', '1/26') as { revision: { document: { blocks: { id: string; kind: string }[] } } }
    const second = revision.document.blocks.filter((block) => block.kind === 'numbered')[1]?.id
    const amendments = [{ op: 'replace', block: second, from: 0, to: 3, insert: [{ text: 'This', marks: [] }] }]
    writeFileSync(join(folder, 'more.json'), JSON.stringify([{ amendments, reason: null }]))
    expect((await on('cz', 'text', 'suggest', '1/26', 'more.json'))['suggestions']).toHaveLength(1)
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify([{ amendments: [{ op: 'burn' }], reason: null }]))
    expect(await refusedOn('cz', 'text', 'suggest', '1/26', 'wrong.json')).toMatchObject({ code: 2, err: expect.stringContaining('suggestions.0.amendments') })
  })

  test('situational awareness and positions are signed by the delegation', async () => {
    await on('cz', 'dossier', 'contribute', 'EX/1', '--title', 'Findings', '--kind', 'technical', '--text-file', 'draft.md', '--reliability', 'B', '--credibility', '2')
    await on('cz', 'dossier', 'position', 'EX/1', '--subject', 'The draft', '--stance', 'canAccept')
    expect(await refusedOn('cz', 'dossier', 'position', 'EX/1', '--subject', 'The draft', '--option', '12', '--stance', 'support')).toMatchObject({ code: 2 })
    expect(await refusedOn('cz', 'dossier', 'position', 'EX/1', '--option', '12', '--stance', 'support')).toMatchObject({ code: 2, err: expect.stringContaining('no option begins with 12') })
    await carry('cz', 'gsc')
    const { state } = await on('gsc', 'dossier', 'show', 'EX/1') as { state: Body }
    expect(state).toMatchObject({ contributions: [{ delegation: 'CZ', reliability: 'B', credibility: '2' }], positions: [{ delegation: 'CZ', stance: 'canAccept' }] })
  })

  test('consolidation by letters: an open suggestion is refused, a wrong letter is wrong usage', async () => {
    const { groups } = await on('gsc', 'text', 'consolidate', '1/26') as { groups: { letter: string; delegations: string[] }[] }
    expect(groups.map(({ letter, delegations }) => ({ letter, delegations }))).toEqual([{ letter: 'A', delegations: ['CZ'] }, { letter: 'B', delegations: ['CZ'] }])
    expect(await refusedOn('gsc', 'text', 'issue', '1/26', '--accept', 'A')).toMatchObject({ code: 1, refusal: 'suggestion-open' })
    expect(await refusedOn('gsc', 'text', 'issue', '1/26', '--accept', 'A,Z')).toMatchObject({ code: 2, err: expect.stringContaining('there is no suggestion Z') })
    expect(await refusedOn('gsc', 'text', 'issue', '1/26', '--accept', 'A,B', '--decline', 'B')).toMatchObject({ code: 2, err: expect.stringContaining('B has two verdicts') })
    const printed = await terminal.run('text', 'consolidate', '1/26', '--vault', 'gsc', '--passphrase-stdin')
    expect(printed.out).toMatch(/^A {2}CZ \(1 suggestion\)\n.*~~welcomes~~\*\*takes note of\*\*.*\n {3}CZ: Less warm\.$/m)
  })

  test('verdicts from a file: a compromise goes in with its own words, and the proof holds', async () => {
    writeFileSync(join(folder, 'verdicts.json'), JSON.stringify([{ letter: 'A', verdict: 'agreed' }]))
    expect(await refusedOn('gsc', 'text', 'issue', '1/26', '--verdicts', 'verdicts.json')).toMatchObject({ code: 2, err: expect.stringContaining('see 0.verdict') })
    const { groups } = await on('gsc', 'text', 'consolidate', '1/26') as { groups: { amendments: { insert: { text: string }[] }[] }[] }
    const edited = groups[1]?.amendments.map((amendment) => ({ ...amendment, insert: [{ text: 'That', marks: [] }] }))
    writeFileSync(join(folder, 'verdicts.json'), JSON.stringify([{ letter: 'A', verdict: 'accepted' }, { letter: 'B', verdict: 'edited', edited, reason: 'Style.' }]))
    const issued = await on('gsc', 'text', 'issue', '1/26', '--verdicts', 'verdicts.json')
    expect(issued).toMatchObject({ rev: 1, proof: { acceptGivesClean: true, rejectGivesPredecessor: true } })
    const { revision } = await on('gsc', 'text', 'show', '1/1/26 REV 1') as { revision: { document: { blocks: { content: { text: string }[] }[] } } }
    expect(revision.document.blocks.at(-1)?.content[0]?.text).toBe('That Council invites delegations to reply.')
  })

  test('the next REV is written clean and marked, and proves itself again', async () => {
    const [text] = (await on('gsc', 'text', 'list') as { texts: { text: string; number: string }[] }).texts
    const clean = await on('gsc', 'text', 'write', text?.text.slice(0, 8) ?? '', 'papers', '--format', 'md')
    expect(readFileSync(join(folder, 'papers', String(clean['fileName'])), 'utf8')).toContain('takes note of the report')
    const marked = await on('gsc', 'text', 'write', text?.text ?? '', 'papers', '--format', 'md', '--version', 'marked')
    expect(readFileSync(join(folder, 'papers', String(marked['fileName'])), 'utf8')).toContain('~~welcomes~~')
    expect(await on('gsc', 'text', 'verify', text?.text ?? '')).toMatchObject({ rev: 1, comparedWith: 0, proof: { failures: [] } })
    expect((await terminal.run('text', 'show', text?.text ?? '', '--marked', '--vault', 'gsc', '--passphrase-stdin')).out).toContain('~~welcomes~~')
  })

  test('silence: the question whether it breaks is asked, the intake stays open before the deadline', async () => {
    const [text] = (await on('gsc', 'text', 'list') as { texts: { text: string }[] }).texts
    const open = ['silence', 'open', text?.text ?? '', '--forward-to', 'PSC', '--deadline']
    expect(await refusedOn('gsc', ...open, '2020-01-01T17:00')).toMatchObject({ code: 1, refusal: 'deadline-past' })
    expect(await refusedOn('gsc', ...open, '2099-03-29T02:30')).toMatchObject({ code: 1, refusal: 'deadline-nonexistent' })
    const { event } = await on('gsc', ...open, '2099-06-01T17:00') as { event: string }
    expect(await refusedOn('gsc', 'silence', 'close', event)).toMatchObject({ code: 1, refusal: 'intake-before-deadline' })
    await carry('gsc', 'cz')
    const respond = ['silence', 'respond', event, '--kind', 'objection']
    expect(await refusedOn('cz', ...respond)).toMatchObject({ code: 2, err: expect.stringContaining('does this break silence?') })
    await on('cz', ...respond, '--breaks', '--remark', 'We cannot agree.')
    await carry('cz', 'gsc')
    expect(await on('gsc', 'silence', 'show', event.slice(0, 10))).toMatchObject({ silence: { outcome: { broken: true, provisional: true } } })
    expect(await refusedOn('gsc', 'silence', 'certify', event)).toMatchObject({ code: 1, refusal: 'intake-open' })
    expect(await refusedOn('cz', 'silence', 'extend', event, '--deadline', '2099-06-02T17:00')).toMatchObject({ code: 1, refusal: 'not-setter' })
    expect((await terminal.run('silence', 'list', '--vault', 'gsc', '--passphrase-stdin')).out).toContain('1 June 2099, 17:00 Brussels time (2099-06-01 15:00 UTC)')
  })

  test('silence: an answer is taken back, a procedure suspended, resumed, broken by nobody and withdrawn; reservations and kinds are listed', async () => {
    const { silences } = await on('gsc', 'silence', 'list') as { silences: { silence: { procedure: string; responses: { event: string }[] } }[] }
    const event = silences[0]?.silence.procedure ?? ''
    const answer = silences[0]?.silence.responses[0]?.event ?? ''
    await on('cz', 'silence', 'withdraw-answer', event, answer.slice(0, 10), '--remark', 'New instructions')
    await carry('cz', 'gsc')
    expect(await on('gsc', 'silence', 'show', event)).toMatchObject({ silence: { phase: 'running', outcome: { broken: false } } })
    await on('gsc', 'silence', 'suspend', event, '--reason', 'Translation')
    expect(await refusedOn('gsc', 'silence', 'close', event)).toMatchObject({ code: 1, refusal: 'procedure-suspended' })
    await on('gsc', 'silence', 'resume', event, '--deadline', '2099-06-03T18:00', '--zone', 'Europe/Riga')
    await on('gsc', 'silence', 'calendar', event, '--target', 'papers', '--alarm', '60')
    expect(readdirSync(join(folder, 'papers')).some((name) => name.endsWith('.ics'))).toBe(true)
    await on('gsc', 'silence', 'withdraw', event, '--reason', 'Another way')
    const [text] = (await on('gsc', 'text', 'list') as { texts: { text: string }[] }).texts
    const id = text?.text ?? ''
    expect(await refusedOn('gsc', 'reservation', 'enter', id, '--kind', 'moral')).toMatchObject({ code: 2 })
    expect(await refusedOn('gsc', 'reservation', 'enter', id, '--kind', 'linguistic', '--paragraph', '99')).toMatchObject({ code: 2 })
    const { event: reservation } = await on('gsc', 'reservation', 'enter', id, '--kind', 'linguistic', '--remark', 'One comma') as { event: string }
    await on('gsc', 'reservation', 'lift', id, reservation.slice(0, 8))
    expect((await terminal.run('reservation', 'list', id, '--vault', 'gsc', '--passphrase-stdin')).out).toMatch(/GSC\s+linguistic\s+REV \d\s+whole text\s+lifted\s+One comma/)
    expect((await terminal.run('silence', 'kinds', '--vault', 'gsc', '--passphrase-stdin')).out).toContain('adopted, later noted')
  })

  test('a file is attached, comes out byte for byte after a warning, and is destroyed for good', async () => {
    writeFileSync(join(folder, 'traces.bin'), Buffer.alloc(70_000, 'traces'))
    const { dossiers } = await on('gsc', 'dossier', 'list') as { dossiers: { reference: string }[] }
    const dossier = dossiers[0]?.reference ?? ''
    expect(await on('gsc', 'attachment', 'add', dossier, 'traces.bin', '--limite')).toMatchObject({ name: 'traces.bin', sizeBytes: 70_000 })
    expect(await refusedOn('gsc', 'attachment', 'export', dossier, 'traces.bin', 'papers')).toMatchObject({ code: 1, refusal: 'clear-not-acknowledged' })
    expect(await on('gsc', 'attachment', 'export', dossier, 'traces.bin', 'papers', '--in-the-clear')).toMatchObject({ fileName: 'traces.bin' })
    expect(readFileSync(join(folder, 'papers', 'traces.bin'))).toEqual(readFileSync(join(folder, 'traces.bin')))
    await carry('gsc', 'cz')
    expect((await terminal.run('attachment', 'list', dossier, '--vault', 'cz', '--passphrase-stdin')).out).toMatch(/here\s+traces\.bin/)
    expect((await terminal.run('attachment', 'destroy', dossier, 'traces.bin', '--vault', 'gsc', '--passphrase-stdin')).code).toBe(2)
    await on('gsc', 'attachment', 'destroy', dossier, 'traces.bin', '--for-good', '--reason', 'End of the case')
    expect((await terminal.run('attachment', 'list', dossier, '--vault', 'gsc', '--passphrase-stdin')).out).toContain('destroyed here')
  })

  test('what is not a bundle is refused at its stage, and nothing more is imported twice', async () => {
    expect(await refusedOn('cz', 'bundle', 'import', 'draft.md')).toMatchObject({ code: 1, refusal: 'not-a-bundle' })
    expect(await refusedOn('cz', 'bundle', 'preview', 'absent.chbundle')).toMatchObject({ code: 1, refusal: 'file-missing' })
    const { bundles } = await on('gsc', 'bundle', 'history') as { bundles: { direction: string }[] }
    expect(bundles.map((bundle) => bundle.direction)).toEqual(expect.arrayContaining(['in', 'out']))
  })
})
