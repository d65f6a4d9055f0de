/** The recovery code that is on somebody's screen now. No other is ever taken, so that none is one that a person thought of. */
import type { Random } from '../../shared/base/ports.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import { drawRecoveryCode, equalInConstantTime, parseRecoveryCode, recoverySecret, wipe, type VaultSecret } from './keys/index.ts'

export interface DrawnCode {
  /** As printed; it takes the place of the one drawn before. */
  draw(): string
  /** For the caller to forget once it has served. Until `forget` it may be written down once more, after a slip in the passphrase beside it. */
  take(written: string): Result<VaultSecret, Refusal>
  /** It opens a vault now: it is not taken again. */
  forget(): void
}

export function createDrawnCode(random: Random): DrawnCode {
  let drawn: Uint8Array | null = null
  const forget = (): void => {
    if (drawn !== null) wipe(drawn)
    drawn = null
  }
  return {
    draw() {
      const code = drawRecoveryCode(random)
      const parsed = parseRecoveryCode(code)
      if (!parsed.ok) throw new Error('a code that was just drawn does not read back')
      forget()
      drawn = parsed.value
      return code
    },
    take(written) {
      const parsed = parseRecoveryCode(written)
      if (!parsed.ok) return err(refusal(parsed.error))
      if (drawn !== null && equalInConstantTime(drawn, parsed.value)) return ok(recoverySecret(parsed.value))
      wipe(parsed.value)
      return err(refusal('recovery-code-stale'))
    },
    forget,
  }
}
