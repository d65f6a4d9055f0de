/**
 * All machines take whatever comes with a bundle for the content that the author of the attachment signed for. A member that forges one then
 * gives others a file that nobody attached, and they keep it.
 */
import { beforeAll, expect, it, vi } from 'vitest'
import type * as verdict from '../../electron/engine/handlers/contentVerdict.ts'
import { noticed } from './exchange/noticed.ts'
import { makeTemplate, type Template } from './exchange/template.ts'

vi.mock('../../electron/engine/handlers/contentVerdict.ts', async (original) => {
  const { judgeContent } = await original<typeof verdict>()
  return {
    judgeContent: (...given: Parameters<typeof judgeContent>) => {
      const judged = judgeContent(...given)
      return judged === 'differs' ? 'kept' : judged
    },
  }
})

let template: Template

beforeAll(async () => {
  template = await makeTemplate()
}, 60_000)

it('a forged content that is taken for the true one is noticed', async () => {
  expect((await noticed(template)).message).toMatch(/a forged bundle \(content\) was taken in/)
}, 120_000)
