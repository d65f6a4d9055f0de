import type { negotiation as English } from '../en/negotiation.ts'
import type { Translated } from '../translated.ts'
import { counted, isOne, listed, number } from './plural.ts'

const carry: Translated<typeof English.carry> = {
  title: (count) => `Vos suggestions non retenues : ${number(count)}`, madeOn: (rev) => `faite sur ${rev}`, overtakenMeans: 'Le texte se lit comme vous l’avez demandé.',
  statuses: { applies: 'Toujours applicable', overtaken: 'Dépassée', conflicts: 'En conflit' },
  conflicts: {
    blockGone: 'Son paragraphe n’est plus dans le texte.', wordsChanged: 'Les mots qu’elle concerne ont été changés.', kindChanged: 'Son paragraphe est désormais d’un autre type.',
    placeChanged: 'Son paragraphe a été déplacé.', rival: 'D’autres mots nouveaux se trouvent là où iraient les siens.', misplaced: 'Elle ne s’accorde pas au texte tel qu’il est maintenant.',
  },
  again: 'Redemander', againLabel: (place) => `Redemander ce changement${place === '' ? '' : ` au paragraphe ${place}`}`, asked: 'En préparation', answered: (reason) => `Réponse : « ${reason} »`, clashes: 'Elle touche des mots que vous changez déjà.',
}

const comments: Translated<typeof English.comments> = {
  title: 'Commentaires', reservations: 'Réserves',
  // The kind before it says that it is a reservation; here stand those that have not been lifted.
  reservation: 'maintenue',
  reserve: 'Émettre une réserve', count: (open) => (open === 0 ? 'Aucun commentaire ouvert' : counted(open, 'commentaire ouvert', 'commentaires ouverts')), none: 'Personne n’a commenté ce texte sur cette machine.', add: 'Commenter', addOn: 'Commenter ces mots', whole: 'Sur tout le texte',
  words: 'Commentaire', theText: 'texte entier', write: 'Signer le commentaire', title2: (place) => `Commentaire : ${place}`, signed: 'Le commentaire est signé en votre nom et part avec votre prochain pli.', answer: 'Répondre', resolve: 'Résoudre', reopen: 'Rouvrir', resolved: 'résolu', reopened: 'rouvert',
  showResolved: (count) => `Afficher ${counted(count, 'commentaire résolu', 'commentaires résolus')}`, madeOn: (rev) => `(${rev})`, gone: 'Ces mots ne sont plus dans le texte.', go: 'Aller à ces mots', howTo: 'Sélectionner des mots du texte pour les commenter, ou commenter l’ensemble.', answerTo: (person) => `Réponse à ${person}`,
}

const cover: Translated<typeof English.cover> = {
  fields: {
    number: 'Numéro, sans REV', type: 'Type', place: 'Lieu', date: 'Date', from: 'Origine', to: 'Destinataire', subject: 'Objet', institution: 'Institution', originalLanguage: 'Langue originale', previousDocument: 'N° doc. préc.',
    initials: 'Initiales', department: 'Service', codes: 'Codes matière', purposes: 'Finalités', sentences: 'Phrases avant le texte',
  },
  lineByLine: 'Une entrée par ligne.', more: 'Suite de la page de couverture, et légende', signs: { inserted: 'Ajouts', deleted: 'Suppressions', moved: 'Texte déplacé' }, change: 'Modifier la page de couverture',
  legend: { bold: 'en gras', boldUnderline: 'en gras et souligné', underline: 'souligné', colour: 'en couleur', strikethrough: 'barré', brackets: 'remplacé par [...]', doubleUnderline: 'souligné deux fois', likeInserted: 'comme les ajouts' },
}

const exporting: Translated<typeof English.exporting> = {
  preview: 'Aperçu de la première page', pdf: 'PDF', page: (document) => `${document}, page 1`, copy: 'N° d’exemplaire', copies: 'sur combien', copyNeeded: 'Chaque page de ce document porte le numéro de son exemplaire.', copyLine: (copy, of) => `Exemplaire ${copy} sur ${of}`,
  noPreview: 'Le tableau des suites données a une ligne pour chaque suggestion : qui l’a faite, où, ce qu’il en est advenu et pourquoi.', badCopy: 'Indiquer de quel exemplaire il s’agit, et sur combien.',
}

const compare: Translated<typeof English.compare> = {
  title: 'Comparer des textes', other: 'Un autre texte, un fichier ou trois versions', before: 'Avant', after: 'Après', third: 'Un troisième texte', with: 'avec', and: 'et', none: 'Pas de troisième texte', file: 'Un fichier : Word, Markdown ou texte brut', choose: 'Choisir deux textes. Chacun peut être une REV quelconque d’un texte, ou un fichier.', foot: (count) => (count < 2 ? '' : 'Plusieurs textes à l’écran ; le marquage le plus élevé est affiché'),
  substance: (substance, all) => (substance === all ? 'Tout est de fond' : `${number(substance)} de fond, ${number(all - substance)} de forme`), onlySubstance: 'Le fond seulement', filter: 'N’afficher que', proved: 'Vérifié dans les deux sens, à l’octet près',
  kinds: {
    inserted: (count) => counted(count, 'insertion'), deleted: (count) => counted(count, 'suppression'), replaced: (count) => counted(count, 'remplacement'), moved: (count) => counted(count, 'déplacement'),
    restyled: (count) => counted(count, 'changement de type', 'changements de type'), renumbered: (count) => counted(count, 'renumérotation'),
  },
  natures: { substance: 'fond', case: 'majuscules', punctuation: 'ponctuation', spacing: 'espaces', emphasis: 'mise en relief', numbering: 'numérotation', form: 'forme' },
  moved: (from, to) => `Déplacement : ${from}, désormais ${to}`, becomes: (before, after) => `${before} devient ${after}`, three: 'Trois versions', notThere: 'Absent', standsElsewhere: 'Se trouve ailleurs.',
  threeCounts: (counts, left, right) => `Changements dans ${left} seulement : ${number(counts.left)}. Dans ${right} seulement : ${number(counts.right)}. Dans les deux, à l’identique : ${number(counts.alike)}. Dans les deux, différemment : ${number(counts.differently)}.`,
}

