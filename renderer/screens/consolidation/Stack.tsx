/** The cards: one per group of identical suggestions, collisions enclosed; J and K go through them, A, E and R settle. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { SuggestionGroup, Writing } from '../../../shared/ipc/textMethods.ts'
import { Button } from '../../components/Button.tsx'
import { words } from '../../messages/words.ts'
import { Card } from './Card.tsx'
import css from './stack.module.css'
import type { Received } from './Consolidation.tsx'
import { EditDialog } from './EditDialog.tsx'
import { PartDialog } from './PartDialog.tsx'
import { partsOf } from './parts.ts'
import { useStableActs } from './useStableActs.ts'
import { enclosures, groupsOf, standsAgainst, type Settled, type Verdicts } from './verdicts.ts'

interface StackProps {
  readonly received: Received
  readonly verdicts: Verdicts
  readonly chosen: string | null
  readonly onChoose: (letter: string) => void
  readonly onSettle: (letters: readonly string[], settled: Settled | null) => void
  /** Words that were being written when this screen was left or locked. */
  readonly writing: Writing | null
  readonly onWriting: (writing: Writing | null) => void
  readonly onUndo: () => void
  /** Whether single keys settle. */
  readonly keys: boolean
}

export function Stack({ received, verdicts, chosen, onChoose, onSettle, writing, onWriting, onUndo, keys }: StackProps) {
  const { groups } = received
  const [editing, setEditing] = useState<readonly SuggestionGroup[] | null>(() => groupsOf(groups, writing))
  // Words of before belong to the dialog that they open, and to no other.
  const [resumed, setResumed] = useState(() => (editing === null ? null : writing))
  const done = () => {
    setEditing(null)
    setResumed(null)
    onWriting(null)
  }
  const list = useRef<HTMLElement>(null)
  useEffect(() => { list.current?.querySelector(`[data-letter="${chosen}"]`)?.scrollIntoView({ block: 'nearest' }) }, [chosen])
  const group = groups.find((one) => one.letter === chosen)
  // Only for the one under the hand: what three hundred suggestions consist of is not asked at once.
  const inParts = useMemo(() => group !== undefined && partsOf(received.revision.document, group.amendments).length > 1, [group, received.revision.document])
  const accept = (one: SuggestionGroup) => { if (standsAgainst(one, verdicts).length === 0) onSettle([one.letter], { verdict: 'accepted', edited: null, reason: verdicts.get(one.letter)?.reason ?? '' }) }
  const defer = (one: SuggestionGroup) => onSettle([one.letter], { verdict: 'deferred', edited: null, reason: verdicts.get(one.letter)?.reason ?? '' })
  const [parting, setParting] = useState<SuggestionGroup | null>(null)
  const reject = (one: SuggestionGroup) => onSettle([one.letter], { verdict: 'notTakenUp', edited: null, reason: verdicts.get(one.letter)?.reason ?? '' })
  const step = (by: 1 | -1) => {
    const at = groups.findIndex((one) => one.letter === chosen)
    const next = groups[Math.min(groups.length - 1, Math.max(0, at + by))]
    if (next !== undefined) onChoose(next.letter)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key.toLowerCase() === 'z' && !isTyping(event.target)) {
      event.preventDefault()
      onUndo()
      return
    }
    if (!keys || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || group === undefined) return
    const act = { j: () => step(1), k: () => step(-1), a: () => accept(group), e: () => setEditing([group]), r: () => reject(group), d: () => defer(group) }[event.key.toLowerCase()]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const acts = useStableActs({
    choose: (one) => onChoose(one.letter), accept, edit: (one) => setEditing([one]), reject, defer, part: setParting, reopen: (one) => onSettle([one.letter], null),
    reason: (one, reason) => { const settled = verdicts.get(one.letter); if (settled) onSettle([one.letter], { ...settled, reason }) },
  })
  const enclosed = useMemo(() => enclosures(groups), [groups])
  const card = (one: SuggestionGroup) => {
    const against = standsAgainst(one, verdicts)
    return <Card key={one.letter} group={one} verdict={verdicts.get(one.letter) ?? null} chosen={one.letter === chosen} against={against.length === 0 ? NOTHING : against} inParts={inParts && one.letter === chosen} acts={acts} />
  }
  return (
    <section ref={list} className={css.stack} aria-label={words.consolidation.cards} onKeyDown={pressed} tabIndex={0}>
      {enclosed.map((enclosure) => (enclosure.length === 1 ? enclosure.map(card) : (
        <section key={enclosure[0]?.letter} className={css.clash} aria-label={words.consolidation.collisionOf(enclosure.map((one) => one.letter))}>
          <header><b>{words.consolidation.collision}</b> {words.consolidation.collide(enclosure.map((one) => one.letter))}</header>
          {enclosure.map(card)}
          <footer><Button small onPress={() => setEditing(enclosure)}>{words.consolidation.compromise(enclosure.length)}</Button> <span className={css.note}>{words.consolidation.allStay(enclosure.length)}</span></footer>
        </section>
      )))}
      {parting !== null && <PartDialog document={received.revision.document} group={parting} onClose={() => setParting(null)} onTaken={(edited, reason) => { onSettle([parting.letter], { verdict: 'edited', edited, reason }); setParting(null) }} />}
      {editing !== null && <EditDialog received={received} groups={editing} before={resumed === null ? verdicts.get(editing[0]?.letter ?? '') ?? null : { edited: resumed.amendments, reason: resumed.reason }} onClose={done}
        onWriting={(amendments, reason) => onWriting({ suggestions: editing.flatMap((one) => one.suggestions), amendments, reason })}
        onEdited={(edited, reason) => { onSettle(editing.map((one) => one.letter), { verdict: 'edited', edited, reason }); done() }} />}
    </section>
  )
}

/** The very same for every card that nothing stands against. */
const NOTHING: readonly string[] = []

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target.closest('[role="dialog"]') !== null)
}
