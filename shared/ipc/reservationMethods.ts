import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { dossierIdSchema, eventIdSchema, textIdSchema } from '../base/identifiers.ts'
import { reservationSchema } from '../dossier/state.ts'
import { RESERVATION_KINDS, placeSchema, whereSchema } from '../silence/procedure.ts'
import { method } from './method.ts'
import { added } from './silenceMethods.ts'

export const reservationMethods = {
  /** The ledger of one text across its REVs, oldest first, each with its passage as it stands in the latest REV. */
  'reservation.list': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown'],
    input: v.strictObject({ dossier: dossierIdSchema, text: textIdSchema }),
    output: v.object({
      latestRev: v.number(),
      reservations: v.array(v.object({
        ...reservationSchema.entries,
        /** `whole` text; `here` in the latest REV; `gone` where the passage did not survive. */
        passage: v.picklist(['whole', 'here', 'gone']),
        /** In the latest REV; null unless `here`. */
        now: v.nullable(placeSchema),
        /** `paragraph 7`, in the REV on which it was entered; empty for the whole text. */
        label: v.string(),
        mine: v.boolean(),
      })),
      /** This machine's delegation, and whether it may enter one. */
      me: delegationSchema,
      mayEnter: v.boolean(),
    }),
  }),
  /** On the latest REV, outside any procedure; inside one, answer it. */
  'reservation.enter': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'role-not-allowed', 'place-unknown'],
    input: v.strictObject({ dossier: dossierIdSchema, text: textIdSchema, reservation: v.picklist(RESERVATION_KINDS), place: whereSchema, remark: v.pipe(v.string(), v.maxLength(8000)) }),
    output: added,
  }),
  'reservation.lift': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'reservation-unknown', 'reservation-of-another', 'reservation-lifted'],
    input: v.strictObject({ dossier: dossierIdSchema, reservation: eventIdSchema, remark: v.pipe(v.string(), v.maxLength(4000)) }), output: added,
  }),
} as const
