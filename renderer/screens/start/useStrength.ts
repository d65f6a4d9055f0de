import { useEffect, useState } from 'react'
import type { PassphraseStrength } from '../../../shared/ipc/vaultMethods.ts'
import { ask } from '../../engineClient.ts'

/** Long enough that a word is estimated and not each letter of it. */
const PAUSE_MS = 120

/** The estimate of exactly this passphrase; null while there is none yet. */
export function useStrength(passphrase: string, about: readonly string[]): PassphraseStrength | null {
  const [known, setKnown] = useState<{ passphrase: string; strength: PassphraseStrength } | null>(null)
  const others = about.join('\n')
  useEffect(() => {
    if (passphrase === '') return
    let wanted = true
    const timer = setTimeout(() => {
      void ask('passphrase.estimate', { passphrase, about: others.split('\n') }).then((answer) => wanted && answer.ok && setKnown({ passphrase, strength: answer.value }))
    }, PAUSE_MS)
    return () => { wanted = false; clearTimeout(timer) }
  }, [passphrase, others])
  return known?.passphrase === passphrase ? known.strength : null
}
