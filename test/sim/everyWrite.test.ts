/** No plaintext in any write: a full demo under strace, in which every buffer that is handed to the system is searched. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../fakes/testDelegation.ts'

/** Words that stand nowhere but in titles and texts of this round; the demo's own names, and its passphrases. */
const TEXT_WORDS = ['zanzibarquokka', 'wombatflugel', 'kingfisherlock']
const DEMO_WORDS = ['rehearsal only', 'Lindqvist-Moreau', 'waterway ledger', 'Working Party', 'EXERCISE']
const SOURCE = `# ${TEXT_WORDS[0]} conclusions on locks

1. The Council takes note of the ${TEXT_WORDS[1]} report and of the activity against ports that has been seen by everybody in the field.

2. It calls on all Member States to act together and to share what they know about ${TEXT_WORDS[2]} in good time with one another.

3. It invites the Commission to report on the measures taken until the end of the year and thereafter each year.

4. It condemns the persistent conduct and stands ready to respond with the whole range of measures available.

5. It decides to remain seized of the matter and to come back to it before the summer.
`
const WRITES = 'write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg'
const LONGEST = 8 * 1024 * 1024

const root = temporaryFolder()
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Write {
  /** Path of the file; `pipe:[12]` and the like for others. */
  readonly to: string
  readonly bytes: Buffer
  readonly whole: boolean
}

/** One line of strace -y -xx: `12 pwrite64(23<\x2f…>, "\x00…", 4096, 0) = 4096`; writev has several strings in it. */
function parseWrite(line: string): Write | null {
  const call = /^\d+\s+(?:write|pwrite64|writev|pwritev2?|send\w+)\(\d+<([^>]*)>/.exec(line)
  if (!call) return null
  // Every byte of a string is escaped: a quotation mark begins or ends one. Three dots after it say that it was cut.
  const parts = line.slice(call[0].length).split('"')
  const [strings, between] = [parts.filter((_, at) => at % 2 === 1), parts.filter((_, at) => at % 2 === 0)]
  return { to: fromEscapes(call[1] ?? '').toString(), bytes: Buffer.concat(strings.map(fromEscapes)), whole: !between.some((part) => part.startsWith('...')) }
}

function fromEscapes(escaped: string): Buffer {
  return Buffer.from(escaped.replaceAll('\\x', ''), 'hex')
}

function wordsIn(bytes: Buffer): string[] {
  const letters = bytes.toString('latin1').toLowerCase()
  // In UTF-8, and in UTF-16 of either order, where a zero byte stands between two letters.
  return [...TEXT_WORDS, ...DEMO_WORDS].map((word) => word.toLowerCase()).filter((word) => letters.includes(word) || letters.includes([...word].join('\0')))
}

function playUnderStrace(): Write[] {
  const [log, text] = [join(root, 'log'), join(root, 'text.md')]
  writeFileSync(text, SOURCE)
  const cli = join(import.meta.dirname, '../../electron/cli/bin.ts')
  const strace = ['-f', '-y', '-xx', '-s', String(LONGEST), '-e', `trace=${WRITES}`, '-o', log]
  // A ring would hide writes from strace; a cache of compiled code is none of the demo's.
  const env = { ...process.env, UV_USE_IO_URING: '0', NODE_DISABLE_COMPILE_CACHE: '1' }
  const played = spawnSync('strace', [...strace, process.execPath, cli, 'demo', '--out', join(root, 'out'), '--text', text], { encoding: 'utf8', env, timeout: 280_000 })
  expect(played.status, played.stderr).toBe(0)
  return readFileSync(log, 'utf8').split('\n').flatMap((line) => parseWrite(line) ?? [])
}

/** What the person asked for in plain text: the papers, certificates, cards with the name of their owner, and what is shown on the terminal. */
const isMeantToBeRead = ({ to }: Write): boolean => to.includes('/out/papers/') || /\.(?:chcard|chcert)(?:\.part)?$/.test(to) || /^(?:pipe|socket):/.test(to) || to.endsWith('/chancery-demo.json')

const hasStrace = spawnSync('strace', ['-e', 'trace=write', 'true']).status === 0
if (!hasStrace) console.warn('\n!!! strace IS NOT HERE OR NOT ALLOWED: writes are not watched; only files are searched for plain text (test/engine/vault/plaintext.test.ts)\n')

if (hasStrace) {
  describe('a full demo under strace', () => {
    it('writes no word of titles, texts, names or passphrases but where somebody asked to read it', () => {
      const writes = playUnderStrace()
      const sealed = writes.filter((write) => !isMeantToBeRead(write))
      expect(sealed.filter(({ bytes }) => wordsIn(bytes).length > 0).map(({ to, bytes }) => `${to}: ${wordsIn(bytes).join(', ')}`)).toEqual([])
      // It saw what it looked for, whole, where it is meant to be, and it saw the vault and the stick being written.
      expect(writes.every(({ whole }) => whole)).toBe(true)
      const papers = writes.filter(({ to }) => to.includes('/out/papers/')).flatMap(({ bytes }) => wordsIn(bytes))
      expect(TEXT_WORDS.every((word) => papers.includes(word))).toBe(true)
      for (const name of ['vault.db-wal', 'vault.db', 'vault.key', '.chbundle.part']) expect(sealed.filter(({ to }) => to.endsWith(name)).length, name).toBeGreaterThan(3)
    }, 300_000)
  })
} else {
  it('is watched only where strace is', () => expect(hasStrace).toBe(false))
}
