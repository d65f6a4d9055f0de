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
import { Outline } from './Outline.tsx'
import css from './reader.module.css'
import { ReaderActions, type Version } from './ReaderActions.tsx'
import { RevisionRail } from './RevisionRail.tsx'
import { Sheet } from './Sheet.tsx'
import { sheetModel, unmarked } from './sheetModel.ts'
import { SideBySide } from './SideBySide.tsx'
import { useFound } from './useFound.ts'
import { useJump } from './useJump.ts'

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
  const model = useMemo(() => sheetModel(version === 'clean' || shown.marked === null ? unmarked(revision.document) : shown.marked), [shown.marked, revision.document, version])
  const paper = useRef<HTMLElement>(null)
  useFound(paper, model, props.wanted)
  const { current, jump } = useJump(paper, model.map.changes.length)
  const number = documentNumber(revision.cover, revision.rev)
  const other = shown.comparedWith === null ? null : documentNumber(revision.cover, shown.comparedWith)
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: number, right: version === 'clean' || other === null ? words.text.cleanVersion : words.text.markedVersion(other) })
  return (
    <>
      <Head crumb={<><button type="button" onClick={() => house.go({ at: 'dossier', dossier })}>{about?.title ?? words.frame.sections.dossiers}</button> / {words.frame.sections.texts}</>}
        title={`${number}: ${revision.title}`} does={<ReaderActions {...props} />} />
      <div className={version === 'side' ? css.wide : css.reader}>
        {version !== 'side' && <Outline model={model} marked={version === 'marked'} scroll={paper} />}
        <section ref={paper} className={css.paper} aria-label={words.text.versions[version]} tabIndex={0}>
          {version === 'side' && other !== null
            ? <SideBySide model={model} current={current} before={other} after={number} />
            : <Sheet revision={revision} marking={about?.marking ?? null} model={model} current={current} comparedWith={version === 'marked' ? other : null} />}
        </section>
        {version === 'clean' ? <RevisionRail shown={shown} /> : <ChangesRail shown={shown} model={model} current={current} jump={jump} labels={railLabels(revision, shown.comparedWith)} />}
      </div>
    </>
  )
}

function railLabels(revision: Revision, comparedWith: number | null) {
  return { rev: revLabel(revision.rev), before: comparedWith === null ? '' : revLabel(comparedWith) }
}
