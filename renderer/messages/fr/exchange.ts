import type { exchange as English } from '../en/exchange.ts'
import type { Translated } from '../translated.ts'
import { counted, isOne, listed, number, of } from './plural.ts'

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** One item or several of a type of event. */
const itemNames: Readonly<Record<string, readonly [string, string]>> = {
  'circle.founded': ['fondation du cercle', 'fondations'], 'roster.changed': ['modification du tableau des membres', 'modifications du tableau des membres'], 'receipt.given': ['accusé de réception', 'accusés de réception'], 'keys.offered': ['offre de nouvelles clés', 'offres de nouvelles clés'], 'dossier.opened': ['dossier', 'dossiers'],
  'entry.added': ['fiche', 'fiches'], 'entry.revised': ['fiche révisée', 'fiches révisées'], 'entry.withdrawn': ['fiche retirée', 'fiches retirées'], 'catalogue.issued': ['catalogue des mesures', 'catalogues des mesures'],
  'step.marked': ['étape marquée', 'étapes marquées'], 'contribution.added': ['contribution', 'contributions'], 'position.taken': ['position', 'positions'], 'attachment.added': ['pièce jointe', 'pièces jointes'], 'attachment.destroyed': ['destruction d’une pièce jointe', 'destructions de pièces jointes'], 'release.consented': ['consentement à la communication', 'consentements à la communication'], 'text.revIssued': ['REV', 'REV'], 'text.amended': ['série de suggestions', 'séries de suggestions'], 'text.commented': ['commentaire', 'commentaires'],
  'silence.opened': ['procédure de silence', 'procédures de silence'], 'silence.responded': ['réponse au silence', 'réponses au silence'], 'silence.extended': ['prolongation', 'prolongations'], 'silence.intakeClosed': ['clôture de la réception', 'clôtures de la réception'],
  'silence.certified': ['certificat', 'certificats'], 'silence.drafted': ['projet de procédure de silence', 'projets de procédure de silence'], 'silence.useStated': ['déclaration sur le recours au silence', 'déclarations sur le recours au silence'],
  'silence.served': ['notification consignée', 'notifications consignées'], 'silence.answerWithdrawn': ['réponse retirée', 'réponses retirées'], 'silence.suspended': ['suspension', 'suspensions'], 'silence.resumed': ['reprise', 'reprises'],
  'silence.withdrawn': ['procédure retirée', 'procédures retirées'], 'silence.forwarded': ['étape après le résultat', 'étapes après le résultat'], 'silence.profileAdded': ['type de procédure de silence', 'types de procédure de silence'],
  'reservation.entered': ['réserve', 'réserves'], 'reservation.lifted': ['réserve levée', 'réserves levées'],
}

const megabytes = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

function size(bytes: number): string {
  if (bytes < 1000) return counted(Math.round(bytes), 'octet')
  return bytes < 1_000_000 ? `${number(Math.round(bytes / 1000))}\u00A0ko` : `${megabytes.format(bytes / 1_000_000)}\u00A0Mo`
}

/** How fast, and how long it will take at that pace. */
function paceWords(leftBytes: number, bytesPerSecond: number | null): string {
  if (bytesPerSecond === null || bytesPerSecond <= 0) return ''
  const seconds = Math.ceil(leftBytes / bytesPerSecond)
  return `, ${size(bytesPerSecond)} par seconde, encore ${seconds < 60 ? counted(seconds, 'seconde') : counted(Math.ceil(seconds / 60), 'minute')}`
}

/** Events of one delegation, by their numbers. */
function eventsBy(from: string, first: number, last: number): string {
  return first === last ? `événement ${first}, signé par ${from}` : `événements ${first} à ${last}, signés par ${from}`
}

