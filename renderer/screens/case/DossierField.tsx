import { useHouse } from '../../app/house.ts'
import { Choose } from '../../components/Choice.tsx'
import { words } from '../../messages/words.ts'
import type { CaseFile } from './caseFile.ts'
import { textOf } from '../../../shared/toolbox/draftValues.ts'
import type { Draft } from '../../../shared/toolbox/entryFields.ts'

interface DossierFieldProps {
  readonly label: string
  readonly value: unknown
  readonly file: CaseFile
  readonly onChange: (value: unknown) => void
  /** The title goes with the link, so that it says something where the dossier is not here. */
  readonly withTitle: boolean
  readonly onPick: (part: Draft) => void
}

/** Other dossiers of the same circle, real with real and exercise with exercise: they are never linked across. */
export function DossierField({ label, value, file, onChange, withTitle, onPick }: DossierFieldProps) {
  const { dossiers } = useHouse()
  const others = dossiers.filter((one) => one.circle === file.state.circle && one.dossier !== file.state.dossier && one.exercise === file.state.exercise)
  const options = [...(withTitle ? [] : [{ id: '', name: words.caseFile.none }]), ...others.map((one) => ({ id: one.dossier as string, name: `${one.reference} ${one.title}` }))]
  const pick = (id: string): void => {
    const picked = others.find((one) => one.dossier === id)
    if (withTitle) onPick({ to: id, title: picked?.title ?? '' })
    else onChange(id === '' ? null : id)
  }
  return <Choose label={label} value={textOf(value)} nothing={words.caseFile.none} options={options} onChange={pick} />
}
