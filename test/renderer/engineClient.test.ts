import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ask, changesSoFar } from '../../renderer/engineClient.ts'
import { err } from '../../shared/base/result.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import type { FileGrant } from '../../shared/ipc/files.ts'

const refused = async () => err(refusal('roster-conflict', { epoch: 4 }, 'chain'))

beforeEach(() => vi.stubGlobal('window', { chancery: { methods: { 'bundle.preview': refused, 'bundle.history': refused } } }))
afterEach(() => vi.unstubAllGlobals())

it('a look at a bundle that was refused is told to every screen: it may have found that the circle has to stop', async () => {
  const before = changesSoFar()
  await ask('bundle.preview', { source: 'g'.repeat(32) as FileGrant })
  expect(changesSoFar()).toBe(before + 1)
})

it('a question that was refused is not: those who asked it would ask for ever', async () => {
  const before = changesSoFar()
  await ask('bundle.history', {})
  expect(changesSoFar()).toBe(before)
})
