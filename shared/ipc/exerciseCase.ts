/**
 * A complete case, played through the contract: all nine steps, with six delegations. The command line plays it on machines that meet
 * only through bundles; the app plays it into one vault, so that a newcomer sees every screen filled. Everything in it is invented.
 */
import type { Delegation } from '../base/delegations.ts'
import type { CircleId, DossierId, EventId, TextId } from '../base/identifiers.ts'
import { FACTOR_IDS, PRINCIPLES, CONSIDERATIONS } from '../toolbox/yardsticks.ts'
import type { EntryContent } from '../toolbox/entry.ts'
import type { MeasureRef } from '../toolbox/measure.ts'
import { WORKING_LIST } from '../toolbox/workingList.ts'
import type { Marking } from '../marking/marking.ts'
import type { Input, Output } from './contract.ts'
import { drawExercisePicture, EXERCISE_PICTURE_NAME } from './exercisePicture.ts'

/** What is asked of the engine while it is played. */
export type RehearsedMethod =
  | 'dossier.open' | 'dossier.markStep' | 'dossier.contribute' | 'dossier.takePosition' | 'entry.add' | 'note.print' | 'text.show' | 'text.suggest' | 'text.consolidation' | 'text.issue' | 'silence.open' | 'silence.respond'

export type Speaker = 'secretariat' | number

export interface ExerciseAttachment {
  readonly dossier: DossierId
  readonly name: string
  readonly content: Uint8Array
  readonly marking: Marking
}

export interface ExerciseStage {
  readonly circle: CircleId
  /** Who speaks, by number; a number beyond the last begins again with the first. */
  readonly states: readonly Delegation[]
  /** Fails where the engine refuses. */
  call<M extends RehearsedMethod>(speaker: Speaker, method: M, input: Input<M>): Promise<Output<M>>
  /** The content becomes an attachment of the dossier; the event that says so. */
  attach(speaker: Speaker, attachment: ExerciseAttachment): Promise<EventId>
  /** After it everybody has what was said. */
  share(): Promise<void>
  /** Time passes between what is said. */
  pass(hours: number): void
  /** A calendar day before or after the end of the case, `2031-06-12`. */
  day(offset: number): string
}

export const EXERCISE_REFERENCE = 'EX HALCYON'
/** From the opening of the dossier to the end of the case, by the time that passes in it. */
export const EXERCISE_DAYS = 17
const MARKING: Marking = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
/** Between two steps, and between two delegations that speak. */
const HALF_A_DAY = 11

interface Case extends ExerciseStage {
  readonly dossier: DossierId
  /** The dossier of the actor, to which lessons go. */
  readonly actor: DossierId
  add(speaker: Speaker, content: EntryContent): Promise<EventId>
  step(step: number, state: 'begun' | 'done' | 'reopened', note: string): Promise<void>
}

/** The dossier that it leaves. */
export async function playExerciseCase(stage: ExerciseStage): Promise<DossierId> {
  const play = await open(stage)
  await shareAwareness(play)
  const options = await explore(play)
  await deliberate(play, options)
  await negotiate(play, options)
  await decideAndAct(play, options)
  await evaluate(play, options)
  await stage.share()
  return play.dossier
}

