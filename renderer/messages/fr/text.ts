import type { Verdict } from '../../../shared/text/amendment.ts'
import type { BlockKind } from '../../../shared/text/document.ts'
import type { consolidation as EnglishConsolidation, suggest as EnglishSuggest, text as English } from '../en/text.ts'
import type { Translated } from '../translated.ts'
import { counted, isOne, listed, number, of } from './plural.ts'

const kinds: Readonly<Record<BlockKind, string>> = {
  title: 'titre', formula: 'formule introductive', heading: 'intertitre', numbered: 'paragraphe numéroté', continuation: 'alinéa', bullet: 'tiret', recital: 'considérant', plain: 'paragraphe simple', row: 'première cellule d’une ligne', cell: 'cellule de tableau',
}

export const text: Translated<typeof English> = {
  noTexts: 'Aucun texte n’est encore parvenu à cette machine.', number: 'Numéro', text: 'Texte', latest: 'Dernière', suggestions: 'Suggestions', mine: 'De vous', silence: 'Silence', running: 'en cours', read: 'Lire', readText: (title) => `Lire ${title}`,
  suggestionsOn: (count) => (count === 0 ? 'Aucune suggestion' : counted(count, 'suggestion')), noneSuggested: 'Personne n’a suggéré de changement à cette REV sur cette machine.', about: 'Sur cette REV',
  issuedBy: (person, moment) => `Diffusée le ${moment} par ${person}`, fingerprint: 'Empreinte', fingerprintMeans: 'La même sur toute machine qui détient cette REV.', kinds,
  versions: { clean: 'Nette', marked: 'Annotée', side: 'Côte à côte', who: 'Provenance' }, rail: 'À côté du texte', version: 'Version', rev: 'REV', compareWith: 'Par rapport à', against: (rev) => `Par rapport à ${rev}`, cleanVersion: 'Version nette',
  markedVersion: (other) => `Version annotée, par rapport à ${other}`, comparedWith: (other) => `Par rapport à ${other} :`, legend: { inserted: 'inséré', deleted: 'supprimé', moved: 'Paragraphe entier déplacé.' },
  suggest: 'Suggérer', consolidate: (count) => `Consolider ${counted(count, 'suggestion')}`, write: 'Écrire un fichier', print: 'Imprimer', outline: 'Plan', outlineChanges: 'Plan, changements', same: 'idem', title: 'Titre', beginning: 'Début',
  // Texts are in either language, whatever that of the screens is.
  commonOpening: /^(?:The Council (?:of the European Union )?|Le Conseil (?:de l.Union européenne )?)/u,
  footnote: (mark) => `Note de bas de page ${mark}`, hiddenSign: 'Signe invisible : il peut changer la lecture des mots voisins', footnotes: 'Notes de bas de page', footnoteWords: (words) => `Note de bas de page : ${words}`, noteShort: '[note]',
  movedHere: (from) => (from === '' ? 'Déplacé ici' : `Déplacé ici, venant du paragraphe ${from}`), wentTo: (to) => (to === '' ? 'Déplacé ailleurs' : `Devenu le paragraphe ${to}`),
  movedAway: (from, to) => `${from === '' ? 'Paragraphe déplacé' : `Ancien paragraphe ${from} déplacé`}${to === '' ? '' : `, devenu le paragraphe ${to}`}`, wasKind: (kind) => `Auparavant : ${kind}`, paragraphMoves: 'Paragraphe déplacé ici', newRow: 'Nouvelle ligne', rowGoes: 'Ligne supprimée',
  folded: (count, from, to) => (from === '' ? counted(count, 'paragraphe inchangé', 'paragraphes inchangés') : from === to ? `${counted(count, 'paragraphe inchangé', 'paragraphes inchangés')}, autour de ${from}` : `Paragraphes ${from} à ${to} inchangés`), unfold: (said) => `${said} : les afficher`,
  movedBetween: (from, before, to, after) => `${from === '' ? 'Un paragraphe' : `Paragraphe ${from}`} de ${before} déplacé${to === '' ? '' : `, désormais paragraphe ${to}`} dans ${after}`,
  stoodAs: (label) => (label === '' ? 'Se trouvait ailleurs' : `Se trouvait ailleurs, comme paragraphe ${label}`), nowAs: (label) => (label === '' ? 'Se trouve désormais ailleurs' : `Se trouve désormais ailleurs, comme paragraphe ${label}`),
  changes: 'Changements', changeCount: (count) => counted(count, 'changement'), nOf: (at, all) => `${number(at)} sur ${number(all)}`, accepted: 'accepté', acceptedEdited: 'accepté, modifié', whoAsked: 'Qui a demandé ces mots',
  kindCounts: (counts) => [
    { count: counts.inserted, one: 'insertion' }, { count: counts.deleted, one: 'suppression' }, { count: counts.replaced, one: 'remplacement' }, { count: counts.moved, one: 'déplacement' }, { count: counts.retyped, one: 'changement de type', many: 'changements de type' },
  ].filter(({ count }) => count > 0).map(({ count, one, many }) => counted(count, one, many)).join(', '),
  saidBy: (reason, delegation) => `${delegation} : « ${reason} »`, retyped: (before, after) => `${before} devient ${after}`, relevelled: (before, after) => `Du niveau ${before} au niveau ${after}`,
  movedTo: (from, to, edits) => `${from === '' ? 'Paragraphe déplacé' : `Paragraphe ${from} déplacé`}${to === '' ? '' : `, devenu ${to}`}${edits === 0 ? '' : `, ${counted(edits, 'retouche')}`}`,
  agree: 'Annotée et nette concordent', agreeMeans: (rev, before) => `Accepter toutes les marques donne ${rev}, les rejeter toutes donne ${before}, à l’octet près.`, differ: (document, count) => `La version annotée ${of(document)} diffère en ${counted(count, 'endroit')}`,
  chooseFile: 'Choisir un fichier', formats: 'Fichier Word sans suivi des modifications, Markdown ou texte brut.', titleOfText: 'Titre', titleHelp: 'Si ce champ est vide, le titre du fichier est repris.', coverHelp: 'Si ce champ est vide, ce que dit la page de couverture du fichier est repris.',
  cover: { number: 'Numéro, sans REV', type: 'Type', place: 'Lieu', date: 'Date', from: 'Origine', to: 'Destinataire', subject: 'Objet' }, chooseFirst: 'Choisir d’abord un fichier.', issueInit: 'Ajouter et diffuser', notYetAdded: 'Pas encore ajouté',
  addedWithNotes: (count) => `Le texte a été ajouté. ${counted(count, 'élément')} du fichier ${isOne(count) ? 'a été lu' : 'ont été lus'} autrement :`,
  writeTitle: (rev) => `Écrire ${rev} dans un répertoire ?`, writeBody: 'Le fichier est en clair : quiconque le détient peut le lire. Le registre dira qui a écrit quoi, et quand.', writeVerb: 'Choisir un répertoire et écrire', form: 'Format',
  printTitle: (rev) => `Imprimer ${rev} ?`, printBody: 'Ce qui est sur papier est en clair : quiconque le détient peut le lire. Chaque feuille porte le marquage en tête et en pied, et son numéro. Le registre dira qui a imprimé quoi, et quand.', printVerb: 'Choisir une imprimante et imprimer', printed: 'L’imprimante a reçu le document.',
  written: { clean: 'Version nette', marked: 'Version annotée', disposition: 'Tableau des suites données : ce qu’il est advenu de chaque suggestion' }, forms: { docx: 'Word (DOCX)', html: 'HTML', md: 'Markdown' }, wroteAndVerified: 'Écrit, relu et vérifié :',
}

