/** Builds the app into build/out: one flat folder per process, so that a file finds its neighbour by `import.meta.url`. */
import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join, relative, sep } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { InlineConfig, LogLevel } from 'vite'

const ROOT = join(import.meta.dirname, '..')
export const OUT = join(ROOT, 'build', 'out')

/** Stay as packages: a native addon, and WebAssembly that finds itself by path. */
const LEFT_OUTSIDE = ['better-sqlite3-multiple-ciphers', 'libsodium-wrappers-sumo']
const BUILTIN = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]))

interface NodeBundle {
  readonly folder: string
  readonly entries: Readonly<Record<string, string>>
  readonly format: 'es' | 'cjs'
}

/** Threads of the engine, each a file beside it. */
const WORKERS = { docxWorker: 'electron/engine/intake/docxWorker.ts', pictureWorker: 'electron/engine/intake/pictureWorker.ts', hashWorker: 'electron/engine/keys/hashWorker.ts', verifyWorker: 'electron/engine/keys/verifyWorker.ts' }

const NODE_BUNDLES: readonly NodeBundle[] = [
  { folder: 'main', entries: { app: 'electron/main/app.ts' }, format: 'cjs' },
  { folder: 'engine', entries: { process: 'electron/engine/process.ts', ...WORKERS }, format: 'es' },
  { folder: 'cli', entries: { bin: 'electron/cli/bin.ts', ...WORKERS }, format: 'es' },
  { folder: 'preload', entries: { index: 'electron/preload/index.ts' }, format: 'cjs' },
]

function shared(logLevel: LogLevel): InlineConfig {
  return { root: ROOT, configFile: false, envDir: false, publicDir: false, logLevel }
}

async function bundleForNode(bundle: NodeBundle, logLevel: LogLevel): Promise<void> {
  const extension = bundle.format === 'cjs' ? 'cjs' : 'js'
  await build({
    ...shared(logLevel),
    ssr: { noExternal: true, external: LEFT_OUTSIDE },
    build: {
      ssr: true,
      // Node 20, inside the oldest Electron that the tests run on.
      target: 'node20',
      outDir: join(OUT, bundle.folder),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(bundle.entries).map(([name, path]) => [name, join(ROOT, path)])),
        external: (id) => id === 'electron' || BUILTIN.has(id) || LEFT_OUTSIDE.includes(id),
        output: { format: bundle.format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}`, hashCharacters: 'hex' },
      },
    },
  })
}

async function bundlePage(logLevel: LogLevel): Promise<void> {
  await build({
    ...shared(logLevel),
    root: join(ROOT, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: join(OUT, 'renderer'),
      emptyOutDir: true,
      // The content security policy has no place for code or fonts inside a page, or for a polyfill that fetches.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Loaded from disk, once: size in bytes matters less than one file that is read whole.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: join(ROOT, 'renderer', 'index.html'), output: { hashCharacters: 'hex' } },
    },
  })
}

/** The page's files by name: the only ones that the app's own scheme serves. */
async function listPageFiles(): Promise<void> {
  const folder = join(OUT, 'renderer')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  await writeFile(join(folder, 'files.json'), `${JSON.stringify(names.toSorted(), null, 2)}\n`)
}

export async function bundleApp(logLevel: LogLevel = 'warn'): Promise<void> {
  await rm(OUT, { recursive: true, force: true })
  for (const bundle of NODE_BUNDLES) await bundleForNode(bundle, logLevel)
  await bundlePage(logLevel)
  await listPageFiles()
  await cp(join(ROOT, 'build', 'icons', 'icon.png'), join(OUT, 'icon.png'))
}

if (import.meta.main) await bundleApp()
