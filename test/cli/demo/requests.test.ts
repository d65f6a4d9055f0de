import { describe, expect, test } from 'vitest'
import { delegationsOf, MOST_DELEGATIONS } from '../../../electron/cli/demo/cast.ts'
import { findPlaces, type TextDocument } from '../../../electron/cli/demo/places.ts'
import { planRequests } from '../../../electron/cli/demo/requests.ts'

const sentence = 'The working party welcomes the timely report and stresses that further work should remain open to all delegations.'

function documentOf(paragraphs: number): TextDocument {
  return {
    blocks: Array.from({ length: paragraphs }, (_, at) => ({
      id: `${at + 1}`, kind: at % 5 === 4 ? 'bullet' as const : 'numbered' as const, level: 1,
      content: [{ text: sentence.slice(0, 20), marks: [] }, { footnote: [{ text: 'A note.', marks: [] }] }, { text: sentence.slice(20), marks: [] }],
    })),
  }
}

function unitsOf(block: TextDocument['blocks'][number] | undefined): string {
  return (block?.content ?? []).map((inline) => ('footnote' in inline ? '\uFFFC' : inline.text)).join('')
}

describe('places', () => {
  test('a place names exactly its word in the units of its block, behind a footnote too', () => {
    const document = documentOf(9)
    const places = findPlaces(document)
    expect(places).toHaveLength(8)
    for (const place of places) expect(unitsOf(document.blocks.find((block) => block.id === place.block)).slice(place.from, place.to)).toBe(place.word)
  })

  test('short paragraphs, headings and titles have none', () => {
    const blocks = (['title', 'heading', 'formula'] as const).map((kind, at) => ({ id: `${at + 1}`, kind, level: 1, content: [{ text: sentence, marks: [] }] }))
    expect(findPlaces({ blocks: [...blocks, { id: '9', kind: 'numbered', level: 1, content: [{ text: 'Too short to bother.', marks: [] }] }] })).toEqual([])
  })
})

describe('requests', () => {
  test.each([2, 3, 27])('with %i delegations each asks for something, two for the same, two for different words in one place', (count) => {
    const requests = planRequests(documentOf(40), count)
    expect(requests).toHaveLength(count)
    expect(requests.every((one) => one.length > 0)).toBe(true)
    const [first, second] = requests
    expect(second?.[0]?.amendments).toEqual(first?.[0]?.amendments)
    const rival = (count > 2 ? requests[2]?.[0] : first?.[1])?.amendments[0]
    const disputed = second?.[1]?.amendments[0]
    expect(rival).toMatchObject({ op: 'replace', ...(disputed?.op === 'replace' ? { block: disputed.block, from: disputed.from, to: disputed.to } : {}) })
    expect(rival).not.toEqual(disputed)
  })

  test('no delegation asks for two changes of the same words', () => {
    for (const one of planRequests(documentOf(9), 27)) {
      const places = one.flatMap(({ amendments }) => amendments.flatMap((amendment) => (amendment.op === 'replace' ? [`${amendment.block}:${amendment.from}`] : [])))
      expect(new Set(places).size).toBe(places.length)
    }
  })

  test('a text with fewer than four paragraphs is refused with the number it has', () => {
    expect(() => planRequests(documentOf(3), 3)).toThrow('it has 3')
  })
})

test('the cast has a name of its own for each of the 27 delegations', () => {
  const players = delegationsOf(MOST_DELEGATIONS)
  expect(new Set(players.map((player) => player.delegation)).size).toBe(27)
  expect(new Set(players.map((player) => player.name)).size).toBe(27)
})
