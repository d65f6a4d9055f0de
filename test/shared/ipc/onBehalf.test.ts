/** Of what several people asked in one file nothing is lost and nothing is said twice, whoever speaks for whom. */
import { describe, expect, test } from 'vitest'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { Suggestion } from '../../../shared/text/amendment.ts'
import { namelessAuthors, suggestionsByDelegation } from '../../../shared/ipc/onBehalf.ts'

const deleting = (block: string): Suggestion => ({ reason: null, amendments: [{ op: 'deleteBlock', block }] })
const authors = [
  { author: 'Jeanne', suggestions: [deleting('1'), deleting('2')] },
  { author: 'Karl', suggestions: [deleting('3')] },
  { author: 'Jules', suggestions: [deleting('4')] },
  { author: 'a reader', suggestions: [] },
]
const named = (...pairs: [string, Delegation][]): Map<string, Delegation> => new Map(pairs)

describe('suggestions on behalf of delegations', () => {
  test('are those of all its people, in the order of the file', () => {
    const found = suggestionsByDelegation(authors, named(['Jules', 'FR'], ['Karl', 'DE'], ['Jeanne', 'FR']))
    expect([...found]).toEqual([['FR', [deleting('1'), deleting('2'), deleting('4')]], ['DE', [deleting('3')]]])
  })

  test('are nobody\'s where nothing is asked, even of somebody who was named', () => {
    expect([...suggestionsByDelegation(authors, named(['a reader', 'SE'])).keys()]).toEqual([])
  })

  test('wait for everybody who asks for something, and for nobody else', () => {
    expect(namelessAuthors(authors, named(['Karl', 'DE']))).toEqual(['Jeanne', 'Jules'])
    expect(namelessAuthors(authors, named(['Karl', 'DE'], ['Jeanne', 'FR'], ['Jules', 'FR']))).toEqual([])
  })
})
