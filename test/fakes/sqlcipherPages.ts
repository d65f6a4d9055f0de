/**
 * A second reader of the vault's database, written from docs/recovery.md and on other libraries (node:crypto): it shares no code with the
 * product and none with the driver's page encryption. Decrypts a SQLCipher 4 file under a raw key into a plain SQLite file in memory.
 */
import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

const PAGE = 4096
const SALT = 16
const IV = 16
const MAC = 64
const RESERVE = IV + MAC
const WAL_HEADER = 32
const FRAME_HEADER = 24

export class PageAltered extends Error {
  readonly page: number
  constructor(page: number) {
    super(`page ${page} is not what was written`)
    this.page = page
  }
}

interface PageKeys {
  readonly cipher: Uint8Array
  readonly mac: Uint8Array
}

/** `rawKey`: 32 bytes. `wal`: the file beside the database where the program was killed; empty where it closed. Throws PageAltered. */
export function decryptDatabase(file: Buffer, rawKey: Uint8Array, wal: Buffer = Buffer.alloc(0)): Buffer {
  const keys = keysOf(rawKey, (file.length > 0 ? file : wal.subarray(WAL_HEADER + FRAME_HEADER)).subarray(0, SALT))
  const pages = new Map<number, Buffer>()
  for (let number = 1; number * PAGE <= file.length; number++) pages.set(number, file.subarray((number - 1) * PAGE, number * PAGE))
  const size = applyWal(pages, wal) ?? pages.size
  const plain = Array.from({ length: size }, (_, at) => decryptPage(pages.get(at + 1) ?? Buffer.alloc(0), at + 1, keys))
  // "Rollback journal" instead of "WAL", or a copy in memory would look for a WAL file.
  plain[0]?.fill(1, 18, 20)
  return Buffer.concat(plain)
}

/** The raw key is the page key itself; only the key of the authentication codes is derived, from it and the altered salt. */
function keysOf(rawKey: Uint8Array, salt: Buffer): PageKeys {
  return { cipher: rawKey, mac: pbkdf2Sync(rawKey, salt.map((byte) => byte ^ 0x3a), 2, 32, 'sha512') }
}

function decryptPage(page: Buffer, number: number, keys: PageKeys): Buffer {
  const start = number === 1 ? SALT : 0
  const content = page.subarray(start, PAGE - RESERVE)
  const iv = page.subarray(PAGE - RESERVE, PAGE - MAC)
  const little = Buffer.alloc(4)
  little.writeUInt32LE(number)
  const mac = createHmac('sha512', keys.mac).update(content).update(iv).update(little).digest()
  if (page.length !== PAGE || !timingSafeEqual(mac, page.subarray(PAGE - MAC))) throw new PageAltered(number)
  const cipher = createDecipheriv('aes-256-cbc', keys.cipher, iv).setAutoPadding(false)
  const plain = Buffer.concat([cipher.update(content), cipher.final(), Buffer.alloc(RESERVE)])
  return number === 1 ? Buffer.concat([Buffer.from('SQLite format 3\0'), plain]) : plain
}

/**
 * Puts the pages of every committed transaction in place, and says how many pages the database then has; null where there is none.
 * Frames count while salt and checksum go on from the one before (SQLite's file format, section 4), and up to the last commit.
 */
function applyWal(pages: Map<number, Buffer>, wal: Buffer): number | null {
  if (wal.length < WAL_HEADER) return null
  const swap = wal.readUInt32BE(0) === 0x377f0682
  let sum = checksum(wal.subarray(0, 24), [0, 0], swap)
  if (sum[0] !== wal.readUInt32BE(24) || sum[1] !== wal.readUInt32BE(28)) return null
  let pending = new Map<number, Buffer>()
  let size: number | null = null
  for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE <= wal.length; at += FRAME_HEADER + PAGE) {
    const frame = wal.subarray(at, at + FRAME_HEADER + PAGE)
    sum = checksum(frame.subarray(FRAME_HEADER), checksum(frame.subarray(0, 8), sum, swap), swap)
    const sameSalt = frame.subarray(8, 16).equals(wal.subarray(16, 24))
    if (!sameSalt || sum[0] !== frame.readUInt32BE(16) || sum[1] !== frame.readUInt32BE(20)) break
    pending.set(frame.readUInt32BE(0), frame.subarray(FRAME_HEADER))
    const pagesAfterCommit = frame.readUInt32BE(4)
    if (pagesAfterCommit === 0) continue
    for (const [number, page] of pending) pages.set(number, page)
    pending = new Map()
    size = pagesAfterCommit
  }
  return size
}

function checksum(bytes: Buffer, [first, second]: readonly [number, number], little: boolean): [number, number] {
  let [a, b] = [first, second]
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + b) >>> 0
    b = (b + (little ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + a) >>> 0
  }
  return [a, b]
}
