import { describe, expect, test } from 'vitest'
import { describeEntry, nameOf, offered, pointable, type Here } from '../../../shared/dossier/describeEntry.ts'
import type { Attachment, Contribution, Entry } from '../../../shared/dossier/state.ts'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { EntryContent } from '../../../shared/toolbox/entry.ts'
import { ENGLISH } from '../../../shared/toolbox/entryWords.ts'
import { entry as FRENCH } from '../../../renderer/messages/fr/toolbox.ts'
import { aFinding, aNote, anOption } from '../../fakes/caseEntries.ts'

const id = (digit: string): EventId => digit.repeat(64) as EventId
const said = (event: EventId) => ({ event, author: '1'.repeat(64), person: 'Jana', delegation: 'CZ', claimedAtUtcMs: 0 })
const entry = (event: EventId, content: EntryContent, withdrawn: boolean) => ({ ...said(event), content, marking: null, wordings: [], contested: false, withdrawn: withdrawn ? { ...said(id('9')), reason: 'A copy' } : null }) as unknown as Entry
const here: Here = {
  contributions: [{ ...said(id('a')), title: 'Traces' } as unknown as Contribution], attachments: [{ ...said(id('b')), name: 'chart.png' } as unknown as Attachment],
  entries: [entry(id('c'), aFinding('One loader'), false), entry(id('d'), aFinding('Two loaders'), true)],
}
const items = (content: EntryContent, key: string, say = ENGLISH): readonly string[] => {
  const value = describeEntry(content, here, [], say).find((fact) => fact.key === key)?.value
  return value !== undefined && 'items' in value ? value.items : []
}

describe('a link', () => {
  const actor = 'ac'.repeat(32) as DossierId
  const link = (title: string): EntryContent => ({ kind: 'link', to: actor, relation: 'belongsTo', title, note: '' })
  const said = (title: string, present: string | null, say = ENGLISH): [string, string][] => {
    const dossierTitles = new Map(present === null ? [] : [[actor, present]])
    return [['', nameOf({ content: link(title) }, say, dossierTitles)], ...describeEntry(link(title), { ...here, dossierTitles }, ['relation'], say).map(({ label, value }): [string, string] => [label, 'text' in value ? value.text : ''])]
  }

  test('calls a dossier that is here what it is called now, and says what the author of the link called it where that differs', () => {
    expect(said('Heron', 'Grey Heron: strategy')).toEqual([['', 'Grey Heron: strategy'], ['Dossier', 'Grey Heron: strategy'], ['Linked as', 'Heron']])
    expect(said('Heron', 'Grey Heron: strategy', FRENCH).at(-1)).toEqual(['Lié sous le titre', 'Heron'])
    for (const typed of ['Grey Heron: strategy', '']) expect(said(typed, 'Grey Heron: strategy')).toEqual([['', 'Grey Heron: strategy'], ['Dossier', 'Grey Heron: strategy']])
  })

  test('to a dossier that is not here calls it what its author called it, else by the beginning of its name among machines', () => {
    expect(said('Heron', null)).toEqual([['', 'Heron'], ['Dossier', 'Heron']])
    expect(said('', null)).toEqual([['', 'Link to another dossier'], ['Dossier', 'acacacacacacacac']])
  })
})

describe('what an entry says', () => {
  const indicator = (firstSeen: string | null, lastSeen: string | null, note: string): EntryContent => ({ kind: 'indicators', title: 'Relay', from: '', indicators: [{ type: 'ipv4', value: '192.0.2.77', firstSeen, lastSeen, note }] })
  test.each([
    [indicator('2031-06-02', '2031-06-05', 'Relay'), 'IPv4 address: 192.0.2.77 (seen from 2 June 2031 to 5 June 2031; Relay)'], [indicator('2031-06-02', null, ''), 'IPv4 address: 192.0.2.77 (first seen 2 June 2031)'],
    [indicator(null, '2031-06-05', ''), 'IPv4 address: 192.0.2.77 (last seen 5 June 2031)'], [indicator(null, null, 'Relay'), 'IPv4 address: 192.0.2.77 (Relay)'], [indicator(null, null, ''), 'IPv4 address: 192.0.2.77'],
  ])('of an indicator is when it was seen, and its note', (content, line) => expect(items(content, 'indicators')).toEqual([line]))

  test('of a principle that was considered is what that rests on: 10289/23, point 13', () => {
    const option = anOption(id('e'), { principles: [{ principle: 'law', considered: true, text: 'No obligation is touched', evidence: [id('a'), id('b')] }, { principle: 'integrity', considered: false, text: '', evidence: [id('a')] }] })
    expect(items(option, 'principles')).toEqual([expect.stringMatching(/: No obligation is touched \(rests on CZ: Traces; CZ: chart\.png\)$/)])
    expect(items(option, 'principles', FRENCH)).toEqual([expect.stringMatching(/\(s’appuie sur CZ: Traces\u00A0; CZ: chart\.png\)$/)])
  })

  test('of the proportion along a dimension is what that rests on, as of a principle; what was said before evidence could be given reads as it did: 10289/23, point 13', () => {
    const option = anOption(id('e'), { proportionality: [{ dimension: 'scale', text: 'Four ports', evidence: [id('a'), id('b')] }, { dimension: 'impact', text: '', evidence: [id('d')] }, { dimension: 'scope', text: 'The means that were used' }, { dimension: 'duration', text: '' }] })
    expect(items(option, 'proportionality')).toEqual(['Scope: The means that were used', 'Scale: Four ports (rests on CZ: Traces; CZ: chart.png)', 'Impact (rests on CZ: Two loaders (withdrawn))'])
    expect(items(option, 'proportionality', FRENCH)[1]).toMatch(/\(s’appuie sur CZ: Traces\u00A0; CZ: chart\.png\)$/)
  })

  test('rests by name on what was withdrawn since, which is said of it and can no longer be chosen', () => {
    const note = { ...aNote(), evidence: [id('c'), id('d'), id('f')] }
    expect(items(note, 'evidence')).toEqual(['CZ: One loader', 'CZ: Two loaders (withdrawn)', `Event ${'f'.repeat(16)}`])
    expect(items(note, 'evidence', FRENCH)[1]).toBe('CZ: Two loaders (fiche retirée)')
    expect(pointable(here).map((one) => one.event)).toEqual([id('a'), id('b'), id('c')])
  })

  test('stays chosen where it was chosen before, until a person takes it out', () => {
    expect(offered(here, [id('c'), id('d'), id('f')]).map((one) => one.name)).toEqual(['CZ: Traces', 'CZ: chart.png', 'CZ: One loader', 'CZ: Two loaders (withdrawn)', `Event ${'f'.repeat(16)}`])
  })
})
