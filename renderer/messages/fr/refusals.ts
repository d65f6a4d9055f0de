/** The sentences of every refusal, in French: what is the case, and what to do about it. */
import { fact, say, type Facts, type RefusalWords, type Sentences, type refusalWords as English } from '../../../shared/ipc/refusalWords.ts'
import type { ProfileFault, SETTER_ROLES } from '../../../shared/silence/profile.ts'
import { instantWords, readingWords } from './instant.ts'
import { counted, isOne, number, of, to } from './plural.ts'

const sendAgain = 'Demander à l’expéditeur d’écrire le pli à nouveau, si possible sur une autre clé USB. Rien n’a changé ici.'
const anotherFolder = 'Choisir un autre répertoire ou une autre clé USB, puis écrire à nouveau.'

const vaultSentences = {
  'vault-absent': say('Il n’y a pas encore de coffre ici.', 'En créer un, ou indiquer le répertoire qui le contient.'),
  'vault-exists': say('Il y a déjà un coffre ici.', 'Le déverrouiller avec sa phrase secrète, ou choisir un autre répertoire pour un nouveau coffre.'),
  'vault-locked': say('Le coffre est verrouillé.', 'Le déverrouiller avec sa phrase secrète, puis recommencer.'),
  'vault-newer': say('Ce coffre a été écrit par une version plus récente de Chancery.', 'L’ouvrir avec cette version. Rien n’y a été touché.'),
  'vault-damaged': say('Le coffre ne satisfait pas à ses propres contrôles : ce qui est conservé n’est pas ce qui a été écrit.', 'Garder le répertoire tel quel, et restaurer à côté la dernière sauvegarde.'),
  'vault-busy': busyWords,
  'vault-read-only': say('Ce coffre est ouvert en lecture seule, car rien n’assure que ce soit le plus récent.', 'Remettre en place le répertoire le plus récent du coffre, ou restaurer une sauvegarde, puis recommencer.'),
  'passphrase-wrong': (facts) => ({
    meaning: facts['keyFile'] === undefined ? `Cette phrase secrète n’est pas celle de ${thisVault(facts)}.` : `Cette phrase secrète et ce fichier-clé n’ouvrent pas ensemble ${thisVault(facts)}.`,
    remedy: `Vérifier la disposition du clavier${facts['keyFile'] === undefined ? ' et le verrouillage des majuscules' : ', le verrouillage des majuscules et le fichier'}, puis saisir la phrase à nouveau${waitWords(facts)}.`,
  }),
  'attempt-too-soon': (facts) => ({ meaning: 'Plusieurs tentatives ont échoué, et la prochaine doit attendre.', remedy: `Réessayer dans ${secondsWords(facts)}.` }),
  'key-file-needed': (facts) => ({ meaning: `Il faut une phrase secrète et un fichier-clé pour ouvrir ${thisVault(facts)}.`, remedy: 'Choisir aussi le fichier-clé.' }),
  'key-file-empty': say('Ce fichier est vide.', 'Choisir un autre fichier-clé.'),
  'recovery-code-absent': say('Aucun code de récupération n’a été créé pour ce coffre.', 'Seule la phrase secrète l’ouvre.'),
  'recovery-code-mistyped': say('Ce n’est pas un code de récupération : il contient une faute de frappe.', 'Le comparer avec le papier, groupe par groupe : neuf groupes de quatre.'),
  'recovery-code-stale': say('Ce code de récupération n’est pas celui qui vient d’être tiré ici.', 'En tirer un autre, et noter celui-là.'),
  'recovery-code-wrong': (facts) => ({
    meaning: 'Ce code de récupération n’ouvre pas ce coffre.', remedy: `Un code plus récent rend inutiles les précédents : rechercher le dernier, et le saisir${waitWords(facts)}.`,
  }),
  'passphrase-weak': say('Cette phrase secrète pourrait être devinée.', 'Prendre cinq mots ou plus, sans rapport entre eux.'),
  'not-acknowledged': say('La déclaration sur les informations classifiées n’a pas été confirmée.', 'La lire, puis cocher la case.'),
} satisfies Partial<Sentences>

