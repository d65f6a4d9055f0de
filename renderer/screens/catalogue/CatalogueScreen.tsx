/** The working list of measures of a circle: filtered by what matters in deliberation, edited by secretariat and chair, issued in versions. */
import { useState } from 'react'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import { filterMeasures, type Measure, type MeasureFilter } from '../../../shared/toolbox/measure.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useHouse } from '../../app/house.ts'
import { useForm } from '../../app/useForm.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Await, Empty, Head, Pane, Section } from '../../components/Screen.tsx'
import { coverDate } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './catalogue.module.css'
import { Filters } from './Filters.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { MeasureCard } from './MeasureCard.tsx'
import { MeasureDialog } from './MeasureDialog.tsx'

type Shown = Output<'catalogue.show'>

export function CatalogueScreen({ circle }: { circle: CircleId | null }) {
  const { circles } = useHouse()
  const chosen = circle ?? circles[0]?.circle ?? null
  const answer = useAnswer('catalogue.show', chosen === null ? null : { circle: chosen })
  useOnScreen({ marking: null, exercise: false, left: words.catalogue.title, right: '' })
  if (chosen === null) return <><Head ruled title={words.catalogue.title} /><Pane label={words.catalogue.title}><Empty>{words.catalogue.noCircle}</Empty></Pane></>
  return <Await answer={answer}>{(shown) => <Here key={`${chosen} ${shown.version}`} circle={chosen} shown={shown} />}</Await>
}

/** `edited` holds the list as it is being changed here; nothing leaves before it is issued. */
function Here({ circle, shown }: { circle: CircleId; shown: Shown }) {
  const { go } = useHouse()
  const [filter, setFilter] = useState<MeasureFilter>({})
  const form = useForm<{ edited: readonly Measure[] | null }>(`catalogue/${circle}/${shown.version}`, { edited: null })
  const { edited } = form.value
  const setEdited = (measures: readonly Measure[]): void => form.change({ edited: measures })
  const [dialog, setDialog] = useState<{ readonly measure: Measure | null } | 'issue' | null>(null)
  const measures = edited ?? shown.measures
  const found = filterMeasures(measures, filter)
  const keep = (measure: Measure, before: Measure | null): void => {
    setEdited(before === null ? [...measures, measure] : measures.map((one) => (one === before ? measure : one)))
    setDialog(null)
  }
  return (
    <>
      <Head
        ruled crumb={<button type="button" onClick={() => go({ at: 'dossiers' })}>{words.frame.sections.dossiers}</button>} title={words.catalogue.title}
        meta={<><span>{shown.label}</span><span>{words.catalogue.version(shown.version)}</span><span>{words.catalogue.count(found.length)}</span></>}
        does={shown.mayIssue && <>
          <Button onPress={() => setDialog({ measure: null })}>{words.catalogue.addOne}</Button>
          {edited !== null && <><Button onPress={form.startAnew}>{words.catalogue.giveUp}</Button><Button kind="primary" onPress={() => setDialog('issue')}>{words.catalogue.issue}</Button></>}
        </>}
      />
      <Pane label={words.catalogue.title}>
        {edited !== null && <KeptBefore form={form} />}
        {edited !== null && <Notice kind="warned">{words.catalogue.notIssued}</Notice>}
        <Filters filter={filter} onChange={setFilter} />
        {found.length === 0 ? <Empty>{words.catalogue.nothing}</Empty> : (
          <ul className={css.measures}>
            {found.map((measure) => (
              <MeasureCard key={measure.id} measure={measure} {...(shown.mayIssue ? { onEdit: () => setDialog({ measure }), onRemove: () => setEdited(measures.filter((one) => one !== measure)) } : {})} />
            ))}
          </ul>
        )}
        {shown.versions.length > 0 && (
          <Section title={words.catalogue.versions}>
            <ul>{shown.versions.toReversed().map((one) => <li key={one.version}>{words.catalogue.version(one.version)}, {words.catalogue.issuedBy(one.delegation, coverDate(one.claimedAtUtcMs), one.measures)} <Delegation code={one.delegation} bare />{one.note !== '' && `: ${one.note}`}</li>)}</ul>
          </Section>
        )}
      </Pane>
      {dialog === 'issue' && edited !== null && <IssueDialog circle={circle} measures={edited} onIssued={form.finish} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'issue' && <MeasureDialog circle={circle} measure={dialog.measure} taken={measures.map((one) => one.id)} onKeep={(measure) => keep(measure, dialog.measure)} onClose={() => setDialog(null)} />}
    </>
  )
}
