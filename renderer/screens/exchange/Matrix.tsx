/** Who has what, and what is on its way: as far as receipts tell, nobody is taken to have what nobody confirmed. */
import { useState } from 'react'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { ChooseInView } from '../../components/Choice.tsx'
import { cx } from '../../components/cx.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Await, Empty, Head, Note, Pane } from '../../components/Screen.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'

type Matrix = Output<'exchange.matrix'>
type Cell = Matrix['rows'][number]['places'][number]

export function WhoHasWhat() {
  const { circles } = useHouse()
  const [chosen, setChosen] = useState<CircleId | null>(null)
  const circle = circles.find((one) => one.circle === chosen) ?? circles[0]
  const matrix = useAnswer('exchange.matrix', circle === undefined ? null : { circle: circle.circle })
  const dossiers = matrix.state === 'here' ? matrix.value.dossiers : []
  useOnScreen({ marking: dossiers.length === 0 ? null : highestOf(dossiers.map((one) => one.marking)), exercise: dossiers.some((one) => one.exercise), left: '', right: '' })
  return (
    <>
      <Head ruled title={words.exchange.matrixTitle} meta={circle === undefined ? undefined : <span>{circle.name}</span>} />
      <Pane label={words.exchange.matrixTitle}>
        {circles.length > 1 && circle !== undefined && <ChooseInView label={words.exchange.circle} row value={circle.circle} onChange={setChosen} options={circles.map((one) => ({ id: one.circle, name: one.name }))} />}
        {circle === undefined ? <Empty>{words.exchange.noCircle}</Empty> : <Await answer={matrix}>{(value) => (value.rows.length === 0 ? <Empty>{words.exchange.nobody}</Empty> : <Table matrix={value} />)}</Await>}
      </Pane>
    </>
  )
}

function Table({ matrix }: { matrix: Matrix }) {
  return (
    <>
      <div className={css.wide}>
        <table className={css.plan} aria-label={words.exchange.matrixTitle}>
          <thead>
            <tr>
              <th scope="col">{words.exchange.with}</th>
              <th scope="col" className={css.cell}>{words.exchange.circle}</th>
              {matrix.dossiers.map((dossier) => <th key={dossier.dossier} scope="col" className={css.cell} title={dossier.title}>{dossier.reference}</th>)}
              <th scope="col">{words.exchange.lastReceipt}</th>
              <th scope="col">{words.exchange.lastSent}</th>
              <th scope="col">{words.exchange.lastHeard}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <tr key={row.installation}>
                <th scope="row"><Delegation code={row.delegation} /> {row.name}</th>
                {row.places.map((cell) => <MatrixCell key={cell.dossier ?? 'circle'} cell={cell} />)}
                <td className={css.nowrap}>{row.receiptAtUtcMs === null ? '–' : shortMoment(row.receiptAtUtcMs)}{row.unconfirmed > 0 && <span className={css.lacking}>{words.exchange.unconfirmed(row.unconfirmed)}</span>}</td>
                <td className={css.nowrap}>{row.sentAtUtcMs === null ? '–' : shortMoment(row.sentAtUtcMs)}</td>
                <td className={css.nowrap}>{row.cameAtUtcMs === null ? '–' : shortMoment(row.cameAtUtcMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Note>{words.exchange.matrixMeans}</Note>
    </>
  )
}

function MatrixCell({ cell }: { cell: Cell }) {
  if (!cell.mayHave) return <td className={cx(css.cell, css.none)}>{words.exchange.notForIt}</td>
  const lacks = cell.lacks > 0
  const way = !lacks && cell.inTransit > 0
  const tone = lacks ? css.held : way ? css.onTheWay : css.goes
  return (
    <td className={cx(css.cell, tone)}>
      {lacks ? words.exchange.lacksOf(cell.lacks, cell.total) : way ? words.exchange.wayOf(cell.inTransit, cell.total) : words.exchange.hasOf(cell.has, cell.total)}
      {lacks && cell.inTransit > 0 && <small>{words.exchange.alsoOnWay(cell.inTransit)}</small>}
      {cell.heldBack > 0 && <small>{words.exchange.heldOf(cell.heldBack)}</small>}
    </td>
  )
}
