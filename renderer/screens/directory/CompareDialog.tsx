import { useState } from 'react'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { Card } from './Directory.tsx'
import { SafetyWords } from './SafetyWords.tsx'

/** The words are compared by voice or in person; the person says that it was done. */
export function CompareDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const [compared, setCompared] = useState(false)
  const task = useTask()
  const trust = () => void task.run(() => ask('card.trust', { installation: card.installation, safetyWordsCompared: compared }), onClose)
  return (
    <Dialog open onClose={onClose} title={words.directory.compareTitle(card.name)}
      action={<Button kind="primary" onPress={trust} running={task.running} cannot={compared ? null : words.directory.compareFirst}>{words.directory.confirm}</Button>}>
      <p><Delegation code={card.delegation} named />, {card.name}</p>
      <p>{words.directory.compareBody}</p>
      <SafetyWords words={card.safetyWords} />
      <Tick checked={compared} onChange={setCompared}>{words.directory.comparedAll(card.name)}</Tick>
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
