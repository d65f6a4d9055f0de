/** The frames of an optical transfer as PNG pictures, one QR code each, numbered in the order in which they are best shown. */
import { encode as encodePng } from 'fast-png'
import encodeQR from 'qr'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import { withdrawFiles, type Target } from './target.ts'
import { writeFile, type WriteFault } from './writeFile.ts'

/** Pixels of the side of one module, and modules of the quiet zone (ISO/IEC 18004, 6.3.8: four). */
const MODULE_PIXELS = 5
const QUIET_MODULES = 4

export interface FrameFiles {
  readonly written: readonly WrittenFile[]
  readonly paths: readonly string[]
}

/** All or none. */
export async function writeFrames(frames: readonly string[], target: Target, signal: AbortSignal): Promise<Result<FrameFiles, WriteFault | 'cancelled'>> {
  const written: WrittenFile[] = []
  const paths: string[] = []
  for (const [at, frame] of frames.entries()) {
    const path = await target.place(`frame-${String(at + 1).padStart(4, '0')}.png`)
    const file = signal.aborted ? err('cancelled' as const) : await writeFile(path, framePicture(frame))
    if (!file.ok) {
      await withdrawFiles(paths)
      return file
    }
    written.push(file.value)
    paths.push(path)
  }
  return ok({ written, paths })
}

/** Grey, one byte a pixel. */
export function framePicture(frame: string): Uint8Array {
  const modules = encodeQR(frame, 'raw', { encoding: 'alphanumeric', ecc: 'low', border: QUIET_MODULES })
  const side = modules.length * MODULE_PIXELS
  const data = new Uint8Array(side * side).fill(255)
  for (const [y, row] of modules.entries()) {
    for (const [x, dark] of row.entries()) {
      if (!dark) continue
      for (let line = 0; line < MODULE_PIXELS; line++) data.fill(0, (y * MODULE_PIXELS + line) * side + x * MODULE_PIXELS, (y * MODULE_PIXELS + line) * side + (x + 1) * MODULE_PIXELS)
    }
  }
  return encodePng({ width: side, height: side, data, channels: 1, depth: 8 })
}
