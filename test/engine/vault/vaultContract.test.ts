import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../../shared/base/result.ts'
import type { Store } from '../../../electron/engine/vault/store.ts'
import { makeVault, openStore } from '../../../electron/engine/vault/vaultFolder.ts'
import { memoryStore } from '../../fakes/memoryStore.ts'
import { temporaryFolder } from '../../fakes/testDelegation.ts'
import { vaultContract, type KeptStore } from './vaultContract.ts'

const KEY = '5c'.repeat(32)

function inMemory(): KeptStore {
  let store = memoryStore()
  return {
    store: () => store,
    reopen() {
      store = store.reopen()
    },
    remove: () => store.close(),
  }
}

function inEncryptedDatabase(): KeptStore {
  const root = temporaryFolder()
  const folder = join(root, 'vault')
  makeVault(folder, Uint8Array.of(0), KEY, () => undefined)
  let store = opened(openStore(folder, KEY))
  return {
    store: () => store,
    reopen() {
      store.close()
      store = opened(openStore(folder, KEY))
    },
    remove() {
      store.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function opened(store: Result<Store, string>): Store {
  if (!store.ok) throw new Error(store.error)
  return store.value
}

vaultContract('memory', inMemory)
vaultContract('the encrypted database', inEncryptedDatabase)
