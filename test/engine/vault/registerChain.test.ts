import { beforeAll, describe, expect, it } from 'vitest'
import { createIdentity, hasher, signerOf } from '../../../electron/engine/keys/index.ts'
import { encodeRegisterHead, parseRegisterHead, REGISTER_HEAD_LABEL, REGISTER_LABEL, type SignedHead } from '../../../electron/engine/vault/registerEntry.ts'
import type { RegisterRow, RegisterVerifier } from '../../../electron/engine/vault/registerTable.ts'
import { disagreement, verifyRegister } from '../../../electron/engine/vault/verifyRegister.ts'
import { decodeCbor, encodeCbor, type CborValue } from '../../../shared/base/cbor.ts'
import type { Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { RegisterFault } from '../../../shared/ipc/registerMethods.ts'
import { penOf, registerChain, statement, type RegisterChain } from '../../fakes/registerChain.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

const LENGTH = 40
const EVERY = Array.from({ length: LENGTH }, (_, at) => at)

let chain: RegisterChain
let rows: readonly RegisterRow[]
let head: SignedHead

beforeAll(async () => {
  chain = await registerChain(LENGTH)
  rows = chain.table.rows()
  head = chain.table.signedHead() ?? expect.fail('no head')
})

function faults(tampered: readonly RegisterRow[], kept: SignedHead | null = head): RegisterFault[] {
  return verifyRegister(tampered, kept, { hash: hasher, verify: remembered })
}

/** Two thousand registers differ in one entry each: the signatures of the others are not checked anew. */
const verdicts = new WeakMap<Uint8Array, WeakMap<Uint8Array, boolean>>()
const remembered: RegisterVerifier = (installation, label, message, signature) => {
  const known = verdicts.get(message)?.get(signature)
  const verdict = known ?? chain.pen.verify(installation, label, message, signature)
  verdicts.set(message, (verdicts.get(message) ?? new WeakMap<Uint8Array, boolean>()).set(signature, verdict))
  return verdict
}

function row(at: number): RegisterRow {
  return rows[at] ?? expect.fail(`no row ${at}`)
}

function altering(at: number, changed: Partial<RegisterRow>): RegisterRow[] {
  return rows.map((one, place) => (place === at ? { ...one, ...changed } : one))
}

type Fields = { readonly [key: string]: CborValue | undefined }
function fieldsOf(entry: Uint8Array): Fields {
  const decoded = decodeCbor(entry)
  if (!decoded.ok || typeof decoded.value !== 'object' || decoded.value === null) throw new Error('not an entry')
  return decoded.value as Fields
}

const other: Readonly<Record<string, CborValue>> = {
  v: 1, seq: 77, previous: '0'.repeat(64), atUtcMs: 1, action: 'text.forgotten', subject: 'Another text', result: 'other', code: 'x', installation: '1'.repeat(64),
  who: 'Somebody else (XX)', stage: 'x', dossier: 'e'.repeat(64), marking: null, details: [['number', 'changed']],
}

it('finds nothing in a register that nobody touched', () => {
  expect(faults(rows)).toEqual([])
  expect(verifyRegister([], null, chain.pen)).toEqual([])
})

describe.each(EVERY)('entry %i (counted from 0) of 40', (at) => {
  const seq = at + 1
  const last = at === LENGTH - 1

  it('is missed where it was removed', () => {
    const kind = last ? 'cut' : 'missing'
    expect(faults(rows.filter((_, place) => place !== at))).toEqual([{ kind, seq, toSeq: seq }])
  })

  it('is missed with all after it where the end was cut off there', () => {
    expect(faults(rows.slice(0, at))).toEqual([{ kind: 'cut', seq, toSeq: LENGTH }])
  })

  it('is found changed in every field of what it says, with and without a new hash', () => {
    const fields = fieldsOf(row(at).entry)
    expect(Object.keys(other).toSorted()).toEqual(Object.keys(fields).toSorted())
    for (const [name, value] of Object.entries(other)) {
      const entry = encodeCbor({ ...fields, [name]: value })
      expect(faults(altering(at, { entry })), name).toContainEqual({ kind: 'altered', seq, toSeq: seq })
      const found = faults(altering(at, { entry, hash: hasher(entry) }))
      expect(found.some((fault) => ['altered', 'unsigned'].includes(fault.kind) && fault.seq === seq), name).toBe(true)
    }
  })

  it('is found changed in every column that holds it', () => {
    const wrong = Uint8Array.from(row(at).signature, (byte, place) => (place === 9 ? byte ^ 1 : byte))
    expect(faults(altering(at, { signature: wrong }))).toContainEqual({ kind: 'unsigned', seq, toSeq: seq })
    expect(faults(altering(at, { hash: '0'.repeat(64) as Hash }))).toContainEqual({ kind: 'altered', seq, toSeq: seq })
    expect(faults(altering(at, { entry: new Uint8Array([0xff, 1]) }))).toContainEqual({ kind: 'altered', seq, toSeq: seq })
    const moved = altering(at, { seq: 99 }).toSorted((a, b) => a.seq - b.seq)
    expect(faults(moved)).toContainEqual({ kind: 'missing', seq, toSeq: last ? 98 : seq })
    expect(faults(moved)).toContainEqual({ kind: 'misplaced', seq: 99, toSeq: 99 })
  })

  it('is found where it changed places with its neighbour', () => {
    const [a, b] = last ? [at - 1, at] : [at, at + 1]
    const swapped = rows.map((one, place) => (place === a ? { ...row(b), seq: one.seq } : place === b ? { ...row(a), seq: one.seq } : one))
    const found = faults(swapped)
    expect(found).toContainEqual({ kind: 'misplaced', seq: a + 1, toSeq: b + 1 })
  })

  it('is found where it stands a second time: at once, or at the end', () => {
    expect(faults([...rows.slice(0, seq), row(at), ...rows.slice(seq)])).toContainEqual({ kind: 'misplaced', seq, toSeq: seq })
    expect(faults([...rows, { ...row(at), seq: LENGTH + 1 }])).toContainEqual({ kind: 'misplaced', seq: LENGTH + 1, toSeq: LENGTH + 1 })
  })

  it('is found where a forger wrote it: well formed, rightly numbered and chained, with another key', () => {
    const forger = penOf(createIdentity(seededRandom(66)))
    const entry = encodeCbor({ ...fieldsOf(row(at).entry), subject: 'Another text' })
    const forged = { seq, entry, hash: hasher(entry), signature: forger.sign(REGISTER_LABEL, entry) }
    expect(faults([...rows.slice(0, at), forged, ...rows.slice(seq)])).toContainEqual({ kind: 'unsigned', seq, toSeq: seq })
    const pushed = [...rows.slice(0, at), forged, ...rows.slice(at).map((one) => ({ ...one, seq: one.seq + 1 }))]
    const found = faults(pushed)
    expect(found[0]).toEqual({ kind: 'unsigned', seq, toSeq: seq })
    expect(found[1]).toEqual({ kind: 'misplaced', seq: seq + 1, toSeq: LENGTH + 1 })
  })
})

describe('an entry that our own key signed for another place', () => {
  it('is found by its link, even with the right number', () => {
    const entry = encodeCbor({ ...fieldsOf(row(20).entry), previous: '3'.repeat(64) })
    const signed = { seq: 21, entry, hash: hasher(entry), signature: chain.pen.sign(REGISTER_LABEL, entry) }
    expect(faults([...rows.slice(0, 20), signed, ...rows.slice(21)])).toContainEqual({ kind: 'unchained', seq: 21, toSeq: 21 })
  })
})

describe('the signed head', () => {
  const headAt = (entries: number, hash: Hash): SignedHead => {
    const statement_ = encodeRegisterHead({ installation: chain.pen.installation, entries, head: hash, atUtcMs: 0 })
    return { statement: statement_, signature: chain.pen.sign(REGISTER_HEAD_LABEL, statement_) }
  }

  it('is missed where it was removed', () => {
    expect(faults(rows, null)).toEqual([{ kind: 'headMissing', seq: LENGTH, toSeq: LENGTH }])
  })

  it('is found forged where it was shortened to hide a cut', () => {
    const parsed = parseRegisterHead(head.statement) ?? expect.fail('no head')
    const statement_ = encodeRegisterHead({ ...parsed, entries: 30, head: row(29).hash })
    expect(faults(rows.slice(0, 30), { ...head, statement: statement_ })).toEqual([{ kind: 'headForged', seq: 30, toSeq: 30 }])
    const stranger = createIdentity(seededRandom(8))
    const theirs = encodeRegisterHead({ ...parsed, installation: stranger.installation as InstallationId, entries: 30, head: row(29).hash })
    expect(faults(rows.slice(0, 30), { statement: theirs, signature: signerOf(stranger)(REGISTER_HEAD_LABEL, theirs) })).toEqual([{ kind: 'headForged', seq: 30, toSeq: 30 }])
  })

  it('an older one, put back, shows the entries after it; one that names another entry shows that one', () => {
    expect(faults(rows, headAt(30, row(29).hash))).toEqual([{ kind: 'beyondHead', seq: 31, toSeq: LENGTH }])
    expect(faults(rows, headAt(LENGTH, row(3).hash))).toEqual([{ kind: 'headDiffers', seq: LENGTH, toSeq: LENGTH }])
  })

  it('kept elsewhere, lies on every longer register and on no shorter or other one', () => {
    const kept = parseRegisterHead(headAt(30, row(29).hash).statement) ?? expect.fail('no head')
    expect(disagreement(rows, kept)).toBeNull()
    expect(disagreement(rows.slice(0, 30), kept)).toBeNull()
    expect(disagreement(rows.slice(0, 25), kept)).toEqual({ kind: 'cut', seq: 26, toSeq: 30 })
    expect(disagreement(altering(29, { hash: row(28).hash }), kept)).toEqual({ kind: 'headDiffers', seq: 30, toSeq: 30 })
  })
})

describe('what is written after a harm', () => {
  const FREE = ['register_is_never_changed', 'register_is_never_shortened', 'register_head_never_goes_back', 'register_head_is_never_removed'].map((name) => `DROP TRIGGER ${name}`).join('; ')
  const after = async (harm: string): Promise<RegisterFault[]> => {
    const own = await registerChain(10)
    own.db.exec(`${FREE}; ${harm}`)
    for (let at = 0; at < 3; at++) own.append()
    return verifyRegister(own.table.rows(), own.table.signedHead(), own.pen)
  }

  it('does not cover it: a cut end stays a gap', async () => {
    expect(await after('DELETE FROM register WHERE seq > 7')).toEqual([{ kind: 'missing', seq: 8, toSeq: 10 }])
  })

  it('does not cover it: a head that was removed or forged stays so', async () => {
    expect(await after('DELETE FROM register WHERE seq > 7; DELETE FROM register_head')).toContainEqual({ kind: 'headMissing', seq: 10, toSeq: 10 })
    expect(await after('UPDATE register_head SET signature = zeroblob(64)')).toContainEqual({ kind: 'headForged', seq: 13, toSeq: 13 })
  })
})

describe('SQL', () => {
  it.each([
    'UPDATE register SET signature = signature WHERE seq = 3',
    'DELETE FROM register WHERE seq = 10',
    "INSERT INTO register (seq, entry, hash, signature) VALUES (0, zeroblob(1), '', zeroblob(1))",
    'REPLACE INTO register SELECT * FROM register WHERE seq = 4',
    'DELETE FROM register_head',
    'UPDATE register_head SET entries = 4',
    'REPLACE INTO register_head SELECT only, entries - 1, statement, signature FROM register_head',
  ])('is refused: %s', async (sql) => {
    const own = await registerChain(10)
    const before = own.table.rows()
    expect(() => own.db.exec(sql)).toThrow(/register/)
    expect(own.table.rows()).toEqual(before)
  })
})

it('goes on from a register of the first version, whose entries had neither name nor head, and signs a head from then on', async () => {
  const own = await registerChain(0)
  const insert = own.db.prepare('INSERT INTO register (seq, entry, hash, signature) VALUES (?, ?, ?, ?)')
  let previous: Hash | null = null
  for (let seq = 1; seq <= 3; seq++) {
    const entry = encodeCbor({ v: 1, seq, previous, atUtcMs: seq, action: 'vault.unlocked', subject: 'Old', result: 'done', code: null })
    insert.run(seq, entry, hasher(entry), own.pen.sign(REGISTER_LABEL, entry))
    previous = hasher(entry)
  }
  expect(verifyRegister(own.table.rows(), own.table.signedHead(), own.pen)).toEqual([])
  own.table.append(statement(4), own.pen)
  expect(verifyRegister(own.table.rows(), own.table.signedHead(), own.pen)).toEqual([])
  expect(parseRegisterHead(own.table.signedHead()?.statement ?? new Uint8Array())).toMatchObject({ entries: 4, head: own.table.head() })
  expect(own.table.lines().map((line) => [line.seq, line.who])).toEqual([[1, ''], [2, ''], [3, ''], [4, own.pen.who]])
})
