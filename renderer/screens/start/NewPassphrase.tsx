/** A passphrase that somebody chooses: typed twice, its strength said while it is typed. */
import { useState } from 'react'
import type { PassphraseStrength } from '../../../shared/ipc/vaultMethods.ts'
import { cx } from '../../components/cx.ts'
import { Field } from '../../components/Field.tsx'
import { words } from '../../messages/words.ts'
import css from './keys.module.css'
import { useStrength } from './useStrength.ts'

export interface NewPassphraseState {
  readonly passphrase: string
  readonly again: string
  readonly strength: PassphraseStrength | null
  readonly setPassphrase: (value: string) => void
  readonly setAgain: (value: string) => void
  /** Why it cannot be taken yet. */
  readonly cannot: string | null
}

/** `about`: what others know of the person. */
export function useNewPassphrase(about: readonly string[]): NewPassphraseState {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const strength = useStrength(passphrase, about)
  const cannot = passphrase === '' || again === '' ? words.keys.needsPassphrase
    : strength === null || strength.level === 'weak' ? words.keys.weakYet
    : passphrase !== again ? words.keys.differ
    : null
  return { passphrase, again, strength, setPassphrase, setAgain, cannot }
}

export function NewPassphrase({ label, state }: { label: string; state: NewPassphraseState }) {
  const differ = state.again !== '' && !state.passphrase.startsWith(state.again)
  return (
    <>
      <Field label={label} type="password" value={state.passphrase} onChange={state.setPassphrase} maxLength={1024}
        help={<Strength typed={state.passphrase !== ''} strength={state.strength} />} />
      <Field label={words.keys.again} type="password" value={state.again} onChange={state.setAgain} maxLength={1024} error={differ ? words.keys.differ : null} />
    </>
  )
}

const BARS = { weak: 1, enough: 2, strong: 3 } as const

/** Words and bars, so that it is not colour alone. */
function Strength({ typed, strength }: { typed: boolean; strength: PassphraseStrength | null }) {
  if (!typed || strength === null) return <span className={css.strength}>{words.keys.whileTyping}</span>
  const filled = BARS[strength.level]
  return (
    <span className={cx(css.strength, css[strength.level])} role="status" aria-label={words.keys.strength}>
      <span className={css.bars} aria-hidden="true">{[1, 2, 3].map((at) => <i key={at} className={cx(at <= filled && css.full)} />)}</span>
      {words.keys.levels[strength.level]} {strength.hint !== null && words.keys.hints[strength.hint]}
    </span>
  )
}