const fileSentences = {
  'file-missing': say('Le fichier n’est plus là.', 'La clé USB est-elle encore dans la machine ? Choisir le fichier à nouveau.'),
  'name-repeated': say('Deux versions portent le même nom.', 'Donner à chaque version un nom qui lui soit propre.'),
  'file-unreadable': say('Le fichier ne peut pas être lu.', 'Le copier sur cette machine ou essayer une autre clé USB, puis le choisir à nouveau.'),
  'file-too-large': (facts) => ({ meaning: `Le fichier dépasse la taille acceptée ici${limitWords(facts)}.`, remedy: 'Demander à l’expéditeur de l’envoyer en plusieurs parties.' }),
  'target-exists': (facts) => ({ meaning: `${fact(facts, 'fileName', 'Un fichier de ce nom')} existe déjà à cet endroit et n’est pas remplacé.`, remedy: 'Choisir un autre répertoire, ou déplacer ce fichier.' }),
  'write-failed': say('Le fichier n’a pas pu être écrit.', `Aucun fichier incomplet n’est resté. ${anotherFolder}`),
  'verify-failed': say('Ce qui a été relu n’est pas ce qui a été écrit.', `Ne pas remettre cette clé USB. ${anotherFolder}`),
  'copy-number-missing': say('Chaque page de ce document porte le numéro de son exemplaire, et aucun n’a été donné.', 'Indiquer de quel exemplaire il s’agit, et sur combien.'),
  'print-unavailable': say('Un PDF est produit par l’application ; la ligne de commande n’a pas de pages à imprimer.', 'Écrire du HTML, qui s’imprime avec le même marquage sur chaque page, ou se servir de l’application.'),
  'print-cancelled': say('Rien n’a été imprimé : la fenêtre d’impression a été fermée.', 'Imprimer plus tard, le moment venu. Le registre indique que l’impression a été demandée, puis abandonnée.'),
  'print-failed': say('La machine n’a rien imprimé : aucune imprimante n’a accepté le document.', 'Vérifier qu’une imprimante est installée et allumée, ou écrire le texte dans un répertoire.'),
  'disk-full': say('Il n’y a plus de place pour écrire.', 'Libérer de la place, ou choisir un autre endroit. Rien n’a changé.'),
} satisfies Partial<Sentences>

const anotherBackup = 'Rien n’a été créé. Choisir une autre sauvegarde, ou recopier celle-ci depuis sa clé USB.'

const backupSentences = {
  'not-a-backup': say('Ce fichier n’est pas une sauvegarde.', 'Choisir un fichier dont le nom se termine par .chbackup.'),
  'backup-newer': say('Cette sauvegarde a été écrite par une version plus récente de Chancery.', 'Installer cette version sur cette machine, puis restaurer la sauvegarde. Rien n’a été créé, et le fichier n’a pas été touché.'),
  'backup-cut': say('La fin de cette sauvegarde manque.', anotherBackup),
  'backup-altered': say('Cette sauvegarde n’est pas ce qui a été écrit : elle est endommagée, ou a été modifiée.', anotherBackup),
  'backup-malformed': say('Le contenu de cette sauvegarde ne respecte pas le format.', anotherBackup),
} satisfies Partial<Sentences>

