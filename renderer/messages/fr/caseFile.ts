/** The case file: kinds of entries, their fields, and what can be chosen in them. */
import type { Lack } from '../../../shared/dossier/missing.ts'
import type { caseFile as English } from '../en/caseFile.ts'
import type { Translated } from '../translated.ts'
import { lowered } from '../../../shared/base/lowered.ts'
import { counted, isOne, listed } from './plural.ts'
import { KIND_NAMES } from './toolbox.ts'

const kinds: Translated<typeof English.kinds> = {
  description: { name: KIND_NAMES.description, add: 'Décrire l’activité', none: 'L’activité n’a pas encore été décrite.' },
  link: { name: KIND_NAMES.link, add: 'Lier un dossier', none: 'Aucun autre dossier n’est lié.' },
  interest: { name: KIND_NAMES.interest, add: 'Déclarer votre intérêt', none: 'Aucune délégation n’a encore déclaré son intérêt.' },
  route: { name: KIND_NAMES.route, add: 'Consigner la voie', none: 'Aucune voie particulière n’est consignée : les procédures du Conseil s’appliquent.' },
  briefing: { name: KIND_NAMES.briefing, add: 'Consigner un exposé', none: 'Aucun exposé n’a encore été consigné.' },
  indicators: { name: KIND_NAMES.indicators, add: 'Ajouter des indicateurs', none: 'Aucun indicateur n’a encore été partagé.' },
  finding: { name: KIND_NAMES.finding, add: 'Ajouter un constat', none: 'Il n’y a pas encore de constat technique.' },
  attribution: { name: KIND_NAMES.attribution, add: 'Déclarer votre position', none: 'Aucun État n’a encore déclaré sa position.' },
  consideration: { name: KIND_NAMES.consideration, add: 'Écrire une considération', none: 'Rien n’a encore été écrit.' },
  note: { name: KIND_NAMES.note, add: 'Commencer une note', none: 'Aucune note d’options ou de réponse stratégique n’a été commencée.' },
  option: { name: KIND_NAMES.option, add: 'Ajouter une option', none: 'Cette note n’a pas encore d’option.' },
  printed: { name: KIND_NAMES.printed, add: 'Imprimer en texte', none: 'Pas encore imprimé.' },
  deliberation: { name: KIND_NAMES.deliberation, add: 'Consigner une délibération', none: 'Aucune délibération n’a encore été consignée.' },
  decision: { name: KIND_NAMES.decision, add: 'Consigner une décision', none: 'Rien n’a encore été décidé.' },
  action: { name: KIND_NAMES.action, add: 'Ajouter une action', none: 'Aucune action n’a encore été prévue.' },
  communication: { name: KIND_NAMES.communication, add: 'Ajouter un élément de langage', none: 'Il n’y a pas encore d’élément de langage.' },
  partnerRequest: { name: KIND_NAMES.partnerRequest, add: 'Consigner une demande', none: 'Aucun partenaire n’a encore demandé ni été sollicité.' },
  alignment: { name: KIND_NAMES.alignment, add: 'Consigner un alignement', none: 'Aucun pays n’a encore été invité à s’aligner.' },
  effect: { name: KIND_NAMES.effect, add: 'Consigner un effet', none: 'Aucun effet n’a encore été observé.' },
  lesson: { name: KIND_NAMES.lesson, add: 'Ajouter un enseignement', none: 'Aucun enseignement n’a encore été tiré.' },
}

const lacks: Readonly<Record<Lack, (count: number) => string>> = {
  description: () => 'L’activité n’est pas décrite.', interest: () => 'Aucune délégation n’a déclaré son intérêt.', contribution: () => 'Aucune contribution n’a été apportée.',
  hwpciNotInformed: (count) => `Le HWPCI n’a pas été informé de ${counted(count, 'exposé fait', 'exposés faits')} ailleurs.`, note: () => 'Il n’y a ni note d’options ni note de réponse stratégique.',
  optionWithoutPrinciples: (count) => `${counted(count, 'option')} ${isOne(count) ? 'ne dit' : 'ne disent'} pas comment les six principes ont tous été pris en compte.`, optionWithoutProportionality: (count) => `${counted(count, 'option')} ${isOne(count) ? 'ne dit' : 'ne disent'} rien de la proportion.`,
  position: (count) => `${counted(count, 'option')} sans position d’aucune délégation.`, attributionOpen: (count) => `${counted(count, 'État membre', 'États membres')} ${isOne(count) ? 'n’a pas déclaré' : 'n’ont pas déclaré'} de position sur l’attribution.`,
  considerations: (count) => `${count} des dix considérations sur l’attribution ${isOne(count) ? 'n’a pas été écrite' : 'n’ont pas été écrites'}.`, deliberation: () => 'Aucune délibération n’est consignée.', decision: () => 'Rien n’est décidé.',
  measureUndecided: (count) => `${counted(count, 'mesure')} d’une option sans décision propre.`, action: (count) => `${counted(count, 'décision')} sans action.`,
  actionWithoutActorOrDate: (count) => `${counted(count, 'action')} sans date.`, communication: () => 'Il n’y a pas d’élément de langage.', partnerUnanswered: (count) => `${counted(count, 'demande')} encore en suspens.`,
  commissionNotInformed: (count) => `La Commission n’a pas été informée de ${counted(count, 'demande')} d’un partenaire.`, effect: () => 'Aucun effet n’est consigné.', lesson: () => 'Aucun enseignement n’est tiré.', reopeningWithoutReason: (count) => `${counted(count, 'réouverture')} sans motif.`,
}

