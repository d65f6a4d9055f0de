import type { DossierId } from '../../../shared/base/identifiers.ts'
import { ok } from '../../../shared/base/result.ts'
import type { SearchHit } from '../../../shared/ipc/searchMethods.ts'
import type { FoundPassage, MarkedWords } from '../vault/searchTable.ts'
import type { FoldedDossier, VaultHandler, VaultSession } from './context.ts'
import { shownState } from './dossierApart.ts'
import { registerFound } from './registerView.ts'
import { locatePassage, type Located } from './searchLocate.ts'

type Found = Located & { readonly passage: FoundPassage; readonly dossier: FoldedDossier }

export const searchFind: VaultHandler<'search.find'> = async ({ query, limit, offset }, session) => {
  const found: Found[] = []
  const seen = new Set<string>()
  const folded = new Map<DossierId, FoldedDossier | null>()
  for (const passage of session.store.search.find(query)) {
    const dossier = folded.get(passage.dossier) ?? shown(session, passage.dossier)
    folded.set(passage.dossier, dossier)
    const located = dossier === null ? null : locatePassage(dossier, passage)
    // A paragraph that stays as it is from REV to REV is one hit.
    if (dossier === null || located === null || seen.has(located.identity)) continue
    seen.add(located.identity)
    found.push({ ...located, passage, dossier })
    if (found.length > offset + limit) break
  }
  const page = found.slice(offset, offset + limit)
  for (const { dossier } of page) registerFound(session, dossier)
  const excerpts = session.store.search.excerpts(query, page.map(({ passage }) => passage.place))
  const hits = page.map(({ hit, passage }): SearchHit => {
    const words = excerpts.get(passage.place)
    return { ...hit, heading: writable(words?.heading), excerpt: writable(words?.excerpt) }
  })
  return ok({ hits, more: found.length > offset + limit })
}

function shown(session: VaultSession, dossier: DossierId): FoldedDossier | null {
  const folded = session.dossier(dossier)
  return folded === null ? null : { ...folded, state: shownState(session, folded) }
}

function writable({ text, found }: MarkedWords = { text: '', found: [] }): SearchHit['excerpt'] {
  return { text, found: found.map(([from, to]) => [from, to]) }
}
