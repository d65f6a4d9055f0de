/** What is wrong with the register, and at which entry, in French. */
import type { registerFaultWords as English } from '../../../shared/ipc/registerFaultWords.ts'
import type { RegisterFault } from '../../../shared/ipc/registerMethods.ts'

const SENTENCES: Readonly<Record<RegisterFault['kind'], (many: boolean) => string>> = {
  altered: (many) => (many ? 'modifiées après avoir été écrites' : 'modifiée après avoir été écrite'),
  unsigned: (many) => (many ? 'non signées par cette installation (insérées, ou modifiées puis hachées à nouveau)' : 'non signée par cette installation (insérée, ou modifiée puis hachée à nouveau)'),
  misplaced: (many) => (many ? 'à des places qui n’étaient pas les leurs (déplacées, répétées, ou décalées par une inscription insérée)' : 'à une place qui n’était pas la sienne (déplacée, répétée, ou décalée par une inscription insérée)'),
  missing: (many) => (many ? 'retirées' : 'retirée'),
  unchained: (many) => `ne ${many ? 's’enchaînent' : 's’enchaîne'} pas avec l’inscription précédente`,
  cut: (many) => (many ? 'retranchées à la fin' : 'retranchée à la fin'),
  beyondHead: (many) => (many ? 'insérées après la fin signée' : 'insérée après la fin signée'),
  headMissing: (many) => `la fin signée qui ${many ? 'les' : 'la'} suit a été retirée`,
  headForged: (many) => `la fin signée qui ${many ? 'les' : 'la'} suit n’est pas celle qui a été signée`,
  headDiffers: (many) => (many ? 'ne sont pas l’inscription que nomme la fin signée' : 'n’est pas celle que nomme la fin signée'),
}

/** `Inscription 12 : modifiée après avoir été écrite.` */
export const registerFaultWords: typeof English = ({ kind, seq, toSeq }) => {
  const many = toSeq > seq
  return `${many ? `Inscriptions ${seq} à ${toSeq}` : `Inscription ${seq}`} : ${SENTENCES[kind](many)}.`
}
