/** All words of the screens, in English. Counts and names are arguments, so that another language can order them as it needs. */
import { common, delegations, frame, inText, marking, roleNotes, roles, settings, start } from './en/frame.ts'
import { desk, directory, register } from './en/desk.ts'
import { backup } from './en/backup.ts'
import { attachment } from './en/attachment.ts'
import { dossier, entryTimeline, steps, timeline } from './en/dossier.ts'
import { consolidation, suggest, text } from './en/text.ts'
import { catalogue } from './en/catalogue.ts'
import { caseFile } from './en/caseFile.ts'
import { negotiation } from './en/negotiation.ts'
import { search } from './en/search.ts'
import { exchange } from './en/exchange.ts'
import { silence } from './en/silence.ts'
import { keys } from './en/keys.ts'
import { optical } from './en/optical.ts'
import { roster } from './en/roster.ts'

export const en = { common, frame, marking, delegations, inText, roles, roleNotes, start, keys, backup, settings, desk, directory, register, dossier, caseFile, catalogue, attachment, steps, timeline, entryTimeline, text, suggest, ...negotiation, consolidation, silence, exchange, optical, roster, search } as const
