/** What the register says was done: a sentence for every name of the English table, no more and no fewer. */
import type { REGISTER_ACTIONS, REGISTER_GROUP_WORDS, REGISTER_NAMES } from '../../../shared/ipc/registerActions.ts'

export const registerGroups: typeof REGISTER_GROUP_WORDS = {
  access: 'Accès au coffre', views: 'Consultations', out: 'Ce qui est sorti', in: 'Ce qui est entré', admission: 'Cartes et admissions', statements: 'Déclarations signées',
  settings: 'Paramètres', destruction: 'Destructions', checks: 'Contrôles',
}

const ACTIONS: Readonly<Record<keyof typeof REGISTER_ACTIONS, string>> = {
  'vault.created': 'Coffre créé', 'vault.unlocked': 'Déverrouillé', 'vault.locked': 'Verrouillé',
  'vault.recovered': 'Ouvert avec le code de récupération', 'vault.passphraseChanged': 'Phrase secrète changée', 'vault.recoveryCodeSet': 'Code de récupération défini',
  'vault.recoveryCodeRemoved': 'Code de récupération retiré', 'vault.unlockRefused': 'Tentatives d’ouverture erronées', 'vault.changePassphrase': 'Phrase secrète à changer',
  'vault.setRecoveryCode': 'Code de récupération à définir', 'vault.removeRecoveryCode': 'Code de récupération à retirer',
  'vault.migrated': 'Porté à une version plus récente',
  'vault.verified': 'Coffre vérifié', 'vault.rebuilt': 'Index de recherche refait', 'register.verified': 'Registre vérifié',
  'backup.written': 'Sauvegarde écrite', 'backup.write': 'Sauvegarde à écrire', 'vault.restored': 'Restauré depuis une sauvegarde',
  'dossier.viewed': 'Dossier ouvert en lecture', 'text.viewed': 'Texte ouvert en lecture', 'search.shown': 'Trouvé par une recherche',
  'text.write': 'Texte écrit en clair', 'text.printed': 'Texte imprimé', 'text.print': 'Texte à imprimer', 'certificate.write': 'Certificat écrit', 'card.written': 'Carte écrite', 'card.write': 'Carte à écrire',
  'bundle.released': 'Diffusion décidée', 'bundle.written': 'Pli écrit', 'bundle.write': 'Pli à écrire', 'register.exported': 'Registre exporté', 'register.export': 'Registre à exporter',
  'bundle.preview': 'Pli ouvert pour aperçu', 'bundle.imported': 'Pli importé', 'bundle.import': 'Importation d’un pli', 'evidence.written': 'Preuve écrite', 'evidence.write': 'Preuve à écrire', 'evidence.verify': 'Preuve à vérifier',
  'bundle.undone': 'Importation annulée', 'bundle.undo': 'Importation à annuler', 'release.consented': 'Consentement à la diffusion', 'release.consent': 'Consentement à la diffusion', 'bundle.discarded': 'Pli mis de côté',
  'text.add': 'Texte à ajouter', 'text.create': 'Projet à diffuser', 'text.readEdits': 'Fichier modifié à lire', 'text.readAuthors': 'Fichier modifié à lire, auteur par auteur', 'text.verify': 'Texte à vérifier', 'certificate.verify': 'Certificat à vérifier',
  'optical.shown': 'Pli affiché en codes', 'optical.show': 'Pli à afficher en codes', 'optical.written': 'Pli écrit en images de codes', 'optical.write': 'Pli à écrire en images de codes', 'optical.read': 'Images de codes à lire', 'optical.take': 'Codes à lire',
  'card.read': 'Carte lue', 'card.trusted': 'Mots de sûreté comparés', 'card.trust': 'Mots de sûreté à comparer',
  'circle.founded': 'Cercle fondé', 'circle.admit': 'Admission', 'roster.changed': 'Tableau des membres modifié', 'roster.conflict': 'Deux tableaux des membres incompatibles trouvés', 'keys.offered': 'Nouvelles clés proposées', 'keys.made': 'Nouvelles clés créées', 'keys.deleted': 'Ancienne clé privée effacée',
  'circle.changeRole': 'Changement de rôle', 'circle.suspend': 'Suspension', 'circle.reinstate': 'Rétablissement', 'circle.remove': 'Exclusion', 'circle.handOver': 'Transmission du secrétariat', 'circle.takeKeys': 'Nouvelles clés à reprendre',
  'receipt.given': 'Accusé de réception signé', 'dossier.opened': 'Dossier ouvert', 'step.marked': 'Étape marquée', 'contribution.added': 'Contribution faite',
  'indicators.read': 'Indicateurs à lire', 'indicators.write': 'Indicateurs écrits en clair',
  'dossier.caseFile': 'Dossier complet écrit en clair',
  'exercise.load': 'Exercice chargé',
  'entry.added': 'Fiche ajoutée', 'entry.revised': 'Fiche révisée', 'entry.withdrawn': 'Fiche retirée',
  'catalogue.issued': 'Catalogue des mesures diffusé', 'catalogue.issue': 'Catalogue des mesures diffusé', 'note.print': 'Note imprimée dans un texte',
  'position.taken': 'Position prise', 'text.revIssued': 'REV diffusée', 'text.amended': 'Suggestions déposées', 'text.commented': 'Commentaire fait', 'silence.opened': 'Silence ouvert',
  'silence.responded': 'Réponse au silence', 'silence.extended': 'Silence prolongé', 'silence.intakeClosed': 'Réception close', 'silence.certified': 'Résultat certifié',
  'silence.drafted': 'Procédure de silence rédigée', 'silence.useStated': 'Recours à la procédure de silence déclaré', 'silence.served': 'Notification consignée',
  'silence.answerWithdrawn': 'Réponse au silence retirée', 'silence.suspended': 'Silence suspendu', 'silence.resumed': 'Silence repris',
  'silence.withdrawn': 'Silence retiré', 'silence.forwarded': 'Résultat transmis', 'silence.profileAdded': 'Type de procédure de silence ajouté',
  'reservation.entered': 'Réserve inscrite', 'reservation.lifted': 'Réserve levée',
  'silence.calendarWritten': 'Échéance écrite pour un agenda', 'silence.overviewWritten': 'Tableau d’une procédure de silence écrit', 'silence.calendar': 'Échéance à écrire pour un agenda', 'silence.print': 'Tableau à écrire',
  'settings.changed': 'Paramètres modifiés',
  'attachment.added': 'Pièce jointe ajoutée', 'attachment.add': 'Pièce jointe à ajouter', 'attachment.viewed': 'Pièce jointe consultée', 'attachment.preview': 'Pièce jointe à consulter',
  'attachment.exported': 'Pièce jointe exportée en clair', 'attachment.export': 'Pièce jointe à exporter',
  'attachment.destroyed': 'Pièce jointe détruite', 'attachment.destroy': 'Pièce jointe à détruire',
  'bundle.previewAll': 'Plis à ouvrir pour aperçu', 'bundle.importAll': 'Plis à importer', 'backup.restore': 'Sauvegarde à restaurer', 'register.verify': 'Registre à vérifier',
  'settings.change': 'Paramètres à modifier', 'holiday.change': 'Jours fériés à modifier', 'keys.rotate': 'Nouvelles clés à créer', 'circle.found': 'Cercle à fonder',
  'dossier.open': 'Dossier à ouvrir', 'dossier.markStep': 'Étape à marquer', 'dossier.contribute': 'Contribution à faire', 'dossier.takePosition': 'Position à prendre',
  'entry.add': 'Fiche à ajouter', 'entry.revise': 'Fiche à réviser', 'entry.withdraw': 'Fiche à retirer', 'text.issue': 'REV à diffuser',
  'text.suggest': 'Suggestions à déposer', 'text.comment': 'Commentaire à faire', 'silence.addProfile': 'Type de procédure de silence à ajouter', 'silence.draft': 'Procédure de silence à rédiger',
  'silence.open': 'Silence à ouvrir', 'silence.respond': 'Réponse au silence à donner', 'silence.withdrawAnswer': 'Réponse au silence à retirer', 'silence.stateUse': 'Recours à la procédure de silence à déclarer',
  'silence.recordServed': 'Notification à consigner', 'silence.extend': 'Silence à prolonger', 'silence.suspend': 'Silence à suspendre', 'silence.resume': 'Silence à reprendre',
  'silence.withdraw': 'Silence à retirer', 'silence.closeIntake': 'Réception à clore', 'silence.certify': 'Résultat à certifier', 'silence.forward': 'Résultat à transmettre',
  'reservation.enter': 'Réserve à inscrire', 'reservation.lift': 'Réserve à lever',
}

