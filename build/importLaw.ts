/**
 * Who may import whom. One table for the whole project; the lint rule `chancery/import-law` reads it, and type imports count.
 * A room is a folder; the longest matching folder wins. What is not listed is forbidden, so a new room, a new package or a
 * new node: module has to be written down here first.
 */

export interface RoomLaw {
  /** Rooms, or single files, that it may import besides its own files. */
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
  /** Node's own modules, without `node:`. */
  readonly node: readonly string[]
}

const FILES = ['fs', 'fs/promises', 'path']
const SHARED = ['base', 'log', 'circle', 'marking', 'text', 'silence', 'toolbox', 'dossier', 'bundle', 'evidence', 'backup', 'optical', 'docx', 'ipc'].map((name) => `shared/${name}`)
const ENGINE = ['intake', 'outgoing', 'keys', 'vault'].map((name) => `electron/engine/${name}`)
const SEEN_BY_SCREENS = ['base', 'marking', 'text', 'silence', 'toolbox', 'dossier', 'ipc'].map((name) => `shared/${name}`)
const SCREENS = ['react', 'react-dom', 'react-aria-components']
const ESTIMATOR = ['core', 'language-common', 'language-en'].map((name) => `@zxcvbn-ts/${name}`)
const EDITOR = ['commands', 'history', 'keymap', 'model', 'state', 'transform', 'view'].map((name) => `prosemirror-${name}`)

/** Rooms of the product, each with everything that it may import. */
export const ROOMS: Readonly<Record<string, RoomLaw>> = {
  'shared/base': { rooms: [], packages: ['valibot', 'cborg'], node: [] },
  'shared/log': { rooms: ['shared/base'], packages: ['valibot'], node: [] },
  'shared/marking': { rooms: ['shared/base'], packages: ['valibot'], node: [] },
  'shared/toolbox': { rooms: ['shared/base'], packages: ['valibot'], node: [] },
  'shared/silence': { rooms: ['shared/base'], packages: ['valibot', 'temporal-polyfill'], node: [] },
  'shared/text': { rooms: ['shared/base', 'shared/marking'], packages: ['valibot'], node: [] },
  'shared/circle': { rooms: ['shared/base', 'shared/log'], packages: ['valibot'], node: [] },
  'shared/optical': { rooms: ['shared/base'], packages: [], node: [] },
  'shared/bundle': { rooms: ['shared/base'], packages: ['valibot'], node: [] },
  'shared/backup': { rooms: ['shared/base'], packages: ['valibot'], node: [] },
  /** Joins what was signed in logs and bundles. */
  'shared/evidence': { rooms: ['shared/base', 'shared/log', 'shared/circle', 'shared/bundle'], packages: ['valibot'], node: [] },
  /** A Word file carries its marking in the header, in the words of that room. */
  'shared/docx': { rooms: ['shared/base', 'shared/marking', 'shared/text'], packages: ['valibot', 'fflate', 'saxes'], node: [] },
  'shared/dossier': {
    rooms: ['shared/base', 'shared/log', 'shared/circle', 'shared/marking', 'shared/text', 'shared/silence', 'shared/toolbox'],
    /** Shapes of charts are arithmetic: d3-scale and d3-shape know neither a page nor a clock. */
    packages: ['valibot', 'd3-scale', 'd3-shape'],
    node: [],
  },
  'shared/ipc': {
    rooms: ['shared/base', 'shared/circle', 'shared/marking', 'shared/text', 'shared/silence', 'shared/toolbox', 'shared/dossier'],
    packages: ['valibot'],
    node: [],
  },

  /** How the engine's threads begin, are asked and end; what they do stands in the room that asks. */
  'electron/engine/threads': { rooms: ['shared/base'], packages: [], node: ['worker_threads'] },
  'electron/engine/keys': { rooms: [...SHARED, 'electron/engine/threads'], packages: ['valibot', 'libsodium-wrappers-sumo'], node: [] },
  /** `better-sqlite3` names types only: the package with page encryption is a drop-in for it. `os` names who holds the vault. */
  'electron/engine/vault': { rooms: SHARED, packages: ['valibot', 'better-sqlite3-multiple-ciphers', 'better-sqlite3'], node: [...FILES, 'os'] },
  'electron/engine/intake': { rooms: [...SHARED, 'electron/engine/threads'], packages: ['valibot', 'fast-png', 'jpeg-js', 'qr'], node: [...FILES, 'url'] },
  /** Writes calendar files with a library that knows RFC 5545. */
  'electron/engine/outgoing': { rooms: SHARED, packages: ['valibot', 'fast-png', 'ical-generator', 'qr', 'temporal-polyfill'], node: FILES },
  'electron/engine/handlers': { rooms: [...SHARED, ...ENGINE, 'electron/engine/passphraseStrength.ts', 'electron/engine/ownKeys.ts'], packages: ['valibot'], node: ['path'] },
  /** The composition root, which takes the machine's dice, the process that hosts it, and the estimate of a passphrase. */
  'electron/engine': { rooms: [...SHARED, ...ENGINE, 'electron/engine/handlers'], packages: ['valibot', ...ESTIMATOR], node: [...FILES, 'process', 'url', 'crypto'] },

  /** Starts the engine by path and knows only the shapes of its messages. */
  'electron/main': { rooms: ['shared/base', 'shared/ipc', 'electron/engine/wire.ts'], packages: ['electron', 'valibot'], node: [...FILES, 'child_process', 'url'] },
  'electron/preload': { rooms: ['shared/ipc'], packages: ['electron'], node: [] },
  'electron/cli': {
    rooms: ['shared/base', 'shared/ipc', 'electron/engine/entry.ts'],
    packages: ['valibot'],
    node: [...FILES, 'os', 'process', 'readline', 'readline/promises', 'stream', 'tty', 'url', 'util'],
  },

  /** Screens, the frame around them, their parts and all words. */
  renderer: { rooms: [...SEEN_BY_SCREENS, 'renderer/editor'], packages: [...SCREENS, 'valibot', 'qr', '@fontsource-variable/*'], node: [] },
  /** The only room that touches ProseMirror; of the screens it knows the words. */
  'renderer/editor': { rooms: [...SEEN_BY_SCREENS, 'renderer/messages/words.ts'], packages: [...SCREENS, ...EDITOR], node: [] },
}