const bundleSentences = {
  'not-a-bundle': say('Ce fichier n’est pas un pli scellé.', 'Choisir un fichier dont le nom se termine par .chbundle.'),
  'bundle-newer': say('Ce pli a été écrit par une version plus récente de Chancery.', 'Installer cette version sur cette machine, puis importer le pli. Le fichier n’a pas été touché.'),
  'bundle-not-for-you': say('Ce pli n’est pas scellé à votre intention.', 'Demander à l’expéditeur d’en écrire un pour vous ; vérifier qu’il détient votre carte actuelle.'),
  'bundle-altered': say('Ce n’est pas ce que l’expéditeur a scellé : le fichier a été modifié en route.', sendAgain),
  'bundle-cut': say('La fin de ce pli manque.', sendAgain),
  'bundle-sender-unknown': say('L’expéditeur ne figure dans aucun tableau des membres sur cette machine, et sa carte n’a pas été comparée.', 'Lire la carte de l’expéditeur dans l’Annuaire, comparer les mots de sûreté, puis importer à nouveau.'),
  'bundle-sender-suspended': (facts) => ({ meaning: `La participation ${of(fact(facts, 'name', 'l’expéditeur'))} à ce cercle est suspendue.`, remedy: 'Téléphoner au secrétariat. Une fois l’expéditeur rétabli, demander un nouveau pli.' }),
  'bundle-signature': (facts) => ({ meaning: `Ce n’est pas ce que ${fact(facts, 'delegation', 'l’expéditeur')} a signé.`, remedy: `Demander ${to(fact(facts, 'delegation', 'l’expéditeur'))} un nouvel envoi.` }),
  'bundle-malformed': say('Le contenu de ce pli ne respecte pas le format.', sendAgain),
  'bundle-already-imported': say('Ce pli a déjà été importé.', 'Il n’y a rien à faire.'),
  'bundle-roster-behind': say('Ce pli repose sur un tableau des membres qui n’est pas parvenu à cette machine.', 'Importer d’abord le dernier pli du secrétariat. Celui-ci reste intact.'),
  'bundle-foreign-circle': say('Ce pli relève d’un cercle dont vous n’êtes pas membre.', 'Demander à son secrétariat d’y être admis, puis demander un nouveau pli.'),
  'bundle-chain': say('Le contenu du pli ne s’enchaîne pas avec ce que son auteur a envoyé auparavant.', sendAgain),
  'roster-conflict': (facts) => ({
    meaning: `Deux tableaux des membres différents prétendent être ${facts['epoch'] === undefined ? 'le même' : `le numéro ${facts['epoch']}`} : le secrétariat n’a pas montré à tous les membres le même cercle.`,
    remedy: 'Rien de ce cercle n’est plus reçu ni envoyé. La preuve se trouve dans l’Annuaire : la montrer aux autres, téléphoner au secrétariat, et fonder un nouveau cercle.',
  }),
  'preview-gone': say('Cet aperçu n’est plus conservé.', 'Choisir le fichier à nouveau.'),
  'nothing-to-send': say('Ces destinataires ont déjà tout.', 'Il n’y a rien à écrire. Pour tout envoyer à nouveau, choisir « Tout envoyer ».'),
  'not-originator': (facts) => ({
    meaning: `${only(facts, 'Seule l’autorité d’origine')} peut permettre que cela aille plus loin.`,
    remedy: `Demander son consentement ${to(fact(facts, 'delegation', 'l’autorité d’origine'))} ; il arrivera avec son prochain pli.`,
  }),
  'import-unknown': say('Cette importation est introuvable, ou a déjà été annulée.', 'Consulter l’historique des échanges.'),
  'import-built-upon': (facts) => {
    if (facts['sealed'] !== undefined) return { meaning: 'Un pli écrit depuis lors dit que vous avez reçu ce qui est arrivé avec cette importation.', remedy: 'Elle est maintenue. Interroger l’expéditeur sur ce qui n’aurait pas dû arriver.' }
    if (facts['shared'] !== undefined) return { meaning: 'Une importation ultérieure apportait en partie la même chose.', remedy: 'Annuler d’abord celle-là.' }
    return { meaning: 'Un élément arrivé ou déclaré plus tard repose sur cette importation.', remedy: 'Annuler d’abord les importations qui reposent dessus. Ce que vous avez déclaré vous-même ne peut pas être repris.' }
  },
  'not-evidence': say('Ce fichier n’est pas une preuve écrite par Chancery.', 'Choisir un fichier dont le nom se termine par .chevidence.'),
  'evidence-does-not-hold': say('Ce fichier ne prouve pas ce qu’il affirme : une signature ou un lien y est inexact.', 'Demander l’original à la personne qui l’a transmis.'),
  'evidence-unknown': say('Cette preuve n’est plus là.', 'Consulter la liste à nouveau.'),
  'no-recipients': say('Il n’y a personne à qui envoyer.', 'Admettre une délégation dans l’Annuaire, ou choisir d’autres destinataires.'),
} satisfies Partial<Sentences>

