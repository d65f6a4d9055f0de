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
import { forgetIdentity, parseIdentity, wipe, type Identity } from './keys/index.ts'
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
  /** Takes up what was stored meanwhile; keys that stayed are the same objects, which others may be using. */
  reread(): void
  /** Overwrites every secret that was read, those that were replaced among them. Nothing is signed or opened afterwards. */
  forget(): void
}

/** Null where a card is not that of its keys, or what is stored is none. */
export function openOwnKeys(table: OwnKeysTable, ports: CardPorts): OwnKeys | null {
  const stored = readAll(table, ports)
  if (stored === null) return null
  let { all, first, newest } = stored
  const replaced: Identity[] = []
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
      const before = all
      ;({ all, first, newest } = readAll(table, ports, before) ?? { all, first, newest })
      replaced.push(...before.filter((one) => !all.includes(one)).map(({ keys }) => keys))
    },
    forget() {
      for (const keys of [...all.map((one) => one.keys), ...replaced.splice(0)]) forgetIdentity(keys)
    },
  }
}

function readAll(table: OwnKeysTable, ports: CardPorts, before: readonly OwnGeneration[] = []): Pick<OwnKeys, 'all' | 'first' | 'newest'> | null {
  const kept = table.all()
  const all = kept.flatMap((one) => known(readGeneration(one, ports), before) ?? [])
  const [first] = all
  const newest = all.at(-1)
  return first === undefined || newest === undefined || all.length !== kept.length ? null : { all, first, newest }
}

/** The object of before where nothing has changed; the second reading of its secrets is overwritten. */
function known(read: OwnGeneration | null, before: readonly OwnGeneration[]): OwnGeneration | null {
  const same = read === null ? undefined : before.find((one) => one.generation === read.generation && sameKeys(one.keys, read.keys))
  if (read === null || same === undefined) return read
  forgetIdentity(read.keys)
  return same
}

function sameKeys(one: Identity, other: Identity): boolean {
  return equalBytes(one.signingKey, other.signingKey) && equalBytes(one.sealingKey, other.sealingKey) && one.sealingDeletedAtUtcMs === other.sealingDeletedAtUtcMs
}

function readGeneration({ generation, secret, signedCard }: KeptKeys, ports: CardPorts): OwnGeneration | null {
  const keys = parseIdentity(secret)
  wipe(secret)
  const card = parseSignedCard(signedCard, ports)
  if (!keys.ok || !card.ok || card.value.installation !== keys.value.installation) return null
  return { generation, keys: keys.value, signedCard, card: card.value.card }
}
