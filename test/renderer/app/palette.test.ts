import { describe, expect, test } from 'vitest'
import { commandsOf, matchingCommands } from '../../../renderer/app/palette/commands.ts'
import { placeOfHit } from '../../../renderer/app/palette/hitPlace.ts'
import { NOTHING_ON_SCREEN, withAbove } from '../../../renderer/app/onScreen.ts'
import { SECTIONS } from '../../../renderer/app/place.ts'
import { UNMARKED } from '../../../shared/marking/highestOf.ts'
import type { CircleId, DossierId, EventId, InstallationId, TextId } from '../../../shared/base/identifiers.ts'
import type { SearchHit } from '../../../shared/ipc/searchMethods.ts'

const DOSSIER = 'd'.repeat(64) as DossierId
const LIMITE = { ...UNMARKED, limite: true }

const done: unknown[] = []
const summary = {
  circle: 'c'.repeat(64) as CircleId, circleName: 'HWPCI', dossier: DOSSIER, reference: 'HALCYON 31', title: 'Přístavy a trajekty', kind: 'exercise', exercise: true, marking: LIMITE,
  openedAtUtcMs: 0, texts: 0, runningSilences: 0, steps: [], lastEventUtcMs: 0,
} as const
const entry = { installation: '1'.repeat(64) as InstallationId, name: 'Ilze Kalniņa', delegation: 'LV', roles: [], member: true, admittedEpoch: 1, removed: false, suspended: false, safetyWords: [] } as const
const circle = { circle: summary.circle, name: 'HWPCI', kind: 'HWPCI', epoch: 1, rosterHead: 'e'.repeat(64) as EventId, myInstallation: '2'.repeat(64) as InstallationId, secretariat: '3'.repeat(64) as InstallationId, iGovern: false, history: [], offers: [], conflict: null, myRoles: [], entries: [{ ...entry, roles: [], safetyWords: [] }] }
const commands = commandsOf({ dossiers: [{ ...summary, steps: [] }], circles: [circle, circle] }, { go: (place) => done.push(place), lock: () => done.push('lock'), appear: (appearance) => done.push(appearance) })
const named = (typed: string): string[] => matchingCommands(commands, typed).map((command) => command.name)

describe('commands', () => {
  test('are offered before anything is typed: every section, the dossiers, lock and appearance; people only when asked for', () => {
    expect(named('')).toHaveLength(SECTIONS.length + 1 + 1 + 3)
    expect(named('')).not.toContain('Latvia (LV)')
  })

  test('are found by the beginnings of their words, without accents, each once', () => {
    expect(named('pristavy')).toEqual(['Přístavy a trajekty'])
    expect(named('halc 31')).toEqual(['Přístavy a trajekty'])
    expect(named('lv kalnina')).toEqual(['Latvia (LV)'])
    expect(named('rajekty')).toEqual([])
    expect(named('"*')).toEqual([])
  })

  test('do what they say', () => {
    for (const typed of ['register', 'trajekty', 'kalnina', 'lock the', 'dark']) matchingCommands(commands, typed)[0]?.run()
    expect(done).toEqual([{ at: 'register' }, { at: 'dossier', dossier: DOSSIER }, { at: 'directory' }, 'lock', 'dark'])
  })
})

test('a hit leads to the place where it lies', () => {
  const lies = { text: 't'.repeat(64) as TextId, title: '', number: '', rev: 2, alsoIn: [], block: 'r1.3', place: '' }
  const hit = (kind: SearchHit['kind'], more: Partial<SearchHit> = {}): SearchHit => ({
    kind, circle: summary.circle, dossier: DOSSIER, dossierTitle: '', reference: '', marking: LIMITE, exercise: true, event: 'e'.repeat(64) as EventId, delegation: 'LV', claimedAtUtcMs: 0,
    text: null, procedure: null, about: null, heading: { text: '', found: [] }, excerpt: { text: '', found: [] }, ...more,
  })
  const procedure = 'f'.repeat(64) as EventId
  expect(placeOfHit(hit('dossier'), 7)).toEqual({ at: 'dossier', dossier: DOSSIER })
  expect(placeOfHit(hit('contribution'), 7)).toEqual({ at: 'dossier', dossier: DOSSIER, tab: 'awareness' })
  expect(placeOfHit(hit('position'), 7)).toEqual({ at: 'dossier', dossier: DOSSIER, tab: 'positions' })
  expect(placeOfHit(hit('entry', { about: 'lesson' }), 7)).toEqual({ at: 'dossier', dossier: DOSSIER, tab: 'evaluation' })
  expect(placeOfHit(hit('entry', { about: 'route' }), 7)).toEqual({ at: 'dossier', dossier: DOSSIER, tab: 'overview' })
  expect(placeOfHit(hit('paragraph', { text: lies }), 7)).toEqual({ at: 'text', dossier: DOSSIER, text: lies.text, found: { rev: 2, block: 'r1.3', askedUtcMs: 7 } })
  expect(placeOfHit(hit('reservation', { text: lies }), 7)).toEqual({ at: 'reservations', dossier: DOSSIER, text: lies.text })
  expect(placeOfHit(hit('answer', { text: lies, procedure }), 7)).toEqual({ at: 'silence', dossier: DOSSIER, procedure })
})

describe('the marking of what is on screen', () => {
  const secret = { ...UNMARKED, classification: 'R-UE/EU-R' } as const

  test('is the highest of the screen and of what lies above it', () => {
    expect(withAbove(NOTHING_ON_SCREEN, [])).toBe(NOTHING_ON_SCREEN)
    expect(withAbove(NOTHING_ON_SCREEN, [{ marking: LIMITE, exercise: false }]).marking).toEqual(LIMITE)
    expect(withAbove({ ...NOTHING_ON_SCREEN, marking: LIMITE }, [{ marking: secret, exercise: false }]).marking).toMatchObject({ limite: true, classification: 'R-UE/EU-R' })
  })

  test('is called an exercise only where all of it is one', () => {
    const [real, exercise] = [{ marking: LIMITE, exercise: false }, { marking: LIMITE, exercise: true }]
    expect(withAbove(NOTHING_ON_SCREEN, [exercise]).exercise).toBe(true)
    expect(withAbove(NOTHING_ON_SCREEN, [exercise, real]).exercise).toBe(false)
    expect(withAbove({ ...NOTHING_ON_SCREEN, marking: LIMITE, exercise: false }, [exercise]).exercise).toBe(false)
    expect(withAbove({ ...NOTHING_ON_SCREEN, marking: LIMITE, exercise: true }, [exercise]).exercise).toBe(true)
  })
})
