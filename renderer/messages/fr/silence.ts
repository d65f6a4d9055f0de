import type { Phase, ReservationKind, ResponseKind } from '../../../shared/silence/procedure.ts'
import type { silence as English } from '../en/silence.ts'
import type { Translated } from '../translated.ts'
import { cityName } from '../zone.ts'
import { lowered } from '../../../shared/base/lowered.ts'
import { city } from './cities.ts'
import { counted, isOne, number, of } from './plural.ts'

const reservations: Readonly<Record<ReservationKind, string>> = { scrutiny: 'Réserve d’examen', parliamentaryScrutiny: 'Réserve parlementaire', substantive: 'Réserve de fond', linguistic: 'Réserve linguistique' }
const saidKinds: Readonly<Record<ResponseKind, string>> = { agreement: 'Accord exprès', objection: 'Objection', draftingComment: 'Commentaire rédactionnel', requestForTime: 'Demande de délai', reservation: 'Réserve', constructiveAbstention: 'Abstention constructive' }
const phases: Readonly<Record<Phase, string>> = { running: 'Silence en cours', suspended: 'Suspendue', withdrawn: 'Retirée', expired: 'Échue, réception ouverte', broken: 'Silence rompu', closed: 'Réception close', certified: 'Certifiée' }

/** The parts of the world after which zones are named. */
const parts: ReadonlyMap<string, string> = new Map([
  ['Africa', 'Afrique'], ['America', 'Amérique'], ['Antarctica', 'Antarctique'], ['Arctic', 'Arctique'], ['Asia', 'Asie'], ['Atlantic', 'Atlantique'], ['Australia', 'Australie'], ['Indian', 'océan Indien'], ['Pacific', 'Pacifique'],
])

/** Cities that carry an article have it capital. */
function timeOf(zone: string): string {
  return `Heure ${of(city(cityName(zone)).replace(/^L(?=es? )/u, 'l'))}`
}

