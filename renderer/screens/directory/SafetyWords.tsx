import { words as messages } from '../../messages/words.ts'
import css from './directory.module.css'

/** Six words, numbered, so that they can be read out in order. */
export function SafetyWords({ words }: { words: readonly string[] }) {
  return (
    <ol className={css.words} aria-label={messages.directory.safetyWords}>
      {words.map((word, at) => <li key={`${at}${word}`}><span className={css.nth} aria-hidden="true">{at + 1}</span>{word}</li>)}
    </ol>
  )
}
