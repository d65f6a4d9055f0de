/** Nothing in the product can reach a network. Modules are judged by the import law; bare globals by no-restricted-globals; this closes the side doors. */
import { memberName } from './rule.ts'
import type { Rule } from './rule.ts'

export const NETWORK_GLOBALS = ['fetch', 'WebSocket', 'WebSocketStream', 'WebTransport', 'XMLHttpRequest', 'EventSource', 'RTCPeerConnection', 'RTCDataChannel'] as const
const MEMBERS: readonly string[] = [...NETWORK_GLOBALS, 'sendBeacon', 'openExternal', 'getBuiltinModule']
/** Electron's `net` is Chromium's network stack. */
const ELECTRON_NAMES: readonly string[] = ['net']

export const noNetwork: Rule = {
  create(context) {
    return {
      MemberExpression: (node) => {
        const name = memberName(node)
        if (name !== null && MEMBERS.includes(name)) context.report({ node, message: `${name} leads out of the machine, and Chancery has no network.` })
      },
      ImportDeclaration: (node) => {
        if (node.source?.value !== 'electron') return
        for (const specifier of node.specifiers ?? []) {
          const name = specifier.imported?.name ?? ''
          if (ELECTRON_NAMES.includes(name)) context.report({ node: specifier, message: `electron's ${name} leads out of the machine, and Chancery has no network.` })
        }
      },
    }
  },
}
