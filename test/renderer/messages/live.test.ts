/** `words` is another value once another language is spoken: a module that took of it while it was loaded would go on in the old one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'

const RENDERER = join(import.meta.dirname, '../../../renderer')

/** Names that are read as the module is loaded: everything outside of functions, which are run later. */
function readAtLoad(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(readAtLoad)
  if (typeof node !== 'object' || node === null || !('type' in node) || typeof node.type !== 'string') return []
  if (/Function|^ImportDeclaration$|^TS/.test(node.type)) return []
  if (node.type === 'Identifier' && 'name' in node) return [String(node.name)]
  return Object.entries(node).flatMap(([field, part]) => (field === 'key' || (field === 'property' && 'computed' in node && node.computed === false) ? [] : readAtLoad(part)))
}

const namesReadIn = (name: string, source: string): string[] => readAtLoad(parseSync(name, source).program)

it('no module of the window keeps words from when it was loaded', () => {
  const modules = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  expect(modules.length).toBeGreaterThan(150)
  expect(modules.filter((name) => namesReadIn(name, readFileSync(join(RENDERER, name), 'utf8')).includes('words') && !/messages[\\/]words\.ts$/.test(name))).toEqual([])
})

it('would be noticed', () => {
  expect(namesReadIn('a.tsx', `import { words } from './words.ts'\nconst { text } = words\nexport const A = () => text`)).toContain('words')
  expect(namesReadIn('a.tsx', `import { words } from './words.ts'\nexport function A() { return <p>{words.text.read}</p> }`)).not.toContain('words')
})
