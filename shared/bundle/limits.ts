/** Bounds that hold before anything is believed. FORMAT.md section 2. */
export const BUNDLE_LIMITS = {
  /** The largest file that the usual format of sticks (FAT32) can hold. */
  fileBytes: 0xffff_ffff,
  /** Stanzas, throw-away ones included. */
  stanzas: 256,
  manifestBytes: 16 * 1024 * 1024,
  items: 100_000,
  /** An event with the largest body, and what wraps it. */
  itemBytes: 16 * 1024 * 1024 + 16 * 1024,
  /** All events together: they are held in memory until the last byte of the file has been checked, and in some files only then is it known who signed. */
  eventBytes: 1024 * 1024 * 1024,
  /** The content of an attachment. */
  contentBytes: 2 * 1024 * 1024 * 1024,
  frontier: 20_000,
  /** Events that a sender says it has without their body, or without their content. */
  without: 100_000,
} as const
