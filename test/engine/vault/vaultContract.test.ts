import { afterAll } from 'vitest'
import { blobFiles } from '../../../electron/engine/vault/blobFiles.ts'
import { openConnection } from '../../../electron/engine/vault/connection.ts'
import { migrate } from '../../../electron/engine/vault/migrations.ts'
import { createStore } from '../../../electron/engine/vault/store.ts'
import { memoryStore } from '../../fakes/memoryStore.ts'
import { temporaryFolder } from '../../fakes/temporaryFolder.ts'
import { vaultContract } from './vaultContract.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())
let vaults = 0

vaultContract('the encrypted database', () => {
  const opened = openConnection(folder.path(`vault-${++vaults}.db`), 'ab'.repeat(32), 'new')
  if (!opened.ok || !migrate(opened.value, 'new').ok) throw new Error('no vault')
  return createStore(opened.value, blobFiles(folder.path('blobs')))
})

vaultContract('the fake in memory', memoryStore)
