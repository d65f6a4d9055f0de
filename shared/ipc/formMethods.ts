import * as v from 'valibot'
import { method } from './method.ts'

/** Which form, and on what it was opened, for example `respond/` and a procedure. */
const place = v.pipe(v.string(), v.minLength(1), v.maxLength(600))
/** JSON, by the window and for the window. */
const content = v.pipe(v.string(), v.maxLength(512 * 1024))

export const formMethods = {
  /** Keeps what is half typed, in place of what was kept there before. Not an event: it is neither signed nor sent nor registered. */
  'form.keep': method({ needs: 'vault', codes: [], input: v.strictObject({ place, content }), output: v.object({ keptAtUtcMs: v.number() }) }),
  'form.list': method({
    needs: 'vault', codes: [],
    input: v.strictObject({}),
    output: v.object({ forms: v.array(v.object({ place: v.string(), content: v.string(), keptAtUtcMs: v.number() })) }),
  }),
  'form.forget': method({ needs: 'vault', codes: [], input: v.strictObject({ place }), output: v.object({ forgotten: v.boolean() }) }),
} as const
