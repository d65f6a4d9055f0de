/** A name from the inside of the vault that any file system takes, Windows and the FAT of a stick included. */
import { utf8 } from '../../../shared/base/bytes.ts'
import { plainLine } from '../../../shared/base/plainLine.ts'

/** ext4 and most others count bytes; some room is left for `-2` and `.part`. */
const MOST_BYTES = 240
const FORBIDDEN = /[<>:"/\\|?*]/g
/** Devices of Windows, whatever spaces and ending follow; it takes the small figures ¹ ² ³ for figures. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/iu

export function outgoingName(name: string): string {
  const plain = plainLine(name.toWellFormed(), '_').replace(FORBIDDEN, '_').replace(/[. ]+$/u, '')
  const safe = plain === '' || RESERVED.test(plain) ? `_${plain}` : plain
  const ending = /\.[^.]{1,16}$/u.exec(safe)?.[0] ?? ''
  let stem = Array.from(safe.slice(0, safe.length - ending.length))
  while (utf8(stem.join('') + ending).length > MOST_BYTES) stem = stem.slice(0, -1)
  return stem.join('') + ending
}
