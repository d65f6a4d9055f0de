/** electron-builder calls this with the unpacked app, before it is signed or put into an installer. */
import { join } from 'node:path'
import type { AfterPackContext } from 'electron-builder'
import { burnFuses } from './fuses.ts'

function executableOf(context: AfterPackContext): string {
  const { appOutDir, electronPlatformName, packager } = context
  const name = packager.appInfo.productFilename
  if (electronPlatformName === 'darwin' || electronPlatformName === 'mas') return join(appOutDir, `${name}.app`, 'Contents', 'MacOS', name)
  // On Linux the executable bears the name in package.json, in lower case.
  return join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : packager.appInfo.name)
}

export default async function afterPack(context: AfterPackContext): Promise<void> {
  const major = Number(context.packager.info.framework.version.split('.')[0])
  await burnFuses(executableOf(context), major)
}
