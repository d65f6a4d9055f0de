/** What kind of raster image a content is, and how large it says it is, from its own bytes: names and stated types are not believed. */
import type { RasterType } from '../../../shared/dossier/attachment.ts'

export interface RasterImage {
  readonly mediaType: RasterType
  readonly width: number
  readonly height: number
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** How much of the head is looked at for the kind alone. */
export const MAGIC_BYTES = 16

/** The kind by its magic bytes; null for anything else. */
export function recognizeRaster(bytes: Uint8Array): RasterType | null {
  if (startsWith(bytes, PNG, 0)) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff], 0)) return 'image/jpeg'
  if (startsWith(bytes, ascii('GIF87a'), 0) || startsWith(bytes, ascii('GIF89a'), 0)) return 'image/gif'
  if (startsWith(bytes, ascii('RIFF'), 0) && startsWith(bytes, ascii('WEBP'), 8)) return 'image/webp'
  return null
}

/** Null where the bytes are no such image, or do not say a size where their format has it. */
export function readRaster(bytes: Uint8Array): RasterImage | null {
  const mediaType = recognizeRaster(bytes)
  if (mediaType === null) return null
  const size = SIZE_OF[mediaType](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return size !== null && size.width > 0 && size.height > 0 ? { mediaType, ...size } : null
}

type Size = { readonly width: number; readonly height: number }

const SIZE_OF: Readonly<Record<RasterType, (view: DataView) => Size | null>> = { 'image/png': pngSize, 'image/jpeg': jpegSize, 'image/gif': gifSize, 'image/webp': webpSize }

/** The chunk IHDR comes first, always. */
function pngSize(view: DataView): Size | null {
  if (view.byteLength < 24 || view.getUint32(8) !== 13 || textAt(view, 12) !== 'IHDR') return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The logical screen. */
function gifSize(view: DataView): Size | null {
  if (view.byteLength < 13) return null
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** Goes from segment to segment up to the first frame header (ITU T.81, B.2.2). */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Fill bytes may stand before any marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    // The scan begins before any frame header, or the picture ends: there is no size to be had.
    if (marker === 0xda || marker === 0xd9 || view.getUint16(at + 2) < 2) return null
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** RFC 9649: the first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended). */
function webpSize(view: DataView): Size | null {
  if (view.byteLength < 30) return null
  switch (textAt(view, 12)) {
    case 'VP8 ': return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X': return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    default: return null
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0))
}

function startsWith(bytes: Uint8Array, magic: readonly number[], at: number): boolean {
  return bytes.length >= at + magic.length && magic.every((byte, place) => bytes[at + place] === byte)
}