export const silence: Translated<typeof English> = {
  none: 'Aucune procédure de silence n’a été ouverte.', phases, reservations, deadlinePassed: 'Échéance passée', left: (span) => `Il reste ${span}`, ends: (when) => `Échéance : ${when}`, ended: (when) => `Échéance passée : ${when}`,
  under: (document, title) => `${document} : ${title}`, openNamed: (document) => `Ouvrir la procédure de silence sur ${document}`, openIt: 'Voir la procédure', title: (document) => `Procédure de silence sur ${document}`,
  rule: (profile, rule) => `${profile} : ${rule}`, openedBy: (moment) => `Ouverte le ${moment} par`, readText: 'Lire le texte', matrix: 'Délégations', columns: { delegation: 'Délégation', served: 'Notifié', receipt: 'Accusé', response: 'Réponse', reservation: 'Réserve', late: 'Tardif' }, sortBy: (column) => `Trier par : ${lowered(column)}`,
  setter: 'initiateur', served: 'notifié', notServed: 'non confirmé', notMembers: 'Non-membres : consignés et affichés ; ne peuvent rompre le silence', cannotBreak: '(ne peut rompre)', late: 'hors délai',
  said: (kind, reservation) => (kind === 'reservation' && reservation !== null ? reservations[reservation] : saidKinds[kind]),
  extend: 'Prolonger', respond: 'Répondre', respondAgain: 'Nouvelle réponse', close: 'Clore la réception', from: (time) => `Pas avant : ${time}`, certify: 'Certifier le résultat', writeCertificate: 'Écrire le certificat', certificateWritten: 'Certificat écrit :',
  outcomeLabel: 'Résultat', endedIntakeOpen: (time) => `Échue à ${time}. Réception ouverte.`, intakeIsClosed: 'Réception close', utc: (time) => `${time} UTC.`, extended: (moment, reason) => `Prolongée le ${moment}${reason === '' ? '' : ` : ${reason}`}`,
  state: (broken, provisional) => (provisional ? `À ce stade : ${broken ? 'rompu' : 'non rompu'}, provisoire` : broken ? 'Rompu' : 'Non rompu'),
  wouldRead: (outcome, broken) => `${broken ? 'En l’état' : 'Si rien d’autre n’arrive'}, le résultat sera libellé comme suit : « ${outcome} ».`, reads: (outcome) => `« ${outcome} »`, quoted: (words) => `« ${words} »`,
  courier: 'Une objection peut être encore entre les mains d’un courrier. L’absence de pli ne vaut pas silence.', certifiedBy: (person, moment) => `Certifié par ${person}, ${moment}`, closedBy: (person, moment) => `Réception close par ${person}, ${moment}`,
  beforeClosing: 'Avant de pouvoir clore la réception', confirmed: (served, all) => `Accusés de réception : ${number(served)} sur ${counted(all, 'membre')}`, missing: (count) => `${isOne(count) ? 'n’a' : 'n’ont'} pas accusé réception. Téléphoner, et noter qui a répondu.`,
  deadlineAhead: 'L’échéance n’est pas passée', deadlineOver: 'L’échéance est passée', remarks: 'Remarques',
  wallTime: 'Échéance', zone: 'Fuseau horaire', openVerb: 'Ouvrir le silence', formTitle: (document) => `Soumettre ${document} au silence`, notOpened: 'Pas encore ouverte', profile: 'Type de procédure',
  zoneName: (zone) => {
    const part = zone.split('/')[0] ?? zone
    return zone === 'UTC' ? 'UTC' : zone.includes('/') ? `${timeOf(zone)} (${parts.get(part) ?? part})` : zone
  },
  needsDeadline: 'Une échéance est requise.', needsForward: 'Indiquer à qui le résultat est transmis ensuite.', forwardTo: 'Le résultat va ensuite à', forwardHelp: 'Par exemple : le Comité politique et de sécurité.', notice: 'Avis aux délégations',
  whatItMeans: 'Ce que cela signifie', ifUnbroken: 'Si le silence est gardé', ifBroken: 'Si le silence est rompu', ruleTitle: 'La règle', minimum: (hours) => (hours === null ? 'Pas de durée minimale.' : `Au moins ${counted(hours, 'heure')}.`), source: (source) => `Source : ${source}.`,
  respondTitle: (document) => `Répondre sur ${document}`, answer: 'Votre réponse', kinds: { ...saidKinds, agreement: 'Accord' }, reservation: 'Type de réserve',
  doesItBreak: 'Cette réponse rompt-elle le silence ?', doesItBreakHelp: 'Personne d’autre ne peut le dire. Cela n’est jamais déduit du type de réponse.', breaksYes: 'Oui, elle le rompt', breaksNo: 'Non, elle ne le rompt pas', remark: 'Remarque', breakVerb: 'Rompre le silence',
  respondVerb: { agreement: 'Donner l’accord', objection: 'Répondre', draftingComment: 'Commenter', requestForTime: 'Demander un délai', reservation: 'Émettre la réserve', constructiveAbstention: 'Déclarer l’abstention' },
  respondFollows: 'La réponse est signée en votre nom. Elle compte une fois que le secrétariat a importé votre prochain pli.', extendTitle: 'Prolonger l’échéance ?', extendFollows: 'Toutes les délégations en sont informées par votre prochain pli.', later: 'Choisir une échéance plus tardive.', why: 'Motif',
  utcInstant: (moment) => `${moment} UTC.`, leftFromNow: (span) => `Dans ${span}.`, warned: 'Elle peut être fixée malgré tout.', needsAnother: 'Cette heure ne peut être retenue.', takeReading: (time, zone) => `Retenir ${time}, ${zone}`,
  steps: 'Étapes', stepNames: ['Type de procédure', 'Échéance', 'Ce que tous liront'], next: 'Suivant', back: 'Retour', preview: 'Ce que tous liront', previewKept: (outcome) => `Si personne ne rompt le silence : « ${outcome} ».`, previewBroken: (outcome) => `Si quelqu’un le rompt : « ${outcome} ».`,
  draftVerb: 'Préparer sans ouvrir', draft: 'Non ouverte', draftsTitle: 'Préparées, non ouvertes', wouldEnd: (when) => `Échéance prévue : ${when}`, useCount: (agree, not) => (agree + not === 0 ? 'Personne ne s’est exprimé sur le recours' : `Recours accepté : ${number(agree)}, non accepté : ${number(not)}`),
  setBy: 'Initiateur', minimumTime: 'Durée minimale', mayBreak: 'Peut le rompre', whoMayBreak: { memberStates: 'Les États membres qui sont membres', members: 'Tout membre du cercle' }, whatBreaks: 'Ce qui le rompt, si l’auteur le dit',
  useTitle: 'Accord sur le recours à la procédure', usePrescribed: 'Rien n’est prescrit', afterwards: 'Ensuite', nothingAfter: 'Rien', sourceTitle: 'Source', grades: { seed: 'documents fondateurs', public: 'règle publiée', practice: 'connu par l’usage', circle: 'propre au cercle' },
  afterSteps: { forwarded: 'Transmis', notified: 'Notifié', issued: 'Diffusé', noted: 'Pris acte' },
  kindNotes: {
    agreement: 'Le silence dirait la même chose.', objection: 'Avec les raisons, si vous souhaitez les donner.', draftingComment: 'Conduit à la REV suivante.', requestForTime: 'L’initiateur peut prolonger.', reservation: 'Figure à l’état des réserves jusqu’à ce que vous la leviez.',
    constructiveAbstention: 'Déclaration formelle au titre de l’article 31, paragraphe 1, TUE. Elle ne rompt jamais le silence.',
  },
  place: 'Passage concerné', wholeText: 'texte entier', itsWords: 'Ses mots', selectWords: 'Sélectionner des mots si cela ne concerne qu’eux : à la souris, ou avec Maj et les flèches.', wholeParagraph: 'Tout le paragraphe', reasons: 'Raisons', clockSetBack: (span) => `L’horloge de cette machine retarde de ${span} sur votre dernière déclaration ici. Ce que vous signez indiquera l’heure antérieure, et les autres verront la contradiction. Vérifier d’abord l’horloge.`,
  otherwise: 'autrement', noReceipt: 'pas d’accusé', doesNotBreak: 'ne rompt pas', isWithdrawn: 'réponse retirée', clockNote: 'horloge contredite',
  more: 'Plus', acts: {
    respond: 'Répondre', withdrawAnswer: 'Retirer votre réponse', extend: 'Prolonger', suspend: 'Suspendre', resume: 'Reprendre', withdraw: 'Retirer', served: 'Consigner une notification', use: 'Avis sur le recours', close: 'Clore la réception',
    forward: 'Consigner une étape après le résultat', calendar: 'Mettre l’échéance dans un agenda', print: 'Imprimer la synthèse',
  },
  resumeFirst: 'La reprendre d’abord', readCertificate: 'Lire le certificat', written: 'Écrit :', resume: 'Reprendre', suspend: 'Suspendre', withdraw: 'Retirer la procédure',
  resumeTitle: 'Reprendre avec quelle échéance ?', suspendTitle: 'Suspendre la procédure ?', suspendFollows: 'Aucun délai ne court jusqu’à la reprise avec une autre échéance, qui ne peut être antérieure. Toutes les délégations en sont informées par votre prochain pli.',
  withdrawTitle: 'Retirer la procédure ?', withdrawFollows: 'Elle prend fin sans résultat. Les réponses restent consignées ; rien de ce qui arrive plus tard ne compte.', withdrawnBy: (person, moment) => `Retirée par ${person}, ${moment}`,
  suspendedNow: 'Suspendue. Aucun délai ne court.', suspended: (moment, reason) => `Suspendue le ${moment}${reason === '' ? '' : ` : ${reason}`}.`, resumed: (moment, reason) => `Reprise le ${moment}${reason === '' ? '' : ` : ${reason}`}.`,
  withdrawAnswerTitle: 'Quelle réponse retirer ?', withdrawAnswer: 'La retirer', withdrawAnswerFollows: 'Elle reste consignée, barrée, et ne rompt plus rien une fois que le secrétariat a votre prochain pli. Une réserve figure à l’état des réserves jusqu’à ce que vous la leviez.',
  servedTitle: 'Qui a été joint autrement ?', servedVerb: 'Consigner', allServed: 'Toutes sont réputées l’avoir reçue.', servedWhom: 'Délégations', servedHow: 'Comment', servedHowHelp: 'Par note, par téléphone, et à qui.', servedNeedsWhom: 'Choisir une délégation.', servedNeedsHow: 'Indiquer comment.',
  useDialogTitle: (document) => `Le recours au silence sur ${document}`, useVerb: 'Déclarer', useMeans: 'Ceci porte sur le recours à la procédure, non sur le texte.', useQuestion: 'Recours à la procédure', useYes: 'Accepté', useNo: 'Non accepté', useWhere: 'Dit lors de', useWhereHelp: 'Par exemple : la réunion du 10 juin.',
  forwardTitle: (document) => `Qu’a-t-on fait ${of(document)} ?`, forwardVerb: 'Consigner l’étape', forwardMeans: (outcome) => `Le résultat reste libellé comme suit : « ${outcome} ». Ce que décide une autre instance est l’acte de cette instance.`, forwardStep: 'Étape', forwardBody: 'Instance', forwardBodyHelp: 'COPS, COREPER, Conseil.', forwardNeeds: 'Indiquer à quelle instance.',
  forwardedTo: (step, body, moment) => `${step} : ${body}, ${moment}`, calendarTitle: 'Mettre l’échéance dans un agenda ?', calendarVerb: 'Choisir un répertoire et écrire', calendarMeans: 'Un agenda est lu par d’autres programmes, et souvent par un téléphone. Le fichier contient l’heure, et rien de ce dont il s’agit.',
  calendarNamed: (document) => `Indiquer dans le fichier qu’il s’agit ${of(document)}, avec le titre du texte`, calendarAlarms: 'Rappeler', before: (minutes) => `${minutes < 60 ? counted(minutes, 'minute') : minutes < 1440 ? counted(minutes / 60, 'heure') : counted(minutes / 1440, 'jour')} avant`,
  toFormer: 'La procédure qu’elle reprend', toNext: 'La procédure qui la reprend', nextRevFollows: 'Consolider ce qui a été dit dans la REV suivante, puis ouvrir le silence sur celle-ci.', nextRevThere: (rev) => `La REV ${rev} est là.`, openNext: (rev) => `Ouvrir le silence sur la REV ${rev}`,
  brokenMayClose: 'Le silence est rompu : rien n’est à attendre', notSent: (count) => (isOne(count) ? 'n’a été destinataire d’aucun envoi de cette machine. Écrire un pli à son intention, ou consigner comment elle a été notifiée.' : 'n’ont été destinataires d’aucun envoi de cette machine. Écrire un pli à leur intention, ou consigner comment elles ont été notifiées.'),
  reservationsTitle: 'Réserves', noReservations: 'Aucune réserve n’a été émise.', noneStands: 'Aucune n’est maintenue sur cette REV.', reservedOn: (kind, label) => `${kind}, ${label === '' ? 'texte entier' : label}`, standing: 'maintenue', liftedOn: (moment) => `levée le ${moment}`, toLedger: 'État des réserves de ce texte',
  times: 'Heures déclarées et d’admission', claimedAdmitted: (claimed, admitted) => `Heure déclarée : ${claimed} ; ${admitted === null ? 'pas d’admission ici' : `admission ici : ${admitted}`}`,
  findings: {
    laterThanSuccessor: 'Indique une heure postérieure à celle de la déclaration suivante de son propre journal.', setBack: 'Indique une heure antérieure à celle de la déclaration précédente de son propre journal.', beforeWhatItKnew: 'Indique une heure antérieure à l’ouverture de la procédure.',
    aheadOfAdmission: 'Indique une heure postérieure à son admission ici : l’une des deux horloges est fausse.',
  },
  certificate: 'Certificat', backToProcedure: 'La procédure', certificateTravels: 'Chacun peut vérifier le fichier .chcert avec la carte de l’initiateur, sur toute machine.',
  checkVerb: 'Vérifier un certificat', checkTitle: 'Vérifier un certificat', checkMeans: 'Choisir un fichier de certificat et la carte de l’initiateur qui l’a signé. Rien n’entre dans votre coffre.', chooseCertificate: 'Choisir le certificat', chooseCard: 'Choisir la carte et vérifier', certificateFirst: 'D’abord le certificat',
  genuine: (setter, delegation) => `Authentique : signé par ${setter} (${delegation}).`, checked: 'Ce qui a été vérifié', notProven: 'Ce qui n’est pas prouvé',
  kindsTitle: 'Types de procédure', addKind: 'Ajouter un type', addKindTitle: 'Ajouter un type de procédure au cercle ?', addKindMeans: 'Il est signé et va à tous les membres. Il ne peut plus être changé, car les certificats en citent les termes ; en ajouter un autre à la place.', kindName: 'Nom', kindNeeds: 'Le nom, la règle, l’initiateur, les deux résultats et la source sont requis.', kindNeedsRole: 'Dire qui peut agir comme initiateur.', kindNeedsBreaking: 'Dire ce qui le rompt.', setByHelp: 'Tel que l’avis et le certificat le nomment.', setterRoles: 'Qui agit comme initiateur', useAgreedHelp: 'Comment il est convenu d’y recourir, indépendamment du texte. Vide si rien n’est prescrit.', sourceHelp: 'Où la règle est écrite, ou qui l’a décidée et quand. Elle est présentée comme celle du cercle.',
  minimumHours: 'Durée minimale en heures', minimumHoursHelp: 'Vide si rien n’est prescrit.', minimumHoursWrong: 'Un nombre d’heures de 1 à 8760, ou rien.', keptHelp: 'Les termes exacts. {forwardTo} tient lieu de l’instance à qui le résultat est transmis ensuite.', adopts: 'Selon cette règle, le silence vaut adoption : les termes peuvent comporter « adopté »', brokenHelp: 'Les termes exacts ; les délégations qui l’ont rompu sont nommées à la place de {delegations}, ou à la fin.', theChair: 'la présidence',
  ledgerTitle: 'État des réserves', ledgerColumns: ['De', 'Réserve', 'Sur', 'Émise sur', 'Remarque', 'État', 'Lever'], enter: 'Émettre une réserve', enterTitle: 'Émettre une réserve ?', enterMeans: 'Elle est signée en votre nom, figure en note de bas de page dans la version annotée, et vaut jusqu’à ce que vous la leviez. Si le texte est soumis au silence, répondre plutôt à la procédure : il y est demandé si la réponse rompt le silence.',
  passageGone: (rev) => `ne figure plus dans ${rev}`, goneWithNext: 'sa note de bas de page disparaît avec la REV suivante', goneFrom: (rev) => `sans note de bas de page à partir de ${rev}`, lift: 'Lever', liftNamed: (kind) => `Lever : ${kind}`, liftTitle: 'Lever la réserve ?', liftFollows: 'Elle reste consignée. Sa note de bas de page disparaît à partir de la REV suivante.',
  remindTitle: 'Échéances', remindBefore: 'Rappeler avant la fin d’une procédure de silence', remindLocked: 'Rappeler aussi quand le coffre est verrouillé', remindLockedMeans: 'Les moments des rappels, et rien d’autre, sont alors conservés hors du coffre, pour que la notification puisse être affichée. Elle ne dit jamais de quoi il s’agit.',
  remindNone: 'Aucun rappel', reminder: (document, span) => `Silence sur ${document} : fin dans ${span}.`, lessThanAMinute: 'moins d’une minute', dismiss: 'Écarter',
  holidaysTitle: 'Jours fériés', holidaysMean: 'Les échéances qui tombent un tel jour sont signalées, jamais refusées.', holidayDay: 'Jour', holidayName: 'Nom', holidayAdd: 'Ajouter', holidayStrike: 'Rayer', holidayBack: 'Remettre', holidayStrikeNamed: (day) => `Rayer ${day}`, year: 'Année', holidayOwn: 'ajouté ici',
  closeTitle: 'Clore la réception ?', closeFollows: (outcome) => `Rien de ce qui arrive plus tard n’a d’effet. Le résultat sera définitif : « ${outcome} ».`, closeNote: 'Note', closeNoteHelp: 'Qui a été joint par téléphone, et ce qui a été dit.',
  uncounted: (count) => `${counted(count, 'réponse')} ${isOne(count) ? 'se trouve ici et ne compte' : 'se trouvent ici et ne comptent'} pas.`,
  uncountedIs: (said, breaks) => (said === null ? 'Réponse dont le texte n’est pas ici.' : `${said}${breaks ? ', qui romprait le silence' : ''}.`), uncountedWhy: { waits: 'Ce sur quoi elle se fonde n’est pas arrivé.', unread: 'Son texte a été retenu.', forked: 'Son auteur a dit deux choses sous un même numéro : appeler la délégation.' }, uncountedRemedy: 'Demander un pli complet et l’importer.',
  closeDespite: 'J’ai connaissance de ces réponses et je clos sans elles', closeDespiteFirst: 'Indiquer d’abord que l’on a connaissance des réponses qui ne comptent pas.', closeDespiteWhy: 'Indiquer dans la note pourquoi elles sont écartées.',
  notConfirmed: (count) => `${counted(count, 'délégation')} ${isOne(count) ? 'n’a' : 'n’ont'} pas accusé réception.`,
}
