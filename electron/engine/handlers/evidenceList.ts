import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'
import { findingsIn } from './evidenceFound.ts'

export const evidenceList: VaultHandler<'evidence.list'> = async (_input, session, context) => (
  ok({ evidence: session.circles().flatMap((state) => findingsIn(state, session, context)).map((finding) => finding.found) })
)
