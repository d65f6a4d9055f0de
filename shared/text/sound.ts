/** Whether what an editor made is something that a text can hold, and that its canonical form keeps whole. */
import * as v from 'valibot'
import { BLOCK_KINDS, blockSchema, isFootnote, LIMITS, runSchema, type Block, type BlockKind, type Run } from './document.ts'
import { FOOTNOTE_MARK } from './content.ts'

/** A new block may still be nameless: its name is not looked at. */
const soundSchema = v.omit(blockSchema, ['id'])

/** Signs that the canonical form leaves out are not sound: they would stand on a screen and in no suggestion. */
export function isSoundBlock({ kind, level, content }: Block): boolean {
  if (!v.is(soundSchema, { kind, level, content })) return false
  return content.every((inline) => (isFootnote(inline) ? inline.footnote : [inline]).every((run) => run.text.isWellFormed() && !run.text.includes(FOOTNOTE_MARK)))
}

const runsSchema = v.pipe(v.array(runSchema), v.maxLength(LIMITS.runsPerBlock))

/** Runs from a foreign hand; null where they are none. */
export function runsFrom(value: unknown): Run[] | null {
  const parsed = v.safeParse(runsSchema, value)
  return parsed.success ? parsed.output : null
}

export function kindFrom(name: string): BlockKind | null {
  return BLOCK_KINDS.find((kind) => kind === name) ?? null
}
