/** Lint rules of our own: the import law of build/importLaw.ts, no network, a pure `shared/`, one file that touches the bridge. */
import { importLaw } from './importLawRule.ts'
import { noNetwork } from './noNetworkRule.ts'
import { pureShared } from './pureSharedRule.ts'
import { oneBridge } from './oneBridgeRule.ts'

export default {
  meta: { name: 'chancery' },
  rules: { 'import-law': importLaw, 'no-network': noNetwork, 'pure-shared': pureShared, 'one-bridge': oneBridge },
}
