/** `npm run package`: builds the app and packs it into an unpacked folder under build/dist. Other targets: `npm run package -- --linux AppImage deb`. */
import { bundleApp } from './bundle.ts'
import { pack } from './pack.ts'

await bundleApp()
process.exitCode = pack(process.argv.slice(2))
