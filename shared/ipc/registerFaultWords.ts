/** What is wrong with the register, and at which entry: one sentence for screens and command line alike. */
import type { RegisterFault } from './registerMethods.ts'

const SENTENCES: Readonly<Record<RegisterFault['kind'], (many: boolean) => string>> = {
  altered: (many) => `changed after ${many ? 'they were' : 'it was'} written`,
  unsigned: () => 'not signed by this installation: inserted, or changed and hashed anew',
  misplaced: (many) => `${many ? 'stand in places that were not theirs' : 'stands in a place that was not its own'}: moved, repeated, or pushed on by one that was inserted`,
  missing: (many) => `${many ? 'were' : 'was'} removed`,
  unchained: (many) => `${many ? 'do' : 'does'} not build on the entry before`,
  cut: (many) => `${many ? 'were' : 'was'} cut off at the end`,
  beyondHead: (many) => `${many ? 'stand' : 'stands'} after the signed end: inserted`,
  headMissing: () => 'the signed end that follows it was removed',
  headForged: () => 'the signed end that follows it is not the one that was signed',
  headDiffers: () => 'is not the entry that the signed end names',
}

/** `Entry 12: changed after it was written.` */
export function registerFaultWords({ kind, seq, toSeq }: RegisterFault): string {
  const many = toSeq > seq
  return `${many ? `Entries ${seq} to ${toSeq}` : `Entry ${seq}`}: ${SENTENCES[kind](many)}.`
}
