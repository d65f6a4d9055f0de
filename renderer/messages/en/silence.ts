import type { Phase, ReservationKind, ResponseKind } from '../../../shared/silence/procedure.ts'
import { cityOf } from '../time.ts'
import { counted } from './plural.ts'

const reservations: Readonly<Record<ReservationKind, string>> = { scrutiny: 'Scrutiny', parliamentaryScrutiny: 'Parliamentary scrutiny', substantive: 'Substantive', linguistic: 'Linguistic' }
const saidKinds: Readonly<Record<ResponseKind, string>> = { agreement: 'Agrees expressly', objection: 'Objection', draftingComment: 'Drafting comment', requestForTime: 'Asks for more time', reservation: 'Reservation', constructiveAbstention: 'Constructive abstention' }
const phases: Readonly<Record<Phase, string>> = { running: 'Silence running', suspended: 'Suspended', withdrawn: 'Withdrawn', expired: 'Ended, intake open', broken: 'Silence broken', closed: 'Intake closed', certified: 'Certified' }

export const silence = {
  none: 'No silence procedure has been opened.', phases, reservations, deadlinePassed: 'Deadline passed', left: (span: string) => `${span} left`, ends: (when: string) => `Ends ${when}`, ended: (when: string) => `Ended ${when}`,
  under: (number: string, title: string) => `${number}: ${title}`, openNamed: (number: string) => `Open the silence procedure on ${number}`, openIt: 'Open the procedure', title: (number: string) => `${number} under silence`,
  rule: (profile: string, rule: string) => `${profile}: ${rule}`, openedBy: (moment: string) => `Opened ${moment} by`, readText: 'Read the text', matrix: 'Delegations', columns: ['Delegation', 'Served', 'Receipt', 'Comment', 'Objection', 'Late'],
  setter: 'setter', served: 'served', notServed: 'not confirmed', notMembers: 'Not members: recorded and shown; cannot break silence', cannotBreak: '(cannot break)', late: 'late',
  said: (kind: ResponseKind, reservation: ReservationKind | null) => (kind === 'reservation' && reservation !== null ? `${reservations[reservation]} reservation` : saidKinds[kind]),
  extend: 'Extend', respond: 'Answer', respondAgain: 'Answer again', close: 'Close the intake', from: (time: string) => `From ${time}`, certify: 'Certify the outcome', writeCertificate: 'Write the certificate', certificateWritten: 'Certificate written:',
  outcomeLabel: 'Outcome', endedIntakeOpen: (time: string) => `Ended ${time}. Intake open.`, intakeIsClosed: 'Intake closed', utc: (time: string) => `${time} UTC.`, extended: (moment: string, reason: string) => `Extended ${moment}${reason === '' ? '' : `: ${reason}`}`,
  state: (broken: boolean, provisional: boolean) => `${provisional ? 'So far: ' : ''}${broken ? (provisional ? 'broken' : 'Broken') : provisional ? 'not broken' : 'Not broken'}${provisional ? ', provisional' : ''}`,
  wouldRead: (outcome: string, broken: boolean) => `${broken ? 'As it stands' : 'If nothing further arrives'}, the outcome will read: “${outcome}”.`, reads: (outcome: string) => `“${outcome}”`, quoted: (words: string) => `“${words}”`,
  courier: 'An objection may still be with a courier. Silence is not the absence of a bundle.', certifiedBy: (person: string, moment: string) => `Certified by ${person}, ${moment}`, closedBy: (person: string, moment: string) => `Closed by ${person}, ${moment}`,
  beforeClosing: 'Before the intake can be closed', confirmed: (served: number, all: number) => `${served} of ${counted(all, 'member')} confirmed receipt`, missing: (count: number) => `${count === 1 ? 'has' : 'have'} not confirmed receipt. Telephone, and note who answered.`,
  deadlineAhead: 'The deadline has not passed', deadlineOver: 'The deadline has passed', remarks: 'Remarks',
  wallTime: 'Deadline', zone: 'Time zone', zoneName: (zone: string) => (zone === 'UTC' ? 'UTC' : `${cityOf(zone)} time`), openVerb: 'Open silence', formTitle: (number: string) => `Put ${number} under silence`, notOpened: 'Not yet opened', profile: 'Kind of procedure',
  needsDeadline: 'A deadline is needed.', needsForward: 'Say where the outcome goes next.', forwardTo: 'The outcome goes next to', forwardHelp: 'For example: the Political and Security Committee.', notice: 'Notice to the delegations',
  whatItMeans: 'What it means', ifUnbroken: 'If silence is kept', ifBroken: 'If silence is broken', ruleTitle: 'The rule', minimum: (hours: number | null) => (hours === null ? 'No minimum time.' : `At least ${hours} hours.`), source: (source: string) => `Source: ${source}.`,
  respondTitle: (number: string) => `Answer on ${number}`, answer: 'Your answer', kinds: { ...saidKinds, agreement: 'Agreement', reservation: 'Reservation', requestForTime: 'Request for more time' } satisfies Record<ResponseKind, string>, reservation: 'Kind of reservation',
  doesItBreak: 'Does this break silence?', doesItBreakHelp: 'Only you can say. It is never inferred from the kind of answer.', breaksYes: 'Yes, it breaks silence', breaksNo: 'No, it does not', remark: 'Remark', breakVerb: 'Break silence',
  respondVerb: { agreement: 'Agree', objection: 'Answer', draftingComment: 'Comment', requestForTime: 'Ask for time', reservation: 'Enter the reservation', constructiveAbstention: 'Declare the abstention' } satisfies Record<ResponseKind, string>,
  respondFollows: 'The answer is signed in your name. It counts when the secretariat has imported your next bundle.', extendTitle: 'Extend the deadline?', extendFollows: 'All delegations are told with your next bundle.', later: 'Choose a later deadline.', why: 'Reason',
  closeTitle: 'Close the intake?', closeFollows: (outcome: string) => `Nothing that arrives later has an effect. The outcome will be final: “${outcome}”.`, closeNote: 'Note', closeNoteHelp: 'Whom you reached by telephone, and what they said.',
  notConfirmed: (count: number) => `${counted(count, 'delegation')} ${count === 1 ? 'has' : 'have'} not confirmed receipt.`,
}
