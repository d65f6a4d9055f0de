/** What the engine says by a code, and the command line in the same words. */
import { evidenceWords } from '../../../shared/ipc/evidenceWords.ts'
import { healthWords } from '../../../shared/ipc/vaultHealth.ts'
import { refusalWords } from '../../../shared/ipc/refusalWords.ts'
import { REGISTER_GROUP_WORDS, registerActionWords, registerNameWords } from '../../../shared/ipc/registerActions.ts'
import { registerFaultWords } from '../../../shared/ipc/registerFaultWords.ts'
import { deadlineWarningWords } from '../../../shared/ipc/warningWords.ts'

export const said = {
  refusal: refusalWords, evidence: evidenceWords, registerAction: registerActionWords, registerName: registerNameWords, registerFault: registerFaultWords,
  registerGroups: REGISTER_GROUP_WORDS,
  /** Of the usual list; a day that a person added keeps its own. */
  holiday: (name: string) => name, holidaySource: (source: string) => source,
  deadlineWarning: deadlineWarningWords, health: healthWords,
  /** Yardsticks, scales and kinds of procedures, which are named as their source names them. */
  quoted: (name: string) => name,
}
