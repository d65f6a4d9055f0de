/** Reading a text: clean, marked against another REV, or the two side by side. */
import { useMemo, useRef, useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { BlockId } from '../../../shared/text/document.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import type { FoundInText } from '../../app/place.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Await, Head } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import { ChangesRail } from './ChangesRail.tsx'
import { CommentsRail } from './CommentsRail.tsx'
import { RailTabs, type RailTab } from './RailTabs.tsx'
import { Outline } from './Outline.tsx'
import css from './reader.module.css'
import { ReaderActions, type Version } from './ReaderActions.tsx'
import { RevisionRail } from './RevisionRail.tsx'
import { Sheet } from './Sheet.tsx'
import { sheetModel, unmarked } from './sheetModel.ts'
import { SideBySide } from './SideBySide.tsx'
import { useDressing } from './useDressing.ts'
import { useFound } from './useFound.ts'
import { useJump } from './useJump.ts'
import { useSelectedPlace } from './useSelectedPlace.ts'
import { WhoRail } from './WhoRail.tsx'

export type Shown = Output<'text.show'>

/** `found` is where one wants to be taken, until one turns to something else here. */
export function Reader({ dossier, text, found }: { dossier: DossierId; text: TextId; found: FoundInText | null }) {
  const [wanted, setWanted] = useState(found)
  const [rev, setRev] = useState<number | null>(found?.rev ?? null)
  const [comparedWith, setComparedWith] = useState<number | null>(null)
  const [version, setVersion] = useState<Version>('marked')
  const shown = useAnswer('text.show', { dossier, text, rev, comparedWith })
  return (
    <Await answer={shown}>
      {(value) => (
        <ReaderHere key={`${value.revision.rev}/${value.comparedWith ?? ''}`} dossier={dossier} text={text} wanted={wanted?.block ?? null} shown={value} version={value.marked === null ? 'clean' : version} onVersion={(next) => { setVersion(next); setWanted(null) }}
          onRev={(next) => { setRev(next); setComparedWith(null); setWanted(null) }} onComparedWith={(next) => { setComparedWith(next); setWanted(null) }} />
      )}
    </Await>
  )
}

interface ReaderProps {
  readonly dossier: DossierId
  readonly text: TextId
  readonly wanted: BlockId | null
  readonly shown: Shown
  readonly version: Version
  readonly onVersion: (version: Version) => void
  readonly onRev: (rev: number) => void
  readonly onComparedWith: (rev: number) => void
}

function ReaderHere(props: ReaderProps) {
  const { dossier, shown, version } = props
  const { revision } = shown
  const house = useHouse()
  const about = house.dossiers.find((one) => one.dossier === dossier)
  const { dossier: ofDossier, text } = props
  const [tab, setTab] = useState<RailTab>('text')
  const dressing = useDressing({ dossier: ofDossier, text, revision, latest: shown.latest, version })
  const model = useMemo(() => sheetModel(dressing.cut ?? (version === 'clean' || version === 'who' || shown.marked === null ? unmarked(revision.document) : shown.marked), version === 'marked' ? shown.reserved : []), [shown.marked, shown.reserved, revision.document, version, dressing.cut])
  const paper = useRef<HTMLElement>(null)
  useFound(paper, model, props.wanted)
  const pointedTo = useMemo(() => new Set([...dressing.threads, ...dressing.reservations].flatMap((one) => (one.now === null ? [] : [one.now.block])).concat(props.wanted ?? [])), [dressing.threads, dressing.reservations, props.wanted])
  const { current, jump } = useJump(paper, model.map.changes.length)
  const selected = useSelectedPlace(paper, model.marked)
  const goTo = (block: BlockId) => paper.current?.querySelector(`[data-block="${model.marked.blocks.findIndex((one) => one.idAfter === block && one.change !== 'movedFrom')}"]`)?.scrollIntoView({ block: 'center' })
  const number = documentNumber(revision.cover, revision.rev)
  const other = shown.comparedWith === null ? null : documentNumber(revision.cover, shown.comparedWith)
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: number, right: version === 'clean' || version === 'who' || other === null ? words.text.cleanVersion : words.text.markedVersion(other) })
  return (
    <>
      <Head crumb={<><button type="button" onClick={() => house.go({ at: 'dossier', dossier })}>{about?.title ?? words.frame.sections.dossiers}</button> / {words.frame.sections.texts}</>}
        title={words.common.labelled(number, revision.title)} does={<ReaderActions {...props} />} />
      <div className={version === 'side' ? css.wide : css.reader}>
        {version !== 'side' && <Outline model={model} marked={version === 'marked'} scroll={paper} />}
        <section ref={paper} className={css.paper} aria-label={words.text.versions[version]} tabIndex={0}>
          {version === 'side' && other !== null
            ? <SideBySide model={model} current={current} before={other} after={number} pointedTo={pointedTo} />
            : <Sheet revision={revision} marking={about?.marking ?? null} model={model} current={current} comparedWith={version === 'marked' ? other : null} dressAt={dressing.dressAt} reserved={version === 'marked' ? shown.reserved : []} />}
        </section>
        <RailTabs tab={tab} onTab={setTab} first={version === 'who' ? words.who.rail : version === 'clean' ? words.text.about : words.text.changes} open={dressing.threads.filter((one) => !one.resolved).length + dressing.reservations.length}>
          {tab === 'comments' ? <CommentsRail dossier={dossier} text={text} document={revision.document} threads={dressing.threads} reservations={dressing.reservations} selected={selected} latest={shown.latest} onGo={goTo} />
            : version === 'who' ? dressing.provenance !== null && <WhoRail provenance={dressing.provenance} document={revision.document} chosen={dressing.chosen} only={dressing.only} onOnly={dressing.setOnly} />
            : version === 'clean' ? <RevisionRail shown={shown} onLedger={() => house.go({ at: 'reservations', dossier, text })} />
            : <ChangesRail shown={shown} model={model} current={current} jump={jump} labels={railLabels(revision, shown.comparedWith)} />}
        </RailTabs>
      </div>
    </>
  )
}

function railLabels(revision: Revision, comparedWith: number | null) {
  return { rev: revLabel(revision.rev), before: comparedWith === null ? '' : revLabel(comparedWith) }
}
