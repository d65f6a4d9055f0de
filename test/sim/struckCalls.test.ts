import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { device, type Fault, type Mode } from '../fakes/failingDevice.ts'
import { openKnownVault, type KnownKeyVault } from '../fakes/knownKeyVault.ts'
import { seededRandom } from '../fakes/seededRandom.ts'
import { cardOf, conveneCircle, makeDelegation, receive, send, temporaryFolder } from '../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../fakes/testDossier.ts'
import { backupKey, databaseKey } from '../fakes/vaultFiles.ts'
import { contentOf, faultsOf } from './killedWork.ts'
import { copyScene, filesIn, MARKING, operations, type Operation, type Scene } from './struckCalls.ts'

vi.mock('node:fs', async (original) => (await import('../fakes/failingDevice.ts')).failingFs(await original()))
vi.mock('node:fs/promises', async (original) => (await import('../fakes/failingDevice.ts')).failingFsPromises(await original()))
vi.mock('better-sqlite3-multiple-ciphers', async (original) => {
  const { failingDriver } = await import('../fakes/failingDevice.ts')
  return { default: failingDriver((await original<{ default: Parameters<typeof failingDriver>[0] }>()).default) }
})

const root = temporaryFolder()
let template: Scene
let scenes = 0

beforeAll(async () => {
  template = await makeTemplate()
}, 60_000)
afterEach(() => void device.repair())
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The secretariat's vault, with a bundle from a delegate that it has not read and a card that it does not know. */
async function makeTemplate(): Promise<Scene> {
  const circle = await conveneCircle(['CZ'])
  const { secretariat, stick } = circle
  const cz = circle.member('CZ')
  const dossier = await openDossier(secretariat, circle.circle, ['CZ'])
  const source = join(root, 'draft.md')
  writeFileSync(source, '# Draft conclusions on locks\n\n1. The Council takes note of the report.\n')
  const { text } = await secretariat.call('text.add', { dossier, source: secretariat.source(source), cover: {}, title: null })
  const picture = join(root, 'evidence.bin')
  // Several chunks, and not a whole number of them.
  writeFileSync(picture, seededRandom(8)(200_001))
  const { attachment } = await secretariat.call('attachment.add', { dossier, source: secretariat.source(picture), marking: MARKING })
  for (const path of await send(secretariat, circle.circle, stick)) await receive(cz, path)
  for (const remark of ['One', 'Two']) await takePosition(cz, dossier, remark)
  const [bundle = ''] = await send(cz, circle.circle, stick, [secretariat])
  const stranger = await makeDelegation({ folder: join(root, 'stranger'), delegation: 'NL' })
  const card = await cardOf(stranger, root)
  await stranger.close()
  await secretariat.close()
  const [folder, kept] = [join(root, 'template'), join(root, 'reply.chbundle')]
  cpSync(secretariat.folder, folder, { recursive: true })
  cpSync(bundle, kept)
  const [rawKeyHex, backupKeyHex] = [await databaseKey(folder), await backupKey(folder)]
  await circle.dissolve()
  return { folder, rawKeyHex, backupKeyHex, stick: '', circle: circle.circle, dossier, text, card, bundle: kept, picture, attachment }
}

interface Outcome {
  /** The call that failed; null where the operation was over before. */
  readonly struck: string | null
  readonly answer: string
}

async function attempt(operation: Operation, vault: KnownKeyVault, scene: Scene, at: number, mode: Mode, fault: Fault): Promise<Outcome> {
  device.failAt(at, mode, fault)
  const answer = await operation.run(vault, scene).then((result) => (result.ok ? 'done' : result.error.code), (error: unknown) => `threw ${String(error)}`)
  return { struck: device.repair(), answer }
}

const freshScene = (): Scene => copyScene(template, join(root, `scene-${++scenes}`))

/** What was looked at is registered before it is shown, whatever becomes of the call that looked. */
const LOOKED: readonly string[] = ['bundle.preview', 'text.viewed', 'dossier.viewed']

