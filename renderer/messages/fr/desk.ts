import type { Output } from '../../../shared/ipc/contract.ts'
import type { desk as EnglishDesk, directory as EnglishDirectory, register as EnglishRegister } from '../en/desk.ts'
import type { Translated } from '../translated.ts'
import { counted, listed, of } from './plural.ts'

type DeskItem = Output<'desk.show'>['items'][number]
type Kind = DeskItem['kind']

function lead(items: readonly DeskItem[]): string {
  const count = (kind: Kind) => items.filter((item) => item.kind === kind).length
  const said = [
    count('answersUncounted') > 0 ? `des réponses qui ne comptent pas dans ${counted(count('answersUncounted'), 'procédure de silence', 'procédures de silence')}` : '',
    count('silenceRunning') > 0 ? counted(count('silenceRunning'), 'procédure de silence en cours', 'procédures de silence en cours') : '',
    count('silenceBroken') > 0 ? counted(count('silenceBroken'), 'procédure de silence rompue', 'procédures de silence rompues') : '',
    count('silenceToClose') > 0 ? `${counted(count('silenceToClose'), 'réception')} à clore` : '',
    count('silenceToCertify') > 0 ? `${counted(count('silenceToCertify'), 'résultat')} à certifier` : '',
    count('toConsolidate') > 0 ? `${counted(count('toConsolidate'), 'texte')} à consolider` : '',
    count('draftKept') > 0 ? `des suggestions en préparation sur ${counted(count('draftKept'), 'texte')}` : '',
    count('actionOverdue') > 0 ? `${counted(count('actionOverdue'), 'action')} en retard` : '',
    count('suggestionsAwaited') > 0 ? `vos suggestions attendues sur ${counted(count('suggestionsAwaited'), 'texte')}` : '',
    count('nothingSentYet') > 0 ? 'des éléments encore à envoyer' : '',
  ].filter((part) => part !== '')
  const sentence = listed(said)
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

export const desk: Translated<typeof EnglishDesk> = {
  lead, nothing: 'Rien ne vous attend aujourd’hui.', noCircle: 'Vous n’êtes encore dans aucun cercle. Écrire votre carte pour le secrétariat, ou fonder un cercle.', toDirectory: 'Aller à l’Annuaire', toImport: 'Importer un pli',
  things: (count) => `${counted(count, 'point')} au Bureau`,
  headings: { silence: 'Procédures de silence', drafts: 'En préparation', suggestions: 'Vos suggestions sont attendues', consolidation: 'À consolider', actions: 'En retard', bundles: 'Plis' },
  actions: { answersUncounted: 'Voir la procédure', silenceRunning: 'Lire et décider', silenceBroken: 'Lire et clore', silenceToClose: 'Clore la réception', silenceToCertify: 'Certifier le résultat', draftKept: 'Continuer', suggestionsAwaited: 'Lire et suggérer', toConsolidate: 'Consolider', actionOverdue: 'Ouvrir le dossier', nothingSentYet: 'Envoyer' },
  explained: {
    answersUncounted: 'Sur cette machine, sans être pris en compte : à voir avant de clore la réception', silenceRunning: '', silenceBroken: 'Le silence a été rompu : la REV suivante doit venir', silenceToClose: 'L’échéance est passée ; une objection peut être encore entre les mains d’un courrier', silenceToCertify: 'La réception est close', draftKept: 'Pas encore déposé', suggestionsAwaited: 'Vous n’avez rien suggéré sur cette REV',
    toConsolidate: 'Des suggestions attendent la suite à leur donner', actionOverdue: 'Une action de ce dossier a dépassé sa date', nothingSentYet: 'Pas encore écrit dans un pli',
  },
  broken: 'Silence rompu', closed: 'Réception close', answered: 'Vous avez répondu', notAnswered: 'Vous n’avez pas répondu', noneOfMine: 'Ouvert aux suggestions', ended: (time) => `Terminé à ${time}`,
  counted: (kind, count) => (kind === 'answersUncounted' ? counted(count, 'réponse') : kind === 'nothingSentYet' ? counted(count, 'événement') : kind === 'actionOverdue' ? `${counted(count, 'jour')} de retard` : counted(count, 'suggestion')),
}

export const directory: Translated<typeof EnglishDirectory> = {
  people: 'Cartes et cercles', cards: 'Cartes lues sur cette machine', circles: 'Cercles', noCards: 'Aucune carte n’a encore été lue.', noCircle: 'Vous n’êtes encore dans aucun cercle.', myCard: 'Votre carte', foot: 'Les cartes ne contiennent que des clés publiques',
  myCardNote: 'Remettre la carte au secrétariat et lui lire ces mots, par téléphone ou en personne.', write: 'Écrire votre carte', written: 'Écrit :', read: 'Lire une carte', found: 'Fonder un cercle',
  delegation: 'Délégation', person: 'Personne', comparison: 'Mots de sûreté', next: 'Suite', compared: 'comparés', notCompared: 'non comparés', compare: 'Comparer les mots de sûreté', admit: 'Admettre',
  compareWith: (name) => `Comparer les mots de sûreté avec ${name}`, admitPerson: (name) => `Admettre ${name}`, safetyWords: 'Mots de sûreté',
  compareTitle: (name) => `Ces mots sont-ils ceux ${of(name)} ?`, compareBody: 'Appeler, ou se rencontrer. Chacun lit à l’autre trois des six mots. Si l’un d’eux diffère, ne pas confirmer et redemander la carte.',
  comparedAll: (name) => `${name} et moi avons comparé les six mots`, compareFirst: 'Comparer d’abord les mots.', confirm: 'Confirmer les mots',
  foundTitle: 'Fonder un cercle ?', foundBody: 'Vous en devenez le secrétariat : vous admettez les délégations et tenez le tableau des membres. La fondation est signée et ne peut être reprise.', foundVerb: 'Fonder le cercle',
  circleName: 'Nom du groupe', circleKind: 'Type', circleKindHelp: 'HWPCI, COPS, COREPER ou une autre instance.',
  admitTitle: (name) => `Admettre ${name} ?`, admitVerb: (name) => `Admettre ${name}`, circle: 'Cercle', role: 'Rôle', member: 'Membre : son objection peut rompre le silence', canBreak: 'Peut rompre le silence', memberYes: 'membre', memberNo: 'non',
  rosterCount: (kind, count, epoch) => `${kind}, ${counted(count, 'personne')}, tableau ${epoch}`, rosterOf: (name) => `Tableau des membres : ${name}`, you: ' (vous)', removed: ' (exclu)',
}

export const register: Translated<typeof EnglishRegister> = {
  meta: 'Ce qui a été fait sur cette machine, signé et enchaîné : une inscription ne peut être ni modifiée ni supprimée sans que cela se voie.', foot: 'Les inscriptions nomment dossiers et textes', check: 'Vérifier le registre', checking: 'Vérification…',
  seq: 'N°', at: 'Quand', action: 'Quoi', subject: 'Concernant', result: 'Résultat', who: 'Qui', group: 'Type', dossier: 'Dossier', marking: 'Marquage', words: 'Mots', from: 'Du', to: 'Au', all: 'Tout', filters: 'Ce qui est montré du registre',
  results: { done: 'fait', refused: 'refusé' }, stage: (stage) => `au stade ${stage}`, claimed: (day, time) => `${day}, ${time}, heure de Bruxelles, selon l’horloge de cette machine`,
  count: (matching, total) => (matching === total ? counted(total, 'inscription') : `${matching} sur ${counted(total, 'inscription')}`), more: (count) => `En afficher ${count} de plus`,
  noneFits: 'Aucune inscription ne répond à ces critères.', showAll: 'Afficher toutes les inscriptions', entry: (seq) => `Inscription ${seq}`, details: 'Détails', choose: 'Choisir une inscription pour lire tout ce qu’elle dit.',
  chain: 'Sa place dans la chaîne', chainMeans: 'L’inscription suivante contient cette empreinte. Qu’une seule lettre change ici, et les deux ne concordent plus.',
  sound: 'Tout est tel qu’il a été signé.', soundMeans: (entries) => `${counted(entries, 'inscription vérifiée', 'inscriptions vérifiées')} : chaque empreinte, chaque signature, chaque lien, et la fin signée.`,
  faults: (count) => `${counted(count, 'endroit')} où le registre n’est pas tel qu’il a été signé.`, faultsMean: 'Laisser le coffre en l’état et appeler votre responsable de la sécurité.',
  export: 'Exporter', exportTitle: (count) => `Exporter ${counted(count, 'inscription')} ?`, exportBody: 'Le fichier est en clair : quiconque le détient peut lire ce qui a été fait et sur quels dossiers. L’exportation devient une inscription du registre.', exportVerb: 'Choisir un répertoire et écrire',
  form: 'Format', forms: { pdf: 'PDF, avec le marquage le plus élevé sur chaque page', csv: 'CSV, pour un tableur', html: 'HTML' }, wrote: 'Écrit, relu et vérifié :',
}
