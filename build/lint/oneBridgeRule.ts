/** `window.chancery` is touched in renderer/engineClient.ts only, so that there is one place where a screen meets the machine. */
import { memberName, pathInProject } from './rule.ts'
import type { Rule } from './rule.ts'

const CLIENT = 'renderer/engineClient.ts'
const GLOBALS: readonly string[] = ['window', 'globalThis', 'self']

export const oneBridge: Rule = {
  create(context) {
    return {
      MemberExpression: (node) => {
        const touches = GLOBALS.includes(node.object?.name ?? '') && memberName(node) === 'chancery'
        if (touches && pathInProject(context) !== CLIENT) context.report({ node, message: `Only ${CLIENT} touches window.chancery.` })
      },
    }
  },
}
