/** The last act: the same state everywhere, every vault sound, and no plaintext in any vault or bundle. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './demoFolder.ts'
import { DOSSIER_TITLE } from './openDossier.ts'
import { searchFiles, searchWords, wordsOfDocument, type SearchResult } from './plaintextSearch.ts'
import { stateHashOf, type Deliberation } from './play.ts'
import { importFrom, writeToAll } from './travel.ts'

/** Sends the outcome to all and compares; the state hash that all machines share. */
export async function expectSameState(deliberation: Deliberation): Promise<string> {
  const { narrator, secretariat, delegates } = deliberation
  const path = await writeToAll(deliberation)
  for (const delegate of delegates) await importFrom(deliberation, delegate, path)
  const stateHash = await stateHashOf(secretariat, deliberation)
  for (const delegate of delegates) {
    narrator.expect(await stateHashOf(delegate, deliberation) === stateHash, `${delegate.delegation} holds the same state as the secretariat`)
  }
  for (const machine of [secretariat, ...delegates]) {
    const { faults } = await machine.call('vault.verify', {})
    narrator.expect(faults.length === 0, `the vault of ${machine.delegation} verifies (${faults.join('; ')})`)
  }
  narrator.tell(`All ${delegates.length + 1} machines hold the same state: ${stateHash}; every vault verifies.`)
  return stateHash
}

/** Words of every REV, names and titles: gathered while the vaults are open, looked for when they are closed. */
export async function wordsToLookFor({ secretariat, delegates, dossier, text }: Deliberation, lastRev: number): Promise<Set<string>> {
  const texts = [DOSSIER_TITLE, secretariat.name, ...delegates.map((delegate) => delegate.name)]
  for (let rev = 0; rev <= lastRev; rev++) {
    const { revision } = await secretariat.call('text.show', { dossier, text, rev, comparedWith: null })
    texts.push(revision.title, ...wordsOfDocument(revision.document))
  }
  const words = searchWords(texts)
  // That it is an exercise is said on purpose, also in the names of its files.
  words.delete('exercise')
  return words
}

/** Once while the vaults are open, with their write-ahead logs beside them, and once when they are closed. */
export function expectNoPlaintext({ narrator, folder }: Deliberation, words: ReadonlySet<string>, vaults: 'open' | 'closed'): SearchResult {
  const bundles = readdirSync(folder.stick).filter((name) => name.endsWith('.chbundle')).map((name) => join(folder.stick, name))
  const vaultFiles = filesBelow(folder.vaults)
  narrator.expect(bundles.length > 0 && vaultFiles.length > 0, 'there are vault and bundle files to search')
  const result = searchFiles([...vaultFiles, ...bundles], words)
  narrator.expect(result.found.length === 0, `no file shows plaintext (${result.found.slice(0, 3).join('; ')})`)
  const leaking = [...vaultFiles, ...bundles].filter((path) => [...searchWords([path.slice(folder.root.length)])].some((word) => words.has(word)))
  narrator.expect(leaking.length === 0, `no file name shows plaintext (${leaking.slice(0, 3).join('; ')})`)
  narrator.tell(`${result.files} vault and bundle files (vaults ${vaults}), ${result.bytes} bytes, searched for ${result.words} words: none found.`)
  return result
}
