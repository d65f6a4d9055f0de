import { useState } from 'react'
import { INSTITUTIONS } from '../../../shared/base/delegations.ts'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import { useHouse, type Role } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView, Tick } from '../../components/Choice.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { Card } from './Directory.tsx'
import { SafetyWords } from './SafetyWords.tsx'

const ADMITTED_AS = ['delegate', 'drafter', 'observer', 'chair', 'secretariat'] as const satisfies readonly Role[]

export function AdmitDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { circles } = useHouse()
  const open = circles.filter((circle) => circle.iGovern && !circle.entries.some((entry) => !entry.removed && entry.installation === card.installation))
  const institution = INSTITUTIONS.some((code) => code === card.delegation)
  const [circle, setCircle] = useState<CircleId | null>(open[0]?.circle ?? null)
  const [role, setRole] = useState<Role>(institution && card.delegation !== 'PRES' ? 'observer' : card.delegation === 'PRES' ? 'chair' : 'delegate')
  const [member, setMember] = useState(!institution)
  const task = useTask()
  const admit = () => {
    if (circle !== null) void task.run(() => ask('circle.admit', { circle, installation: card.installation, roles: [role], member }), onClose)
  }
  return (
    <Dialog open onClose={onClose} title={words.directory.admitTitle(card.name)} action={<Button kind="primary" onPress={admit} running={task.running}>{words.directory.admitVerb(card.name)}</Button>}>
      <p><Delegation code={card.delegation} named />, {card.name}</p>
      {open.length > 1 && <ChooseInView label={words.directory.circle} value={circle} onChange={setCircle} options={open.map((one) => ({ id: one.circle, name: one.name }))} />}
      <ChooseInView label={words.directory.role} value={role} onChange={setRole} options={ADMITTED_AS.map((id) => ({ id, name: words.roles[id], note: words.roleNotes[id] }))} />
      <Tick checked={member} onChange={setMember}>{words.directory.member}</Tick>
      <SafetyWords words={card.safetyWords} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
