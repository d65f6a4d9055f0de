import type { DossierState } from '../../../shared/dossier/state.ts'
import type { dossier as EnglishDossier, entryTimeline as EnglishEntryTimeline, steps as EnglishSteps, timeline as EnglishTimeline } from '../en/dossier.ts'
import type { Translated } from '../translated.ts'
import { counted, isOne, listed } from './plural.ts'
import { STANCE_NAMES } from './toolbox.ts'

type SetAside = DossierState['setAside'][number]['why']

/** 10289/23, section 5. */
export const steps: Translated<typeof EnglishSteps> = {
  1: { name: 'Engager les discussions', short: 'Engager' }, 2: { name: 'Partager la connaissance de la situation', short: 'Situation' }, 3: { name: 'Étudier une réponse conjointe', short: 'Étudier' },
  4: { name: 'Délibérer', short: 'Délibérer' }, 5: { name: 'Décider', short: 'Décider' }, 6: { name: 'Mettre en œuvre', short: 'Appliquer' },
  7: { name: 'Associer les partenaires', short: 'Partenaires' }, 8: { name: 'Évaluer l’incidence', short: 'Évaluer' }, 9: { name: 'Poursuivre', short: 'Poursuivre' },
}

/** What an author did, said after its code. */
export const timeline: Translated<typeof EnglishTimeline> = {
  'dossier.opened': (subject) => `a ouvert le dossier ${subject}`.trim(), 'step.marked': (subject) => `a marqué une étape${after(subject)}`, 'contribution.added': (subject) => `a contribué${quoted(subject)}`,
  'attachment.added': (subject) => `a joint ${subject}`, 'attachment.destroyed': (subject) => `a détruit une copie du fichier ${subject}`, 'release.consented': (subject) => `a consenti à la communication à ${subject}`,
  'entry.added': (subject) => `a ajouté une fiche${quoted(subject)}`, 'entry.revised': (subject) => `a reformulé une fiche${quoted(subject)}`, 'entry.withdrawn': (subject) => `a retiré une fiche${quoted(subject)}`,
  'position.taken': (subject) => `a pris position${subject === '' ? '' : ` sur « ${subject} »`}`, 'text.revIssued': (subject) => `a diffusé ${subject}`, 'text.amended': (subject) => `a suggéré des modifications sur ${subject}`, 'text.commented': (subject) => `a commenté ${subject}`,
  'silence.opened': (subject) => `a ouvert la procédure de silence sur ${subject}`, 'silence.responded': (subject) => `a répondu à la procédure de silence sur ${subject}`, 'silence.extended': (subject) => `a prolongé la procédure de silence sur ${subject}`,
  'silence.intakeClosed': (subject) => `a clos la réception sur ${subject}`, 'silence.certified': (subject) => `a certifié le résultat sur ${subject}`,
  'silence.drafted': (subject) => `a préparé une procédure de silence sur ${subject}`, 'silence.useStated': (subject) => `a donné son avis sur le recours à la procédure de silence sur ${subject}`, 'silence.served': (subject) => `a consigné qui a reçu ${subject}`,
  'silence.answerWithdrawn': (subject) => `a retiré une réponse sur ${subject}`, 'silence.suspended': (subject) => `a suspendu la procédure de silence sur ${subject}`, 'silence.resumed': (subject) => `a repris la procédure de silence sur ${subject}`,
  'silence.withdrawn': (subject) => `a retiré la procédure de silence sur ${subject}`, 'silence.forwarded': (subject) => `a porté plus avant le résultat sur ${subject}`, 'reservation.entered': (subject) => `a émis une réserve sur ${subject}`,
  'reservation.lifted': () => 'a levé une réserve',
}

/** What was done to an entry, by its kind: in brackets, because kinds differ in gender and number. */
export const entryTimeline: Translated<typeof EnglishEntryTimeline> = {
  'entry.added': (kind, subject) => `a ajouté une fiche (${kind})${quoted(subject)}`, 'entry.revised': (kind, subject) => `a reformulé une fiche (${kind})${quoted(subject)}`, 'entry.withdrawn': (kind, subject) => `a retiré une fiche (${kind})${quoted(subject)}`,
}

function after(subject: string): string {
  return subject === '' ? '' : ` : ${subject}`
}

function quoted(subject: string): string {
  return subject === '' ? '' : ` : « ${subject} »`
}

const setAsideWhy: Readonly<Record<SetAside, string>> = {
  role: 'le rôle de leur auteur ne les permet pas', unknownType: 'ils exigent une version plus récente de Chancery', bodyMissing: 'leur contenu a été retenu', bodyMalformed: 'leur contenu est illisible',
  notItsOpener: 'ils ne viennent pas de la personne qui a ouvert ce dossier', notItsOriginator: 'leur auteur ne peut communiquer ce qu’une autre délégation a dit', refersToNothing: 'ils renvoient à quelque chose qui n’est pas ici', tooLate: 'ils sont venus trop tard', tooEarly: 'ils sont venus avant leur heure', forked: 'leur auteur a dit deux choses sous un même numéro', quarantined: 'leur auteur avait été suspendu ou exclu, ou avait perdu un droit ou une clé', duplicate: 'ils redisent ce qui a déjà été dit', suspended: 'aucune échéance ne courait quand ils ont été faits', profile: 'ce type de procédure ne les prévoit pas', exerciseMixed: 'ils lieraient un exercice à un cas réel',
}

