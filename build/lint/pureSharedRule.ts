/** `new Date()` and `Date()` read the clock; in `shared/` the time is an argument. Other impurities are named in oxlint.config.ts. */
import type { Rule } from './rule.ts'

export const pureShared: Rule = {
  create(context) {
    return {
      NewExpression: (node) => {
        if (node.callee?.name === 'Date' && node.arguments?.length === 0) context.report({ node, message: '`new Date()` reads the clock; take the time as an argument.' })
      },
      CallExpression: (node) => {
        if (node.callee?.type === 'Identifier' && node.callee.name === 'Date') context.report({ node, message: '`Date()` reads the clock; take the time as an argument.' })
      },
    }
  },
}
