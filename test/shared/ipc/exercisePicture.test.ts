import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { drawExercisePicture, EXERCISE_PICTURE_NAME } from '../../../shared/ipc/exercisePicture.ts'
import { encodePalettePng } from '../../../shared/ipc/palettePng.ts'
import { attachmentName } from '../../../shared/dossier/attachment.ts'

describe('a picture that the program draws itself', () => {
  test('is read by another library point by point, also where a row does not fill its last byte', () => {
    const palette = [[255, 255, 255], [0, 0, 0], [200, 10, 10], [1, 2, 3]] as const
    const points = Uint8Array.from({ length: 5 * 3 }, (_, at) => at % 4)
    const read = decode(encodePalettePng({ width: 5, height: 3, palette, points }), { checkCrc: true })
    expect(read).toMatchObject({ width: 5, height: 3, depth: 2, palette })
    const seen = Array.from(points, (_, at) => ((read.data[Math.floor(at / 5) * 2 + Math.floor((at % 5) / 4)] ?? 0) >> (6 - 2 * (at % 5 % 4))) & 3)
    expect(seen).toEqual([...points])
  })

  test('may be longer than one stored block', () => {
    const [width, height] = [1024, 300]
    const read = decode(encodePalettePng({ width, height, palette: [[0, 0, 0], [9, 9, 9]], points: new Uint8Array(width * height).fill(1) }), { checkCrc: true })
    expect(read.data.every((byte) => byte === 0b0101_0101)).toBe(true)
    expect(read.data).toHaveLength((width * height) / 4)
  })

  test('of the exercise is small, the same every time, and says EXERCISE in its name', () => {
    const picture = drawExercisePicture()
    expect(decode(picture, { checkCrc: true })).toMatchObject({ width: 432, height: 240 })
    expect(picture.length).toBeLessThan(40_000)
    expect(drawExercisePicture()).toEqual(picture)
    expect(EXERCISE_PICTURE_NAME).toMatch(/^EXERCISE /)
    expect(attachmentName(EXERCISE_PICTURE_NAME)).toBe(EXERCISE_PICTURE_NAME)
  })
})