const NAMES: Readonly<Record<keyof typeof REGISTER_NAMES, string>> = {
  goes: 'Va à', held: 'Retenu pour', recipient: 'Destinataire', bundle: 'Pli', sender: 'Installation de l’expéditeur', fork: 'Deux déclarations sous un même numéro', file: 'Fichier', hash: 'Empreinte du fichier', text: 'Texte', event: 'Événement',
  fault: 'Défaut', group: 'Nature', from: 'De', to: 'Jusqu’à', result: 'Résultat', dossier: 'Dossier', words: 'Mots', lockAfterMinutes: 'Minutes avant le verrouillage automatique', remindBeforeMinutes: 'Minutes de rappel avant une échéance', remindWhenLocked: 'Rappeler aussi quand le coffre est verrouillé',
  holidaysAdded: 'Jours fériés ajoutés', holidaysStruck: 'Jours fériés retirés', named: 'Dit de quoi il s’agit', appearance: 'Apparence', language: 'Langue',
  attempts: 'Tentatives erronées', at: 'Le (UTC)', first: 'Première (UTC)', last: 'Dernière (UTC)',
  backupReminderDays: 'Jours avant le rappel d’une sauvegarde', consolidationKeys: 'Des touches seules règlent les suggestions', size: 'Taille en octets', former: 'Installation précédente', madeAt: 'Sauvegarde faite',
}

const actions: ReadonlyMap<string, string> = new Map(Object.entries(ACTIONS))
const names: ReadonlyMap<string, string> = new Map(Object.entries(NAMES))

export function registerActionWords(action: string): string {
  return actions.get(action) ?? action
}

export function registerNameWords(name: string): string {
  return names.get(name) ?? name
}