export const caseFile: Translated<typeof English> = {
  kinds, lacks,
  save: 'Signer et ajouter', saveRevision: 'Signer la nouvelle rédaction', reviseTitle: (name) => `Reformuler : ${lowered(name)}`, revise: 'Reformuler', reason: 'Pourquoi la rédaction change', withdraw: 'Retirer', withdrawTitle: 'Retirer cette fiche ?', withdrawFollows: 'Elle reste lisible, avec votre motif. Ce que d’autres ont fondé sur elle continue d’y renvoyer.', withdrawReason: 'Motif',
  signedAs: 'Signé en votre nom. Part avec votre prochain pli.', needs: (field) => `Requis, ou trop long : ${lowered(field)}.`, needsReason: 'Donner le motif.', perLine: 'Un par ligne.', yes: 'Oui', no: 'Non', none: 'Aucun', wordings: (count) => `Rédigée ${count} fois`, earlier: 'Rédactions antérieures',
  contested: 'Deux rédactions ont été faites sans connaissance l’une de l’autre. Examiner les deux et reformuler.', withdrawn: (code, reason) => `Retirée par ${code} : ${reason}`, ownMarking: 'Marquée à part', marking: 'Marquage de cette fiche', byItself: 'Isolément',
  restsOn: (count) => (count === 0 ? 'Ce sur quoi elle s’appuie' : `S’appuie sur ${counted(count, 'source')}`), evidenceNone: 'Il n’y a encore rien à quoi renvoyer.', from: 'de', source: 'Source',
  lacking: 'Ce qui manque encore', lackingNothing: 'Rien de ce que citent les lignes directrices ne manque.', lackingMeans: 'Rappels tirés du document 10289/23, section 5. Aucun n’arrête quoi que ce soit.',
  tabs: { overview: 'Vue d’ensemble', attribution: 'Attribution', options: 'Options, mesures', decisions: 'Décisions', implementation: 'Mise en œuvre', communication: 'Communication', partners: 'Partenaires', evaluation: 'Évaluation' },
  attribution: {
    standing: 'Où en sont les États', standingMeans: 'Chaque position est une décision souveraine de son État (10289/23, point 25). Rien ici ne s’additionne en un verdict.', noStatement: 'Aucune déclaration ici', earlier: (count) => counted(count, 'déclaration antérieure', 'déclarations antérieures'), actor: 'Acteur',
    findings: 'Constats techniques', findingsMean: 'Ils éclairent l’attribution politique et ne décident de rien. Qu’une attaque vienne d’un territoire n’implique pas en soi l’État dont il relève (point 12).', considerations: 'Dix considérations', considerationsMean: 'Utiles avant de coordonner l’attribution, et avant d’autres mesures (point 29).', notConsidered: 'Pas encore examinée', onScale: (scale) => `Échelle : ${scale}`,
  },
  options: {
    notes: 'Notes et leurs options',
    print: 'Imprimer en texte', printed: (number) => `Imprimé : ${number}`, openText: 'Ouvrir le texte', differs: { caseFile: 'Le dossier de l’affaire a changé depuis : voir ce qui diffère', text: 'Le texte a changé depuis : voir ce qui diffère' }, same: 'Le texte dit ce que dit le dossier de l’affaire.', differTitle: 'Ce que le texte dit autrement', differMeans: 'Barré : le dossier de l’affaire tel qu’il s’imprimerait aujourd’hui. Souligné : le texte tel qu’il est.',
    measureNeeds: { none: 'n’exige pas d’attribution', tailored: 'à adapter au degré d’attribution', required: 'exige une attribution' }, route: 'Voie', routeOf: (bodies) => `Par la voie : ${bodies.join(', ')}`, positions: 'Positions sur cette option', take: 'Prendre position', catalogue: 'Ouvrir le catalogue', decide: 'Consigner une décision', notDecided: 'Non décidée',
    printTitle: 'Imprimer cette note en texte ?', printFollows: 'Elle devient la REV 0 d’un nouveau texte, avec page de couverture et paragraphes numérotés, et s’y négocie. Le dossier de l’affaire reste tel quel.', number: 'Numéro du document', numberHelp: 'Tel qu’au registre, par exemple 9300/31. Peut rester vide.', dirty: 'Ajouter d’abord une option.', prefer: 'À privilégier d’abord envers un État dont le territoire est utilisé',
  },
  exercise: { load: 'Charger l’exercice', loading: 'Chargement de l’exercice…', means: 'Un cas inventé complet, avec six délégations, à travers les neuf étapes. Il est marqué EXERCISE partout et ne se mêle jamais aux dossiers réels.' },
  print: {
    open: 'Imprimer le dossier', title: 'Imprimer le dossier ?', body: 'Tout le contenu de ce dossier sur des pages marquées, avec table des matières, annexes et état de votre registre. Il est écrit en clair.', form: 'Format', forms: { pdf: 'PDF', html: 'HTML' },
    acknowledge: 'Je sais que le fichier n’est plus protégé par le coffre', acknowledgeFirst: 'Confirmer que vous le savez.', verb: 'Choisir un répertoire et écrire', done: 'Écrit et relu :',
  },
  indicators: {
    fromFile: 'Lire d’un fichier STIX ou MISP', formats: { stix: 'STIX 2.1', misp: 'MISP' },
    beyondStix: {
      other: (count) => `${counted(count, 'indicateur')} du type «\u00A0Autre\u00A0» ${isOne(count) ? 'va' : 'vont'} dans une note, en toutes lettres, que les programmes passent\u00A0: STIX n’a pas de forme pour ${isOne(count) ? 'lui' : 'eux'}.`,
      firstSeen: (count) => `${counted(count, 'indicateur')} sans première date ${isOne(count) ? 'commence' : 'commencent'} au moment de l’écriture\u00A0: STIX exige un début.`,
      lastSeen: (count) => `La dernière date de ${counted(count, 'indicateur')} est omise\u00A0: STIX ne l’admet que si elle est postérieure à la première.`,
    },
    write: 'Écrire en STIX ou MISP', writeTitle: 'Écrire ces indicateurs en clair ?', leftOut: (what) => `Non repris : ${listed(what.map((one) => `${one.count} × ${one.what}`))}.`,
  },
  heat: { title: 'Délégations et options', none: 'non entendue', heard: 'Entendues', means: 'La dernière position de chaque délégation sur chaque option. Une position est une déclaration, non un vote.', compromise: 'Ce qu’il faudrait', counts: (heard, all) => `${heard} sur ${all} ${isOne(heard) ? 'entendue' : 'entendues'}`, option: 'Option', chart: 'Positions par option' },
  decisions: { deliberations: 'Délibérations', decisions: 'Décisions sur les mesures', each: 'Chaque mesure est convenue séparément, même lorsqu’une note stratégique en réunit plusieurs (section 5, étape 3).' },
  implementation: { overdue: (days) => `En retard de ${counted(days, 'jour')}`, due: 'Échéance', noDue: 'Sans date' },
  partners: { requests: 'Demandes', alignment: 'Alignement des pays candidats et associés' },
  evaluation: { effects: 'Effets au regard des objectifs', lessons: 'Enseignements', lessonsFrom: 'Enseignements pour ce dossier, tirés d’autres' },
  awareness: { contributions: 'Contributions', briefings: 'Exposés', indicators: 'Indicateurs', attached: 'Pièces jointes', open: 'Ouvrir les pièces jointes' },
  overview: { activity: 'L’activité en sept dimensions', links: 'Dossiers liés', linkedFrom: 'Dossiers qui renvoient à celui-ci', linkedAs: { belongsTo: 'Il appartient à ce dossier-ci.', related: 'Il est lié à ce dossier-ci.', continues: 'Il poursuit ce dossier-ci.' }, interest: 'Intérêt des délégations', route: 'Voie', open: 'Ouvrir', notHere: 'Absent de cette machine', ipcr: 'L’IPCR a été activé' },
  activity: { title: 'L’activité dans le temps', by: { day: 'Observé, signalé et exposé, par jour', week: 'Observé, signalé et exposé, par semaine', month: 'Observé, signalé et exposé, par mois' }, observed: 'Observé', reported: 'Signalé', briefed: 'Exposé', tooFar: (count) => `${counted(count, 'jour')} hors du graphique, loin de tous les autres.`, from: { day: 'Jour', week: 'Semaine du', month: 'Mois du' }, disagree: 'Appréciations divergentes', disagreeMeans: 'Contributions d’un même type dont les cotations diffèrent d’au moins deux degrés sur l’un ou l’autre axe.', grade: 'Cotation' },
}
