import type { HealthFault, HealthFaultKind, HealthWords } from '../../../shared/ipc/vaultHealth.ts'

const MEANINGS: Readonly<Record<HealthFaultKind, (fault: HealthFault) => string>> = {
  rolledBack: ({ entriesHere, entriesKnown }) => `Ce coffre est plus ancien qu’il ne l’était : son registre s’arrête à l’inscription ${entriesHere}, alors qu’il avait atteint l’inscription ${entriesKnown}.`,
  cut: () => 'La fin de ce coffre manque, ou quelque chose a été retiré au milieu.',
  copyMissing: () => 'Le fichier vault.head à côté de ce coffre a été retiré : nul ne peut dire si le coffre est le plus récent.',
  copyAltered: () => 'Le fichier vault.head à côté de ce coffre n’est pas celui qu’il a écrit : nul ne peut dire si le coffre est le plus récent.',
}

export function healthWords(fault: HealthFault): HealthWords {
  return { meaning: MEANINGS[fault.kind](fault), remedy: 'Il est ouvert en lecture seule, afin que rien ne soit signé deux fois sous un même numéro. Remettre en place le répertoire le plus récent du coffre, restaurer votre dernière sauvegarde, ou sauvegarder ce coffre tel quel et restaurer cette sauvegarde.' }
}