export const dossier: Translated<typeof EnglishDossier> = {
  openOne: 'Ouvrir un dossier', filter: 'Ce qui est montré de la chronologie', any: 'Tout', nothingFits: 'Rien ici ne répond aux trois choix.', stepHistory: 'Historique des étapes', said: 'Par', asList: 'Liste', asBoard: 'Tableau par étape', view: 'Présentation', board: 'Dossiers par étape', boardDossier: 'Dossier', underWayIn: (count) => (count === 0 ? 'aucun' : counted(count, 'dossier')), noneInStep: (step) => `Aucun dossier n’en est à l’étape ${step}.`, catalogue: 'Catalogue des mesures',
  body: 'Instance ou service', observed: 'Observé le', reported: 'Signalé le', attachments: 'Pièces jointes qui s’y rapportent', openVerb: 'Ouvrir le dossier', noneYet: 'Aucun dossier n’est encore ouvert.', noneArrived: 'Aucun dossier n’est parvenu à cette machine. Importer un pli du secrétariat.', count: (count) => counted(count, 'dossier'),
  reference: 'Référence', title: 'Titre', marking: 'Marquage', underWay: 'En cours', texts: 'Textes', lastEvent: 'Dernier événement', circle: 'Cercle', kind: 'Type', summary: 'Résumé', referenceHelp: 'Telle que vos collègues la citeront, par exemple HWPCI 12/31.',
  kinds: { singleActivity: 'Activité isolée', seriesOfActivities: 'Série d’activités', persistentActor: 'Acteur persistant', partnerRequest: 'Demande d’un partenaire', exercise: 'Exercice' },
  distribution: 'Diffusion', distributionMeans: 'Délégations qui peuvent avoir ce dossier.', needs: 'La référence et le titre sont requis.', needsDistribution: 'Au moins une délégation doit l’avoir.', notYet: 'Pas encore ouvert',
  events: (count) => `Dossier, ${counted(count, 'événement')} sur cette machine`, fingerprint: (hash) => `État ${hash}`, openedOn: (day) => `Ouvert le ${day} par`, distributed: (count) => `Pour ${counted(count, 'délégation')}`,
  markStep: 'Marquer une étape', takePosition: 'Prendre position', contribute: 'Contribuer', side: 'Sur ce dossier', partsOf: 'Parties du dossier', tabs: { timeline: 'Chronologie', awareness: 'Situation', positions: 'Positions', attachments: 'Pièces jointes', texts: 'Textes' },
  stepsLabel: 'Les neuf étapes : un guide, non une barrière', stepStates: { notBegun: 'Non entamée', begun: 'Entamée', done: 'Achevée', reopened: 'Rouverte' }, stepMarked: (state, note) => `a marqué l’étape comme ${state.toLowerCase()}${after(note)}`, stepSaid: (state, delegation, day) => `${state}, ${delegation}, ${day}`,
  missing: 'Il manque quelque chose ici.', missingMeans: (count) => `${counted(count, 'événement')} ${isOne(count) ? 's’appuie' : 's’appuient'} ici sur d’autres qui ne sont pas parvenus à cette machine. Le lien se fait de lui-même dès que la lacune est comblée : importer le pli manquant, ou le demander à son expéditeur.`,
  setAside: (count) => `${counted(count, 'événement conservé', 'événements conservés')} sans effet :`, setAsideWhy: (why) => `${listed(why.map((one) => setAsideWhy[one]))}.`, newer: (type) => `a fait quelque chose qui exige une version plus récente (${type})`,
  noContributions: 'Aucune contribution n’a encore été apportée.', noPositions: 'Aucune délégation n’a encore pris position.', noTexts: 'Il n’y a pas encore de texte dans ce dossier.', addText: 'Ajouter un texte',
  contributionKinds: { technical: 'Rapport technique', intelligenceAssessment: 'Évaluation du renseignement', severity: 'Gravité', forensic: 'Constat forensique', briefing: 'Exposé' },
  contributeTitle: 'Contribuer à la connaissance de la situation', source: 'Source', words: 'Ce qui est à partager', contributionNeeds: 'Un titre et quelques mots sont requis.', reliability: 'Fiabilité de la source', credibility: 'Crédibilité de l’information',
  reliabilities: { none: 'Non cotée', A: 'A : totalement fiable', B: 'B : habituellement fiable', C: 'C : assez fiable', D: 'D : habituellement peu fiable', E: 'E : non fiable', F: 'F : ne peut être appréciée' },
  credibilities: { none: 'Non cotée', 1: '1 : confirmée', 2: '2 : probablement vraie', 3: '3 : peut-être vraie', 4: '4 : douteuse', 5: '5 : improbable', 6: '6 : ne peut être appréciée' },
  positionTitle: 'Prendre position', subject: 'Sur', subjectNone: 'Choisir une option', subjectOther: 'Une autre question', subjectWords: 'Sur quoi', subjectHelp: 'Par exemple : une réponse conjointe. Les positions sur les mêmes mots figurent ensemble.', positionNeeds: 'Dire sur quoi.', stance: 'Position', remark: 'Remarque', saidAt: 'Date',
  stances: STANCE_NAMES, positionsOn: (subject) => `Positions sur « ${subject} »`,
  stepTitle: 'Marquer une étape', stepsGuide: 'Les étapes sont un guide : plusieurs peuvent être en cours, et toutes peuvent être rouvertes.', step: 'Étape', stepState: 'Elle est', stepInputs: 'Sur quelle base', reopeningNeeds: 'Dire pourquoi elle est rouverte.', note: 'Note', underSilence: 'En procédure de silence',
}