export const suggest: Translated<typeof EnglishSuggest> = {
  title: (document) => `Suggestions sur ${document}`, backToText: 'Revenir au texte', handIn: (count) => `Déposer ${counted(count, 'suggestion')}`, nothingYet: 'Rien n’a encore été changé.', notSent: 'En préparation, non déposé',
  paper: 'Texte', editorLabel: (document) => `Texte ${of(document)}`, rail: 'Vos suggestions', count: (count) => (count === 0 ? 'Aucune suggestion' : `${counted(count, 'suggestion')} en préparation`),
  howTo: 'Écrire dans le texte. Chaque changement devient ici une suggestion.', kept: 'Conservé dans le coffre jusqu’au dépôt.', keptFrom: (time) => `État conservé : ${time}. Rien n’a été déposé.`, notKept: 'La dernière saisie n’est pas encore dans le coffre.', reason: 'Motif', reasonHelp: 'Accompagne la suggestion.', addReason: 'Ajouter un motif', withdraw: 'Retirer ce changement',
  tools: 'Outils', undo: 'Annuler', redo: 'Rétablir', moveUp: 'Monter', moveDown: 'Descendre', paragraphAs: 'Convertir en', deeper: 'Retrait +', out: 'Retrait −', footnote: 'Note', addRow: 'Nouvelle ligne', removeRow: 'Supprimer la ligne',
  footnoteTitle: (is) => (is ? 'Modifier la note de bas de page' : 'Ajouter une note de bas de page'), footnoteLabel: 'Texte de la note de bas de page', footnoteSave: 'Insérer', footnoteEmpty: 'Écrire d’abord quelque chose.', refused: 'Ce changement ne peut être montré comme suggestion ; il n’a donc pas été fait.',
  handInTitle: (count) => `Déposer ${counted(count, 'suggestion')} ?`, handInBody: 'Le dépôt est signé en votre nom et part avec votre prochain pli. Il ne peut plus être changé ensuite.',
  superseded: (latest) => `${latest} a paru entre-temps. Ces suggestions portent sur la REV affichée ; elles peuvent être lues ou retirées ici.`, notLatest: (latest) => `${latest} a paru entre-temps`,
  explained: (explained, all) => (explained === all ? 'Un motif accompagne chaque suggestion.' : explained === 0 ? 'Aucun motif n’est donné.' : `Motif donné : ${number(explained)} sur ${number(all)}.`),
}