/** A refusal may leave its own line in the register, and what it looked at: nothing else. */
function contentBut(vault: KnownKeyVault): unknown {
  const { store } = vault.session
  const lines = store.register.lines().filter((line) => line.result === 'done' && !LOOKED.includes(line.action)).map((line) => [line.action, line.subject])
  return [store.events.all().map(({ event }) => event.id), store.drafts.all(), store.bundles.all(), store.cards.all(), store.settings.get('lockAfterMinutes'), [...store.attachments.blobs()], lines]
}

/** Refusals that say what happened; `internal` would be our own mistake. */
const EXPECTED = { EIO: /^(?:write-failed|verify-failed|file-unreadable|file-missing|target-exists|vault-damaged|attachment-altered)$/, ENOSPC: /^disk-full$/ }

interface Place {
  readonly scene: Scene
  readonly vault: KnownKeyVault
  readonly before: unknown
  readonly files: readonly string[]
}

function openPlace(): Place {
  const scene = freshScene()
  const vault = openKnownVault(scene, 5)
  return { scene, vault, before: contentBut(vault), files: filesIn(scene) }
}

async function closeSound({ scene, vault }: Place): Promise<void> {
  vault.close()
  expect(await faultsOf(scene, 6, async () => [])).toEqual([])
  rmSync(join(scene.folder, '..'), { recursive: true, force: true })
}

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  it.each(['EIO', 'ENOSPC'] as const)('is refused, and changes nothing, whichever single call fails with %s; then it succeeds', async (fault) => {
    let [place, failed] = [openPlace(), 0]
    for (let at = 1; ; at++) {
      const { struck, answer } = await attempt(operation, place.vault, place.scene, at, 'once', fault)
      if (struck === null) break
      failed++
      if (answer === 'done') {
        // It could do without that call. The next try begins anew.
        await closeSound(place)
        place = openPlace()
        continue
      }
      expect(answer, `${struck} (call ${at})`).toMatch(EXPECTED[fault])
      expect(contentBut(place.vault), `${struck} (call ${at})`).toEqual(place.before)
      expect(filesIn(place.scene), `${struck} (call ${at})`).toEqual(place.files)
    }
    expect(failed).toBeGreaterThan(1)
    await closeSound(place)
  })

  it('leaves nothing half there where from any call on nothing works any more', async () => {
    for (let at = 1; ; at++) {
      const scene = freshScene()
      const dying = openKnownVault(scene, 5)
      const { struck, answer } = await attempt(operation, dying, scene, at, 'dead', 'EIO')
      const after = contentOf(dying)
      dying.close()
      if (struck === null) {
        expect(answer).toBe('done')
        break
      }
      const sameAs = async (again: KnownKeyVault): Promise<string[]> => (Buffer.compare(contentOf(again), after) === 0 ? [] : ['the database holds something else than it said'])
      expect(await faultsOf(scene, 6, sameAs), `${struck} (call ${at})`).toEqual([])
      const named = readdirSync(scene.stick).filter((name) => name.endsWith('.chbundle') || name.endsWith('.chcard'))
      expect(await wholeFiles(scene, named), `${struck} (call ${at})`).toEqual(named)
      rmSync(join(scene.folder, '..'), { recursive: true, force: true })
    }
  })
})

/** Those of the named files that open as what their name says. */
async function wholeFiles(scene: Scene, names: readonly string[]): Promise<string[]> {
  const vault = openKnownVault(scene, 7)
  const whole: string[] = []
  for (const name of names) {
    const source = vault.source(join(scene.stick, name))
    const read = name.endsWith('.chcard') ? await vault.attempt('card.read', { source }) : await vault.attempt('bundle.preview', { source })
    if (read.ok || read.error.code === 'bundle-not-for-you') whole.push(name)
  }
  vault.close()
  return whole
}
