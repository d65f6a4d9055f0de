/** What the engine says by a code. */
import type { said as English } from '../en/said.ts'
import type { Translated } from '../translated.ts'
import { evidenceWords } from './evidence.ts'
import { healthWords } from './health.ts'
import { holidayName, holidaySource } from './holidays.ts'
import { quoted } from './quoted.ts'
import { refusalWords } from './refusals.ts'
import { registerActionWords, registerGroups, registerNameWords } from './registerActions.ts'
import { registerFaultWords } from './registerFaults.ts'
import { deadlineWarningWords } from './warnings.ts'

export const said: Translated<typeof English> = {
  refusal: refusalWords, evidence: evidenceWords, registerAction: registerActionWords, registerName: registerNameWords, registerFault: registerFaultWords, registerGroups,
  holiday: holidayName, holidaySource,
  deadlineWarning: deadlineWarningWords, health: healthWords, quoted,
}
