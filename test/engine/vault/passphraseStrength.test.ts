import { describe, expect, it } from 'vitest'
import { passphraseStrength } from '../../../electron/engine/passphraseStrength.ts'

describe('a passphrase', () => {
  it.each(['', 'short', 'password password password', 'passwordpasswordpassword', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'abcdefghijklmnopqrstuvwxyz', '12345678901234567890',
    'one one one one one one', 'one two three four five six', 'a b c d e f g h', 'qwertyuiop qwertyuiop', 'Passphrase Passphrase 1234', 'Summer2024!Summer',
    'monday tuesday wednesday', 'x'.repeat(1024)])('is refused where it is easily guessed: %j', async (passphrase) => {
    expect((await passphraseStrength(passphrase, [])).level).toBe('weak')
  })

  it.each(['seven grey herons watch the canal', 'J8#kd-qLw2!vzR7pTx', 'čtyři šedé volavky u řeky Moravy', 'fernweh marigold 41 cobalt umbrella'])('is taken where it is not: %j', async (passphrase) => {
    expect(await passphraseStrength(passphrase, [])).toEqual({ level: 'strong', hint: null })
  })

  it('is the same however the keyboard composed it', async () => {
    expect(await passphraseStrength('ｓｅｖｅｎ grey herons watch the canal', [])).toEqual(await passphraseStrength('seven grey herons watch the canal', []))
    expect((await passphraseStrength('ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ', [])).level).toBe('weak')
  })

  it('gains nothing from what others know of the person', async () => {
    const about = ['Ilze Kalniņa-Bērziņa', 'Latvia']
    expect((await passphraseStrength('Ilze Kalniņa Latvia 1984', [])).level).not.toBe('weak')
    expect((await passphraseStrength('Ilze Kalniņa Latvia 1984', about)).level).toBe('weak')
    expect((await passphraseStrength('ilze marigold cobalt umbrella latvia heron', about)).level).not.toBe('weak')
  })

  it('that is weak is told why', async () => {
    const hintOf = async (passphrase: string): Promise<string | null> => (await passphraseStrength(passphrase, [])).hint
    expect(await Promise.all(['aaaaaaaaaaaaaaaaaaaa', 'abcdefghijklmnop', 'password1', 'tree'].map(hintOf))).toEqual(['repeated', 'sequence', 'common', 'short'])
  })
})
