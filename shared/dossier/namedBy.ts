/** What an entry of another dossier of the circle says of this one: that it is linked with it, or what was learnt for it. */
import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { dossierIdSchema } from '../base/identifiers.ts'
import { markingSchema } from '../marking/marking.ts'
import { entrySchema } from './state.ts'

export const namedBySchema = v.object({
  dossier: dossierIdSchema,
  reference: v.string(),
  title: v.string(),
  /** Of the entry; that of its dossier where it has none of its own. */
  marking: markingSchema,
  /** Who may have the dossier from which it comes. */
  distribution: v.array(delegationSchema),
  entry: entrySchema,
})
export type NamedBy = v.InferOutput<typeof namedBySchema>
