/** One dossier: nine steps as a guide, what happened, and what each delegation has said. */
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { issuesTexts, rolesIn, takesPart, useHouse } from '../../app/house.ts'
import type { DossierTab } from '../../app/place.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Await, Head, Side } from '../../components/Screen.tsx'
import { coverDate } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { standing } from '../../../shared/dossier/entries.ts'
import type { EntryKind } from '../../../shared/toolbox/entry.ts'
import { Attribution } from '../case/Attribution.tsx'
import { CaseFileDialog } from '../case/CaseFileDialog.tsx'
import { useCaseFile } from '../case/caseFile.ts'
import { Communication } from '../case/Communication.tsx'
import { Decisions } from '../case/Decisions.tsx'
import { Evaluation } from '../case/Evaluation.tsx'
import { HeatMap } from '../case/HeatMap.tsx'
import { Implementation } from '../case/Implementation.tsx'
import { Options } from '../case/Options.tsx'
import { Overview } from '../case/Overview.tsx'
import { Partners } from '../case/Partners.tsx'
import { Attachments } from './Attachments.tsx'
import { Awareness } from './Awareness.tsx'
import { ContributeDialog } from './ContributeDialog.tsx'
import css from './dossier.module.css'
import { DossierSide } from './DossierSide.tsx'
import { DossierTexts } from './DossierTexts.tsx'
import { PositionDialog } from './PositionDialog.tsx'
import { Positions } from './Positions.tsx'
import { StepDialog } from './StepDialog.tsx'
import { Stepper } from './Stepper.tsx'
import { Timeline } from './Timeline.tsx'

type Shown = Output<'dossier.show'>

export function Dossier({ dossier, tab }: { dossier: DossierId; tab: DossierTab }) {
  const shown = useAnswer('dossier.show', { dossier })
  return <Await answer={shown}>{(value) => <DossierHere shown={value} tab={tab} />}</Await>
}

function DossierHere({ shown, tab }: { shown: Shown; tab: DossierTab }) {
  const house = useHouse()
  const { state } = shown
  const [dialog, setDialog] = useState<'contribute' | 'position' | 'step' | 'print' | null>(null)
  const roles = rolesIn(house, { circle: state.circle })
  const marking = highestOf([state.marking, ...shown.namedBy.map((one) => one.marking)])
  useOnScreen({ marking, exercise: state.exercise, left: words.dossier.events(shown.events), right: words.dossier.fingerprint(shown.stateHash.slice(0, 16)) })
  const close = () => setDialog(null)
  return (
    <>
      <Head
        crumb={<><button type="button" onClick={() => house.go({ at: 'dossiers' })}>{words.frame.sections.dossiers}</button> / {state.reference}</>} title={state.title}
        meta={<><span>{words.dossier.openedOn(coverDate(state.opened.claimedAtUtcMs))} <Delegation code={state.opened.delegation} bare /></span><span>{words.dossier.kinds[state.kind]}</span><span>{words.dossier.distributed(state.distribution.length)}</span></>}
        does={<><Button onPress={() => setDialog('print')}>{words.caseFile.print.open}</Button>{takesPart(roles) && <Button onPress={() => setDialog('step')}>{words.dossier.markStep}</Button>}<Button onPress={() => setDialog('position')}>{words.dossier.takePosition}</Button><Button kind="primary" onPress={() => setDialog('contribute')}>{words.dossier.contribute}</Button></>}
      />
      <Stepper steps={state.steps} />
      <Parts shown={shown} issues={issuesTexts(roles)} tab={tab} />
      {dialog === 'contribute' && <ContributeDialog state={state} onClose={close} />}
      {dialog === 'position' && <PositionDialog state={state} onClose={close} />}
      {dialog === 'print' && <CaseFileDialog dossier={state.dossier} marking={marking} onClose={close} />}
      {dialog === 'step' && <StepDialog state={state} onClose={close} />}
    </>
  )
}

function Parts({ shown, issues, tab }: { shown: Shown; issues: boolean; tab: DossierTab }) {
  const { state } = shown
  const file = useCaseFile(shown)
  const names = words.caseFile.tabs
  const of = (kind: EntryKind): number => standing(state.entries, kind).length
  const tabs = [
    { id: 'timeline', name: words.dossier.tabs.timeline, count: 0, body: <Timeline shown={shown} /> },
    { id: 'overview', name: names.overview, count: 0, body: <Overview file={file} /> },
    { id: 'awareness', name: words.dossier.tabs.awareness, count: state.contributions.length + of('briefing') + of('indicators'), body: <Awareness file={file} /> },
    { id: 'attribution', name: names.attribution, count: of('attribution'), body: <Attribution file={file} /> },
    { id: 'options', name: names.options, count: of('option'), body: <Options file={file} /> },
    { id: 'positions', name: words.dossier.tabs.positions, count: state.positions.length, body: <><HeatMap state={state} /><Positions state={state} /></> },
    { id: 'decisions', name: names.decisions, count: of('decision'), body: <Decisions file={file} /> },
    { id: 'implementation', name: names.implementation, count: of('action'), body: <Implementation file={file} /> },
    { id: 'communication', name: names.communication, count: of('communication'), body: <Communication file={file} /> },
    { id: 'partners', name: names.partners, count: of('partnerRequest') + of('alignment'), body: <Partners file={file} /> },
    { id: 'evaluation', name: names.evaluation, count: of('effect') + of('lesson'), body: <Evaluation file={file} /> },
    { id: 'attachments', name: words.dossier.tabs.attachments, count: state.attachments.length, body: <Attachments state={state} /> },
    { id: 'texts', name: words.dossier.tabs.texts, count: state.texts.length, body: <DossierTexts state={state} issues={issues} /> },
  ]
  return (
    <Tabs className={css.tabs ?? ''} defaultSelectedKey={tab}>
      <TabList className={css.tablist ?? ''} aria-label={words.dossier.partsOf}>
        {tabs.map((tab) => <Tab key={tab.id} id={tab.id} className={css.tab ?? ''}>{tab.name} {tab.count > 0 && <small>{tab.count}</small>}</Tab>)}
      </TabList>
      <div className={css.parts}>
        {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className={css.panel ?? ''}>{tab.body}</TabPanel>)}
        <Side label={words.dossier.side}><DossierSide shown={shown} /></Side>
      </div>
    </Tabs>
  )
}
