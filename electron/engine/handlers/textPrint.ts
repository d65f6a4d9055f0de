import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { revisionSubject } from './registerView.ts'
import { findRevision } from './textFind.ts'
import { printedVersion } from './textVersion.ts'

/** In the register before the printer is asked for, so that no sheet is without its line; a second line where no sheet came of it. */
export const textPrint: Handler<'text.print'> = async (input, session, context) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  if (context.print === null) return err(refusal('print-unavailable'))
  const page = printedVersion(found.value, input.version, input.copy, context.now())
  if (!page.ok) return page
  const { revision, folded: { state } } = found.value
  session.record('text.printed', `${revisionSubject(revision)}, ${input.version}`, 'done', null, { dossier: state.dossier, marking: state.marking, details: [['hash', context.hash(utf8(page.value.html))]] })
  const outcome = await context.print.toPaper(page.value)
  return outcome === 'done' ? ok({ printed: true }) : err(refusal(outcome === 'cancelled' ? 'print-cancelled' : 'print-failed'))
}