const circleSentences = {
  'not-a-card': say('Ce fichier n’est pas une carte.', 'Choisir un fichier dont le nom se termine par .chcard.'),
  'card-altered': say('Cette carte n’est pas ce que son titulaire a signé.', 'Demander au titulaire de l’écrire à nouveau, et ne pas se servir de celle-ci.'),
  'card-known': say('Cette personne figure déjà au tableau des membres.', 'Il n’y a rien à faire.'),
  'change-without-meaning': say('Le tableau des membres l’indique déjà, ou cela ne peut pas s’appliquer au secrétariat lui-même.', 'Consulter le tableau des membres. Pour quitter le cercle, transmettre d’abord le secrétariat.'),
  'card-unknown': say('Cette carte n’est pas sur cette machine.', 'Lire d’abord la carte depuis son fichier.'),
  'safety-words-not-compared': say('Les mots de sûreté n’ont pas été comparés.', 'Téléphoner à la personne, ou la rencontrer, et comparer les six mots.'),
  'circle-unknown': say('Ce cercle n’est pas sur cette machine.', 'Importer d’abord un pli de son secrétariat.'),
  'role-not-allowed': (facts) => ({ meaning: 'Votre rôle dans ce cercle ne le permet pas.', remedy: facts['role'] === undefined ? 'S’adresser au secrétariat.' : `Cela revient ${rolesWords(String(facts['role']))}.` }),
} satisfies Partial<Sentences>

