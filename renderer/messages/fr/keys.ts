import type { Hint, PassphraseStrength } from '../../../shared/ipc/vaultMethods.ts'
import type { keys as English } from '../en/keys.ts'
import type { Translated } from '../translated.ts'
import { counted } from './plural.ts'

const hints: Readonly<Record<Hint, string>> = {
  short: 'Ajouter des mots.', common: 'Elle figure en tête des listes dont se servent ceux qui devinent.', repeated: 'Elle se répète.', sequence: 'Elle suit une séquence.', keyboard: 'Elle suit les touches du clavier.',
  date: 'Une date apporte peu.', name: 'Les noms apportent peu.', own: 'Ce que l’on sait de vous n’apporte rien.',
}

const levels: Readonly<Record<PassphraseStrength['level'], string>> = { weak: 'Faible : elle pourrait être devinée.', enough: 'Suffisante : difficile à deviner.', strong: 'Forte.' }

/** What opens the vault: first start, lock screen, Settings. */
export const keys: Translated<typeof English> = {
  steps: 'Étapes', stepNames: ['Déclaration', 'Vous et votre phrase secrète', 'En cas d’oubli'], stepOf: (step, last) => `Étape ${step} sur ${last}`,
  next: 'Continuer', back: 'Retour',
  statementForm: 'Ce que Chancery n’est pas', statementLead: 'Votre coffre se crée en trois étapes : cette déclaration, qui vous êtes, et ce qui aide en cas d’oubli.',
  passphraseTitle: 'Une phrase secrète qui résiste',
  passphraseWhy: ['Tout ce que contient le coffre est chiffré sous cette phrase secrète. Quiconque copie le coffre peut chercher à la deviner aussi longtemps qu’il le souhaite : elle doit donc valoir mieux qu’un mot de passe.',
    'Prendre cinq mots ou plus, sans rapport entre eux et que personne n’associe à vous. Mieux vaut long et facile à retenir que court et étrange.',
    'Elle est évaluée sur cette machine pendant la saisie. Elle n’est conservée nulle part.'],
  forgetTitle: 'En cas d’oubli',
  forgetWhy: ['Un code de récupération permet de définir une nouvelle phrase secrète. Il est tiré maintenant et montré une seule fois ; Chancery ne le conserve pas. L’écrire sur papier et l’enfermer à l’écart de cette machine : qui détient le papier et la machine peut ouvrir le coffre.',
    'Un fichier-clé est demandé en plus de la phrase secrète à chaque déverrouillage. Le garder sur une clé USB qui ne reste pas dans la machine. S’il est perdu, seul le code de récupération ouvre le coffre.',
    'L’un et l’autre peuvent être définis ou remplacés plus tard dans les Paramètres.'],
  newPassphrase: 'Nouvelle phrase secrète', again: 'La même à nouveau', differ: 'Les deux saisies ne concordent pas.', strength: 'Robustesse', levels, hints, whileTyping: 'Cinq mots ou plus.',
  needsPassphrase: 'Saisir deux fois la phrase secrète.', weakYet: 'Cette phrase secrète pourrait être devinée.',
  recoveryCode: 'Code de récupération', withCode: 'En créer un', withoutCode: 'S’en passer', codeAndFile: 'Un code sur papier et un fichier-clé',
  codeNotes: { with: 'Il n’est montré que cette fois. Noter les neuf groupes.', without: 'En cas d’oubli de la phrase secrète, le contenu du coffre est perdu.' },
  writtenDown: 'Je l’ai noté', writeDownFirst: 'Noter le code, puis le confirmer.',
  keyFile: 'Fichier-clé', noKeyFile: 'Aucun', makeKeyFile: 'Créer un fichier-clé', chooseKeyFile: 'Prendre un fichier que j’ai', keepKeyFile: 'Le même qu’à présent',
  keyFileNotes: {
    keep: 'Le fichier-clé indiqué ci-dessus est demandé en plus de la nouvelle phrase secrète.', none: 'La phrase secrète seule ouvre le coffre.', made: 'Un nouveau fichier de 32 octets aléatoires, écrit dans un répertoire de votre choix.',
    chosen: 'Tout fichier dont pas un seul octet ne changera jamais.',
  },
  chooseFile: 'Choisir le fichier-clé', chooseFolder: 'Choisir un répertoire et l’écrire', chosenFile: (name) => `Choisi : ${name}`, madeFile: (name) => `Écrit : ${name}`, keyFileFirst: 'Choisir le fichier-clé.',
  forgotten: 'Utiliser le code de récupération', toPassphrase: 'Revenir à la phrase secrète', recoverTitle: 'Définir une nouvelle phrase secrète', recover: 'Définir et déverrouiller', recovering: 'Définition…', codeHelp: 'Neuf groupes de quatre. Espaces, traits d’union et majuscules sont sans importance.',
  codeFirst: 'Saisir le code noté sur papier.', recoverNote: 'Aucun fichier-clé n’est demandé par la suite ; un nouveau peut être défini dans les Paramètres.',
  waitFor: (seconds) => `Attendre ${counted(seconds, 'seconde')}.`,
  security: 'Sécurité', present: 'Phrase secrète actuelle', changePassphrase: 'Changer la phrase secrète', change: 'Changer', changing: 'Changement…',
  changed: 'La phrase secrète est changée. La précédente n’ouvre plus le coffre.',
  cost: (passes, memoryMib) => `Chaque essai coûte ${passes} passes sur ${memoryMib} Mio (Argon2id), selon la mesure faite sur la machine où elle a été définie.`,
  hasKeyFile: 'Un fichier-clé est demandé à chaque déverrouillage.', hasNoKeyFile: 'Aucun fichier-clé n’est demandé. Changer la phrase secrète pour en ajouter un.',
  hasCode: 'Un code de récupération existe. Si son papier est perdu ou a été vu, le remplacer.', hasNoCode: 'Il n’y a pas de code de récupération : en cas d’oubli de la phrase secrète, le contenu du coffre est perdu.',
  makeCode: 'Créer un code de récupération', replaceCode: 'Remplacer le code de récupération', removeCode: 'Le supprimer', removeCodeTitle: 'Supprimer le code de récupération ?',
  removeCodeBody: 'Dès lors, le papier n’ouvre plus rien. En cas d’oubli de la phrase secrète, le contenu du coffre est perdu ; personne ne peut le rétablir. Le registre garde trace de cette suppression.', codeRemoved: 'Le code de récupération est supprimé. Il n’ouvre plus rien.', codeSet: 'Le code de récupération est défini. Aucun code antérieur n’ouvre plus rien.', setCode: 'Définir ce code', settingCode: 'Définition…', presentFirst: 'Saisir la phrase secrète actuelle.',
}
