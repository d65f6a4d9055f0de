import type { backup as English } from '../en/backup.ts'
import type { Translated } from '../translated.ts'
import { counted, decimal } from './plural.ts'

const REMINDERS: Readonly<Record<number, string>> = { 0: 'Jamais', 1: 'Après un jour' }
const PHASES: Readonly<Record<string, string>> = { check: 'Vérification du coffre', write: 'Écriture', verify: 'Relecture et ouverture complète', read: 'Lecture de la sauvegarde' }

function attachments(count: number): string {
  return counted(count, 'pièce jointe', 'pièces jointes')
}

/** Backups: Settings, the desk, the first start and the lock screen; and the bar over a vault that may only be read. */
export const backup: Translated<typeof English> = {
  title: 'Sauvegarde', none: 'Il n’y a pas encore de sauvegarde de ce coffre.', last: (day) => `Dernière sauvegarde écrite et vérifiée : ${day}.`,
  what: 'Un seul fichier chiffré, avec tout ce que contient le coffre. Il s’ouvre avec la phrase secrète que le coffre a à cet instant. Le garder à l’écart de cette machine.',
  remind: 'Me le rappeler', reminders: (days) => REMINDERS[days] ?? `Après ${counted(days, 'jour')}`,
  make: 'Sauvegarder', making: 'Sauvegarde…', stop: 'Arrêter',
  progress: (phase, done, total) => `${PHASES[phase] ?? phase}${total === null || total === 0 ? '…' : ` : ${Math.floor((done / total) * 100)} %`}`,
  written: (fileName, megabytes, count) => `Écrite, relue et ouverte en entier : ${fileName} (${megabytes}, ${attachments(count)}).`,
  missing: (count) => `Le contenu de ${attachments(count)} devrait être sur cette machine et n’y est pas : il n’est pas dans la sauvegarde.`,
  size: (bytes) => `${decimal(bytes / 1_000_000)} Mo`,
  due: 'Sauvegarde à faire', dueNever: 'Il n’y a pas de sauvegarde de ce coffre. Si cette machine est perdue, ce qu’elle seule détient l’est aussi.', dueSince: (day) => `La dernière sauvegarde date du ${day}.`,
  restoredTitle: 'Ce coffre a été restauré', restoredBody: 'C’est une nouvelle installation : elle lit tout, et ne signe rien tant que le secrétariat de chaque cercle n’a pas admis sa nouvelle carte.', toCard: 'Écrire ma carte',
  restore: 'Restaurer une sauvegarde', restoreTitle: 'Un coffre issu d’une sauvegarde', backToStart: 'Retour',
  restoreWhy: ['Une sauvegarde contient tout ce que contenait le coffre au moment où elle a été écrite : dossiers, textes, pièces jointes, registre.',
    'Le coffre qui en est issu est une nouvelle installation, avec ses propres clés et sa propre carte. Elle lit tout ce que détenait la précédente, et les plis scellés à l’intention de celle-ci s’ouvrent encore. Rien n’est jamais signé deux fois sous le même numéro.',
    'Avant qu’elle puisse signer, le secrétariat de chaque cercle doit admettre sa nouvelle carte : comparer de nouveau les six mots de sûreté.'],
  choose: 'Choisir la sauvegarde', chosen: (name) => `Choisie : ${name}`, chooseFirst: 'Choisir la sauvegarde.', passphrase: 'Phrase secrète de la sauvegarde', passphraseFirst: 'Saisir la phrase secrète.', opens: 'Ouverte avec', withPassphrase: 'sa phrase secrète', withCode: 'le code de récupération',
  passphraseHelp: 'Celle du coffre au moment où la sauvegarde a été écrite.', withKeyFile: 'Elle demande aussi un fichier-clé',
  aside: 'Mettre de côté le coffre qui est ici, dans un répertoire à part. Rien n’en est supprimé.', asideFirst: 'Confirmer que le coffre qui est ici peut être mis de côté.',
  restoring: 'Restauration…', restoreVerb: 'Restaurer', restoreNote: 'Tant que tout n’a pas été lu et vérifié, rien n’est créé.',
  readOnlyTitles: { rolledBack: 'Ce coffre est plus ancien qu’il ne l’était', cut: 'Il manque quelque chose à ce coffre', copyMissing: 'On ne sait pas si ce coffre est le plus récent', copyAltered: 'On ne sait pas si ce coffre est le plus récent' },
  verify: 'Tout vérifier', verifying: 'Vérification…', sound: 'Les événements, les signatures et les inscriptions qui sont ici sont tels qu’ils ont été signés.', faults: (count) => `${counted(count, 'défaut')}. La ligne de commande les nomme un à un : chancery vault verify.`,
}