const textSentences = {
  'dossier-unknown': say('Ce dossier n’est pas sur cette machine.', 'Importer un pli qui le contient.'),
  'text-unknown': say('Ce texte n’est pas sur cette machine.', 'Importer un pli qui le contient.'),
  'revision-unknown': say('Cette REV n’est pas sur cette machine.', 'Importer un pli qui la contient, ou choisir une autre REV.'),
  'not-latest-revision': say('Il existe une REV plus récente de ce texte.', 'Ouvrir la dernière REV et travailler sur celle-là.'),
  'event-unknown': say('Ce à quoi cela renvoie n’est pas sur cette machine.', 'Importer le pli qui le contient.'),
  'text-too-large': say('Le texte dépasse la longueur acceptée ici.', 'Le diviser en plusieurs textes.'),
  'text-empty': say('Ce fichier ne contient aucun mot.', 'Choisir un autre fichier.'),
  'docx-malformed': (facts) => ({ meaning: `Ce fichier Word ne peut pas être lu${docxReasonWords(fact(facts, 'reason', ''))}.`, remedy: 'L’ouvrir dans Word, l’enregistrer à nouveau au format .docx, et le choisir à nouveau.' }),
  'docx-has-changes': say('Ce fichier Word contient des modifications suivies.', 'Les accepter ou les refuser dans Word, enregistrer, et choisir le fichier à nouveau.'),
  'format-unknown': say('Le format de ce fichier n’est pas connu ici.', 'Choisir un fichier .docx, .md ou .txt.'),
  'amendment-misplaced': say('Une suggestion vise un endroit qui n’existe pas dans cette REV.', 'Ouvrir la REV à nouveau et y faire la modification.'),
  'suggestion-open': ({ count }) => ({
    meaning: typeof count === 'number' ? `${counted(count, 'suggestion')} ${isOne(count) ? 'attend' : 'attendent'} encore une suite.` : 'Des suggestions attendent encore une suite.',
    remedy: 'Donner une suite à chacune : l’accepter, la modifier, ou ne pas la retenir.',
  }),
  'suggestions-collide': ({ first, second }) => ({
    meaning: `${first === undefined || second === undefined ? 'Des suggestions' : `Les suggestions ${first} et ${second}`} modifient les mêmes mots. Une seule au plus peut être retenue.`,
    remedy: 'Reprendre l’une des suites données, ou rédiger un compromis pour les deux.',
  }),
  'suggestion-unknown': say('Une suite donnée désigne une suggestion qui n’est pas sur cette machine.', 'Ouvrir la consolidation à nouveau.'),
  'not-indicators': say('Ce fichier ne contient aucun indicateur compris ici.', 'Choisir un fichier JSON au format STIX 2.1 ou MISP.'),
  'too-many-indicators': say('Ce fichier contient plus d’indicateurs qu’une fiche ne peut en recevoir.', 'Le diviser en fichiers de 2\u202F000 indicateurs au plus.'),
  'nothing-for-stix': say('Tous ces indicateurs sont du type «\u00A0Autre\u00A0», pour lequel STIX n’a pas de forme\u00A0: rien ne pourrait être lu dans le fichier.', 'Les écrire en MISP, ou reformuler la fiche et préciser leur type.'),
  'entry-withdrawn': say('Cette fiche a été retirée.', 'En ajouter une nouvelle.'),
  'evidence-withdrawn': say('Une fiche à laquelle celle-ci renverrait a été retirée.', 'Renvoyer à ce qui est maintenu, ou s’en passer.'),
  'refers-to-nothing': say('Un élément auquel cette fiche renverrait n’est pas pris en compte dans le dossier, ou n’est pas de la catégorie sur laquelle elle peut se fonder.', 'Renvoyer à une fiche maintenue dans le dossier.'),
  'exercise-here': say('L’exercice a déjà été chargé dans ce coffre.', 'L’ouvrir depuis la liste des dossiers.'),
  'reason-needed': say('La réouverture d’une étape doit être motivée.', 'Indiquer dans la note pourquoi elle est rouverte.'),
  'exercise-mixed': say('Un exercice et un cas réel ne sont jamais liés.', 'Choisir un dossier de même nature.'),
  'nothing-changed': say('Rien n’a été modifié dans le texte.', 'Modifier d’abord quelques mots.'),
  'thread-unknown': say('Ce commentaire n’est pas sur cette machine.', 'Importer le pli qui l’a apporté, puis répondre.'),
  'nothing-said': say('Ce commentaire ne contient aucun mot.', 'Écrire quelque chose, ou fermer le commentaire.'),
} satisfies Partial<Sentences>

const attachmentSentences = {
  'attachment-unknown': say('Cette pièce jointe n’est pas connue sur cette machine.', 'Importer un pli qui la mentionne.'),
  'attachment-not-here': (facts) => ({
    meaning: 'Le contenu de cette pièce jointe n’est pas sur cette machine.',
    remedy: facts['heldBy'] === undefined ? 'Il a été détruit, ou n’est jamais arrivé ici.' : `Le demander ${to(String(facts['heldBy']))}, qui l’a ajoutée.`,
  }),
  'attachment-altered': say('Le contenu de cette pièce jointe n’est pas ce qui a été déposé dans le coffre.', 'Ne pas s’en servir. Restaurer la dernière sauvegarde, ou demander le fichier à la personne qui l’a ajouté.'),
  'clear-not-acknowledged': say('Écrit dans un répertoire, le contenu n’est plus protégé par le coffre.', 'Confirmer que vous le savez, puis exporter à nouveau.'),
  'no-code-in-picture': say('Aucun code de Chancery ne peut être lu sur cette image.', 'La reprendre : le code entier avec sa marge blanche, net, sans reflet, de face.'),
  'optical-altered': say('Les codes ne donnent pas le fichier qu’ils nomment.', 'Un élément faux s’y trouvait. Recommencer, et ne faire lire que le seul écran voulu.'),
  'not-an-image': say('Seules les images PNG, JPEG, GIF et WebP sont affichées ici.', 'L’exporter pour l’ouvrir ailleurs.'),
  'image-too-large': say('Cette image est trop grande pour être affichée sans risque.', 'L’exporter pour l’ouvrir ailleurs.'),
} satisfies Partial<Sentences>

