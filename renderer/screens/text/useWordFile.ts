/** A Word file with tracked changes on its way in: who its authors are, for whom each speaks, and what has been signed of it. */
import { useRef, useState } from 'react'
import { DELEGATIONS, type Delegation } from '../../../shared/base/delegations.ts'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { ok } from '../../../shared/base/result.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { commentsByDelegation, suggestionsByDelegation, type WordComment } from '../../../shared/ipc/onBehalf.ts'
import { useTask } from '../../app/useTask.ts'
import { ask, chooseSource } from '../../engineClient.ts'

export interface WordFile extends Output<'text.readAuthors'> {
  readonly label: string
}
export type Author = WordFile['authors'][number]
type Named = ReadonlyMap<string, Delegation>

const NOBODY: Named = new Map()

export function useWordFile(against: { dossier: DossierId; text: TextId; rev: number }) {
  const [file, setFile] = useState<WordFile | null>(null)
  const [named, setNamed] = useState<Named>(NOBODY)
  /** Authors whose suggestions are signed: where a later delegation is refused, nothing is signed twice and nothing is left out. */
  const [signed, setSigned] = useState<ReadonlySet<string>>(new Set())
  /** Comments that are signed, for the same reason. */
  const said = useRef(new Set<WordComment>())
  const [done, setDone] = useState(false)
  const task = useTask()
  const choose = () => void task.run(async () => {
    const chosen = await chooseSource('word')
    if (chosen === null) return null
    setFile(null)
    const read = await ask('text.readAuthors', { ...against, source: chosen.grant })
    return read.ok ? ok({ ...read.value, label: chosen.label }) : read
  }, (read) => {
    setFile(read)
    setNamed(namedByCode(read.authors))
    setSigned(new Set())
    setDone(false)
  })
  const handIn = () => void task.run(async () => {
    const left = (file?.authors ?? []).filter(({ author }) => !signed.has(author))
    for (const [onBehalfOf, suggestions] of suggestionsByDelegation(left, named)) {
      const sent = await ask('text.suggest', { ...against, onBehalfOf, suggestions })
      if (!sent.ok) return sent
      setSigned((before) => new Set([...before, ...left.flatMap(({ author }) => (named.get(author) === onBehalfOf ? [author] : []))]))
    }
    for (const [onBehalfOf, comment] of commentsByDelegation(file?.authors ?? [], named)) {
      if (said.current.has(comment)) continue
      const { words, place } = comment
      const sent = await ask('text.comment', { dossier: against.dossier, text: against.text, thread: null, place, act: 'said', words, onBehalfOf })
      if (!sent.ok) return sent
      said.current.add(comment)
    }
    setDone(true)
    return ok(null)
  })
  const name = (author: string, code: Delegation) => setNamed((before) => new Map([...before, [author, code]]))
  return { file, named, name, signed, done, choose, handIn, running: task.running, refused: task.refused }
}

/** Files that Chancery wrote bear the codes of delegations as authors. */
function namedByCode(authors: readonly Author[]): Named {
  return new Map(authors.flatMap(({ author }) => DELEGATIONS.filter((code) => code === author).map((code) => [author, code] as const)))
}
