/** Bounds that hold before anything is believed. FORMAT.md section 2. */
export const BUNDLE_LIMITS = {
  fileBytes: 256 * 1024 * 1024,
  /** Stanzas, throw-away ones included. */
  stanzas: 256,
  manifestBytes: 16 * 1024 * 1024,
  items: 100_000,
  /** An event with the largest body, and what wraps it. */
  itemBytes: 16 * 1024 * 1024 + 16 * 1024,
  frontier: 20_000,
} as const
