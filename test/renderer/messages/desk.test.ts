import { expect, test } from 'vitest'
import type { Output } from '../../../shared/ipc/contract.ts'
import { en } from '../../../renderer/messages/en.ts'

type Item = Output<'desk.show'>['items'][number]

test('whatever lies on the desk, its first line says so', () => {
  for (const kind of Object.keys(en.desk.explained) as Item['kind'][]) {
    const item: Item = { kind, circle: '', dossier: '', text: null, rev: null, procedure: null, title: '', reference: '', deadlineUtcMs: null, openedUtcMs: null, count: 1, answered: false }
    expect(en.desk.lead([item]), kind).toMatch(/^[A-Z\d].*\w\.$/)
  }
})
