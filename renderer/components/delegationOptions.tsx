import { DELEGATIONS, type Delegation as Code } from '../../shared/base/delegations.ts'
import { words } from '../messages/words.ts'
import type { Option } from './Choice.tsx'
import { Delegation } from './Delegation.tsx'

/** All delegations in protocol order, for a list that unfolds. */
export const delegationOptions: readonly Option<Code>[] = DELEGATIONS.map((code) => ({
  id: code, name: `${words.delegations[code]} ${code}`, shown: <><Delegation code={code} /> <span>{words.delegations[code]}</span></>,
}))
