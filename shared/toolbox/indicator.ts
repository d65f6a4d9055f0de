/** Kinds of technical indicators that Chancery understands; others of a foreign file are listed, never guessed. */
export const INDICATOR_TYPES = ['ipv4', 'ipv6', 'domain', 'url', 'email', 'md5', 'sha1', 'sha256', 'fileName', 'other'] as const
export type IndicatorType = (typeof INDICATOR_TYPES)[number]
