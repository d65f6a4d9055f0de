import { describe, expect, test } from 'vitest'
import { readRaster, recognizeRaster } from '../../../electron/engine/intake/rasterImage.ts'

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const image = (...parts: (number | number[])[]): Uint8Array => Uint8Array.from(parts.flat())

const PNG = image(0x89, ascii('PNG'), 13, 10, 26, 10, 0, 0, 0, 13, ascii('IHDR'), 0, 0, 1, 2, 0, 0, 3, 4, 8, 2, 0, 0, 0)
const GIF = image(ascii('GIF89a'), 0x40, 0x01, 0xc8, 0x00, 0, 0, 0)
/** APP0, fill bytes, a table, then the frame. */
const JPEG = image(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, 0x01, 0x2c, 0x02, 0x58, 1, 1, 0x11, 0)
const webp = (...chunk: (number | number[])[]): Uint8Array => image(ascii('RIFF'), 0, 0, 0, 0, ascii('WEBP'), ...chunk, Array(20).fill(0))
const LOSSY = webp(ascii('VP8 '), 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x10, 0x40, 0x20, 0x80)
const LOSSLESS = webp(ascii('VP8L'), 0, 0, 0, 0, 0x2f, 0x0f, 0xc0, 0x07, 0x00)
const EXTENDED = webp(ascii('VP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0xff, 0x00, 0x01, 0x1f, 0x00, 0x00)

describe('a raster image', () => {
  test.each([
    ['PNG', PNG, 'image/png', 258, 772], ['GIF', GIF, 'image/gif', 320, 200], ['JPEG', JPEG, 'image/jpeg', 600, 300],
    ['WebP, lossy', LOSSY, 'image/webp', 16, 32], ['WebP, lossless', LOSSLESS, 'image/webp', 16, 32], ['WebP, extended', EXTENDED, 'image/webp', 65_792, 32],
  ])('%s says its kind and its size', (_name, bytes, mediaType, width, height) => {
    expect(readRaster(bytes)).toEqual({ mediaType, width, height })
    expect(recognizeRaster(bytes.subarray(0, 16))).toBe(mediaType)
  })

  test('that is cut anywhere says no size, and no cut of it is read beyond its end', () => {
    for (const bytes of [PNG, JPEG, LOSSY, LOSSLESS, EXTENDED]) for (let end = 0; end < 21; end++) expect(readRaster(bytes.subarray(0, end))).toBeNull()
    for (let end = 0; end < 13; end++) expect(readRaster(GIF.subarray(0, end))).toBeNull()
  })

  test('without points, without a frame, or of another kind is none', () => {
    const flat = Uint8Array.from(PNG)
    flat.set([0, 0, 0, 0], 16)
    expect(readRaster(flat)).toBeNull()
    expect(readRaster(image(0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 1, 0, 0, 0, 0, 0, 0))).toBeNull()
    expect(readRaster(image(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBeNull()
    for (const other of ['%PDF-1.7', '<svg xmlns=', 'BM', 'II*\0', '<!DOCTYPE html>', 'RIFF\0\0\0\0WAVE']) expect(readRaster(image(ascii(other), Array(40).fill(0)))).toBeNull()
  })
})
