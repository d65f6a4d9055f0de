/** A deadline is a wall time in a zone; both readings are shown while it is being chosen. */
import { useEffect, useState } from 'react'
import type { Deadline } from '../../../shared/silence/procedure.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import { useNow } from '../../app/useNow.ts'
import { ask, localZone } from '../../engineClient.ts'
import { Beside, Choose } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { BRUSSELS, deadlineWords } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'

export interface WallTime {
  readonly wallTime: string
  readonly zone: string
}

export function DeadlineFields({ value, onChange }: { value: WallTime; onChange: (value: WallTime) => void }) {
  const read = useReading(value)
  const zones = [...new Set([BRUSSELS, localZone(), 'UTC'])]
  const now = useNow()
  return (
    <>
      <Beside>
        <Field label={words.silence.wallTime} type="datetime-local" value={value.wallTime} onChange={(wallTime) => onChange({ ...value, wallTime })} />
        <Choose label={words.silence.zone} value={value.zone} onChange={(zone) => onChange({ ...value, zone })} nothing="" options={zones.map((id) => ({ id, name: words.silence.zoneName(id) }))} />
      </Beside>
      <Refused refusal={read?.refused ?? null} />
      {read !== null && read.deadline !== null && <Note>{words.silence.ends(deadlineWords(read.deadline.utcMs, now, localZone()))}</Note>}
    </>
  )
}

function useReading({ wallTime, zone }: WallTime): { deadline: Deadline | null; refused: Refusal | null } | null {
  const [read, setRead] = useState<{ key: string; deadline: Deadline | null; refused: Refusal | null } | null>(null)
  const key = `${wallTime} ${zone}`
  useEffect(() => {
    if (wallTime === '') return
    let wanted = true
    void ask('silence.readDeadline', { wallTime, zone }).then((answer) => {
      if (wanted) setRead(answer.ok ? { key, deadline: answer.value, refused: null } : { key, deadline: null, refused: answer.error })
    })
    return () => { wanted = false }
  }, [key, wallTime, zone])
  return read?.key === key ? read : null
}
