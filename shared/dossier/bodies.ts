/** Bodies of a dossier's events, read against the schema of their type. To add a type, add its line here. */
import type * as v from 'valibot'
import type { Result } from '../base/result.ts'
import { parseBody, type BodyFault } from '../log/body.ts'
import type { VerifiedEvent } from '../log/event.ts'
import { dossierEventSchemas as schemas, type DossierEventBody, type DossierEventType } from './events.ts'

type Readers = { readonly [T in DossierEventType]: (event: VerifiedEvent) => Result<DossierEventBody<T>, BodyFault> }

export const readBody: Readers = {
  'dossier.opened': remembering(schemas['dossier.opened']),
  'step.marked': remembering(schemas['step.marked']),
  'contribution.added': remembering(schemas['contribution.added']),
  'position.taken': remembering(schemas['position.taken']),
  'attachment.added': remembering(schemas['attachment.added']),
  'attachment.destroyed': remembering(schemas['attachment.destroyed']),
  'text.revIssued': remembering(schemas['text.revIssued']),
  'text.amended': remembering(schemas['text.amended']),
  'text.commented': remembering(schemas['text.commented']),
  'silence.opened': remembering(schemas['silence.opened']),
  'silence.responded': remembering(schemas['silence.responded']),
  'silence.extended': remembering(schemas['silence.extended']),
  'silence.intakeClosed': remembering(schemas['silence.intakeClosed']),
  'silence.certified': remembering(schemas['silence.certified']),
}

/** An event never changes, so what was once read from it is kept as long as it: folding again after one more event stays cheap. */
function remembering<B>(schema: v.GenericSchema<unknown, B>): (event: VerifiedEvent) => Result<B, BodyFault> {
  const known = new WeakMap<VerifiedEvent, Result<B, BodyFault>>()
  return (event) => {
    const read = known.get(event) ?? parseBody(event, schema)
    known.set(event, read)
    return read
  }
}
