/** Bundles are written to a stick: whatever bears the name of a bundle is whole, and what was noted is there. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openKnownVault, type KnownKey, type KnownKeyVault } from '../../fakes/knownKeyVault.ts'
import { conveneCircle } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'
import { faultsOf, type Ground, type KilledWork } from '../killedWork.ts'

interface Template extends Ground {
  readonly recipient: KnownKey
}

let template: Promise<Template> | null = null

async function makeTemplate(root: string): Promise<Template> {
  const circle = await conveneCircle(['CZ'])
  const { secretariat } = circle
  const dossier = await openDossier(secretariat, circle.circle, ['CZ'])
  for (let remark = 0; remark < 5; remark++) await takePosition(secretariat, dossier, 'x'.repeat(remark * 400))
  const keys = [await databaseKey(secretariat.folder), await databaseKey(circle.member('CZ').folder)]
  await secretariat.close()
  await circle.member('CZ').close()
  const [folder, reader] = [join(root, 'template'), join(root, 'reader')]
  cpSync(secretariat.folder, folder, { recursive: true })
  cpSync(circle.member('CZ').folder, reader, { recursive: true })
  await circle.dissolve()
  return { folder, rawKeyHex: keys[0] ?? '', given: { circle: circle.circle }, recipient: { folder: reader, rawKeyHex: keys[1] ?? '' } }
}

export const bundleWriting: KilledWork = {
  name: 'bundle.write', kills: 45, lives: 5, mostSteps: 4,
  async prepare(root) {
    const { folder, rawKeyHex, given } = await (template ??= makeTemplate(root))
    const [copy, stick] = [join(root, 'vault'), join(root, 'stick')]
    cpSync(folder, copy, { recursive: true })
    mkdirSync(stick)
    return { folder: copy, rawKeyHex, given: { ...given, stick } }
  },
  async *steps(ground, seed) {
    const vault = openKnownVault(ground, seed)
    const { circle, stick = '' } = ground.given
    for (;;) {
      const { files } = await vault.call('bundle.write', { circle, recipients: [], everything: true, target: vault.target(stick) })
      for (const file of files) yield file.fileName
    }
  },
  inspect: (ground, acknowledged) => faultsOf(ground, 1, async (vault) => {
    const whole = await wholeBundles(ground.given['stick'] ?? '')
    const noted = vault.session.store.bundles.all().filter((bundle) => bundle.direction === 'out')
    return [
      ...whole.faults,
      ...acknowledged.filter((name) => !noted.some((bundle) => bundle.fileName === name)).map((name) => `acknowledged and not noted: ${name}`),
      ...noted.filter((bundle) => !whole.hashes.has(bundle.hash)).map((bundle) => `noted and not on the stick: ${bundle.fileName}`),
      ...twice(noted.map((bundle) => bundle.counter)).map((counter) => `two noted bundles of the number ${counter}`),
    ]
  }),
}

/** Reads every bundle on the stick as its recipient does. */
async function wholeBundles(stick: string): Promise<{ hashes: Set<string>; faults: string[] }> {
  const { recipient } = await (template ?? Promise.reject(new Error('nothing was prepared')))
  const reader: KnownKeyVault = openKnownVault(recipient, 1)
  const [hashes, faults]: [Set<string>, string[]] = [new Set(), []]
  for (const name of readdirSync(stick)) {
    if (name.endsWith('.chbundle.part')) continue
    const read = await reader.attempt('bundle.preview', { source: reader.source(join(stick, name)) })
    if (read.ok) hashes.add(read.value.bundle)
    else faults.push(`${name}: ${read.error.code}`)
  }
  reader.close()
  return { hashes, faults }
}

function twice(numbers: readonly number[]): number[] {
  return numbers.filter((number, at) => numbers.indexOf(number) !== at)
}
