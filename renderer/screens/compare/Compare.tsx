/** Any two texts against one another, and a third beside them: marked or side by side, with a list of changes that tells substance from form. */
import { useMemo, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { changeListOf } from '../../../shared/text/changeList.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { proveMarked } from '../../../shared/text/proof.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import { Block } from '../text/Block.tsx'
import reader from '../text/reader.module.css'
import sheet from '../text/sheet.module.css'
import { Footnotes } from '../text/Sheet.tsx'
import { sheetModel } from '../text/sheetModel.ts'
import { SideBySide } from '../text/SideBySide.tsx'
import { ChangeListRail } from './ChangeListRail.tsx'
import css from './compare.module.css'
import { SidePick } from './SidePick.tsx'
import { useSideText, type Side, type SideText } from './sides.ts'
import { Three } from './Three.tsx'

const VIEWS = ['marked', 'side'] as const
type View = (typeof VIEWS)[number]

export function Compare({ dossier, text }: { dossier: DossierId | null; text: TextId | null }) {
  const texts = useAnswer('text.list', {})
  return <Await answer={texts}>{({ texts: all }) => <CompareAmong key={`${dossier ?? ''}${text ?? ''}`} texts={all} start={startOf(all, text)} />}</Await>
}

type Texts = Parameters<typeof SidePick>[0]['texts']

/** A text that one comes from is compared with its predecessor. */
function startOf(texts: Texts, text: TextId | null): { before: Side | null; after: Side | null } {
  const one = texts.find((candidate) => candidate.text === text)
  if (one === undefined) return { before: null, after: null }
  const at = (rev: number): Side => ({ kind: 'rev', dossier: one.dossier, text: one.text, rev })
  return { before: one.latestRev > 0 ? at(one.latestRev - 1) : null, after: at(one.latestRev) }
}

function CompareAmong({ texts, start }: { texts: Texts; start: { before: Side | null; after: Side | null } }) {
  const [before, setBefore] = useState(start.before)
  const [after, setAfter] = useState(start.after)
  const [third, setThird] = useState<Side | null>(null)
  const [view, setView] = useState<View>('marked')
  const [left, right, other] = [useSideText(before), useSideText(after), useSideText(third)]
  const sides = [left, right, other].flatMap((one) => (one?.state === 'here' ? [one.value] : []))
  const markings = sides.flatMap((one) => (one.marking === null ? [] : [one.marking]))
  useOnScreen({ marking: markings.length === 0 ? null : highestOf(markings), exercise: sides.some((one) => one.marking !== null) && sides.every((one) => one.exercise || one.marking === null), left: words.compare.foot(sides.length), right: '' })
  const shown = (answer: ReturnType<typeof useSideText>, otherwise: string) => (answer?.state === 'here' ? answer.value.label : otherwise)
  return (
    <>
      <Head title={words.compare.title} does={(
        <>
          {third === null && (
            <ToggleButtonGroup className={reader.versions ?? ''} aria-label={words.text.version} selectionMode="single" disallowEmptySelection selectedKeys={[view]} onSelectionChange={(keys) => setView(keys.has('side') ? 'side' : 'marked')}>
              {VIEWS.map((one) => <ToggleButton key={one} id={one} className={reader.versionButton ?? ''}>{words.text.versions[one]}</ToggleButton>)}
            </ToggleButtonGroup>
          )}
        </>
      )} />
      <div className={css.sides}>
        <SidePick label={words.compare.before} shown={shown(left, words.compare.before)} texts={texts} onPick={setBefore} />
        <span className={css.with}>{words.compare.with}</span>
        <SidePick label={words.compare.after} shown={shown(right, words.compare.after)} texts={texts} onPick={setAfter} />
        <span className={css.with}>{words.compare.and}</span>
        <SidePick optional label={words.compare.third} shown={shown(other, words.compare.third)} texts={texts} onPick={setThird} />
      </div>
      {left === null || right === null ? <Pane label={words.compare.title}><Empty>{words.compare.choose}</Empty></Pane> : (
        <Await answer={left}>{(one) => <Await answer={right}>{(two) => (other === null ? <Two key={`${one.label}|${two.label}`} before={one} after={two} view={view} /> : <Await answer={other}>{(three) => <Three left={one} middle={two} right={three} />}</Await>)}</Await>}</Await>
      )}
    </>
  )
}

function Two({ before, after, view }: { before: SideText; after: SideText; view: View }) {
  const paper = useRef<HTMLElement>(null)
  const found = useMemo(() => {
    const marked = compareDocuments(before.document, after.document, { identifiers: before.text !== null && before.text === after.text ? 'stable' : 'unrelated' })
    return { model: sheetModel(marked), list: changeListOf(marked), proof: proveMarked(marked, before.document, after.document) }
  }, [before, after])
  const { model, list, proof } = found
  const go = (block: number) => paper.current?.querySelector(`[data-block="${block}"]`)?.scrollIntoView({ block: 'center' })
  return (
    <div className={reader.wide}>
      <section ref={paper} className={reader.paper} aria-label={words.text.versions[view]} tabIndex={0}>
        {view === 'side' ? <SideBySide model={model} current={null} before={before.label} after={after.label} /> : (
          <article className={sheet.sheet} lang="en-GB" aria-label={after.title}>
            {model.marked.blocks.map((_, at) => <Block key={at} model={model} at={at} current={null} />)}
            <Footnotes model={model} />
          </article>
        )}
      </section>
      <ChangeListRail list={list} model={model} proof={proof} notes={[...before.notes, ...after.notes]} labels={{ before: before.label, after: after.label }} onGo={go} />
    </div>
  )
}
