/** A QR code, always dark on white: cameras read it so, whatever the appearance of the window. */
import { useMemo } from 'react'
import encodeQR from 'qr'
import css from './qrCode.module.css'

/** Modules of white around the code (ISO/IEC 18004, 6.3.8). */
const QUIET = 4

/** `text` of the characters of the alphanumeric mode. `label` says what it is to whoever does not see it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { side, path } = useMemo(() => drawn(text), [text])
  return (
    <svg className={css.code} role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <rect className={css.paper} width={side} height={side} />
      <path className={css.ink} d={path} />
    </svg>
  )
}

function drawn(text: string): { side: number; path: string } {
  const modules = encodeQR(text, 'raw', { encoding: 'alphanumeric', ecc: 'low', border: QUIET })
  const rows = modules.map((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`).join(''))
  return { side: modules.length, path: rows.join('') }
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const [at, dark] of row.entries()) {
    const last = runs.at(-1)
    if (dark && last !== undefined && last.from + last.length === at) last.length += 1
    else if (dark) runs.push({ from: at, length: 1 })
  }
  return runs
}
