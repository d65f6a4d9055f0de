/** That no sentence is missing is a matter of types (`Translated`); here is what types cannot see. */
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseAst } from 'vite'
import { afterEach, describe, expect, it } from 'vitest'
import { en } from '../../../renderer/messages/en.ts'
import { fr } from '../../../renderer/messages/fr.ts'
import { deadlineWords, span, when } from '../../../renderer/messages/time.ts'
import { speak } from '../../../renderer/messages/words.ts'

const FOLDER = join(import.meta.dirname, '../../../renderer/messages/fr')
const NBSP = '\u00A0'

interface Text {
  readonly file: string
  readonly text: string
}

/** Every piece of text that a file can say: neither what it imports nor what it compares or looks up. */
function textsOf(file: string): Text[] {
  const found: Text[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (typeof node === 'object' && node !== null && 'type' in node) {
      if (node.type === 'ImportDeclaration' || node.type === 'BinaryExpression' || node.type === 'MemberExpression') return
      if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') found.push({ file, text: node.value })
      if (node.type === 'TemplateElement' && 'value' in node) found.push({ file, text: v.parse(v.object({ cooked: v.string() }), node.value).cooked })
      for (const [name, part] of Object.entries(node)) if (name !== 'key') visit(part)
    }
  }
  visit(parseAst(stripTypeScriptTypes(readFileSync(join(FOLDER, file), 'utf8'))))
  return found
}

/** The words of a language by the path that leads to them; sentences with facts are functions and not among them. */
function leavesOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return []
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`))
}

const texts = readdirSync(FOLDER).flatMap(textsOf)

describe('French', () => {
  it('puts a space that does not break before a colon, and a thin one before ; ! and ?', () => {
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.filter(({ text }) => text !== 'TLP:' && (/[^\s\d/*(]?[ ][:;!?](?:\s|$)/u.test(text) || /\p{L}[;!?](?:\s|$)/u.test(text) || /\p{L}:(?:\s|$)/u.test(text)))).toEqual([])
  })

  it('quotes in guillemets with spaces that do not break, and elides with a typographic apostrophe', () => {
    expect(texts.filter(({ text }) => /[“”]/u.test(text) || /«(?![\u00A0\u202F])/u.test(text) || /(?<![\u00A0\u202F])»/u.test(text) || /\p{L}'\p{L}/u.test(text))).toEqual([])
  })

  it('says something else than English, but for names and words that are the same in both', () => {
    const french = new Map(leavesOf(fr))
    const same = leavesOf(en).filter(([path, text]) => french.get(path) === text && /\p{L}{3}/u.test(text)).map(([, text]) => text)
    expect([...new Set(same)].filter((text) => text.split(/\s+/u).length > 3)).toEqual([])
    expect(same.length / leavesOf(en).length).toBeLessThan(0.12)
  })
})

describe('times in French', () => {
  afterEach(() => speak('en'))
  const AT = Date.UTC(2031, 5, 1, 15, 0)

  it('name the day, the month and the city in French', () => {
    speak('fr')
    expect(when(AT, AT - 86_400_000)).toBe('dimanche 1er juin, 17:00')
    expect(deadlineWords(AT, AT, 'Europe/Vienna')).toBe('aujourd’hui, 17:00, heure de Bruxelles')
    expect(deadlineWords(AT, AT, 'Europe/Athens')).toBe('aujourd’hui, 17:00, heure de Bruxelles (18:00 à Athènes)')
    expect(span(27 * 3_600_000)).toBe(`1${NBSP}jour 3${NBSP}h`)
  })

  it('are English again when English is spoken', () => {
    speak('fr')
    speak('en')
    expect(when(AT, AT)).toBe('today, 17:00')
  })
})
