import type { Measure } from '../../../shared/toolbox/measure.ts'
import { Button } from '../../components/Button.tsx'
import { Tag } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import css from './catalogue.module.css'

/** Edited and left out only by who may issue the next version. */
export function MeasureCard({ measure, onEdit, onRemove }: { measure: Measure; onEdit?: () => void; onRemove?: () => void }) {
  const { fields, kinds, effects, horizons, needs, competences, bodies } = words.catalogue
  const facts = [
    [fields.attribution, needs[measure.attribution]], [fields.effect, measure.effects.map((one) => effects[one]).join(', ')], [fields.competence, measure.competences.map((one) => competences[one]).join('; ')],
    [fields.route, measure.route.map((one) => bodies[one]).join(', ')], [fields.legalBasis, measure.legalBasis], [fields.escalation, measure.escalation], [fields.source, measure.source],
  ].filter(([, value]) => value !== '')
  return (
    <li className={css.measure}>
      <header>
        <h2>{measure.name}</h2>
        {[...measure.kinds.map((one) => kinds[one]), ...measure.horizons.map((one) => horizons[one])].map((name) => <Tag key={name}>{name}</Tag>)}
        {onEdit !== undefined && <Button small kind="quiet" label={words.common.labelled(words.catalogue.edit, measure.name)} onPress={onEdit}>{words.catalogue.edit}</Button>}
        {onRemove !== undefined && <Button small kind="quiet" label={words.catalogue.leaveOut(measure.name)} onPress={onRemove}>{words.catalogue.remove}</Button>}
      </header>
      <p className={css.description}>{measure.description}</p>
      <dl className={css.facts}>{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {measure.firstTowardsTransit && <p className={css.second}>{words.catalogue.transit}</p>}
    </li>
  )
}
