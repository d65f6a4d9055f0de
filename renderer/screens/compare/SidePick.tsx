/** Chooses one side of a comparison: any REV of any text, or a file. */
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { useTask } from '../../app/useTask.ts'
import { Pick } from '../../components/Pick.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { Side } from './sides.ts'

type Texts = Output<'text.list'>['texts']

interface SidePickProps {
  readonly label: string
  readonly shown: string
  readonly texts: Texts
  readonly onPick: (side: Side | null) => void
  /** May be left out. */
  readonly optional?: boolean
}

export function SidePick({ label, shown, texts, onPick, optional }: SidePickProps) {
  const task = useTask()
  const [named] = useState({ file: 'file', none: 'none' })
  const revs = texts.flatMap((text) => Array.from({ length: text.latestRev + 1 }, (_, back) => ({ text, rev: text.latestRev - back })))
  const options = [
    ...(optional === true ? [{ id: named.none, name: words.compare.none }] : []),
    { id: named.file, name: words.compare.file },
    ...revs.map(({ text, rev }, at) => ({ id: String(at), name: words.common.labelled(plainNumber(text, rev), text.title) })),
  ]
  const read = () => void task.run(async () => {
    const chosen = await chooseSource('text')
    if (chosen === null) return null
    const answer = await ask('textFile.read', { source: chosen.grant })
    return answer.ok ? { ok: true as const, value: { name: chosen.label, ...answer.value } } : answer
  }, ({ name, title, document, notes }) => onPick({ kind: 'file', name, title, document, notes }))
  const pick = (id: string) => {
    if (id === named.file) read()
    else if (id === named.none) onPick(null)
    else {
      const one = revs[Number(id)]
      if (one !== undefined) onPick({ kind: 'rev', dossier: one.text.dossier, text: one.text.text, rev: one.rev })
    }
  }
  return <><Pick label={label} shown={shown} options={options} onPick={pick} /><Refused refusal={task.refused} /></>
}

/** The list knows the number of the latest REV only. */
function plainNumber(text: Texts[number], rev: number): string {
  return text.latestRev === rev ? text.number || revLabel(rev) : documentNumber({ number: text.number.replace(/ REV \d+$/, '').replace(new RegExp(`/${text.latestRev}/`), '/') }, rev) || revLabel(rev)
}
