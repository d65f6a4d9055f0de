import { describe, expect, it } from 'vitest'
import { isWeakPassphrase } from '../../../electron/engine/passphrase.ts'

describe('a passphrase', () => {
  it.each(['', 'short', 'password password password', 'passwordpasswordpassword', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'abcdefghijklmnopqrstuvwxyz', '12345678901234567890',
    'one one one one one one', 'a b c d e f g h', 'qwertyuiop qwertyuiop', 'Passphrase Passphrase 1234'])('is refused where it is easily guessed: %j', (passphrase) => {
    expect(isWeakPassphrase(passphrase)).toBe(true)
  })

  it.each(['seven grey herons watch the canal', 'correct horse battery staple', 'J8#kd-qLw2!vzR7pTx', 'čtyři šedé volavky u řeky Moravy'])('is taken where it is not: %j', (passphrase) => {
    expect(isWeakPassphrase(passphrase)).toBe(false)
  })
})