const silenceSentences = {
  'deadline-nonexistent': (facts) => ({ meaning: `${wallTime(facts)} n’existe pas : les horloges avancent et sautent cette heure.`, remedy: readingsRemedy(facts) }),
  'deadline-ambiguous': (facts) => ({ meaning: `${wallTime(facts)} se présente deux fois : les horloges reculent et repassent par cette heure.`, remedy: readingsRemedy(facts) }),
  'deadline-past': say('Cette échéance est passée.', 'En choisir une plus tardive.'),
  'zone-unknown': say('Ce fuseau horaire n’est pas connu.', 'En choisir un dans la liste, par exemple Europe/Brussels.'),
  'deadline-too-short': (facts) => ({
    meaning: facts['minimumHours'] === undefined ? 'Cette procédure exige un délai minimal.' : `Cette procédure exige un délai d’au moins ${facts['minimumHours']}\u00A0h.`, remedy: 'Choisir une échéance plus tardive, ou une autre procédure.',
  }),
  'procedure-unknown': say('Cette procédure de silence n’est pas sur cette machine.', 'Importer le pli qui l’ouvre.'),
  'procedure-ended': say('Cette procédure de silence a pris fin.', 'S’adresser à l’initiateur : seule une nouvelle procédure peut reprendre la question.'),
  'answers-uncounted': ({ count }) => ({
    meaning: typeof count === 'number' && !isOne(count) ? `${number(count)} réponses se trouvent ici et ne comptent pas : ce sur quoi elles se fondent n’est pas arrivé, leur texte a été retenu, ou leur auteur a dit deux choses sous un même numéro.` : 'Une réponse se trouve ici et ne compte pas : ce sur quoi elle se fonde n’est pas arrivé, son texte a été retenu, ou son auteur a dit deux choses sous un même numéro.',
    remedy: 'Consulter la procédure. Demander un pli complet et l’importer, ou appeler la délégation. Pour clore sans elles, indiquer qu’on en a connaissance, et pourquoi dans la note.',
  }),
  'intake-before-deadline': say('L’échéance n’est pas passée.', 'La réception pourra être close après l’échéance.'),
  'intake-open': say('La réception est encore ouverte.', 'Clore d’abord la réception ; cela revient à une personne de l’initiateur.'),
  'not-setter': say('Seul l’initiateur de cette procédure peut le faire.', 'S’adresser à la délégation qui l’a ouverte.'),
  'not-a-certificate': say('Ce fichier n’est pas un certificat.', 'Choisir un fichier dont le nom se termine par .chcert.'),
  'certificate-altered': say('Ce certificat n’est pas ce que son initiateur a signé.', 'Le demander à nouveau à l’initiateur, et ne pas se servir de celui-ci.'),
  'certificate-signature': say('Ce certificat n’a pas été signé avec cette carte.', 'Demander la carte de l’initiateur qui l’a signé.'),
  'certificate-inconsistent': say('Ce certificat est authentique, mais son résultat ne découle pas des réponses qu’il énumère.', 'Ne pas s’y fier. Le montrer à l’initiateur.'),
  'profile-unknown': say('Ce type de procédure de silence n’est pas connu ici.', 'En choisir un dans la liste, ou importer le pli avec lequel le cercle l’a ajouté.'),
  'profile-inconsistent': (facts) => ({ meaning: `Ces règles se contredisent : ${profileFaultWords(fact(facts, 'fault', ''))}.`, remedy: 'Modifier les termes ou la règle, et l’ajouter à nouveau.' }),
  'procedure-suspended': say('Cette procédure de silence est suspendue : aucun délai ne court.', 'La reprendre d’abord avec une nouvelle échéance.'),
  'procedure-not-suspended': say('Cette procédure de silence n’est pas suspendue.', 'Pour fixer une échéance plus tardive, la prolonger.'),
  'procedure-running': say('Une autre procédure de silence sur ce texte n’a pas pris fin.', 'La clore ou la retirer d’abord.'),
  'answer-unknown': say('Cette réponse n’est pas sur cette machine.', 'Importer le pli qui la contient.'),
  'answer-of-another': (facts) => ({ meaning: 'Cette réponse émane d’une autre délégation.', remedy: `${only(facts, 'Seule cette délégation')} peut la retirer.` }),
  'answer-withdrawn': say('Cette réponse a déjà été retirée.', 'Il n’y a rien à faire.'),
  'step-not-provided': say('Ce type de procédure, ou son résultat, ne prévoit pas cette étape.', 'Choisir une étape que prévoit ce type de procédure ; rien ne suit une procédure rompue, hormis une nouvelle REV.'),
  'reservation-unknown': say('Cette réserve n’est pas sur cette machine.', 'Importer le pli qui la contient.'),
  'reservation-of-another': (facts) => ({ meaning: 'Cette réserve émane d’une autre délégation.', remedy: `${only(facts, 'Seule cette délégation')} peut la lever.` }),
  'reservation-lifted': say('Cette réserve a déjà été levée.', 'Il n’y a rien à faire.'),
  'place-unknown': say('Ce passage ne figure pas dans la dernière REV.', 'Ouvrir la dernière REV, et y choisir le passage.'),
} satisfies Partial<Sentences>