/** Folders whose files may import anything, and which nothing of the product may import. */
export const OUTSIDE: readonly string[] = ['test', 'build', 'bench']

/** The only files that may import what they compute: main loads the built command line by path. */
export const COMPUTED_IMPORTS: readonly string[] = ['electron/main/commandLine.ts']

/** Packages that only build and tests may import. Every package in package.json stands here or in a room. */
export const OUTSIDE_PACKAGES: readonly string[] = [
  '@axe-core/playwright', '@electron/asar', '@electron/fuses', '@noble/post-quantum', '@playwright/test', '@types/better-sqlite3', '@types/d3-scale', '@types/d3-shape', '@types/node', '@types/react',
  '@types/react-dom', '@vitejs/plugin-react', 'diff', 'electron-builder', 'fast-check', 'happy-dom', 'oxlint', 'typescript', 'vite', 'vitest',
]

function inside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** The room of a project-relative path (forward slashes), or null where the path stands outside every room. */
export function roomOf(path: string): string | null {
  const found = Object.keys(ROOMS).filter((room) => inside(room, path)).toSorted((a, b) => b.length - a.length)
  return found[0] ?? null
}

/** `@scope/name/deep/path` -> `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function listed(packages: readonly string[], name: string): boolean {
  return packages.some((entry) => entry === name || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1))))
}

function resolveRelative(from: string, specifier: string): string | null {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.length === 0) return null
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function judgeFile(room: string, law: RoomLaw, target: string | null): string | null {
  if (target === null) return 'imports a file outside the project'
  const targetRoom = roomOf(target)
  if (targetRoom === null) return `imports ${target}, which belongs to no room of the product`
  const allowed = targetRoom === room || law.rooms.includes(targetRoom) || law.rooms.includes(target)
  return allowed ? null : `${room} may not import ${targetRoom} (${target})`
}

function judgePackage(room: string, law: RoomLaw, name: string): string | null {
  if (listed(law.packages, name)) return null
  const categorised = [...Object.values(ROOMS).flatMap((one) => one.packages), ...OUTSIDE_PACKAGES]
  return listed(categorised, name) ? `${room} may not import the package ${name}` : `the package ${name} is not categorised in build/importLaw.ts`
}

/** Why `from` (a project-relative path) may not import `specifier`; null where it may. */
export function judgeImport(from: string, specifier: string): string | null {
  if (OUTSIDE.some((folder) => inside(folder, from)) || !from.includes('/')) return null
  const room = roomOf(from)
  const law = room === null ? undefined : ROOMS[room]
  if (room === null || law === undefined) return `${from} belongs to no room in build/importLaw.ts`
  if (specifier.startsWith('.')) return judgeFile(room, law, resolveRelative(from, specifier))
  if (specifier.startsWith('node:')) {
    const name = specifier.slice('node:'.length)
    return law.node.includes(name) ? null : `${room} may not import node:${name}`
  }
  return judgePackage(room, law, packageOf(specifier))
}
