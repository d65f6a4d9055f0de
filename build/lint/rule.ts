/** The part of oxlint's plugin interface that our rules use. */
import { relative, sep } from 'node:path'

/** A syntax tree node (ESTree with TypeScript); only what a rule asks for is named. */
export interface SyntaxNode {
  readonly type: string
  readonly name?: string
  readonly value?: unknown
  readonly computed?: boolean
  readonly source?: SyntaxNode | null
  readonly specifiers?: readonly SyntaxNode[]
  readonly imported?: SyntaxNode
  readonly object?: SyntaxNode
  readonly property?: SyntaxNode
  readonly callee?: SyntaxNode
  readonly arguments?: readonly SyntaxNode[]
  readonly expression?: SyntaxNode
}

export interface RuleContext {
  readonly filename: string
  readonly cwd: string
  report(finding: { readonly node: SyntaxNode; readonly message: string }): void
}

export interface Rule {
  create(context: RuleContext): Readonly<Record<string, (node: SyntaxNode) => void>>
}

/** The linted file, relative to the folder that oxlint runs in (the project), with forward slashes. */
export function pathInProject(context: RuleContext): string {
  return relative(context.cwd, context.filename).split(sep).join('/')
}

/** `object.name` or `object['name']` -> `name`. */
export function memberName(node: SyntaxNode): string | null {
  const property = node.property
  if (property === undefined) return null
  if (node.computed !== true) return property.name ?? null
  return typeof property.value === 'string' ? property.value : null
}
