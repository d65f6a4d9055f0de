/**
 * All keys that this installation has had. A circle names it by the fingerprint of those with which it came in, and knows the ones that
 * its roster names now; a new circle meets the newest.
 */
import type { InstallationId } from '../../shared/base/identifiers.ts'
import { equalBytes } from '../../shared/base/bytes.ts'
import type { Card, SignedCard } from '../../shared/circle/card.ts'
import { parseSignedCard, safetyWords, type CardPorts } from '../../shared/circle/identity.ts'
import type { CircleState, RosterEntry } from '../../shared/circle/roster.ts'
import type { Me } from '../../shared/ipc/vaultMethods.ts'
import { parseIdentity, wipe, type Identity } from './keys/index.ts'
import type { KeptKeys, OwnKeysTable } from './vault/ownKeysTable.ts'

export interface OwnGeneration {
  /** From 1. */
  readonly generation: number
  readonly keys: Identity
  readonly signedCard: SignedCard
  readonly card: Card
}

export interface OwnKeys {
  /** Ascending. */
  readonly all: readonly OwnGeneration[]
  /** Those of the first day, which sign the register. */
  readonly first: OwnGeneration
  readonly newest: OwnGeneration
  /** As the newest card says. */
  readonly me: Me
  isMe(installation: InstallationId): boolean
  /** Under which name a circle knows me; the newest for a circle that does not exist yet or does not know me. */
  installationIn(circle: CircleState | null): InstallationId
  /** The keys that its roster names for me now. */
  keysIn(circle: CircleState | null): Identity
  /** Takes up what was stored meanwhile. */
  reread(): void
}

/** Null where a card is not that of its keys, or what is stored is none. */
export function openOwnKeys(table: OwnKeysTable, ports: CardPorts): OwnKeys | null {
  const stored = readAll(table, ports)
  if (stored === null) return null
  let { all, first, newest } = stored
  const isMe = (installation: InstallationId): boolean => all.some(({ keys }) => keys.installation === installation)
  const entryIn = (circle: CircleState | null): RosterEntry | null => circle?.entries.findLast((entry) => isMe(entry.installation)) ?? null
  return {
    get all() {
      return all
    },
    get first() {
      return first
    },
    get newest() {
      return newest
    },
    get me() {
      const { card: { name, delegation }, keys: { installation } } = newest
      return { name, delegation, installation, safetyWords: safetyWords(installation) }
    },
    isMe,
    installationIn: (circle) => entryIn(circle)?.installation ?? newest.keys.installation,
    keysIn(circle) {
      const entry = entryIn(circle)
      return (entry && all.findLast(({ keys }) => equalBytes(keys.signingKey, entry.signingKey)))?.keys ?? newest.keys
    },
    reread() {
      ({ all, first, newest } = readAll(table, ports) ?? { all, first, newest })
    },
  }
}

function readAll(table: OwnKeysTable, ports: CardPorts): Pick<OwnKeys, 'all' | 'first' | 'newest'> | null {
  const kept = table.all()
  const all = kept.flatMap((one) => readGeneration(one, ports) ?? [])
  const [first] = all
  const newest = all.at(-1)
  return first === undefined || newest === undefined || all.length !== kept.length ? null : { all, first, newest }
}

function readGeneration({ generation, secret, signedCard }: KeptKeys, ports: CardPorts): OwnGeneration | null {
  const keys = parseIdentity(secret)
  wipe(secret)
  const card = parseSignedCard(signedCard, ports)
  if (!keys.ok || !card.ok || card.value.installation !== keys.value.installation) return null
  return { generation, keys: keys.value, signedCard, card: card.value.card }
}
