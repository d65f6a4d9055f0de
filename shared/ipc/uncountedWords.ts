/** What is said of an answer that lies here and does not count, on paper and on the command line. */
import { KIND_WORDS } from '../silence/certificateReport.ts'
import type { Output } from './contract.ts'

type Uncounted = Output<'silence.show'>['uncounted'][number]

export const WHY_UNCOUNTED: Readonly<Record<Uncounted['why'], string>> = {
  waits: 'What it builds on has not arrived.', unread: 'Its words were held back.', forked: 'Its author has said two things under one number: call the delegation.',
}

export function uncountedWords({ delegation, mayBreak, response, why }: Uncounted): string {
  const said = response === null ? 'an answer whose words are not here' : `${KIND_WORDS[response.kind]}${response.breaks && mayBreak ? ', which would break silence' : ''}`
  return `Does not count, ${delegation}: ${said}. ${WHY_UNCOUNTED[why]}`
}
