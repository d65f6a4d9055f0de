/** A deadline is a wall time in a zone; what it means, in which zones, and what is unusual about it is said while it is being chosen. */
import { useEffect, useMemo, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import { useNow } from '../../app/useNow.ts'
import { ask, localZone } from '../../engineClient.ts'
import { Button } from '../../components/Button.tsx'
import { Beside, Buttons, Choose } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { BRUSSELS, deadlineWords, span } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'

export interface WallTime {
  readonly wallTime: string
  readonly zone: string
}

type Deadline = Output<'silence.readDeadline'>

export function DeadlineFields({ value, onChange }: { value: WallTime; onChange: (value: WallTime) => void }) {
  const read = useReading(value)
  const zones = useMemo(() => allZones(), [])
  const now = useNow()
  const deadline = read?.deadline ?? null
  return (
    <>
      <Beside>
        <Field label={words.silence.wallTime} type="datetime-local" value={value.wallTime} onChange={(wallTime) => onChange({ ...value, wallTime })} />
        <Choose label={words.silence.zone} value={value.zone} onChange={(zone) => onChange({ ...value, zone })} nothing="" options={zones.map((id) => ({ id, name: words.silence.zoneName(id) }))} />
      </Beside>
      <Refused refusal={read?.refused ?? null} />
      <Readings refused={read?.refused ?? null} zone={value.zone} onTake={onChange} />
      {deadline !== null && <Note>{words.silence.ends(deadlineWords(deadline.utcMs, now, localZone()))}. {localZone() !== 'UTC' && `${words.silence.utcInstant(new Date(deadline.utcMs).toISOString().slice(0, 16).replace('T', ' '))} `}{words.silence.leftFromNow(span(deadline.utcMs - now))}</Note>}
      {deadline !== null && deadline.warnings.length > 0 && <Notice kind="warned">{deadline.warnings.map(words.said.deadlineWarning).join(' ')} {words.silence.warned}</Notice>}
    </>
  )
}

/** The two instants that were offered for a time which does not exist or comes twice. One that comes twice can only be said in UTC. */
function Readings({ refused, zone, onTake }: { refused: Refusal | null; zone: string; onTake: (value: WallTime) => void }) {
  const offered = [refused?.facts?.['earlierUtcMs'], refused?.facts?.['laterUtcMs']].filter((one) => typeof one === 'number')
  if (offered.length === 0) return null
  const said = refused?.code === 'deadline-ambiguous' ? 'UTC' : zone
  return (
    <Buttons>
      {offered.map((utcMs) => {
        const wallTime = wallTimeAt(utcMs, said)
        return <Button key={utcMs} onPress={() => onTake({ wallTime, zone: said })}>{words.silence.takeReading(wallTime.slice(-5), words.silence.zoneName(said))}</Button>
      })}
    </Buttons>
  )
}

/** As the clocks of a zone show it: `YYYY-MM-DDTHH:MM`. */
function wallTimeAt(utcMs: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(utcMs).replace(' ', 'T')
}

/** Brussels, here and UTC first; then every zone that this machine knows, by name. */
function allZones(): string[] {
  return [...new Set([BRUSSELS, localZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}

export function useReading({ wallTime, zone }: WallTime): { deadline: Deadline | null; refused: Refusal | null } | null {
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