const contractSentences = {
  'input-malformed': say('La demande n’est pas complète.', 'Compléter ce qui manque ou raccourcir ce qui est trop long, puis renouveler la demande.'),
  'method-unknown': say('Cette version de Chancery ne connaît pas ce qui a été demandé.', 'Se servir de la fenêtre et du moteur d’une même version.'),
  'cancelled': say('L’opération a été arrêtée avant la fin.', 'Rien n’a changé. La relancer le moment venu.'),
  'internal': say('Une erreur propre à Chancery a interrompu l’opération.', 'Rien n’a été fait à moitié. Essayer encore une fois ; si l’erreur se répète, signaler ce que vous faisiez.'),
} satisfies Partial<Sentences>

const SENTENCES: Sentences = { ...vaultSentences, ...fileSentences, ...backupSentences, ...bundleSentences, ...circleSentences, ...textSentences, ...attachmentSentences, ...silenceSentences, ...contractSentences }

function busyWords(facts: Facts): RefusalWords {
  const host = fact(facts, 'host', '')
  if (host === '') return { meaning: 'Une autre fenêtre ou commande a ouvert ce coffre.', remedy: 'L’y fermer d’abord.' }
  const { sinceUtcMs } = facts
  const since = typeof sinceUtcMs === 'number' ? ` depuis le ${instantWords(sinceUtcMs)}` : ''
  const remedy = facts['where'] !== 'elsewhere' ? 'L’y verrouiller ou l’y fermer d’abord.'
    : `L’y verrouiller ou l’y fermer d’abord. Ne supprimer le fichier « lock » du répertoire du coffre que s’il est certain que plus rien sur ${host} ne le tient ouvert.`
  return { meaning: `Ce coffre est ouvert dans une autre fenêtre ou commande${since} : ${fact(facts, 'user', 'quelqu’un')} sur ${host}.`, remedy }
}

/** `limitBytes`: the most that is accepted there. */
function limitWords({ limitBytes }: Facts): string {
  if (typeof limitBytes !== 'number') return ''
  const units = ['octets', 'Kio', 'Mio', 'Gio']
  const unit = Math.min(units.length - 1, Math.floor(Math.log2(limitBytes) / 10))
  return ` (${number(limitBytes / 1024 ** unit)}\u00A0${units[unit]} au plus)`
}

/** What the passphrase belongs to, by the names that the engine gives it. */
function thisVault(facts: Facts): string {
  return facts['of'] === 'backup' ? 'cette sauvegarde' : 'ce coffre'
}

/** « Seule la délégation LV ». */
function only(facts: Facts, otherwise: string): string {
  const delegation = fact(facts, 'delegation', '')
  return delegation === '' ? otherwise : `Seule la délégation ${delegation}`
}

