/** Every switch that is burnt into the packaged runtime, decided one by one, and read back from the file. */
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

export const FUSES: Required<Readonly<Record<FuseV1Options, boolean>>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

const STATE_ON = 0x31
const STATE_OFF = 0x30
/** The first runtime that has all of them; an older one, on which tests may run, ends its list sooner. */
const COMPLETE_SINCE = 40

async function fusesIn(executable: string): Promise<FuseV1Options[]> {
  const wire = await getCurrentFuseWire(executable)
  const all = Object.keys(FUSES).map((name) => Number(name) as FuseV1Options)
  return all.filter((fuse) => wire[fuse] !== undefined)
}

/** Burns and reads back. Throws where a fuse is missing from a runtime that should have it, or did not take. */
export async function burnFuses(executable: string, electronMajor: number): Promise<void> {
  const present = await fusesIn(executable)
  const absent = Object.keys(FUSES).length - present.length
  if (absent > 0 && electronMajor >= COMPLETE_SINCE) throw new Error(`${absent} fuses are missing from ${executable}`)
  const decided = Object.fromEntries(present.map((fuse) => [fuse, FUSES[fuse]])) as Record<FuseV1Options, boolean>
  await flipFuses(executable, { version: FuseVersion.V1, strictlyRequireAllFuses: true, resetAdHocDarwinSignature: process.platform === 'darwin', ...decided })
  const wire = await getCurrentFuseWire(executable)
  const wrong = present.filter((fuse) => Number(wire[fuse]) !== (FUSES[fuse] ? STATE_ON : STATE_OFF))
  if (wrong.length > 0) throw new Error(`fuses did not take: ${wrong.map((fuse) => FuseV1Options[fuse]).join(', ')}`)
}
