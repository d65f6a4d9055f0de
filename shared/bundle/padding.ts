/**
 * Padmé (Nikitin et al., PURBs, 2019): a length keeps only its leading bits, so that the size of a file tells little about what is in
 * it, at a cost of at most 12 per cent. FORMAT.md section 4.
 */

/** The smallest padded length that holds `bytes`; `bytes` is at least 2 and below 2^46. */
export function padme(bytes: number): number {
  const exponent = Math.floor(Math.log2(bytes))
  const significant = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - significant)
  return Math.ceil(bytes / step) * step
}

export function isPadme(bytes: number): boolean {
  return bytes >= 2 && padme(bytes) === bytes
}

/**
 * How many zero bytes to add. The number itself stands in the manifest and makes it longer, so `sizeWith(padding)`, the size of
 * everything but the padding, depends on it; a padded length that no number reaches is passed over for the next.
 */
export function choosePadding(sizeWith: (padding: number) => number): number {
  for (let target = padme(sizeWith(0)); ; target = padme(target + 1)) {
    const padding = paddingTo(target, sizeWith)
    if (padding !== null) return padding
  }
}

/** CBOR integers below 24 take 1 byte, then 2, 3, 5: so four guesses cover every size. */
function paddingTo(target: number, sizeWith: (padding: number) => number): number | null {
  const most = target - sizeWith(0)
  return [0, 1, 2, 4].map((extra) => most - extra).find((padding) => padding >= 0 && sizeWith(padding) + padding === target) ?? null
}