const verdicts: Readonly<Record<Verdict['verdict'], string>> = { accepted: 'Acceptée', edited: 'Acceptée, modifiée', notTakenUp: 'Non retenue', deferred: 'Différée' }

export const consolidation: Translated<typeof EnglishConsolidation> = {
  title: (from, to) => `Consolidation : ${from} devient ${to}`, issue: (rev) => `Diffuser ${rev}`, open: (count) => `${counted(count, 'suggestion')} encore en suspens`, nothingToIssue: 'Il n’y a aucune suggestion',
  keptFrom: (time) => `État conservé : ${time}. Rien n’a été diffusé.`, joined: (count) => `${counted(count, 'suggestion arrivée', 'suggestions arrivées')} depuis, dans des mots déjà réglés.`,
  none: 'Personne n’a suggéré de changement à cette REV sur cette machine.', workingCopy: 'Copie de travail, non diffusée', nOf: (done, all) => `${number(done)} sur ${number(all)}`, progress: (done, all) => `${number(done)} sur ${counted(all, 'suggestion réglée', 'suggestions réglées')}`, verdicts,
  cells: {
    accepted: (count) => counted(count, 'acceptée'), edited: (count) => counted(count, 'modifiée'), notTakenUp: (count) => counted(count, 'non retenue', 'non retenues'), deferred: (count) => counted(count, 'différée'),
    colliding: (count) => `${number(count)} en collision`, open: (count) => `${number(count)} en suspens`,
  },
  outline: 'Réglé', done: 'fait', bench: 'Paragraphe', asItStands: 'texte actuel', letters: 'Les lettres montrent où porte chaque suggestion', asItWouldRead: 'texte à ce stade', marked: 'Annoté', cards: 'Suggestions',
  account: (received, accounted) => `${counted(received, 'reçue')}, ${counted(accounted, 'comptabilisée')},`, fromDelegations: (count) => `de ${counted(count, 'délégation')}. Ce qui est arrivé deux fois compte une fois.`,
  keyNext: 'suivante, précédente', keyAccept: 'accepter', keyEdit: 'modifier', keyReject: 'ne pas retenir', keyDefer: 'différer', keyUndo: 'annuler', keysOn: 'Activer les touches', keysOff: 'Désactiver les touches', defer: 'Différer', deferLetter: (letter) => `Différer ${letter}`, part: 'Accepter en partie', partLetter: (letter) => `Accepter en partie ${letter}`,
  partTitle: (letter) => `Accepter ${letter} en partie`, partBody: 'Ce qui est coché entre dans le texte ; la suggestion compte comme acceptée, modifiée.', partNone: 'Cocher au moins une partie.', partAll: 'Toutes les parties sont cochées : accepter plutôt la suggestion.', suggestion: (letter) => `Suggestion ${letter}`, sameWords: 'mêmes mots', quoted: (reason) => `« ${reason} »`,
  accept: (letter) => `Accepter ${letter}`, edit: 'Modifier', editLetter: (letter) => `Modifier ${letter}`, reject: 'Ne pas retenir', rejectLetter: (letter) => `Ne pas retenir ${letter}`,
  stands: (letters) => `${listed(letters)} ${isOne(letters.length) ? 'est déjà acceptée' : 'sont déjà acceptées'}.`, collision: 'Collision', collisionOf: (letters) => `Collision : ${listed(letters)}`,
  collide: (letters) => `${listed(letters)} touchent les mêmes mots. Une seule au plus peut être acceptée.`, compromise: (count) => `Écrire un compromis pour ${count === 2 ? 'les deux' : 'toutes'}`, allStay: (count) => `${count === 2 ? 'Les deux' : 'Toutes'} restent au tableau des suites données.`,
  reason: 'Motif', reasonHelp: 'Figure au tableau des suites données.', reasonSaid: (reason) => `Motif : ${reason}`, giveReasonFor: (letter) => `Donner un motif pour ${letter}`, changeReasonFor: (letter) => `Changer le motif pour ${letter}`, giveReason: 'Donner un motif', changeReason: 'Changer le motif', reopen: 'Rouvrir', reopenLetter: (letter) => `Rouvrir ${letter}`,
  editTitle: (letter) => `Modifier ${letter}`, compromiseTitle: (letters) => `Un compromis pour ${listed(letters)}`, editorLabel: 'Libellé', nothingChanged: 'Ces mots ne changent rien.',
  editBody: (letters) => `Ce qui est écrit ici entre dans le texte à la place. ${isOne(letters.length) ? 'La suggestion compte comme acceptée, modifiée' : 'Les suggestions comptent comme acceptées, modifiées'}.`, takeUp: (letters) => `Accepter ${listed(letters)} avec modification`,
  issueTitle: (document) => `Diffuser ${document} ?`, date: 'Date de la page de couverture', issueFollows: 'Le document est signé en votre nom et ne peut plus être changé. Avant sa diffusion, sa version annotée est vérifiée par rapport au texte précédent.',
  issueBody: (received, accepted, edited, notTakenUp, deferred) => `${counted(received, 'suggestion reçue', 'suggestions reçues')} : ${counted(accepted, 'acceptée')}, ${counted(edited, 'modifiée')}, ${counted(notTakenUp, 'non retenue', 'non retenues')}${deferred === 0 ? '' : `, ${counted(deferred, 'différée')}`}. Toutes figurent au tableau des suites données.`,
}
