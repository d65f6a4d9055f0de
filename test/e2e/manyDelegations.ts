/** A vault in which twenty-seven delegations have suggested three hundred changes to one text: made by the real engine, for the real app to open. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MEMBER_STATES, type Delegation } from '../../shared/base/delegations.ts'
import type { Amendment, Suggestion } from '../../shared/text/amendment.ts'
import { contentWords } from '../../shared/text/content.ts'
import type { Block } from '../../shared/text/document.ts'
import { found, vaultOf, type Beginning } from './beginnings.ts'
import type { Who } from './person.ts'

export interface ManySuggestions {
  readonly begun: Beginning
  readonly suggestions: number
}

const PARAGRAPHS = 42
const SUBJECTS = ['the interruption of berth planning', 'tampering with vessel traffic services', 'the exchange of technical indicators', 'the protection of passenger data', 'the resilience of undersea cables', 'cooperation with port authorities', 'the training of harbour crews']
const VERBS = ['notes with concern', 'recalls', 'underlines the importance of', 'reiterates its call for', 'takes note of', 'stresses']

/** Of each paragraph: the words that delegations want otherwise. */
function paragraph(at: number): string {
  const [subject = '', verb = ''] = [SUBJECTS[at % SUBJECTS.length], VERBS[at % VERBS.length]]
  return `${at + 1}. The Council ${verb} ${subject} in point ${at + 1}, and asks the High Representative to report back within ten working days, with due regard to the competences of the Member States and to the work under way in other fora.`
}

export async function manyDelegations(who: Who): Promise<ManySuggestions> {
  const begun = await vaultOf(who)
  const circle = await found(begun)
  const { profile, engine: { call, source: grant } } = begun
  const marking = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
  const { dossier } = await call('dossier.open', { circle, reference: 'HALCYON 31', title: 'Ferry and port systems', kind: 'exercise', summary: '', marking, distribution: [...MEMBER_STATES] })
  const source = join(profile, 'draft.md')
  writeFileSync(source, `# Draft conclusions on ports\n\nThe Council adopted the following conclusions:\n\n${Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(at)).join('\n\n')}\n`)
  const { text } = await call('text.add', { dossier, source: grant(source), cover: { number: '9114/31' }, title: null })
  const { document } = (await call('text.show', { dossier, text, rev: null, comparedWith: null })).revision
  const numbered = document.blocks.filter((block) => block.kind === 'numbered')
  let suggestions = 0
  for (const [who, code] of MEMBER_STATES.entries()) {
    const own = suggestionsOf(numbered, code, who)
    suggestions += own.length
    await call('text.suggest', { dossier, text, rev: 0, onBehalfOf: code, suggestions: own })
  }
  return { begun, suggestions }
}

/** Three that many share, three that many want but each in its own way, and the rest of its own: on paragraphs of its own, as an evening brings them. */
function suggestionsOf(blocks: readonly Block[], code: Delegation, who: number): Suggestion[] {
  const shared = [0, 1, 2].flatMap((n) => replaced(blocks[(who + 13 * n) % 9], 'ten working days', 'fifteen working days', who % 5 === 0 ? 'Ten days is too short for our administration.' : null))
  const contested = [0, 1].flatMap((n) => replaced(blocks[9 + ((who + 4 * n) % 12)], 'with due regard to', WISHES[(who + n) % WISHES.length] ?? '', null))
  const lone = [0, 1, 2, 3].flatMap((n) => inserted(blocks[21 + ((who * 4 + n * 5) % 20)], ' High Representative', ` of ${code === 'EL' ? 'the hellenic' : 'its own'} motion, point ${who * 4 + n},`))
  const [block] = [blocks[(who * 7) % blocks.length]]
  const twofold: Suggestion[] = block === undefined || who % 3 !== 0 ? inserted(blocks[(who * 5 + 2) % 40], ' in other fora', ` and in ${code}`)
    : [{ amendments: [...replaced(block, 'asks', 'invites', null), ...replaced(block, 'report back', `report back in writing to ${code}`, null)].flatMap((one) => one.amendments), reason: 'Both belong together.' }]
  const added: Suggestion[] = [{ amendments: [{ op: 'insertBlock', after: blocks[(who * 11) % blocks.length]?.id ?? null, kind: 'numbered', level: 1, content: [{ text: `The Council welcomes the contribution of experts seconded by delegations, among them those of point ${Math.floor(who / 2)}.`, marks: [] }] }], reason: null }]
  return [...shared, ...contested, ...lone, ...twofold, ...added].slice(0, 11)
}

const WISHES = ['in full respect of', 'without prejudice to', 'having regard to', 'taking account of']

function replaced(block: Block | undefined, words: string, by: string, reason: string | null): Suggestion[] {
  const from = block === undefined ? -1 : contentWords(block.content).indexOf(words)
  if (block === undefined || from < 0) return []
  const amendment: Amendment = { op: 'replace', block: block.id, from, to: from + words.length, insert: [{ text: by, marks: [] }] }
  return [{ amendments: [amendment], reason }]
}

function inserted(block: Block | undefined, behind: string, words: string): Suggestion[] {
  const at = block === undefined ? -1 : contentWords(block.content).indexOf(behind)
  if (block === undefined || at < 0) return []
  return [{ amendments: [{ op: 'replace', block: block.id, from: at + behind.length, to: at + behind.length, insert: [{ text: words, marks: [] }] }], reason: null }]
}
