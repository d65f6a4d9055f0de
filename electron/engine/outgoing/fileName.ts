/** A name from the inside of the vault that any file system takes, Windows and the FAT of a stick included. */
import { utf8 } from '../../../shared/base/bytes.ts'

/** ext4 and most others count bytes; some room is left for `-2` and `.part`. */
const MOST_BYTES = 240
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu
/** Devices of Windows, whatever ending follows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

export function outgoingName(name: string): string {
  const plain = name.replaceAll(FORBIDDEN, '_').replace(/[. ]+$/u, '')
  const safe = plain === '' || RESERVED.test(plain) ? `_${plain}` : plain
  const ending = /\.[^.]{1,16}$/u.exec(safe)?.[0] ?? ''
  let stem = Array.from(safe.slice(0, safe.length - ending.length))
  while (utf8(stem.join('') + ending).length > MOST_BYTES) stem = stem.slice(0, -1)
  return stem.join('') + ending
}