export const exchange: Translated<typeof English> = {
  sides: { out: 'Départ', in: 'Arrivée', codes: 'Par écran', matrix: 'Qui a quoi', history: 'Historique', evidence: 'Preuves' }, before: 'Avant que rien ne quitte cette machine', outTitle: 'Ce qui part, et ce qui est retenu', noCircle: 'Il n’y a personne avec qui échanger : vous n’êtes dans aucun cercle.', itemCount: (count) => counted(count, 'élément'),
  highest: 'Marquage le plus élevé de ces éléments', nobody: 'Il n’y a encore personne d’autre dans ce cercle. Admettre une délégation dans l’Annuaire.', noneChosen: 'Aucun destinataire n’est choisi.', nothing: 'Tous les destinataires choisis sont réputés tout avoir.', recipients: 'Destinataires', circle: 'Cercle', scope: 'Ce qui est écrit',
  everything: 'Tout envoyer, même ce qu’ils sont réputés avoir', write: 'Choisir un répertoire et écrire', writing: 'Scellement et écriture…', nothingToWrite: 'Il n’y a rien à écrire.', planning: 'Recherche de ce qui part, et à qui…', progress: (done, total) => (total === null ? `Fait : ${number(done)}` : `${number(done)} sur ${number(total)}`),
  filesHint: (files, name, bytes) => (files === 0 ? '' : `${files === 1 ? `Un fichier, ${name}` : `${number(files)} fichiers, ${name} et suivants`}, environ ${size(bytes)}. Relecture et vérification avant que la clé puisse être retirée.`),
  preparing: 'Préparation…', stop: 'Arrêter', pace: (phase, done, total, bytesPerSecond) => `${phase === 'verify' ? 'Relecture' : 'Écriture'} : ${size(done)} sur ${size(total)}${paceWords(total - done, bytesPerSecond)}`,
  leftOut: (names) => `Laissé de côté, car le contenu ne s’ouvre plus sur cette machine : ${listed(names)}.`, attachmentCount: (count) => counted(count, 'pièce jointe', 'pièces jointes'),
  originator: 'Origine', severalDelegations: (count) => counted(count, 'délégation'), theseAre: (count) => `Les ${counted(count, 'délégation')} réunies en une colonne :`, contentGoes: 'contenu envoyé', heldWord: 'retenu', heldBody: 'texte retenu',
  remedies: {
    none: () => 'Pas de remède ici.', consentForDossier: () => 'Le consentement peut être donné par qui a ouvert le dossier.', consentForItem: (who) => `Le consentement peut être donné par ${who ?? 'son autorité d’origine'} ; il arrive avec le prochain pli de cette délégation.`,
    sayAgain: (who) => `Prier ${who ?? 'son autorité d’origine'} de le redire avec un marquage de cette version.`, getContent: (who) => `Prier ${who ?? 'son autorité d’origine'} de l’envoyer à nouveau.`, nextBundle: () => 'Écrire à nouveau une fois ce fichier remis.',
  },
  consent: 'Consentir…', consentTitle: 'Permettre d’aller plus loin ?', consentVerb: 'Consentir', consentFollows: 'Votre consentement est signé au nom de votre délégation. Il part avec votre prochain pli, et vaut pour quiconque transporte l’élément. Il ne peut être repris.', reason: 'Motif',
  written: (label) => `Écrit sur ${label}, relu et vérifié.`, takeOut: 'La clé peut être retirée.', size, item: 'Élément', marking: 'Marquage', goes: 'envoyé', held: 'Retenu à l’égard de', all: (count) => `tous (${number(count)})`,
  itemName: (type) => capital(itemNames[type]?.[0] ?? type), items: (type, count) => counted(count, ...(itemNames[type] ?? [type, type])), heldTitle: 'Ce qui est retenu, et ce qui le libérerait', heldCount: (count) => `${counted(count, 'élément retenu', 'éléments retenus')} à l’égard de`,
  why: {
    removed: 'Exclu du tableau des membres.', notOnDistributionList: 'Hors de la liste de diffusion du dossier.', limitedByOriginator: 'Limité à d’autres par son autorité d’origine.', limite: 'LIMITE, et hors de la liste de diffusion.',
    tlpAmber: 'TLP:AMBER, et hors de la liste de diffusion.', tlpStrict: 'TLP:AMBER+STRICT : ne quitte son autorité d’origine que pour ceux qu’elle a nommés.', tlpRed: 'TLP:RED : seulement pour ceux que son autorité d’origine a nommés.',
    classified: 'Pas de consentement écrit de son autorité d’origine à un envoi plus large.', markingUnreadable: 'Porte un marquage que cette version ne comprend pas.', destroyedByOriginator: 'Détruit par son autorité d’origine.',
    contentNotHere: 'Son contenu n’est pas sur cette machine.', tooLarge: 'Plus de place dans ce fichier ; part avec le suivant.',
  },
  chosenOf: (chosen, all) => `${number(chosen)} sur ${number(all)}`, lacks: (count) => (count === 0 ? 'a tout' : `il manque ${counted(count, 'événement')}`),
  inTitle: 'Ce qui arrive', inLead: 'Choisir un ou plusieurs plis. Ce qu’ils changeraient est montré avant que rien ne soit changé.', inNext: 'Choisir les plis suivants.', choose: 'Choisir des plis', chooseWhole: 'Choisir tout un répertoire', dropHere: 'Ou déposer des fichiers ici. Leur ordre n’importe pas : un pli qui en attend un autre entre avec lui.', checking: 'Ouverture et contrôle…', nothingChanged: 'Rien n’est changé sans votre accord', toDesk: 'Aller au Bureau',
  imported: (count) => `${counted(count, 'élément importé', 'éléments importés')}.`, importedRest: (known, waiting) => `Déjà ici : ${number(known)}. En attente de ce qui n’est pas arrivé : ${number(waiting)}. Un accusé de réception part avec votre prochain pli.`,
  previewTitle: (from) => `Pli scellé par ${from} : ce qu’il changerait`, sealed: (when) => `Scellé le ${when}, selon l’horloge de l’expéditeur`, previewOnly: 'Aperçu : rien n’a été changé', bundleOf: (counter, from) => `Pli ${counter} ${of(from)}`,
  checks: {
    label: 'Contrôles', sealed: 'Scellé pour vous', sealedMeans: 'Ouvert avec votre clé', signature: 'Signature valable', signatureMeans: (name) => `Carte ${of(name)}, au tableau des membres ou comparée`, complete: 'Complet', completeMeans: (count) => `Rien ne manque : ${counted(count, 'partie')}`,
    eventsMissing: (count) => counted(count, 'événement non vu ici', 'événements non vus ici'), inOrder: 'Dans l’ordre', inOrderMeans: (counter) => `Numéro ${counter}, aucun ne manque avant`, gap: 'Lacune avant ce pli', gapMeans: (expected, found) => `Numéro ${expected} attendu, celui-ci est le ${found}`,
    mixed: 'Exercice et réel mêlés', mixedMeans: 'Ce fichier contient les deux. En demander la raison à l’expéditeur avant de l’importer',
    oneStory: 'Un seul récit', oneStoryMeans: 'Aucun auteur ne se contredit', fork: 'Deux récits', forkMeans: (count) => counted(count, 'contradiction conservée comme preuve', 'contradictions conservées comme preuves'),
  },
  wouldAdd: 'Serait ajouté', addsNothing: 'Rien de nouveau.', wouldNot: 'Ne serait pas ajouté', alreadyHere: (count) => `Déjà ici : ${counted(count, 'événement')}`, identical: 'À l’identique ; rien à faire',
  waitingFor: (from, first, last) => `En attente : ${eventsBy(from, first, last)}`, waitingMeans: 'Ce qui doit précéder n’est pas parvenu à cette machine. Le rattachement se fait de lui-même une fois la lacune comblée.',
  forkOf: (from, seq) => `Contradiction : deux versions du numéro ${seq} signées par ${from}`, forkMeans: 'Les deux sont conservées. Appeler la délégation, et prévenir le secrétariat.', putAside: 'Écarter le fichier', import: (count, waiting) => (count === 0 && waiting > 0 ? `Garder ${counted(waiting, 'élément')} en attente` : `Importer ${counted(count, 'élément')}`), importing: 'Importation…', discard: 'Écarter',
  already: 'Ce pli a déjà été importé.', registerSays: 'Rien n’a encore été changé. Le registre dira qui a importé quoi, et quand.', historyTitle: 'Plis partis et arrivés', noHistory: 'Aucun pli n’est encore parti ni arrivé.',
  direction: 'Sens', at: 'Quand', fileName: 'Fichier', with: 'Avec', events: 'Événements', receipts: 'Accusés', directions: { in: 'arrivé', out: 'parti' }, numbered: (circle, counter) => `${circle}, numéro ${counter}`, allConfirmed: (count) => (count === 1 ? 'confirmé' : `confirmé par ${number(count)} sur ${number(count)}`),
  stays: { builtUpon: 'Maintenue : un élément ultérieur repose dessus', shared: 'Maintenue : une importation ultérieure apportait en partie la même chose', sealed: 'Maintenue : un pli a été écrit depuis' },
  undoHead: 'Annuler', undoShort: 'Annuler', undoNamed: (name) => `Annuler l’importation : ${name}`, undo: 'Annuler l’importation', undoUntil: 'Possible tant que rien ne s’appuie dessus et qu’aucun pli n’a été écrit.', undone: (count) => `${counted(count, 'élément retiré', 'éléments retirés')}.`,
  undoneMeans: 'Tout est comme avant l’importation. Les fichiers peuvent être importés à nouveau ; le registre garde les deux inscriptions.', importedFrom: (files, waiting) => `De ${counted(files, 'fichier')}. En attente de ce qui n’est pas arrivé : ${number(waiting)}. Les accusés de réception partent avec votre prochain pli.`,
  refusedNamed: (names) => `Refusé : ${names.join(', ')}.`, attachmentsCame: (count) => `Avec ${counted(count, 'pièce jointe', 'pièces jointes')}.`,
  answersFirst: 'Réponses au silence', answerCount: (count) => counted(count, 'réponse'), breaks: 'Rompt le silence :', wouldBreak: 'Romprait le silence, et ne compte pas encore :', answerWaits: 'Ce sur quoi elle se fonde n’est pas arrivé. Demander un pli complet avant de clore la réception.', answers: 'Réponse :', late: 'hors délai', signedAt: (moment) => `Signé le ${moment}, selon l’horloge de son auteur.`,
  newRev: (subject) => `Nouveau : ${subject}`, suggestions: (count) => counted(count, 'suggestion'), superseded: 'La REV suivante a déjà été diffusée', contentOf: (name) => `Pièce jointe : ${name}`,
  completed: (count) => counted(count, 'élément dont le texte était retenu', 'éléments dont le texte était retenu'), completedMeans: 'L’autorité d’origine a consenti.', contentRefused: (name) => (name === '' ? 'Pièce jointe non conservée' : `Pièce jointe non conservée : ${name}`),
  verdicts: {
    differs: (who) => `Ce qui est arrivé n’est pas ce qui a été signé par ${who ?? 'son auteur'} : l’empreinte diffère. Prier ${who ?? 'son auteur'} de l’envoyer à nouveau.`, stray: () => 'Rien ici n’en fait mention.', destroyed: () => 'Elle a été détruite sur cette machine, et le reste.',
  },
  missing: (from, first, last) => `Manque : ${eventsBy(from, first, last)} ;`, hadSeen: 'déjà chez', splitOf: (sender, from, seq) => `Deux versions : l’événement ${seq} signé par ${from} n’est pas le même pour ${sender} et ici`,
  splitMeans: 'L’une des deux délégations ne dit pas la même chose à tous. Voir Preuves.', setAside: (what, from) => `Sans effet : ${what} ${of(from)}`,
  clocksTitle: 'Horloges qui ne peuvent être justes', clockOf: (from) => `Horloge ${of(from)} :`, clocksMean: 'L’ordre suit les liens entre les déclarations, jamais l’horloge. Rien n’est corrigé et rien n’en dépend ; demander quelle horloge est fausse.',
  clockFindings: {
    setBack: (count) => `${counted(count, 'déclaration indique', 'déclarations indiquent')} une heure antérieure à celle de la précédente du même journal.`,
    ahead: (count, latest) => `${counted(count, 'déclaration indique', 'déclarations indiquent')} une heure encore à venir ici : ${latest}.`,
    sealedAhead: (count, latest) => `${isOne(count) ? 'Ce fichier indique avoir été scellé' : `${number(count)} fichiers indiquent avoir été scellés`} à une heure encore à venir ici : ${latest}.`,
  },
  batchTitle: (files) => `${counted(files, 'fichier')} : changements d’ensemble`, opened: (count) => counted(count, 'ouvert et contrôlé', 'ouverts et contrôlés'), refusedFiles: (count) => (count === 0 ? 'Aucun refusé' : counted(count, 'refusé')), files: 'Fichiers', from: 'De', sealedAt: 'Scellé', state: 'État',
  fileCount: (count) => counted(count, 'fichier'), importFiles: (count) => `Importer ${counted(count, 'fichier')}`, discardAll: 'Écarter', putAllAside: 'Écarter les fichiers', ready: 'prêt', alreadyShort: 'déjà importé', notLookedAt: (count) => `${counted(count, 'autre fichier', 'autres fichiers')} ${isOne(count) ? 'n’a pas été examiné' : 'n’ont pas été examinés'}. Importer d’abord ceux-ci, puis choisir à nouveau le répertoire.`,
  matrixTitle: 'Qui a quoi', lastReceipt: 'Dernier accusé', lastSent: 'Dernier envoi', lastHeard: 'Dernier signe', unconfirmed: (count) => counted(count, 'non confirmé', 'non confirmés'), notForIt: 'pas pour elle', lacksOf: (lacks, total) => `manque ${number(lacks)} sur ${number(total)}`, wayOf: (way, total) => `${number(way)} sur ${number(total)} en route`,
  hasOf: (has, total) => (has === total ? `tout (${number(total)})` : `${number(has)} sur ${number(total)}`), alsoOnWay: (count) => `${number(count)} de plus en route`, heldOf: (count) => counted(count, 'retenu'),
  matrixMeans: 'Ne compte comme reçu que ce qu’une délégation a confirmé, ou a dit elle-même. Ce qui a été écrit pour elle et n’est pas confirmé est en route.',
  evidenceTitle: 'Ce qui ne concorde pas', noEvidence: 'Tout ce qui a été signé et est arrivé ici concorde.', evidenceMeans: 'Un fichier de preuve contient des signatures et des numéros, et aucun mot d’un dossier. Chacun peut le vérifier : chancery evidence verify FILE.', evidenceWritten: (name) => `Écrit : ${name}.`, evidenceCheck: 'Vérifiable sans coffre.',
  writeEvidence: 'Écrire un fichier', notWritable: 'Les octets signés n’ont pas été conservés.', doesNotProve: (what) => `Cela ne prouve pas ${what}`,
  confirmedOf: (came, all) => `confirmé par ${number(came)} sur ${number(all)} ; manque :`,
}
