import { describe, expect, it } from 'vitest'
import { languageFor, languageOf } from '../../../renderer/messages/language.ts'

describe('the language of the window', () => {
  it('is the first of the machine’s that Chancery speaks, whatever the region', () => {
    expect(languageOf(['fr-BE', 'en-GB'])).toBe('fr')
    expect(languageOf(['FR'])).toBe('fr')
    expect(languageOf(['lv-LV', 'fr', 'en'])).toBe('fr')
    expect(languageOf(['en-IE', 'fr-FR'])).toBe('en')
  })

  it('is English where it speaks none of them', () => {
    expect(languageOf(['lv-LV', 'frp', 'el'])).toBe('en')
    expect(languageOf([])).toBe('en')
  })

  it('is that of the open vault before that chosen at the door, and that before the machine’s', () => {
    expect(languageFor('en', 'fr', ['fr-FR'])).toBe('en')
    expect(languageFor('fr', null, ['en-GB'])).toBe('fr')
    expect(languageFor('system', 'fr', ['en-GB'])).toBe('fr')
    expect(languageFor('system', null, ['fr-LU'])).toBe('fr')
  })
})
