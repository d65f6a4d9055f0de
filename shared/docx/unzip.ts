/**
 * Reads a ZIP container without trusting it (APPNOTE 6.3.10, the subset of ISO/IEC 29500-2 Annex B: stored or deflated, no encryption, no ZIP64).
 * Nothing is written anywhere, so a name is only a key; names that would mean a path outside are refused all the same.
 */
import { Inflate } from 'fflate'
import { concat } from '../base/bytes.ts'
import { crc32 } from '../base/crc32.ts'
import { refuse } from './fault.ts'

export const ZIP_LIMITS = {
  fileBytes: 32 * 1024 * 1024,
  parts: 4_000,
  /** One part, inflated. */
  partBytes: 64 * 1024 * 1024,
  /** All parts that are read, inflated. */
  readBytes: 128 * 1024 * 1024,
  /** Inflated to deflated, for parts above `ratioFromBytes`; Word's own XML stays below 60. */
  ratio: 250,
  ratioFromBytes: 1024 * 1024,
} as const

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly sizeBytes: number
  readonly headerAt: number
}

/** The names of a container, and its parts on demand. Every fault is thrown as `DocxRefused`. */
export interface ZipReader {
  readonly names: ReadonlySet<string>
  /** Inflated bytes of one part, or null where there is none of this name. */
  read(name: string): Uint8Array | null
}

export function openZip(bytes: Uint8Array): ZipReader {
  if (bytes.length > ZIP_LIMITS.fileBytes) refuse('file-too-large', 'limit', 'too-large')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(readDirectory(bytes, view).map((entry) => [entry.name, entry]))
  let budgetBytes: number = ZIP_LIMITS.readBytes
  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      const part = readPart(bytes, view, entry, budgetBytes)
      budgetBytes -= part.length
      return part
    },
  }
}

const END_SIGNATURE = 0x06054b50
const DIRECTORY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 65_535

function endAt(bytes: Uint8Array, view: DataView): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    // The comment must end exactly with the file, so that a signature inside it cannot pose as the end.
    if (view.getUint32(at, true) === END_SIGNATURE && at + END_BYTES + view.getUint16(at + 20, true) === bytes.length) return at
  }
  const begun = bytes.length >= 4 && view.getUint32(0, true) === LOCAL_SIGNATURE
  return refuse('docx-malformed', 'container', begun ? 'zip-cut' : 'not-a-zip')
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endAt(bytes, view)
  const count = view.getUint16(end + 10, true)
  const directoryAt = view.getUint32(end + 16, true)
  const disks = view.getUint32(end + 4, true)
  if (disks !== 0 || count !== view.getUint16(end + 8, true) || count === 0xffff) refuse('docx-malformed', 'container', 'zip-unsupported')
  if (count > ZIP_LIMITS.parts) refuse('docx-malformed', 'limit', 'too-many-parts')
  const entries: Entry[] = []
  const seen = new Set<string>()
  let at = directoryAt
  for (let index = 0; index < count; index++) {
    const { entry, next } = readDirectoryEntry(bytes, view, at, end)
    const key = entry.name.toLowerCase()
    if (seen.has(key)) refuse('docx-malformed', 'container', 'zip-damaged')
    seen.add(key)
    entries.push(entry)
    at = next
  }
  return entries
}

function readDirectoryEntry(bytes: Uint8Array, view: DataView, at: number, end: number): { entry: Entry; next: number } {
  if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) refuse('docx-malformed', 'container', 'zip-damaged')
  const nameBytes = view.getUint16(at + 28, true)
  const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) refuse('docx-malformed', 'container', 'zip-damaged')
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1
  const method = view.getUint16(at + 10, true)
  if (encrypted || (method !== 0 && method !== 8)) refuse('docx-malformed', 'container', 'zip-unsupported')
  const entry: Entry = {
    name: safeName(bytes.subarray(at + 46, at + 46 + nameBytes)),
    method,
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    sizeBytes: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
  }
  if (entry.packedBytes === 0xffffffff || entry.sizeBytes === 0xffffffff) refuse('docx-malformed', 'container', 'zip-unsupported')
  return { entry, next }
}

function safeName(bytes: Uint8Array): string {
  let name = ''
  for (const byte of bytes) name += String.fromCharCode(byte)
  const segments = name.replace(/\/$/, '').split('/')
  const unsafe = name.length === 0 || segments.some((segment) => segment === '' || segment === '.' || segment === '..')
  // Control characters, backslashes and drive letters have no place in a part name (ISO/IEC 29500-2, 9.1.1).
  // oxlint-disable-next-line no-control-regex
  if (unsafe || /[\u0000-\u001f\\:]/.test(name)) refuse('docx-malformed', 'container', 'unsafe-name')
  return name
}

function readPart(bytes: Uint8Array, view: DataView, entry: Entry, budgetBytes: number): Uint8Array {
  checkDeclared(entry, budgetBytes)
  const at = entry.headerAt
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) refuse('docx-malformed', 'container', 'zip-damaged')
  const dataAt = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (dataAt + entry.packedBytes > bytes.length) refuse('docx-malformed', 'container', 'zip-cut')
  const packed = bytes.subarray(dataAt, dataAt + entry.packedBytes)
  const part = entry.method === 0 ? packed : inflate(packed, entry.sizeBytes)
  if (part.length !== entry.sizeBytes || crc32(part) !== entry.crc) refuse('docx-malformed', 'container', 'zip-damaged')
  return part
}

function checkDeclared(entry: Entry, budgetBytes: number): void {
  if (entry.sizeBytes > ZIP_LIMITS.partBytes || entry.sizeBytes > budgetBytes) refuse('docx-malformed', 'limit', 'part-too-large')
  const suspicious = entry.sizeBytes > ZIP_LIMITS.ratioFromBytes && entry.sizeBytes > ZIP_LIMITS.ratio * entry.packedBytes
  if (suspicious) refuse('docx-malformed', 'limit', 'ratio')
}

const PUSH_BYTES = 16 * 1024

/** Stops as soon as more comes out than was declared, so that a false declaration costs no more than one push. */
function inflate(packed: Uint8Array, declaredBytes: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  const stream = new Inflate((chunk) => {
    sizeBytes += chunk.length
    if (sizeBytes > declaredBytes) refuse('docx-malformed', 'limit', 'part-too-large')
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < packed.length; at += PUSH_BYTES) {
      stream.push(packed.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= packed.length)
    }
  } catch (fault) {
    // fflate throws its own error on data that is no deflate stream; ours passes through.
    if (sizeBytes > declaredBytes) throw fault
    refuse('docx-malformed', 'container', 'zip-damaged')
  }
  return concat(...chunks)
}