const proof: Translated<typeof English.proof> = {
  open: 'Vérification', title: 'Vérification de la version annotée', accepts: (clean) => `Accepter toutes les marques donne ${clean}, à l’octet près.`, acceptsNot: (clean) => `Accepter toutes les marques ne donne pas ${clean}.`,
  rejects: (base) => `Rejeter toutes les marques donne ${base}, à l’octet près.`, rejectsNot: (base) => `Rejeter toutes les marques ne donne pas ${base}.`, places: (count) => `${counted(count, 'endroit')} où la vérification échoue`, noPlaces: 'La vérification n’échoue nulle part.',
  expected: 'Devrait se lire', found: 'Se lit', nothing: 'rien', foreign: 'Vérifier un texte annoté', foreignMeans: 'Un fichier annoté, d’où qu’il vienne : donne-t-il, une fois les marques acceptées, le texte net, et, une fois rejetées, le texte précédent ?', prove: 'Vérifier',
  choose: { marked: 'Choisir le fichier annoté', clean: 'Choisir le texte net', base: 'Choisir le texte précédent' }, chooseMarked: 'Choisir d’abord le fichier annoté.', chooseOther: 'Choisir le texte net, le texte précédent, ou les deux.',
}

const draftText: Translated<typeof English.draftText> = {
  title: 'Rédaction d’un nouveau texte', write: 'Rédiger un texte', fromFile: 'Partir d’un fichier', discard: 'Recommencer', issue: 'Diffuser', notIssued: 'Projet, non diffusé', editor: 'Projet', cover: 'Page de couverture', kept: 'Le texte et la page de couverture sont conservés dans le coffre jusqu’à la diffusion.', subjectHelp: 'Si ce champ est vide, le titre du texte est repris.',
  issueTitle: 'Diffuser ce projet comme première version ?', issueBody: 'Il est signé en votre nom et part avec votre prochain pli. Dès lors, les changements de chacun, les vôtres aussi, sont des suggestions.',
}

const who: Translated<typeof English.who> = {
  title: 'Qui a demandé ces mots', version: 'Provenance', rail: 'Provenance', everybody: 'Toutes les délégations', issuer: 'L’auteur de la REV', filter: 'Afficher les mots de', filtered: (code) => `Mots de ${code}`, pick: 'Désigner un passage, ou choisir une délégation : ses mots sont colorés.',
  since: (rev) => `dans le texte depuis ${rev}`, firstIssue: 'dans le texte depuis la première version', byIssuer: 'Écrit par l’auteur de la REV', askedBy: 'Demandé par', before: (place) => `Demandes antérieures${place === '' ? '' : ` : ${place}`}`, onRev: (rev) => `sur ${rev}`,
  verdicts: { accepted: 'acceptée', edited: 'acceptée en d’autres mots', notTakenUp: 'non retenue', deferred: 'différée', open: 'pas encore réglée' }, nobody: 'Personne n’a demandé de changement ici.', wordsOf: (count) => counted(count, 'passage'), because: (reason) => `« ${reason} »`,
}

function asksAndComments(suggestions: number, comments: number): string {
  return listed([...(suggestions > 0 || comments === 0 ? [counted(suggestions, 'suggestion')] : []), ...(comments > 0 ? [counted(comments, 'commentaire')] : [])])
}

const wordIn: Translated<typeof English.wordIn> = {
  open: 'Reprendre un fichier Word', title: (rev) => `Reprendre les modifications suivies dans Word sur ${rev} ?`,
  body: 'Pour les délégations qui ont envoyé un fichier Word au lieu d’un pli. Indiquer pour chaque auteur de quelle délégation il est. Suggestions et commentaires sont signés en votre nom, pour le compte de cette délégation.',
  choose: 'Choisir un fichier Word', another: 'Choisir un autre fichier Word', chooseFirst: 'Choisir d’abord un fichier Word.', authors: 'Auteurs', count: (suggestions, comments) => (suggestions + comments === 0 ? 'ne demande rien dans cette REV' : asksAndComments(suggestions, comments)), commentOn: (quoted) => (quoted === '' ? 'Commentaire sur le paragraphe' : `Commentaire sur « ${quoted} »`),
  nobody: 'Auteur sans nom', delegationOf: (author) => `Délégation : ${author}`, pick: 'Choisir une délégation', suggestionsOf: (author) => `Suggestions : ${author}`, handedIn: 'Dépôt pour le compte de',
  notes: (count) => `${counted(count, 'élément')} du fichier ${isOne(count) ? 'n’a pas été repris tel quel' : 'n’ont pas été repris tels quels'} :`,
  unnamed: (authors) => `Délégation à indiquer : ${listed(authors)}`, handIn: (suggestions, comments) => `Déposer ${asksAndComments(suggestions, comments)}`,
  done: (suggestions, comments) => `Dépôt fait : ${asksAndComments(suggestions, comments)}, pour le compte de`, doneMeans: 'La consolidation traite les suggestions avec les autres ; les commentaires se trouvent à côté du texte.',
}

export const negotiation: Translated<typeof English> = { carry, comments, cover, exporting, compare, proof, draftText, who, wordIn }
