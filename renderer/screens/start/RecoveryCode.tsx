import { Tick } from '../../components/Choice.tsx'
import { words } from '../../messages/words.ts'
import css from './keys.module.css'

/** Nine groups, numbered, so that they can be written down and compared one by one. */
export function RecoveryCode({ code, written, onWritten }: { code: string; written: boolean; onWritten: (written: boolean) => void }) {
  return (
    <>
      <ol className={css.code} aria-label={words.keys.recoveryCode}>
        {code.split('-').map((group, at) => <li key={`${at}${group}`}><span className={css.nth} aria-hidden="true">{at + 1}</span><code>{group}</code></li>)}
      </ol>
      <Tick checked={written} onChange={onWritten}>{words.keys.writtenDown}</Tick>
    </>
  )
}
