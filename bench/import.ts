/** 27 delegations' replies imported in one go, against the signature checks alone that their events need. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createEngine, type Engine } from '../electron/engine/entry.ts'
import { createIdentity, randomBytes, ready, signerOf, verifier } from '../electron/engine/keys/index.ts'
import { MEMBER_STATES, type Delegation } from '../shared/base/delegations.ts'
import type { Method, Output } from '../shared/ipc/contract.ts'
import { lineOf, type Measured } from './measure.ts'

const POSITIONS = 200
const PASSPHRASE = 'a bench has four legs and a plank'

interface Party {
  readonly engine: Engine
  call<M extends Method>(method: M, input: unknown): Promise<Output<M>>
}

export async function benchImport(): Promise<Measured[]> {
  await ready()
  const root = await mkdtemp(join(tmpdir(), 'chancery-bench-'))
  try {
    return [await importEvening(root)]
  } finally {
    await rm(root, { recursive: true })
  }
}

async function importEvening(root: string): Promise<Measured> {
  const secretariat = await party(root, 'GSC')
  const members = await Promise.all(MEMBER_STATES.map((delegation) => party(root, delegation)))
  const replies = await exchange(root, secretariat, members)
  const started = performance.now()
  let events = 0
  for (const reply of replies) {
    const { preview } = await secretariat.call('bundle.preview', { source: secretariat.engine.grantSource(reply) })
    events += (await secretariat.call('bundle.import', { preview })).admitted
  }
  const oursMs = performance.now() - started
  const peerMs = bareChecks(events)
  for (const { engine } of [secretariat, ...members]) await engine.close()
  return { name: `preview and import ${replies.length} replies with ${events} events`, peer: `${events} bare signature checks`, oursMs, peerMs, ratio: oursMs / peerMs }
}

async function party(root: string, delegation: Delegation): Promise<Party> {
  const engine = await createEngine({ vaultFolder: join(root, delegation), kdf: 'floor' })
  const call = async <M extends Method>(method: M, input: unknown): Promise<Output<M>> => {
    const answer = await engine.call(method, input)
    if (!answer.ok) throw new Error(`${delegation}: ${method}: ${answer.error.code}`)
    return answer.value
  }
  await call('vault.create', { name: `Bench ${delegation}`, delegation, passphrase: PASSPHRASE, acknowledged: true })
  return { engine, call }
}

/** Cards, admission, one dossier out, and every member's positions back; the replies' paths. */
async function exchange(root: string, secretariat: Party, members: readonly Party[]): Promise<string[]> {
  const path = (fileName: string): string => join(root, fileName)
  const write = async (from: Party): Promise<string> => path((await from.call('card.write', { target: from.engine.grantTarget(root) })).fileName)
  const trust = async (at: Party, card: string): Promise<string> => {
    const { installation } = await at.call('card.read', { source: at.engine.grantSource(card) })
    await at.call('card.trust', { installation, safetyWordsCompared: true })
    return installation
  }
  const { circle } = await secretariat.call('circle.found', { name: 'Bench', kind: 'HWPCI' })
  const card = await write(secretariat)
  for (const member of members) {
    await trust(member, card)
    const installation = await trust(secretariat, await write(member))
    await secretariat.call('circle.admit', { circle, installation, roles: ['delegate'], member: true })
  }
  const marking = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }
  const { dossier } = await secretariat.call('dossier.open', {
    circle, reference: 'BENCH 1', title: 'Bench', kind: 'exercise', summary: '', marking, distribution: [...MEMBER_STATES],
  })
  const [out] = (await secretariat.call('bundle.write', { circle, recipients: [], everything: false, target: secretariat.engine.grantTarget(root) })).files
  const replies: string[] = []
  for (const member of members) {
    const { preview } = await member.call('bundle.preview', { source: member.engine.grantSource(path(out?.fileName ?? '')) })
    await member.call('bundle.import', { preview })
    for (let at = 0; at < POSITIONS; at++) await member.call('dossier.takePosition', { dossier, subject: `Point ${at}`, stance: 'support', remark: '' })
    const recipients = (await member.call('bundle.plan', { circle, recipients: [], everything: false })).recipients.filter((one) => one.delegation === 'GSC')
    const { files } = await member.call('bundle.write', { circle, recipients: recipients.map((one) => one.installation), everything: false, target: member.engine.grantTarget(root) })
    replies.push(...files.map((file) => path(file.fileName)))
  }
  return replies
}

function bareChecks(count: number): number {
  const identity = createIdentity(randomBytes)
  const message = randomBytes(400)
  const label = 'chancery/bench\0'
  const signature = signerOf(identity)(label, message)
  const started = performance.now()
  for (let at = 0; at < count; at++) if (!verifier(identity.signingKey, label, message, signature)) throw new Error('a good signature failed')
  return performance.now() - started
}

if (import.meta.main) for (const measured of await benchImport()) console.log(lineOf(measured))
