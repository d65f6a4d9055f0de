import type { Delegation } from '../../../shared/base/delegations.ts'
import type { LockReason } from '../../../shared/ipc/bridge.ts'
import type { common as EnglishCommon, delegations as EnglishDelegations, frame as EnglishFrame, inText as EnglishInText, marking as EnglishMarking, roleNotes as EnglishRoleNotes, roles as EnglishRoles, settings as EnglishSettings, start as EnglishStart } from '../en/frame.ts'
import type { Translated } from '../translated.ts'
import { lowered } from '../../../shared/base/lowered.ts'
import { counted, of } from './plural.ts'

export const common: Translated<typeof EnglishCommon> = {
  labelled: (label, words) => `${label}\u00A0: ${words}`, inSentence: lowered,
  sentence: (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
  cancel: 'Annuler', close: 'Fermer', open: 'Ouvrir', reading: 'Lecture…', fillInAll: 'Les deux champs sont requis.',
  refused: (meaning) => `Refus : ${lowered(meaning)}`,
  reasonCode: (code, stage) => (stage === null ? code : `${code} (${stage})`),
}

export const delegations: Translated<typeof EnglishDelegations> = {
  BE: 'Belgique', BG: 'Bulgarie', CZ: 'Tchéquie', DK: 'Danemark', DE: 'Allemagne', EE: 'Estonie', IE: 'Irlande', EL: 'Grèce', ES: 'Espagne', FR: 'France', HR: 'Croatie', IT: 'Italie',
  CY: 'Chypre', LV: 'Lettonie', LT: 'Lituanie', LU: 'Luxembourg', HU: 'Hongrie', MT: 'Malte', NL: 'Pays-Bas', AT: 'Autriche', PL: 'Pologne', PT: 'Portugal', RO: 'Roumanie',
  SI: 'Slovénie', SK: 'Slovaquie', FI: 'Finlande', SE: 'Suède', EEAS: 'Service pour l’action extérieure', COM: 'Commission', GSC: 'Secrétariat général', PRES: 'Présidence',
}

const MASCULINE: ReadonlySet<Delegation> = new Set(['DK', 'LU', 'PT', 'EEAS', 'GSC'])
const WITHOUT_ARTICLE: ReadonlySet<Delegation> = new Set(['CY', 'MT'])

/** In running text, where nearly all names take an article: `of` and `to` contract it. */
export const inText: Translated<typeof EnglishInText> = (delegation) => {
  const name = delegation === 'PRES' ? 'présidence' : delegations[delegation]
  if (WITHOUT_ARTICLE.has(delegation)) return name
  if (delegation === 'NL') return `les ${name}`
  if (MASCULINE.has(delegation)) return `le ${name}`
  return /^[AEIOU]/.test(name) ? `l’${name}` : `la ${name}`
}

export const roles: Translated<typeof EnglishRoles> = { secretariat: 'Secrétariat', chair: 'Présidence', delegate: 'Délégué', drafter: 'Rédacteur', observer: 'Observateur' }
export const roleNotes: Translated<typeof EnglishRoleNotes> = {
  secretariat: 'Admet les délégations, consolide les textes, conduit les procédures de silence', chair: 'Engage les procédures de silence et diffuse les textes', delegate: 'Contribue, suggère, prend position, répond au silence',
  drafter: 'Comme un délégué, et diffuse les textes', observer: 'Lit et contribue, ne modifie rien',
}

export const frame: Translated<typeof EnglishFrame> = {
  skip: 'Aller au contenu', navigation: 'Principale', openDossiers: 'Dossiers ouverts', brussels: 'Bruxelles', brusselsAndHere: 'Bruxelles et ici', lock: 'Verrouiller',
  identity: (delegation) => delegations[delegation],
  sections: { desk: 'Bureau', dossiers: 'Dossiers', texts: 'Textes', silence: 'Silence', exchange: 'Échanges', register: 'Registre', directory: 'Annuaire', settings: 'Paramètres' },
  lockLosesTitle: 'Verrouiller et perdre la dernière saisie ?',
  keptBefore: (moment) => `Reprise d’une saisie antérieure, interrompue le ${moment} et conservée dans le coffre.`, startAnew: 'Recommencer',
  lockLosesBody: 'Elle n’a pas pu être conservée dans le coffre à l’instant. Revenir en arrière : l’écran de saisie en donne la raison.',
  lockAnyway: 'Verrouiller et la perdre',
}

export const marking: Translated<typeof EnglishMarking> = {
  bandHead: 'Marquage de ce qui est à l’écran', bandFoot: 'Marquage et emplacement', nothing: 'Rien de marqué à l’écran', limite: 'LIMITE', exercise: 'EXERCISE', exerciseThrice: 'EXERCISE EXERCISE EXERCISE',
  tlp: (colour) => `TLP:${colour}`, highest: 'Marquage le plus élevé de cet écran', asChosen: 'Marquage choisi dans ce formulaire',
  limitedField: 'Réservé à une partie de la liste de diffusion', limitedTo: 'Réservé à', limitedHelp: 'Une communication plus large reste possible par la suite, avec votre consentement. La chaîne des signatures va à toute la liste ; le contenu, non.', limiteField: 'LIMITE', classification: 'Classification', notClassified: 'Non classifié', tlpField: 'Traffic Light Protocol', noTlp: 'Aucun',
  classificationHelp: 'Chancery n’est pas homologué pour les informations classifiées de l’UE.',
}

const lockedWhy: Readonly<Record<LockReason, string>> = {
  asked: 'à votre demande', idle: 'après un temps sans frappe', suspended: 'parce que la machine s’est mise en veille', screenLocked: 'en même temps que l’écran', engineStopped: 'parce que le moteur s’est arrêté de lui-même',
}

export const start: Translated<typeof EnglishStart> = {
  statementTitle: 'Avant de commencer', formTitle: 'Créer votre coffre',
  notAccredited: 'Chancery n’est pas homologué pour les informations classifiées de l’UE.', habits: 'Il soutient les pratiques de marquage, d’enregistrement et de communication que ces informations exigent. Il n’en rend pas pour autant le traitement licite sur cette machine.',
  leaves: 'Rien ne quitte cette machine, sinon dans un fichier que vous écrivez vous-même : un pli, signé par vous et scellé à l’intention des personnes que vous désignez, ou un texte, alors en clair. Il n’y a pas de serveur, et nul autre que vous ne peut définir une nouvelle phrase secrète.',
  lost: 'Si vous perdez à la fois la phrase secrète et le code de récupération, le contenu du coffre est perdu. Les copies de vos collègues ne le sont pas.',
  name: 'Votre nom, tel que vos collègues le connaissent', delegation: 'Délégation', chooseDelegation: 'Choisir une délégation', delegationHelp: 'Le secrétariat vous admet dans un cercle sous ce code.',
  passphrase: 'Phrase secrète', acknowledge: 'J’ai lu la déclaration de gauche',
  create: 'Créer le coffre', creating: 'Création du coffre…', fillIn: 'Le nom et la délégation sont requis.', readFirst: 'Confirmer la lecture de la déclaration.',
  next: 'Ensuite : écrire votre carte sur une clé USB, la remettre au secrétariat et comparer les mots de sûreté.', noNetwork: 'Aucun réseau n’est utilisé, ni maintenant ni plus tard',
  locked: 'Verrouillé', lockedSince: (time, reason) => `Depuis ${time}, ${lockedWhy[reason]}.`, passphraseOf: (name, delegation) => `Phrase secrète ${of(name)}, ${delegation}`,
  unlock: 'Déverrouiller', unlocking: 'Déverrouillage…', nothingShown: 'Verrouillé : rien n’est à l’écran', lockedNote: 'Verrouillé, Chancery ne détient aucune clé et n’affiche aucune échéance. Il n’en rappelle une que si les Paramètres le permettent, et alors sans un mot de son objet.',
}

export const settings: Translated<typeof EnglishSettings> = {
  language: 'Langue', languages: { system: 'Comme le système', en: 'English', fr: 'Français' },
  languageHelp: 'Celle des mots à l’écran. Les textes, les noms et les recherches peuvent être en toute langue ; ce que Chancery compose pour un fichier ou pour le papier est en anglais.',
  appearance: 'Apparence', appearances: { system: 'Comme le système', light: 'Claire', dark: 'Sombre' }, lockAfter: 'Verrouillage automatique', consolidationKeys: 'Des touches seules (J, K, A, E, R, D) règlent les suggestions pendant la consolidation', convergence: 'Voyons-nous la même chose ?', convergenceMeans: 'Deux machines qui détiennent les mêmes éléments d’un dossier affichent la même valeur. La comparer par téléphone. Si un élément a été retenu pour l’une d’elles, les valeurs diffèrent.', noDossiers: 'Il n’y a pas encore de dossier ici.', dossier: 'Dossier', events: 'Événements', stateValue: 'Valeur', lockAfterHelp: 'Sans frappe ni pointeur pendant ce temps. Ce qui est en préparation est conservé dans le coffre.',
  minutes: (count) => `Après ${counted(count, 'minute')}`, statement: 'Ce que Chancery n’est pas',
}
