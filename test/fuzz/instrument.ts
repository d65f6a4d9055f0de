/**
 * Counts at every place where the code of the door can go one way or another: at the start of blocks, branches, arms of conditions and
 * right-hand sides of `&&`, `||` and `??`. The counters are what guides the search.
 */
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'

/** Shared with the instrumented code by this name on the global object. */
export const COUNTERS_NAME = '__doorCounters'
const MOST_COUNTERS = 16_384

/** What judges foreign bytes. Everything else runs as it is. */
const DOOR = /\/(?:shared\/(?:base\/cbor|base\/bytes|bundle\/\w+|log\/\w+|circle\/(?:card|cardFile|identity|fold|changes|roster)|marking\/marking|silence\/certificate\w*)|electron\/engine\/(?:intake\/(?:openBundle|verifyBundleEvents|arrivedRoster|sourceFile|readFile|readCard)|keys\/openBundle))\.ts$/

export interface Instrument {
  readonly counters: Uint8Array
  /** How many counters the loaded code has. */
  size(): number
}

/** Before anything of the door is loaded. */
export function instrumentDoor(): Instrument {
  const counters = new Uint8Array(MOST_COUNTERS)
  Reflect.set(globalThis, COUNTERS_NAME, counters)
  let used = 0
  registerHooks({
    load(url, context, next) {
      if (!DOOR.test(url)) return next(url, context)
      const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'))
      const instrumented = withCounters(source, used)
      used += instrumented.counters
      if (used > MOST_COUNTERS) throw new Error('more places than counters')
      return { format: 'module', source: instrumented.source, shortCircuit: true }
    },
  })
  return { counters, size: () => used }
}

interface Insertion {
  readonly at: number
  readonly text: string
}

export function withCounters(source: string, first: number): { readonly source: string; readonly counters: number } {
  const insertions: Insertion[] = []
  let counters = 0
  const count = (): string => `${COUNTERS_NAME}[${first + counters++}]++`
  const around = (node: Node): void => {
    insertions.push({ at: node.start, text: `(${count()}, ` }, { at: node.end, text: ')' })
  }
  const within = (node: Node): void => {
    if (node.type === 'BlockStatement') insertions.push({ at: node.start + 1, text: `${count()};` })
    else insertions.push({ at: node.start, text: `{${count()};` }, { at: node.end, text: '}' })
  }
  visit(parseAst(source), (node) => {
    if (node.type === 'ConditionalExpression') for (const arm of ['consequent', 'alternate']) around(child(node, arm))
    if (node.type === 'LogicalExpression') around(child(node, 'right'))
    if (node.type === 'IfStatement') for (const arm of ['consequent', 'alternate']) if (node[arm] !== null && node[arm] !== undefined) within(child(node, arm))
    if (/^(?:For|While|DoWhile)/.test(node.type)) within(child(node, 'body'))
    if (/Function/.test(node.type) && child(node, 'body').type === 'BlockStatement') within(child(node, 'body'))
    if (node.type === 'ArrowFunctionExpression' && child(node, 'body').type !== 'BlockStatement') around(child(node, 'body'))
  })
  return { source: inserted(source, insertions), counters }
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && typeof value.type === 'string'
}

function child(node: Node, field: string): Node {
  const found = node[field]
  if (!isNode(found)) throw new Error(`${node.type} without ${field}`)
  return found
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see)
  if (!isNode(value)) return
  see(value)
  for (const [name, part] of Object.entries(value)) if (name !== 'type' && typeof part === 'object') visit(part, see)
}

/** At one place what encloses more comes first where something begins, and last where it ends. */
function inserted(source: string, insertions: readonly Insertion[]): string {
  const begins = (text: string): boolean => text !== ')' && text !== '}'
  const ordered = insertions.map((one, order) => ({ ...one, order })).toSorted((a, b) => {
    if (a.at !== b.at) return a.at - b.at
    if (begins(a.text) !== begins(b.text)) return begins(a.text) ? 1 : -1
    return begins(a.text) ? a.order - b.order : b.order - a.order
  })
  let from = 0
  const parts = ordered.map(({ at, text }) => {
    const part = source.slice(from, at) + text
    from = at
    return part
  })
  return parts.join('') + source.slice(from)
}
