/**
 * The lines that keep a bundle out. Each is taken out in turn, and something must then open that should not, or be refused elsewhere than
 * it should: a check that nobody notices the lack of proves nothing. A new line of this kind in the door is listed here. Not listed is what is
 * checked twice on purpose (the founder's card, in arrivedRoster.ts and in fold.ts), since one line then covers for the other.
 */

export interface Check {
  readonly file: string
  /** The whole line without its indentation; it stands in the file exactly once. */
  readonly line: string
  /** What stands there instead; nothing where it is left out. */
  readonly instead?: string
}

function inFile(file: string, lines: readonly (string | readonly [line: string, instead: string])[]): Check[] {
  return lines.map((entry) => (typeof entry === 'string' ? { file, line: entry } : { file, line: entry[0], instead: entry[1] }))
}

export const CHECKS: readonly Check[] = [
  ...inFile('electron/engine/intake/sourceFile.ts', [
    ["return stats.size > limitBytes ? err('file-too-large') : ok(stats.size)", 'return ok(stats.size)'],
    "if (!stats.isFile()) return err('file-unreadable')",
  ]),
  ...inFile('shared/bundle/container.ts', [
    "if (!equalBytes(magic, BUNDLE_MAGIC.subarray(0, magic.length)) || magic.length === 0) return fault('container', 'not-a-bundle')",
    "if (bytes.length > BUNDLE_MAGIC.length && bytes[BUNDLE_MAGIC.length] !== SUITE) return fault('container', 'bundle-newer')",
    "if (bytes.length < SIZES.preamble) return fault('container', 'bundle-cut')",
    "if (stanzas > BUNDLE_LIMITS.stanzas) return fault('limit', 'bundle-malformed')",
    "if (stanzas === 0 || stanzas % 4 !== 0) return fault('container', 'bundle-malformed')",
    "if (bytes.length !== headSize(preamble.stanzas)) return fault('container', 'bundle-cut')",
    ["return bytes > least && sealedSize(bytes) === sealedBytes && isPadme(bytes) ? ok(bytes) : fault('container', 'bundle-cut')", 'return ok(bytes)'],
  ]),
  ...inFile('electron/engine/keys/openBundle.ts', [
    ["if (fileKey === null) return fault('recipient', 'bundle-not-for-you')", "if (fileKey === null) return fault('header', 'bundle-altered')"],
    "if (!equalInConstantTime(headerMac(fileKey, head.header), head.mac)) return fault('header', 'bundle-altered')",
    ["if (pulled === false) return fault('payload', 'bundle-altered')", 'if (pulled === false) return ok(chunk.subarray(SIZES.chunkOverhead))'],
    ["if (pulled.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE) return last ? fault('payload', 'bundle-cut') : ok(pulled.message)", 'if (pulled.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE) return ok(pulled.message)'],
    ["return last && pulled.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL ? ok(pulled.message) : fault('payload', 'bundle-altered')", 'return ok(pulled.message)'],
  ]),
  ...inFile('shared/bundle/payload.ts', [
    "if (length > BUNDLE_LIMITS.manifestBytes) return fault('limit', 'bundle-malformed')",
    "if (length === 0 || length > totalBytes - HEAD) return fault('schema', 'bundle-malformed')",
    "if (contentSize(buffer.length, read.value.items) + read.value.padding !== totalBytes) return fault('schema', 'bundle-malformed')",
    ["if (place.at === 'padding') return isZeros(part) ? ok(part.length) : fault('schema', 'bundle-malformed')", "if (place.at === 'padding') return ok(part.length)"],
  ]),
  ...inFile('shared/bundle/manifest.ts', [
    "if (isNewer(decoded.value)) return fault('schema', 'bundle-newer')",
    ['recipients: v.pipe(v.array(installationIdSchema), v.minLength(1), v.maxLength(BUNDLE_LIMITS.stanzas), v.check((list) => ascends(list))),', 'recipients: v.array(installationIdSchema),'],
    ['v.array(frontierEntrySchema), v.maxLength(BUNDLE_LIMITS.frontier), v.check((list) => ascends(list.map(frontierKey))),', 'v.array(frontierEntrySchema),'],
    ['items: v.pipe(v.array(itemEntrySchema), v.maxLength(BUNDLE_LIMITS.items), v.check((items) => eventsFirst(items))),', 'items: v.array(itemEntrySchema),'],
    ['const count = v.pipe(v.number(), v.integer(), v.minValue(0))', 'const count = v.number()'],
    ['const fromOne = v.pipe(v.number(), v.integer(), v.minValue(1))', 'const fromOne = v.number()'],
    ['const eventSetSchema = v.pipe(v.array(eventIdSchema), v.maxLength(BUNDLE_LIMITS.without), v.check((list) => ascends(list)))', 'const eventSetSchema = v.array(eventIdSchema)'],
  ]),
  ...inFile('electron/engine/intake/openBundle.ts', [
    ["if (key === null) return fault('signature', 'bundle-sender-unknown')", "if (key === null) return fault('signature', 'bundle-signature')"],
    "if (!good && keyBrought === null) return fault('signature', 'bundle-signature')",
    "if (!isSignedBy(events)) return fault('signature', 'bundle-signature')",
    "if (!manifest.recipients.some((recipient) => keys.isMe(recipient))) return fault('signature', 'bundle-not-for-you')",
    ["if (!marking.success) return fault('schema', 'bundle-malformed')", "if (!marking.success) return ok({ manifest, marking: null, statement: { manifest: bytes, headerHash: message, signature }, isSignedBy })"],
    ["return hash === entry.hash ? endEvent() : fault('schema', 'bundle-malformed')", 'return endEvent()'],
  ]),
  ...inFile('electron/engine/intake/contentHashing.ts', ["if (hash !== entry.hash) return fault('schema', 'bundle-malformed')"]),
  ...inFile('shared/bundle/manifest.ts', ["if (eventBytes(parsed.output.items) > BUNDLE_LIMITS.eventBytes) return fault('limit', 'bundle-malformed')"]),
  ...inFile('electron/engine/handlers/contentVerdict.ts', ["if (said.value.hash !== content.hash || said.value.sizeBytes !== content.sizeBytes) return 'differs'"]),
  ...inFile('shared/circle/card.ts', [['name: v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.check(isPlainLine)),', 'name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),']]),
  ...inFile('shared/base/cborReader.ts', [
    ["return reader.at === bytes.length ? ok(value) : err('not-cbor')", 'return ok(value)'],
    "if (depth > MAX_DEPTH) return this.#refuse('too-deep')",
    "if (number > Number.MAX_SAFE_INTEGER) return this.#refuse('not-allowed')",
    ["return number < least ? this.#refuse('not-deterministic') : number", 'return number'],
    "if (text !== text.normalize('NFC')) return this.#refuse('not-nfc')",
    "if (left < count && !this.#ascends(from, end, start)) return this.#refuse('not-deterministic')",
  ]),
  ...inFile('shared/log/item.ts', [["signature: v.pipe(bytes, v.length(64)),", 'signature: bytes,']]),
  ...inFile('shared/log/event.ts', [
    ['heads: v.pipe(v.array(eventIdSchema), v.maxLength(EVENT_LIMITS.heads)),', 'heads: v.array(eventIdSchema),'],
    ['type: v.pipe(v.string(), v.regex(EVENT_TYPE.pattern), v.maxLength(EVENT_TYPE.longest)),', 'type: v.string(),'],
    ['bodySize: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(EVENT_LIMITS.bodyBytes)),', 'bodySize: v.number(),'],
    ['rosterEpoch: v.pipe(v.number(), v.integer(), v.minValue(1)),', 'rosterEpoch: v.number(),'],
  ]),
  ...inFile('shared/log/headerReader.ts', [
    'if (count > EVENT_LIMITS.heads) this.isSound = false',
    'if (length > EVENT_TYPE.longest || !EVENT_TYPE.pattern.test(type)) this.isSound = false',
    'if (count < least || count > most) this.isSound = false',
    'if (fitting !== length) this.isSound = false',
    'if (number < (minor === 24 ? 24 : 2 ** (4 * size))) this.isSound = false',
    ['if (!from.isSound || from.at !== bytes.length) return null', 'if (!from.isSound) return null'],
  ]),
  ...inFile('shared/log/verify.ts', [
    "if (isNewer(decoded.value)) return err('event-newer')",
    'if ((header.seq === 1) !== (prev === null)) return false',
    'if (heads.some((head, at) => head === prev || (at > 0 && head <= (heads[at - 1] ?? head)))) return false',
    ["return (header.type === 'circle.founded') === (header.circle === NO_CIRCLE) && (header.circle !== NO_CIRCLE || isFirstOfAll(header))", 'return true'],
    ["if (key === null) return err('author-unknown')", "if (key === null) return ok({ id: eventIdOf(signed.header, checks.hash), header, signed } as VerifiedEvent)"],
    "if (!checks.verify(key, EVENT_LABEL, signed.header, signed.signature)) return err('signature-wrong')",
    "if (signed.body !== null && !bodyMatches(signed.body, header, checks.hash)) return err('body-altered')",
  ]),
  ...inFile('electron/engine/intake/verifyBundleEvents.ts', [
    "if (belongs !== manifest.circle) return refuse('chain', 'bundle-chain')",
    ["return conflict === null ? ok(state) : refuse('chain', 'roster-conflict', { epoch: conflict.epoch })", 'return ok(state)'],
    "if (manifest.roster.epoch > circle.epoch) return refuse('policy', 'bundle-roster-behind', { known: circle.epoch, needed: manifest.roster.epoch })",
    "if (manifest.roster.epoch === circle.epoch && manifest.roster.head !== circle.head) return refuse('chain', 'roster-conflict')",
    ["if (sender === null) return refuse('policy', 'bundle-sender-unknown')", 'if (sender === null) return ok(null)'],
    ["return sender.suspended ? refuse('policy', 'bundle-sender-suspended', { name: sender.name }) : ok(null)", 'return ok(null)'],
  ]),
  ...inFile('electron/engine/intake/arrivedRoster.ts', [
    ['if (genesis === undefined || !known.isTrusted(genesis.header.log)) return null', 'if (genesis === undefined) return null'],
  ]),
  ...inFile('shared/circle/fold.ts', [
    'if (next.body.predecessor !== state.head) return { state, conflict: conflictOf(epoch, [head, next.event]) }',
    'if (others.length > 0) return { state, conflict: conflictOf(epoch, [next, ...others].map((one) => one.event)) }',
  ]),
  ...inFile('shared/circle/identity.ts', ["if (!ports.verify(signingKey, CARD_LABEL, signed.card, signed.signature)) return err('card-altered')"]),
]
