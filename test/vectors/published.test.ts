import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../fakes/temporaryFolder.ts'
import { publishedVectors } from './published.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

describe('published vectors', () => {
  it('that are absent are named, loudly', () => {
    const said: string[] = []
    expect(publishedVectors(folder.path('nowhere'), (line) => said.push(line))).toBeNull()
    expect(said).toEqual([`PUBLISHED VECTORS NOT TESTED: ${folder.path('nowhere')} is absent`])
  })

  it('that are there are read and nothing is said; a file that is missing among them is a fault', () => {
    const said: string[] = []
    mkdirSync(folder.path('there'))
    writeFileSync(folder.path('there/one.json'), '{"tests":[1]}')
    const load = publishedVectors(folder.path('there'), (line) => said.push(line))
    expect(load?.('one')).toEqual({ tests: [1] })
    expect(() => load?.('another')).toThrow(/another/)
    expect(said).toEqual([])
  })
})
