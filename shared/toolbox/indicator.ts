/** Kinds of technical indicators that Chancery understands; others of a foreign file are listed, never guessed. */
export const INDICATOR_TYPES = ['ipv4', 'ipv6', 'domain', 'url', 'email', 'md5', 'sha1', 'sha256', 'fileName', 'other'] as const
export type IndicatorType = (typeof INDICATOR_TYPES)[number]

const FORMS: readonly (readonly [IndicatorType, RegExp])[] = [
  ['url', /^[a-z][a-z0-9+.-]*:\/\/\S+$/i],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['ipv4', /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/\d{1,2})?$/],
  ['ipv6', /^(?=.*:.*:)[0-9a-f:]+(?:\/\d{1,3})?$/i],
  ['md5', /^[0-9a-f]{32}$/i],
  ['sha1', /^[0-9a-f]{40}$/i],
  ['sha256', /^[0-9a-f]{64}$/i],
  ['domain', /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/i],
]

/** By its form alone; `other` for everything that has none of these. A person can say otherwise. */
export function indicatorTypeOf(value: string): IndicatorType {
  return FORMS.find(([, form]) => form.test(value))?.[0] ?? 'other'
}