/** The measure as it stands in the list that the program brings. */
function measure(id: string): MeasureRef {
  const found = WORKING_LIST.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no measure ${id}`)
  return { measure: found.id, catalogue: 0, name: found.name }
}

/** Step 1: a State informs, others say what they are interested in. */
async function open(stage: ExerciseStage): Promise<Case> {
  const { circle, states } = stage
  const distribution = [...new Set<Delegation>([...states, 'GSC'])]
  const { dossier: actor } = await stage.call('secretariat', 'dossier.open', {
    circle, reference: `${EXERCISE_REFERENCE} A`, title: 'Grey Heron: strategy towards a persistent actor (EXERCISE)', kind: 'exercise', summary: 'The actor dossier to which lessons go. Every fact is invented.', marking: MARKING, distribution,
  })
  const { dossier } = await stage.call('secretariat', 'dossier.open', {
    circle, reference: EXERCISE_REFERENCE, title: 'Ferry and port systems, northern basin (EXERCISE)', kind: 'exercise',
    summary: 'Booking and traffic systems of ferries and ports fail in several Member States within days. Every fact is invented.', marking: MARKING, distribution,
  })
  await stage.share()
  const play: Case = {
    ...stage, dossier, actor,
    add: async (speaker, content) => (await stage.call(speaker, 'entry.add', { dossier, content, marking: null })).event,
    async step(step, state, note) {
      await stage.call('secretariat', 'dossier.markStep', { dossier, step, state, note })
      stage.pass(HALF_A_DAY)
    },
  }
  await play.step(1, 'begun', 'Raised in the working party.')
  await play.add(0, {
    kind: 'description', affectedStates: [...states].slice(0, 4).filter((one) => one !== 'EEAS'), sectors: ['Maritime transport', 'Ports'], partners: ['Norway'], from: stage.day(-33), until: stage.day(-18),
    dimensions: {
      scope: 'Eleven ports and four ferry lines', scale: 'About 41,000 travellers and 900 freight consignments', duration: 'Sixteen days, in three waves', intensity: 'Systems stopped for hours at a time, twice for two days',
      complexity: 'Entry through a supplier of berth planning software', sophistication: 'A loader written for this software, signed with a stolen certificate', impact: '412 sailings cancelled; two nights without a picture of the traffic',
    },
    factors: FACTOR_IDS.slice(0, 3).map((factor, at) => ({ factor, text: ['Ports closed for two days', 'Travellers in four Member States', 'Four at least'][at] ?? '' })),
  })
  await play.add('secretariat', { kind: 'link', to: actor, relation: 'belongsTo', title: 'Grey Heron: strategy towards a persistent actor (EXERCISE)', note: 'The loader is known from an earlier exercise.' })
  for (const [at, jointResponse] of [true, true, false].entries()) await play.add(at, { kind: 'interest', awareness: true, jointResponse, text: jointResponse ? 'Prepared to work on a joint response.' : 'First the assessment.' })
  await play.add(1, { kind: 'route', route: 'council', since: stage.day(-17), text: 'We asked whether the IPCR arrangements should be activated. The Presidency keeps the situation under review; until then the procedures of the Council apply.' })
  await play.step(1, 'done', 'Three delegations ask for an exchange.')
  await stage.share()
  return play
}

/** Step 2: contributions that do not all agree, a briefing given elsewhere, indicators. */
async function shareAwareness(play: Case): Promise<void> {
  await play.step(2, 'begun', 'Briefings and written contributions.')
  const reports: readonly [Speaker, string, Input<'dossier.contribute'>['kind'], string, 'A' | 'B' | 'C', '1' | '2' | '4', number, string][] = [
    [0, 'Traces in the berth planning of two ports', 'forensic', 'National response team', 'A', '1', -33, 'The loader arrived with update 7.3 of the berth planner, on the night before the first failure.'],
    [1, 'Second wave in ferry booking', 'technical', 'CSIRT of a ferry line', 'B', '2', -27, 'Booking failed an hour after a maintenance account logged in from abroad.'],
    [2, 'Another reading of the second wave', 'technical', 'Operator', 'B', '4', -27, 'The booking failure may have been a fault of the operator. The logs are incomplete.'],
    [3, 'Severity across the basin', 'severity', 'EU-CyCLONe', 'A', '2', -18, 'High. 412 sailings were cancelled; freight was rerouted; perishable goods were lost. The attached chart counts the sailings of each day.'],
    ['secretariat', 'Assessment of the activity', 'intelligenceAssessment', 'SIAC', 'B', '2', -18, 'The three waves probably have one author. The aim was disruption, not profit.'],
  ]
  const chart = await play.attach(3, { dossier: play.dossier, name: EXERCISE_PICTURE_NAME, content: drawExercisePicture(), marking: MARKING })
  for (const [speaker, title, kind, body, reliability, credibility, offset, text] of reports) {
    await play.call(speaker, 'dossier.contribute', { dossier: play.dossier, title, kind, source: '', body, text, marking: MARKING, limitedTo: null, reliability, credibility, observed: play.day(offset), reported: play.day(offset + 2), ...(kind === 'severity' ? { attachments: [chart] } : {}) })
    play.pass(3 * HALF_A_DAY)
  }
  await play.add('secretariat', { kind: 'briefing', subject: 'Situation in the ports', by: 'SIAC', to: 'Transport working party', on: play.day(-11), way: 'oral', elsewhere: true, informedOn: null, text: 'Given on request of the chair of that party.' })
  await play.add(1, {
    kind: 'indicators', title: 'Loader of the second wave', from: 'CSIRT of a ferry line',
    indicators: [
      { type: 'ipv4', value: '192.0.2.77', firstSeen: play.day(-27), lastSeen: play.day(-23), note: 'Relay' }, { type: 'domain', value: 'berth-update.example', firstSeen: play.day(-34), lastSeen: null, note: '' },
      { type: 'sha256', value: '5e'.repeat(32), firstSeen: null, lastSeen: null, note: 'Loader' }, { type: 'other', value: 'Mutex Global\\berth-7', firstSeen: play.day(-27), lastSeen: null, note: 'Kept by the loader while it runs' },
    ],
  })
  await play.step(2, 'done', 'Enough to explore a response.')
  await play.share()
}

interface Options {
  readonly note: EventId
  readonly quiet: EventId
  readonly firm: EventId
  readonly finding: EventId
}

/** Step 3: an options note with two options. */
async function explore(play: Case): Promise<Options> {
  await play.step(3, 'begun', 'An options note is asked for.')
  const finding = await play.add(0, { kind: 'finding', statement: 'All three waves used one loader', actor: 'Grey Heron', scale: 'confidence', confidence: 'moderate', basis: 'Comparison of code and of the order of steps.', evidence: [] })
  // The note rests on it, so that its author has to have it first.
  await play.share()
  const note = await play.add('secretariat', {
    kind: 'note', noteKind: 'options', title: 'Options note on the activity against ferry and port systems (EXERCISE)', actor: 'Grey Heron', objectives: ['Stop the activity before the summer timetable', 'Show that Member States act together'],
    background: 'Since the end of last month booking and traffic systems of ferries and ports have failed in three waves.\n\nThe working party has received five contributions. They agree on the course of events, and disagree on the second wave.',
    actorPerspective: 'The actor has so far met with silence, and may take it for consent.', risks: 'A public attribution may be answered against the same ports in the holiday season.', communication: 'One line for all, released together.', partners: 'Norway is affected and has asked to be kept informed.', evidence: [finding],
  })
  const weighed = PRINCIPLES.map(({ id }) => (id === 'sharedAwareness' ? { principle: id, considered: true, text: 'Rests on five contributions and one finding.', evidence: [finding] } : { principle: id, considered: true, text: '', evidence: [] }))
  const quiet = await play.add('secretariat', {
    kind: 'option', note, title: 'A quiet word, and help', text: 'The matter is raised in private with the State from whose territory the relay works; affected ports are helped at once.', measures: [measure('demarche'), measure('request-for-assistance'), measure('rapid-response')],
    sequencing: 'inParallel', gradual: 'A public step stays open.', shortTerm: 'The relay is switched off.', longTerm: 'A habit of answering requests.', escalation: 'Low.', principles: weighed, proportionality: [{ dimension: 'scope', text: 'Confined to the means that were used.', evidence: [finding] }, { dimension: 'intensity', text: 'A word in private answers failures without damage.' }],
  })
  const firm = await play.add('secretariat', {
    kind: 'option', note, title: 'A public statement, then listings', text: 'A statement by the High Representative names the activity; listings are prepared meanwhile.', measures: [measure('hr-statement'), measure('cyber-sanctions')],
    sequencing: 'inSequence', gradual: 'Listings only if the activity goes on.', shortTerm: 'Attention.', longTerm: 'The cost of the next wave rises.', escalation: 'Moderate.', principles: weighed.slice(0, 4), proportionality: [{ dimension: 'impact', text: 'Two nights without a picture of the traffic.', evidence: [finding] }],
  })
  await play.step(3, 'done', 'Two options are on the table.')
  await play.share()
  return { note, quiet, firm, finding }
}

/** Step 4: positions on the options, and the sovereign positions on attribution. */
async function deliberate(play: Case, { quiet, firm, finding }: Options): Promise<void> {
  await play.step(4, 'begun', 'In the working party, under PSC and COREPER.')
  const stances = ['support', 'support', 'canAccept', 'needsTime', 'reservation', 'cannotAccept'] as const
  for (const [at] of play.states.entries()) {
    const [first, second] = [stances[at % 3] ?? 'support', stances[(at + 2) % stances.length] ?? 'canAccept']
    await play.call(at, 'dossier.takePosition', { dossier: play.dossier, subject: 'A quiet word, and help', stance: first, remark: '', option: quiet })
    await play.call(at, 'dossier.takePosition', {
      dossier: play.dossier, subject: 'A public statement, then listings', stance: second, remark: second === 'cannotAccept' ? 'Too early: the second wave is not understood.' : '', option: firm,
      ...(second === 'cannotAccept' || second === 'reservation' ? { compromise: 'A statement without a name, and listings only after a further assessment.' } : {}),
    })
    play.pass(HALF_A_DAY)
  }
  for (const [at, stance] of (['attribute', 'undecided', 'doNotAttribute'] as const).entries()) {
    await play.add(at, { kind: 'attribution', stance, actor: 'Grey Heron', publicity: stance === 'attribute' ? 'private' : 'open', manner: stance === 'attribute' ? 'coordinated' : 'open', text: '' })
  }
  for (const { id } of CONSIDERATIONS.slice(0, 4)) await play.add('secretariat', { kind: 'consideration', consideration: id, about: null, considered: true, text: 'Discussed on the second day; see the record.', evidence: [finding] })
  await play.add('secretariat', { kind: 'deliberation', body: 'HWPCI', on: play.day(-6), way: 'meeting', subject: 'The two options', text: 'Wide support for the first option; the second is kept open.' })
  await play.share()
}

/** The note becomes a text; suggestions, the next REV, and a silence procedure that still runs. */
async function negotiate(play: Case, { note }: Options): Promise<void> {
  const { dossier } = play
  const { text } = await play.call('secretariat', 'note.print', { dossier, note, cover: { number: '9114/31', codes: ['CYBER 77', 'RELEX 301'], subject: 'Options note on the activity against ferry and port systems (EXERCISE)' } })
  await play.share()
  await suggest(play, text, 0, 'have failed in three waves', 'have been made to fail in three waves', 'It was no accident.')
  await suggest(play, text, 1, 'have failed in three waves', 'have been made to fail in three waves', null)
  await suggest(play, text, 2, 'disagree on the second wave', 'do not yet agree on the second wave', 'The assessment goes on.')
  await play.share()
  const { groups } = await play.call('secretariat', 'text.consolidation', { dossier, text })
  const verdicts = groups.flatMap((group) => group.suggestions.map((suggestion) => ({ suggestion, verdict: 'accepted' as const, edited: null, reason: null })))
  const { rev } = await play.call('secretariat', 'text.issue', { dossier, text, verdicts, date: '', cover: {} })
  const { event } = await play.call('secretariat', 'silence.open', {
    dossier, text, rev, profile: 'working-party', wallTime: `${play.day(6)}T17:00`, zone: 'Europe/Brussels', forwardTo: 'PSC', notice: 'Delegations that do not answer by the deadline are taken to agree.', draft: null,
  })
  await play.share()
  await play.call(0, 'silence.respond', { dossier, procedure: event, response: { kind: 'agreement', breaks: false, reservation: null, remark: '', place: null } })
  await play.call(1, 'silence.respond', { dossier, procedure: event, response: { kind: 'reservation', breaks: false, reservation: 'scrutiny', remark: 'Under examination in the capital.', place: null } })
  await play.share()
}

/** One delegation asks for other words at the first place where these stand. */
async function suggest(play: Case, text: TextId, speaker: Speaker, words: string, instead: string, reason: string | null): Promise<void> {
  const { dossier } = play
  const { revision } = await play.call(speaker, 'text.show', { dossier, text, rev: null, comparedWith: null })
  for (const block of revision.document.blocks) {
    const [run] = block.content
    const from = run !== undefined && 'text' in run ? run.text.indexOf(words) : -1
    if (from < 0) continue
    const amendments = [{ op: 'replace' as const, block: block.id, from, to: from + words.length, insert: [{ text: instead, marks: [] }] }]
    await play.call(speaker, 'text.suggest', { dossier, text, rev: revision.rev, suggestions: [{ amendments, reason }] })
    return
  }
  throw new Error(`the note does not say: ${words}`)
}

/** Steps 5 to 7: each measure is decided by itself; actions, lines, partners. */
async function decideAndAct(play: Case, { quiet }: Options): Promise<void> {
  await play.step(5, 'begun', 'Measure by measure.')
  const decision = await play.add('secretariat', { kind: 'decision', option: quiet, measure: measure('demarche'), body: 'PSC', procedure: 'meeting', on: play.day(-4), outcome: 'agreed', legalBasis: '', documentNumber: '9120/31', text: 'To be made at the level of deputy minister.' })
  await play.add('secretariat', { kind: 'decision', option: quiet, measure: measure('rapid-response'), body: 'Member States', procedure: 'nationalDecision', on: play.day(-4), outcome: 'agreed', legalBasis: '', documentNumber: '', text: 'Two teams.' })
  await play.step(6, 'begun', 'The démarche first.')
  await play.add('secretariat', { kind: 'action', decision, what: 'Make the démarche', actor: 'EEAS', due: play.day(1), status: 'underWay', text: '', evidence: [] })
  await play.add(0, { kind: 'action', decision: null, what: 'Send a response team to the two ports', actor: play.states[0] ?? 'GSC', due: play.day(-1), status: 'planned', text: 'Waits for transport.', evidence: [] })
  await play.add('secretariat', { kind: 'action', decision, what: 'Agree the speaking notes', actor: 'EEAS', due: play.day(-3), status: 'done', text: '', evidence: [] })
  await play.add('secretariat', { kind: 'communication', line: 'The ports are working again. We are helping those who were hit, and we are in contact with those who can stop it.', audience: 'Press, on request', products: ['Lines to take'], languages: ['English', 'French'], owner: 'EEAS spokesperson', on: play.day(0), status: 'agreed' })
  await play.step(7, 'begun', 'Norway has asked.')
  await play.add('secretariat', { kind: 'partnerRequest', partner: 'Norway', direction: 'fromPartner', what: 'To make parallel démarches.', on: play.day(-7), status: 'parallel', answer: 'Agreed in principle.', commissionInformed: true, informedOn: play.day(-5) })
  await play.add('secretariat', { kind: 'alignment', country: 'Montenegro', decision, alignment: 'invited', on: play.day(-2), text: '' })
  await play.share()
}

/** Steps 8 and 9: what it achieved, what was learnt, and a step reopened with its reason. */
async function evaluate(play: Case, { note }: Options): Promise<void> {
  await play.step(8, 'begun', 'First effects.')
  await play.add('secretariat', { kind: 'effect', objective: 'Stop the activity before the summer timetable', decision: null, horizon: 'short', achievement: 'partly', text: 'The relay is silent since yesterday.', evidence: [] })
  await play.add(2, { kind: 'lesson', text: 'Logs of operators were asked for too late.', forNote: note, forDossier: play.actor })
  await play.step(9, 'begun', 'The second wave is still disputed.')
  await play.step(2, 'reopened', 'New logs of the second wave have arrived.')
}
