/** Of what several people asked in one file nothing is lost and nothing is said twice, whoever speaks for whom. */
import { describe, expect, test } from 'vitest'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { Suggestion } from '../../../shared/text/amendment.ts'
import { commentsByDelegation, namelessAuthors, suggestionsByDelegation, type WordComment } from '../../../shared/ipc/onBehalf.ts'

const deleting = (block: string): Suggestion => ({ reason: null, amendments: [{ op: 'deleteBlock', block }] })
const remark = (words: string): WordComment => ({ words, place: { block: '1', from: 0, to: 4 } })
const authors = [
  { author: 'Jeanne', suggestions: [deleting('1'), deleting('2')], comments: [remark('Why?')] },
  { author: 'Karl', suggestions: [deleting('3')], comments: [] },
  { author: 'Jules', suggestions: [deleting('4')], comments: [remark('See above.')] },
  { author: 'a reader', suggestions: [], comments: [] },
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

  test('bring the comments of the same people with them, under the same delegations', () => {
    expect(commentsByDelegation(authors, named(['Jules', 'FR'], ['Jeanne', 'LU']))).toEqual([['LU', remark('Why?')], ['FR', remark('See above.')]])
  })

  test('wait for everybody who asks for something, and for nobody else', () => {
    expect(namelessAuthors(authors, named(['Karl', 'DE']))).toEqual(['Jeanne', 'Jules'])
    expect(namelessAuthors(authors, named(['Karl', 'DE'], ['Jeanne', 'FR'], ['Jules', 'FR']))).toEqual([])
    expect(namelessAuthors([{ author: 'Karin', suggestions: [], comments: [remark('Hm.')] }], named())).toEqual(['Karin'])
  })
})
