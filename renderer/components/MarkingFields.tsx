/** LIMITE, classification and TLP: three fields, never derived from one another. */
import { CLASSIFICATIONS, TLP_COLOURS, type Classification, type Marking, type TlpColour } from '../../shared/marking/marking.ts'
import { classificationName } from '../../shared/marking/words.ts'
import { words } from '../messages/words.ts'
import { Choose, Tick } from './Choice.tsx'

type TlpChoice = TlpColour | 'none'

export function MarkingFields({ marking, onChange }: { marking: Marking; onChange: (marking: Marking) => void }) {
  const colours: readonly TlpChoice[] = ['none', ...TLP_COLOURS]
  return (
    <>
      <Tick checked={marking.limite} onChange={(limite) => onChange({ ...marking, limite })}>{words.marking.limiteField}</Tick>
      <Choose<Classification> label={words.marking.classification} value={marking.classification} onChange={(classification) => onChange({ ...marking, classification })} help={words.marking.classificationHelp} nothing=""
        options={CLASSIFICATIONS.map((id) => ({ id, name: classificationName(id) ?? words.marking.notClassified }))} />
      <Choose<TlpChoice> label={words.marking.tlpField} value={marking.tlp ?? 'none'} onChange={(id) => onChange({ ...marking, tlp: id === 'none' ? null : id })} nothing=""
        options={colours.map((id) => ({ id, name: id === 'none' ? words.marking.noTlp : words.marking.tlp(id) }))} />
    </>
  )
}
