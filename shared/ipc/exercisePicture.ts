/** The attachment of the exercise: a chart of what it tells, drawn point by point, so that the program carries no picture that nobody can read in its source. */
import { encodePalettePng } from './palettePng.ts'

export const EXERCISE_PICTURE_NAME = 'EXERCISE sailings cancelled per day.png'

/** Three waves in sixteen days: the 412 sailings of the description. */
const CANCELLED = [38, 52, 31, 9, 0, 0, 24, 57, 61, 18, 3, 0, 14, 47, 42, 16]

const WIDTH = 432
const HEIGHT = 240
const [PAPER, LINE, COLUMN, INK] = [0, 1, 2, 3]
const PALETTE = [[255, 255, 255], [214, 220, 228], [43, 91, 150], [28, 35, 48]] as const

/** Where the columns stand: from the left, from the top, to the bottom. */
const PLOT = { left: 40, top: 56, foot: 192, step: 24, column: 16 }
const POINTS_PER_SAILING = 2
const GUIDES = [0, 20, 40, 60]

/** Five by seven points each, row by row. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '01110100011000111111100011000110001', C: '01111100001000010000100001000001111', D: '11110100011000110001100011000111110', E: '11111100001000011110100001000011111', G: '01111100001000010011100011000101111',
  I: '11111001000010000100001000010011111', L: '10000100001000010000100001000011111', N: '10001110011010110011100011000110001', P: '11110100011000111110100001000010000', R: '11110100011000111110101001001010001',
  S: '01111100001000001110000010000111110', X: '10001100010101000100010101000110001', Y: '10001100010101000100001000010000100',
  0: '01110100011001110101110011000101110', 1: '00100011000010000100001000010001110', 2: '01110100010000100010001000100011111', 4: '00010001100101010010111110001000010', 6: '01110100001000011110100011000101110',
  ' ': '0'.repeat(35),
}
const GLYPH = { width: 5, height: 7, advance: 6 }

export function drawExercisePicture(): Uint8Array {
  const points = new Uint8Array(WIDTH * HEIGHT).fill(PAPER)
  const fill = (x: number, y: number, width: number, height: number, colour: number): void => {
    for (let row = y; row < y + height; row++) points.fill(colour, row * WIDTH + x, row * WIDTH + x + width)
  }
  const write = (words: string, x: number, y: number, size: number): void => {
    for (const [at, letter] of Array.from(words).entries()) {
      for (const [place, dot] of Array.from(GLYPHS[letter] ?? '').entries()) {
        if (dot === '1') fill(x + (at * GLYPH.advance + (place % GLYPH.width)) * size, y + Math.floor(place / GLYPH.width) * size, size, size, INK)
      }
    }
  }
  const middle = (words: string, size: number): number => Math.floor((WIDTH - words.length * GLYPH.advance * size) / 2)
  const title = 'SAILINGS CANCELLED PER DAY'
  write('EXERCISE', middle('EXERCISE', 2), 10, 2)
  write(title, middle(title, 1), 34, 1)
  for (const guide of GUIDES) {
    const y = PLOT.foot - guide * POINTS_PER_SAILING
    fill(PLOT.left, y, CANCELLED.length * PLOT.step, 1, LINE)
    write(String(guide).padStart(2, ' '), PLOT.left - 18, y - 3, 1)
  }
  for (const [day, count] of CANCELLED.entries()) fill(PLOT.left + day * PLOT.step + 4, PLOT.foot - count * POINTS_PER_SAILING, PLOT.column, count * POINTS_PER_SAILING, COLUMN)
  write('DAY 1', PLOT.left, PLOT.foot + 8, 1)
  write('DAY 16', PLOT.left + CANCELLED.length * PLOT.step - 36, PLOT.foot + 8, 1)
  write('EXERCISE', middle('EXERCISE', 2), HEIGHT - 24, 2)
  return encodePalettePng({ width: WIDTH, height: HEIGHT, palette: PALETTE, points })
}