/** By the reasons of `shared/docx/fault.ts`. */
const docxFaults: ReadonlyMap<string, string> = new Map([
  ['not-a-zip', 'il n’a pas la forme d’un fichier Word'], ['zip-cut', 'la fin manque'], ['zip-unsupported', 'il est protégé, ou comprimé d’une manière qui n’est pas admise'], ['zip-damaged', 'il est endommagé'],
  ['too-many-parts', 'il compte trop de parties'], ['unsafe-name', 'le nom d’une de ses parties n’est pas admis'], ['part-missing', 'une de ses parties manque'], ['part-too-large', 'une de ses parties est trop grande'],
  ['ratio', 'une de ses parties grandit démesurément à la décompression'], ['not-xml', 'son contenu n’est pas du XML'], ['doctype', 'il contient une déclaration de type, qui n’est pas admise'],
  ['encoding', 'ses caractères ne sont pas lisibles'], ['too-deep', 'il est imbriqué trop profondément'], ['too-many-nodes', 'il compte trop d’éléments'], ['time', 'la lecture a duré trop longtemps'],
  ['memory', 'la lecture demandait trop de mémoire'],
])

function docxReasonWords(reason: string): string {
  const said = docxFaults.get(reason)
  return said === undefined ? '' : ` : ${said}`
}

const PROFILE_FAULTS: Readonly<Record<ProfileFault, string>> = {
  'adopted-not-allowed': 'le résultat dit « adopté », et la règle ne le permet pas', 'adopted-not-said': 'la règle veut que le silence vaille adoption, et le résultat ne dit pas « adopté »',
  'breakers-not-named': 'les termes d’une procédure rompue ne nomment pas qui l’a rompue', 'outcomes-alike': 'rompue ou non, le résultat se lit de la même façon',
  'grade': 'seul le cercle lui-même peut répondre d’un type qu’il ajoute',
}
const profileFaults: ReadonlyMap<string, string> = new Map(Object.entries(PROFILE_FAULTS))

function profileFaultWords(fault: string): string {
  return profileFaults.get(fault) ?? 'l’une d’elles ne s’accorde pas avec les autres'
}

const HELD_BY: Readonly<Record<(typeof SETTER_ROLES)[number], string>> = { secretariat: 'au secrétariat', chair: 'à la présidence' }
const heldBy: ReadonlyMap<string, string> = new Map(Object.entries(HELD_BY))

/** `chair or the secretariat`, as the engine names roles. */
function rolesWords(roles: string): string {
  return roles.split(' or the ').map((role) => heldBy.get(role) ?? `au rôle « ${role} »`).join(' ou ')
}

/** `waitSeconds`: how long the next attempt has to wait. */
function waitWords(facts: Facts): string {
  return facts['waitSeconds'] === undefined ? '' : ` dans ${secondsWords(facts)}`
}

function secondsWords({ waitSeconds }: Facts): string {
  return typeof waitSeconds === 'number' ? counted(waitSeconds, 'seconde') : 'quelques secondes'
}

/** 2027-03-28T02:30 is said as 2027-03-28, 02:30. */
function wallTime(facts: Facts): string {
  const said = fact(facts, 'wallTime', '')
  return said === '' ? 'Cette heure' : `L’heure indiquée (${said.replace(/T(?=\d)/, ', ')})`
}

/** Both readings of a wall time. The engine words them in English, so they are worded anew from the instants that it gives beside. */
function readingsRemedy({ earlierUtcMs, laterUtcMs, zone }: Facts): string {
  if (typeof earlierUtcMs !== 'number' || typeof laterUtcMs !== 'number' || typeof zone !== 'string') return 'Choisir une heure plus tôt ou une heure plus tard.'
  return `Choisir l’une des deux lectures : ${readingWords(earlierUtcMs, zone)} ou ${readingWords(laterUtcMs, zone)}.`
}

export const refusalWords: typeof English = ({ code, facts }) => SENTENCES[code](facts)
