/** Which entries a reader asked for. */
import type { RegisterEntry, RegisterFilter } from '../../../shared/ipc/registerMethods.ts'
import { registerActionWords, registerGroupOf } from '../../../shared/ipc/registerActions.ts'
import type { KeptLine } from '../vault/registerTable.ts'

export function entryOf({ seq, atUtcMs, who, action, subject, result, code, stage, dossier, marking, details, hash }: KeptLine): RegisterEntry {
  return { seq, atUtcMs, who, group: registerGroupOf(action), action, subject, result, code, stage, dossier, marking, details, hash }
}

/** In the order of the lines. */
export function filterRegister(lines: readonly KeptLine[], filter: RegisterFilter): RegisterEntry[] {
  const words = plain(filter.words).split(/\s+/).filter((word) => word !== '')
  return lines.filter((line) => fits(line, filter) && (words.length === 0 || holdsAll(line, words))).map(entryOf)
}

function fits(line: KeptLine, { fromUtcMs, toUtcMs, group, result, dossier }: RegisterFilter): boolean {
  return (fromUtcMs === null || line.atUtcMs >= fromUtcMs)
    && (toUtcMs === null || line.atUtcMs < toUtcMs)
    && (group === null || registerGroupOf(line.action) === group)
    && (result === null || line.result === result)
    && (dossier === null || line.dossier === dossier)
}

function holdsAll({ action, subject, who, code, details }: KeptLine, words: readonly string[]): boolean {
  const said = plain([action, registerActionWords(action), subject, who, code ?? '', ...details.flat()].join(' '))
  return words.every((word) => said.includes(word))
}

/** Case and accents aside: `hruskovec` finds `Hruškovec`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
