import type { DossierId } from '../../../shared/base/identifiers.ts'
import { useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'

/** Goes to a dossier that an entry names, or says that it is not here. */
export function OpenNamed({ dossier }: { dossier: DossierId }) {
  const { dossiers, go } = useHouse()
  const found = dossiers.find((one) => one.dossier === dossier)
  const { overview } = words.caseFile
  if (found === undefined) return <span className={css.second}>{overview.notHere}</span>
  return <Button small kind="quiet" onPress={() => go({ at: 'dossier', dossier })} label={words.common.labelled(overview.open, found.title)}>{overview.open}</Button>
}
