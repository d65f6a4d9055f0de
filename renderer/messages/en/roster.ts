import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { counted, listed } from './plural.ts'

type Step = CircleView['history'][number]
type StepWords = Readonly<Record<Step['kind'], (whom: string) => string>>

const did: StepWords = {
  founded: () => 'founded the circle', admitted: (whom) => `admitted ${whom}`, removed: (whom) => `removed ${whom}`, roleChanged: (whom) => `changed the role of ${whom}`, suspended: (whom) => `suspended ${whom}`,
  reinstated: (whom) => `reinstated ${whom}`, rotated: (whom) => `took up new keys of ${whom}`, handedOver: (whom) => `handed the secretariat over to ${whom}`,
}

export const roster = {
  did, epoch: 'Roster', when: 'When', who: 'By', what: 'What', reason: 'Roles or reason', history: 'How the roster came about', roster: 'Roster', without: ' (without effect)', standing: 'Standing', signs: 'signs the roster', suspended: 'suspended', gone: 'removed',
  parts: (name: string) => `Roster and history of ${name}`, actions: 'Do', actionsFor: (name: string) => `What to do about ${name}`, since: (epoch: number) => `since roster ${epoch}`,
  does: { role: 'Change the role', suspend: 'Suspend', reinstate: 'Lift the suspension', remove: 'Remove from the circle', handOver: 'Hand the secretariat over', keys: 'Take up new keys' },
  roleTitle: (name: string) => `Change the role of ${name}?`, roleVerb: 'Change the role', roles: 'Roles', oneRole: 'Choose at least one role.', strict: 'What it signed before and has not arrived here does not count any more', strictMeans: 'Leave this open where wording may still be with a courier.',
  suspendTitle: (name: string) => `Suspend ${name}?`, suspendVerb: (name: string) => `Suspend ${name}`, suspendMeans: 'It is neither heard nor written to until you lift the suspension. What has arrived here counts; what is still on its way is kept, and does not count, not even afterwards.',
  removeTitle: (name: string) => `Remove ${name} from the circle?`, removeVerb: (name: string) => `Remove ${name}`, removeMeans: 'What has arrived here counts and stays. Whatever else it signed or will sign is quarantined on every machine, however it is dated. What it has received it keeps.',
  reasonLabel: 'Reason', reasonHelp: 'Stands in the roster for all members to read.', reasonFirst: 'Give the reason.',
  accepted: 'Accepted as they stand', where: 'Where', upTo: 'Up to', upToNumber: (seq: number) => `number ${seq}`, theCircle: 'The circle itself', nothingAccepted: 'Nothing of it has arrived here: nothing of it will count.',
  opened: (titles: readonly string[]) => `It opened ${listed(titles)}. ${titles.length === 1 ? 'This dossier stays' : 'These dossiers stay'}.`, unanswered: (titles: readonly string[]) => `Silence is running on ${listed(titles)}, and its delegation has not spoken. Call it before you go on.`,
  colleagues: (names: readonly string[]) => `${listed(names)} of the same delegation ${names.length === 1 ? 'stays' : 'stay'} in the circle.`, alone: 'Nobody else of its delegation stands in this circle.',
  reinstateTitle: (name: string) => `Lift the suspension of ${name}?`, reinstateVerb: 'Lift the suspension', reinstateMeans: 'From the next roster on it is heard and written to again. What it signed meanwhile does not come to count: it can hand it in again.',
  handOverTitle: (name: string) => `Hand the secretariat over to ${name}?`, handOverVerb: 'Hand over', handOverMeans: 'From the next roster on this person alone admits, suspends and removes. You cannot take it back: only the new secretariat can. You stay in the circle as:',
  keysTitle: (name: string) => `Take up the new keys of ${name}?`, keysVerb: 'Take up the new keys', keysMeans: 'The offer is signed with the old keys. Compare the words of the new ones, by voice or in person: somebody else may have had the old keys.', keysStolen: 'The old keys may be in other hands: what they signed and has not arrived here does not count',
  offers: (name: string) => `${name} offers new keys.`, look: 'Compare and take up',
  mine: 'Your keys', generation: (at: number) => `Keys ${at}`, made: (day: string) => `made ${day}`, inUse: (names: readonly string[]) => `In use in ${listed(names)}`, newest: 'On your card', notUsed: 'In no circle now', kept: (day: string) => `Private sealing key kept until ${day}, for bundles still on their way`, deleted: (day: string) => `Private sealing key deleted ${day}`,
  rotate: 'Make new keys', rotateTitle: 'Make new keys?', rotateVerb: 'Make new keys', rotateMeans: (days: number) => `They are offered to the secretariat of each of your circles with your next bundle, and used once a roster names them. The old private key is kept ${days} days longer, then deleted.`,
  which: 'What is renewed', both: 'Signing and sealing', bothMeans: 'Your safety words change. The usual choice.', sealing: 'Sealing only', sealingMeans: 'Signatures go on under the same key. Your safety words change all the same.',
  conflict: (epoch: number) => `Two rosters claim to be number ${epoch}.`, conflictMeans: (by: string) => `${by} signed both: some members were shown another circle than others. Nothing of this circle is taken in or sent any more; what is here stays to be read.`,
  conflictDo: 'Write the proof, show it to the other members, and call the secretariat. Go on in a new circle.', toProof: 'Go to the evidence',
  persons: (count: number) => counted(count, 'person', 'persons'),
}
