/** What is in preparation on a REV and not handed in: suggestions, or verdicts. */
import type { Result } from '../../shared/base/result.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { DraftContent, DraftKind } from '../../shared/ipc/textMethods.ts'
import { ask } from '../engineClient.ts'
import { createKeeper, type Keeper } from './keeper.ts'

export type DraftPlace = Input<'draft.show'>

/** How the engine keeps and forgets; tests give another. */
export interface DraftPorts {
  keep(input: Input<'draft.keep'>): Promise<Result<unknown, Refusal>>
  forget(input: Input<'draft.forget'>): Promise<Result<unknown, Refusal>>
}

export interface Drafts extends Omit<Keeper<DraftPlace, DraftContent>, 'unkept'> {
  /** What was changed here and is not known to be in the vault yet. */
  unkept<K extends DraftKind>(place: DraftPlace & { readonly kind: K }): Extract<DraftContent, { kind: K }> | null
}

export function createDrafts(ports: DraftPorts): Drafts {
  const keeper = createKeeper<DraftPlace, DraftContent>({
    keyOf: ({ dossier, text, rev, kind }) => `${dossier}/${text}/${rev}/${kind}`,
    keep: ({ dossier, text, rev }, content) => ports.keep({ dossier, text, rev, content }),
    forget: ({ dossier, text, rev, kind }) => ports.forget({ dossier, text, rev, kind }),
  })
  return {
    ...keeper,
    unkept(place) {
      const content = keeper.unkept(place)
      return content !== null && isOfKind(content, place.kind) ? content : null
    },
  }
}

export function isOfKind<K extends DraftKind>(content: DraftContent, kind: K): content is Extract<DraftContent, { kind: K }> {
  return content.kind === kind
}

export const drafts: Drafts = createDrafts({ keep: (input) => ask('draft.keep', input), forget: (input) => ask('draft.forget', input) })
