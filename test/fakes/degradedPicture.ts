/** A picture of a screen as a camera takes it: scaled, turned a little, blurred, noisy, unevenly lit. Deterministic. */
import { encode as encodePng, decode as decodePng } from 'fast-png'
import { encode as encodeJpeg } from 'jpeg-js'
import { seededRandom } from './seededRandom.ts'

export interface Degradation {
  readonly scale: number
  readonly degrees: number
  /** Radius of the blur in pixels of the result. */
  readonly blur: number
  /** The most that noise adds to or takes from a grey value of 0 to 255. */
  readonly noise: number
  /** How much darker one corner is, from 0 to 1. */
  readonly shade: number
}

export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function greyOf(png: Uint8Array): GreyPicture {
  const { width, height, data, channels } = decodePng(png)
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, at) => data[at * channels] ?? 0) }
}

export function degrade(picture: GreyPicture, { scale, degrees, blur, noise, shade }: Degradation, seed: number): GreyPicture {
  const turned = blurred(resampled(picture, scale, degrees), blur)
  const dice = seededRandom(seed)(turned.data.length)
  const data = turned.data.map((grey, at) => {
    const [x, y] = [at % turned.width, Math.floor(at / turned.width)]
    const light = 1 - (shade * (x + y)) / (turned.width + turned.height)
    return Math.max(0, Math.min(255, Math.round(grey * light + (((dice[at] ?? 0) / 127.5) - 1) * noise)))
  })
  return { ...turned, data }
}

export function pngOf({ width, height, data }: GreyPicture): Uint8Array {
  return encodePng({ width, height, data, channels: 1, depth: 8 })
}

export function jpegOf({ width, height, data }: GreyPicture, quality: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4)
  for (const [at, grey] of data.entries()) rgba.set([grey, grey, grey, 255], at * 4)
  return new Uint8Array(encodeJpeg({ width, height, data: rgba }, quality).data)
}

/** Bilinear, about the middle; what lies outside is a grey desk. */
function resampled({ width, height, data }: GreyPicture, scale: number, degrees: number): GreyPicture {
  const margin = 1.2
  const [w, h] = [Math.round(width * scale * margin), Math.round(height * scale * margin)]
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const at = (x: number, y: number): number => (x < 0 || y < 0 || x >= width || y >= height ? 150 : data[y * width + x] ?? 150)
  const out = new Uint8Array(w * h)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [dx, dy] = [(x - w / 2) / scale, (y - h / 2) / scale]
      const [sx, sy] = [dx * cos + dy * sin + width / 2, dy * cos - dx * sin + height / 2]
      const [fx, fy] = [Math.floor(sx), Math.floor(sy)]
      const [ax, ay] = [sx - fx, sy - fy]
      out[y * w + x] = Math.round((at(fx, fy) * (1 - ax) + at(fx + 1, fy) * ax) * (1 - ay) + (at(fx, fy + 1) * (1 - ax) + at(fx + 1, fy + 1) * ax) * ay)
    }
  }
  return { width: w, height: h, data: out }
}

/** A box, once across and once down. */
function blurred(picture: GreyPicture, radius: number): GreyPicture {
  if (radius === 0) return picture
  const { width, height, data } = picture
  const pass = (from: Uint8Array, step: (x: number, y: number, by: number) => number): Uint8Array => Uint8Array.from(from, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    let sum = 0
    for (let by = -radius; by <= radius; by++) sum += from[step(x, y, by)] ?? 0
    return Math.round(sum / (2 * radius + 1))
  })
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most - 1, value))
  const across = pass(data, (x, y, by) => y * width + clamp(x + by, width))
  return { width, height, data: pass(across, (x, y, by) => clamp(y + by, height) * width + x) }
}
