import { useHouse } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

/** For a newcomer: a complete invented case, in a circle of its own, so that every screen has something on it. */
export function LoadExercise() {
  const { go } = useHouse()
  const task = useTask()
  const load = () => void task.run(() => ask('exercise.load', {}), ({ dossier }) => go({ at: 'dossier', dossier }))
  return (
    <>
      <Button onPress={load} running={task.running}>{task.running ? words.caseFile.exercise.loading : words.caseFile.exercise.load}</Button>
      <Note>{words.caseFile.exercise.means}</Note>
      <Refused refusal={task.refused} />
    </>
  )
}
