/** What the secretariat does about somebody in the roster. Each becomes the next epoch, signed, and cannot be taken back unnoticed. */
import { useState } from 'react'
import type { Role } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { Leaving } from './Leaving.tsx'
import { Roles } from './Roles.tsx'
import { SafetyWords } from './SafetyWords.tsx'
import { Whom, type Asked } from './Whom.tsx'

export type Act = 'role' | 'suspend' | 'reinstate' | 'remove' | 'handOver' | 'keys'

export function RosterDialog({ act, ...asked }: Asked & { act: Act }) {
  switch (act) {
    case 'role': return <ChangeRole {...asked} />
    case 'suspend': return <Leaving {...asked} method="circle.suspend" />
    case 'remove': return <Leaving {...asked} method="circle.remove" />
    case 'reinstate': return <Reinstate {...asked} />
    case 'handOver': return <HandOver {...asked} />
    case 'keys': return <TakeKeys {...asked} />
  }
}

function ChangeRole({ circle, entry, onClose }: Asked) {
  const governs = entry.installation === circle.secretariat
  const [roles, setRoles] = useState<readonly Role[]>(entry.roles)
  const [member, setMember] = useState(entry.member)
  const [strict, setStrict] = useState(false)
  const task = useTask()
  const change = () => void task.run(() => ask('circle.changeRole', { circle: circle.circle, installation: entry.installation, roles: [...roles], member, strict }), onClose)
  return (
    <Dialog open onClose={onClose} title={words.roster.roleTitle(entry.name)}
      action={<Button kind="primary" onPress={change} running={task.running} cannot={roles.length === 0 ? words.roster.oneRole : null}>{words.roster.roleVerb}</Button>}>
      <Whom entry={entry} />
      <Roles roles={roles} onChange={setRoles} always={governs ? 'secretariat' : null} />
      <Tick checked={member} onChange={setMember}>{words.directory.member}</Tick>
      {!governs && <Tick checked={strict} onChange={setStrict}>{words.roster.strict}</Tick>}
      {!governs && <Note>{words.roster.strictMeans}</Note>}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

function Reinstate({ circle, entry, onClose }: Asked) {
  const task = useTask()
  const reinstate = () => void task.run(() => ask('circle.reinstate', { circle: circle.circle, installation: entry.installation }), onClose)
  return (
    <Dialog open onClose={onClose} title={words.roster.reinstateTitle(entry.name)} action={<Button kind="primary" onPress={reinstate} running={task.running}>{words.roster.reinstateVerb}</Button>}>
      <Whom entry={entry} />
      <p>{words.roster.reinstateMeans}</p>
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

function HandOver({ circle, entry, onClose }: Asked) {
  const [roles, setRoles] = useState<readonly Role[]>(['delegate'])
  const task = useTask()
  const handOver = () => void task.run(() => ask('circle.handOver', { circle: circle.circle, installation: entry.installation, roles: [...roles] }), onClose)
  return (
    <Dialog open onClose={onClose} title={words.roster.handOverTitle(entry.name)}
      action={<Button kind="grave" onPress={handOver} running={task.running} cannot={roles.length === 0 ? words.roster.oneRole : null}>{words.roster.handOverVerb}</Button>}>
      <Whom entry={entry} />
      <p>{words.roster.handOverMeans}</p>
      <Roles roles={roles} onChange={setRoles} never="secretariat" />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

function TakeKeys({ circle, entry, onClose }: Asked) {
  const offer = circle.offers.find((one) => one.installation === entry.installation)
  const [compared, setCompared] = useState(false)
  const [strict, setStrict] = useState(false)
  const task = useTask()
  const take = () => {
    if (offer) void task.run(() => ask('circle.takeKeys', { circle: circle.circle, installation: entry.installation, fingerprint: offer.fingerprint, safetyWordsCompared: compared, strict }), onClose)
  }
  return (
    <Dialog open onClose={onClose} title={words.roster.keysTitle(entry.name)}
      action={<Button kind="primary" onPress={take} running={task.running} cannot={compared ? null : words.directory.compareFirst}>{words.roster.keysVerb}</Button>}>
      <Whom entry={entry} />
      <p>{words.roster.keysMeans}</p>
      <SafetyWords words={offer?.safetyWords ?? []} />
      <Tick checked={compared} onChange={setCompared}>{words.directory.comparedAll(entry.name)}</Tick>
      <Tick checked={strict} onChange={setStrict}>{words.roster.keysStolen}</Tick>
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
