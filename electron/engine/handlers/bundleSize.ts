/** How large a file becomes, before it is made: for the screen, and to ask whether it fits. */
import type { Parcel } from './bundleSelection.ts'

/** Header, signature, frame, entry in the manifest. */
const PER_EVENT_BYTES = 64 + 40 + 120
const PER_RECIPIENT_BYTES = 1168 + 80

/** Without the padding, which adds at most 12 per cent. */
export function roughBytes({ addressees, contents, events }: Parcel): number {
  const said = events.reduce((sum, { signed }) => sum + signed.header.length + (signed.body?.length ?? 0) + PER_EVENT_BYTES, 0)
  return contents.reduce((sum, content) => sum + content.sizeBytes, said + addressees.length * PER_RECIPIENT_BYTES)
}
