/** Every way to name another module is judged by the import law: import, import type, export-from, import(), import('x').T, require(). */
import { COMPUTED_IMPORTS, judgeImport, OUTSIDE } from '../importLaw.ts'
import { pathInProject } from './rule.ts'
import type { Rule, RuleContext, SyntaxNode } from './rule.ts'

function judge(context: RuleContext, node: SyntaxNode, source: SyntaxNode | null | undefined): void {
  const path = pathInProject(context)
  if (source === null || source === undefined) return
  if (typeof source.value === 'string') {
    const fault = judgeImport(path, source.value)
    if (fault !== null) context.report({ node, message: `${fault}.` })
    return
  }
  const mayCompute = COMPUTED_IMPORTS.includes(path) || !path.includes('/') || OUTSIDE.some((folder) => path.startsWith(`${folder}/`))
  if (!mayCompute) context.report({ node, message: 'An import must name its module in plain words, so that the import law can judge it.' })
}

export const importLaw: Rule = {
  create(context) {
    const bySource = (node: SyntaxNode): void => judge(context, node, node.source)
    return {
      ImportDeclaration: bySource,
      ExportNamedDeclaration: bySource,
      ExportAllDeclaration: bySource,
      ImportExpression: bySource,
      TSImportType: bySource,
      TSExternalModuleReference: (node) => judge(context, node, node.expression),
      CallExpression: (node) => {
        if (node.callee?.type === 'Identifier' && node.callee.name === 'require') judge(context, node, node.arguments?.[0])
      },
    }
  },
}
