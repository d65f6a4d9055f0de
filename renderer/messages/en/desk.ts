import type { Output } from '../../../shared/ipc/contract.ts'
import { counted, listed } from './plural.ts'

type DeskItem = Output<'desk.show'>['items'][number]
type Kind = DeskItem['kind']

function lead(items: readonly DeskItem[]): string {
  const count = (kind: Kind) => items.filter((item) => item.kind === kind).length
  const said = [
    count('answersUncounted') > 0 ? `answers that do not count in ${counted(count('answersUncounted'), 'silence procedure')}` : '',
    count('silenceRunning') > 0 ? `${counted(count('silenceRunning'), 'silence procedure')} running` : '',
    count('silenceBroken') > 0 ? `${counted(count('silenceBroken'), 'silence procedure')} broken` : '',
    count('silenceToClose') > 0 ? `${counted(count('silenceToClose'), 'intake')} to close` : '',
    count('silenceToCertify') > 0 ? `${counted(count('silenceToCertify'), 'outcome')} to certify` : '',
    count('toConsolidate') > 0 ? `${counted(count('toConsolidate'), 'text')} to consolidate` : '',
    count('draftKept') > 0 ? `suggestions in preparation on ${counted(count('draftKept'), 'text')}` : '',
    count('actionOverdue') > 0 ? `${counted(count('actionOverdue'), 'action')} overdue` : '',
    count('suggestionsAwaited') > 0 ? `your suggestions awaited on ${counted(count('suggestionsAwaited'), 'text')}` : '',
    count('nothingSentYet') > 0 ? 'something not yet sent' : '',
  ].filter((part) => part !== '')
  const sentence = listed(said)
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

export const desk = {
  lead, nothing: 'Nothing needs you today.', noCircle: 'You are in no circle yet. Write your card for the secretariat, or found a circle.', toDirectory: 'Go to the Directory', toImport: 'Import a bundle',
  things: (count: number) => `${counted(count, 'thing')} on the desk`,
  headings: { silence: 'Silence procedures', drafts: 'In preparation', suggestions: 'Your suggestions are awaited', consolidation: 'To consolidate', actions: 'Overdue', bundles: 'Bundles' },
  actions: { answersUncounted: 'Open the procedure', silenceRunning: 'Read and decide', silenceBroken: 'Read and close', silenceToClose: 'Close the intake', silenceToCertify: 'Certify the outcome', draftKept: 'Continue', suggestionsAwaited: 'Read and suggest', toConsolidate: 'Consolidate', actionOverdue: 'Open the dossier', nothingSentYet: 'Send' } satisfies Record<Kind, string>,
  explained: {
    answersUncounted: 'On this machine, and not counted: look before the intake is closed', silenceRunning: '', silenceBroken: 'Somebody broke silence: the next REV follows', silenceToClose: 'The deadline has passed; an objection may still be with a courier', silenceToCertify: 'The intake is closed', draftKept: 'Not handed in', suggestionsAwaited: 'You have not suggested anything on this REV',
    toConsolidate: 'Suggestions wait for a verdict', actionOverdue: 'An action of this dossier is past its day', nothingSentYet: 'Not yet written into a bundle',
  } satisfies Record<Kind, string>,
  broken: 'Silence broken', closed: 'Intake closed', answered: 'You have answered', notAnswered: 'You have not spoken', noneOfMine: 'Open for suggestions', ended: (time: string) => `Ended ${time}`,
  counted: (kind: Kind, count: number) => (kind === 'answersUncounted' ? counted(count, 'answer') : kind === 'nothingSentYet' ? counted(count, 'event') : kind === 'actionOverdue' ? `${counted(count, 'day')} overdue` : counted(count, 'suggestion')),
}

export const directory = {
  people: 'Cards and circles', cards: 'Cards read on this machine', circles: 'Circles', noCards: 'No card has been read yet.', noCircle: 'You are in no circle yet.', myCard: 'Your card', foot: 'Cards hold public keys only',
  myCardNote: 'Hand the card to the secretariat, and read these words to it by telephone or in person.', write: 'Write your card', written: 'Written:', read: 'Read a card', found: 'Found a circle',
  delegation: 'Delegation', person: 'Person', comparison: 'Safety words', next: 'Next', compared: 'compared', notCompared: 'not compared', compare: 'Compare safety words', admit: 'Admit',
  compareWith: (name: string) => `Compare safety words with ${name}`, admitPerson: (name: string) => `Admit ${name}`, safetyWords: 'Safety words',
  compareTitle: (name: string) => `Are these the words of ${name}?`, compareBody: 'Call, or meet. Each reads three of the six words to the other. If one differs, do not confirm, and ask for the card again.',
  comparedAll: (name: string) => `${name} and I compared all six words`, compareFirst: 'Compare the words first.', confirm: 'Confirm the words',
  foundTitle: 'Found a circle?', foundBody: 'You become its secretariat: you admit delegations and govern its roster. The founding is signed and cannot be taken back.', foundVerb: 'Found the circle',
  circleName: 'Name of the working party', circleKind: 'Kind', circleKindHelp: 'HWPCI, PSC, COREPER or another body.',
  admitTitle: (name: string) => `Admit ${name}?`, admitVerb: (name: string) => `Admit ${name}`, circle: 'Circle', role: 'Role', member: 'Member: its objection can break silence', canBreak: 'Can break silence', memberYes: 'member', memberNo: 'no',
  rosterCount: (kind: string, count: number, epoch: number) => `${kind}, ${counted(count, 'person', 'persons')}, roster ${epoch}`, rosterOf: (name: string) => `Roster of ${name}`, you: ' (you)', removed: ' (removed)',
}

export const register = {
  meta: 'What was done on this machine, signed and chained: an entry can be neither changed nor removed unnoticed.', foot: 'Entries name dossiers and texts', check: 'Check the register', checking: 'Checking…',
  seq: 'No.', at: 'When', action: 'What', subject: 'Concerning', result: 'Result', who: 'Who', group: 'Kind', dossier: 'Dossier', marking: 'Marking', words: 'Words', from: 'From', to: 'Up to', all: 'All', filters: 'What is shown of the register',
  results: { done: 'done', refused: 'refused' }, stage: (stage: string) => `at stage ${stage}`, claimed: (day: string, time: string) => `${day}, ${time} Brussels time, as this machine’s clock claimed`,
  count: (matching: number, total: number) => (matching === total ? counted(total, 'entry', 'entries') : `${matching} of ${counted(total, 'entry', 'entries')}`), more: (count: number) => `Show ${count} more`,
  noneFits: 'No entry fits what you asked for.', showAll: 'Show all entries', entry: (seq: number) => `Entry ${seq}`, details: 'Details', choose: 'Choose an entry to read all that it says.',
  chain: 'Its place in the chain', chainMeans: 'The next entry holds this hash. Change one letter here, and the two no longer fit.',
  sound: 'Everything is as it was signed.', soundMeans: (entries: number) => `${counted(entries, 'entry', 'entries')} checked: every hash, every signature, every link, and the signed end.`,
  faults: (count: number) => `${counted(count, 'place')} where the register is not as it was signed.`, faultsMean: 'Keep the vault as it is, and call your security officer.',
  export: 'Export', exportTitle: (count: number) => `Export ${counted(count, 'entry', 'entries')}?`, exportBody: 'The file is in the clear: whoever has it can read what was done and on which dossiers. The export becomes an entry of the register.', exportVerb: 'Choose a folder and write',
  form: 'Form', forms: { pdf: 'PDF, every page with the highest marking', csv: 'CSV, for a spreadsheet', html: 'HTML' }, wrote: 'Written, read back and verified:',
}
