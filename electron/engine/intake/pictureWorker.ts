/** Runs in a thread that holds no keys: finds the QR code in one picture after another, and answers with its text or null. */
import { decode as decodePng } from 'fast-png'
import { decode as decodeJpeg } from 'jpeg-js'
import decodeQR, { type Image } from 'qr/decode.js'
import { serve } from '../threads/serve.ts'

/** A picture whose kind and stated size `readPictures.ts` has checked. */
export interface PictureTask {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
}
export type PictureAnswer = { readonly text: string } | { readonly fault: 'not-an-image' | 'no-code' }

/** What the decoder may spend on further attempts at one picture. */
const EFFORT = { effort: 4, timeLimit: 500 }

serve<PictureTask, PictureAnswer>((task) => ({ answer: read(task) }))

function read(task: PictureTask): PictureAnswer {
  const image = pixelsOf(task)
  if (image === null) return { fault: 'not-an-image' }
  const text = textIn(image) ?? textIn(halved(image))
  return text === null ? { fault: 'no-code' } : { text }
}

function textIn(image: Image): string | null {
  try {
    return decodeQR(image, EFFORT)
  } catch {
    return null
  }
}

function pixelsOf({ bytes, mediaType }: PictureTask): Image | null {
  try {
    return mediaType === 'image/png' ? pngPixels(bytes) : decodeJpeg(bytes, { useTArray: true, formatAsRGBA: false, maxResolutionInMP: 40, maxMemoryUsageInMB: 512 })
  } catch {
    return null
  }
}

/** Grey, with or without alpha, palette or colour, of 1 to 16 bits: as three bytes a pixel, what is transparent on white. */
function pngPixels(bytes: Uint8Array): Image {
  const { width, height, data, channels, depth, palette } = decodePng(bytes)
  const scale = depth === 16 ? 257 : palette ? 1 : 255 / (2 ** depth - 1)
  const pixels = new Uint8Array(width * height * 3)
  const sample = depth < 8 ? packed(data, width * channels, depth) : (at: number): number => data[at] ?? 0
  for (let at = 0; at < width * height; at++) {
    const value = (channel: number): number => (depth === 16 ? sample(at * channels + channel) / scale : sample(at * channels + channel) * scale)
    const [red, green, blue, alpha] = palette ? palette[sample(at)] ?? [0, 0, 0] : channels > 2 ? [value(0), value(1), value(2), channels === 4 ? value(3) : 255] : [value(0), value(0), value(0), channels === 2 ? value(1) : 255]
    const share = (alpha ?? 255) / 255
    for (const [channel, colour] of [red, green, blue].entries()) pixels[at * 3 + channel] = Math.round((colour ?? 0) * share + 255 * (1 - share))
  }
  return { width, height, data: pixels }
}

/** Rows of less than a byte a sample begin at a new byte each. */
function packed(data: ArrayLike<number>, perRow: number, depth: number): (at: number) => number {
  const rowBytes = Math.ceil((perRow * depth) / 8)
  return (at) => {
    const bit = (at % perRow) * depth
    return ((data[Math.floor(at / perRow) * rowBytes + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
  }
}

/** A picture that is sharper than its code needs is read better at half its size. */
function halved({ width, height, data }: Image): Image {
  const [w, h] = [Math.max(1, width >> 1), Math.max(1, height >> 1)]
  const pixels = new Uint8Array(w * h * 3)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const at = (y * 2 * width + x * 2) * 3 + channel
        pixels[(y * w + x) * 3 + channel] = ((data[at] ?? 0) + (data[at + 3] ?? 0) + (data[at + width * 3] ?? 0) + (data[at + width * 3 + 3] ?? 0)) >> 2
      }
    }
  }
  return { width: w, height: h, data: pixels }
}
