import { memo } from 'react'
import { Button } from '../../components/Button.tsx'
import { Head } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'

interface SuggestHeadProps {
  /** Title of the dossier. */
  readonly dossier: string
  /** Number of the REV that is being changed. */
  readonly number: string
  readonly count: number
  /** The REV that has been issued since, where one has. */
  readonly successor: string | null
  readonly onDossier: () => void
  readonly onText: () => void
  readonly onHandIn: () => void
}

/** Not drawn anew at every key: nothing of it but the count changes while one types. */
export const SuggestHead = memo(function SuggestHead({ dossier, number, count, successor, onDossier, onText, onHandIn }: SuggestHeadProps) {
  const cannot = count === 0 ? words.suggest.nothingYet : successor === null ? null : words.suggest.notLatest(successor)
  return (
    <Head crumb={<><button type="button" onClick={onDossier}>{dossier}</button> / <button type="button" onClick={onText}>{number}</button></>} title={words.suggest.title(number)}
      does={<><Button onPress={onText}>{words.suggest.backToText}</Button><Button kind="primary" onPress={onHandIn} cannot={cannot}>{words.suggest.handIn(count)}</Button></>} />
  )
})
