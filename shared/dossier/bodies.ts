/** Bodies of a dossier's events, read against the schema of their type. To add a type, add its line here. */
import type { Result } from '../base/result.ts'
import { rememberedBody, type BodyFault } from '../log/body.ts'
import type { VerifiedEvent } from '../log/event.ts'
import { dossierEventSchemas as schemas, type DossierEventBody, type DossierEventType } from './events.ts'

type Readers = { readonly [T in DossierEventType]: (event: VerifiedEvent) => Result<DossierEventBody<T>, BodyFault> }

export const readBody: Readers = {
  'dossier.opened': rememberedBody(schemas['dossier.opened']),
  'step.marked': rememberedBody(schemas['step.marked']),
  'contribution.added': rememberedBody(schemas['contribution.added']),
  'position.taken': rememberedBody(schemas['position.taken']),
  'entry.added': rememberedBody(schemas['entry.added']),
  'entry.revised': rememberedBody(schemas['entry.revised']),
  'entry.withdrawn': rememberedBody(schemas['entry.withdrawn']),
  'attachment.added': rememberedBody(schemas['attachment.added']),
  'attachment.destroyed': rememberedBody(schemas['attachment.destroyed']),
  'release.consented': rememberedBody(schemas['release.consented']),
  'text.revIssued': rememberedBody(schemas['text.revIssued']),
  'text.amended': rememberedBody(schemas['text.amended']),
  'text.commented': rememberedBody(schemas['text.commented']),
  'silence.opened': rememberedBody(schemas['silence.opened']),
  'silence.responded': rememberedBody(schemas['silence.responded']),
  'silence.extended': rememberedBody(schemas['silence.extended']),
  'silence.intakeClosed': rememberedBody(schemas['silence.intakeClosed']),
  'silence.certified': rememberedBody(schemas['silence.certified']),
  'silence.drafted': rememberedBody(schemas['silence.drafted']),
  'silence.useStated': rememberedBody(schemas['silence.useStated']),
  'silence.served': rememberedBody(schemas['silence.served']),
  'silence.answerWithdrawn': rememberedBody(schemas['silence.answerWithdrawn']),
  'silence.suspended': rememberedBody(schemas['silence.suspended']),
  'silence.resumed': rememberedBody(schemas['silence.resumed']),
  'silence.withdrawn': rememberedBody(schemas['silence.withdrawn']),
  'silence.forwarded': rememberedBody(schemas['silence.forwarded']),
  'reservation.entered': rememberedBody(schemas['reservation.entered']),
  'reservation.lifted': rememberedBody(schemas['reservation.lifted']),
}
