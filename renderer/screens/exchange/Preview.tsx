import type { Output } from '../../../shared/ipc/contract.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Glyph, type GlyphName } from '../../components/Glyph.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Actions, Head, Pane } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { dayName, clockTime } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Clocks, Objections, WouldAdd, WouldNot } from './Effect.tsx'
import css from './exchange.module.css'
import type { Looked } from './In.tsx'

/** What this bundle would change: added, already here, waiting. Nothing has been changed yet. */
export function Preview({ looked, onDone }: { looked: Looked; onDone: (imported: Output<'bundle.import'> | null) => void }) {
  const { preview, label } = looked
  const task = useTask()
  const from = words.inText(preview.sender.delegation)
  useOnScreen({ marking: preview.marking, exercise: preview.exercise, left: words.exchange.previewOnly, right: words.exchange.bundleOf(preview.counter, from) })
  const admit = () => void task.run(() => ask('bundle.import', { preview: preview.preview }), onDone)
  const discard = () => void task.run(() => ask('bundle.discard', { preview: preview.preview }), () => onDone(null))
  const changes = preview.addedEvents + preview.completed + preview.waiting.length + preview.contents.filter((one) => one.verdict === 'kept').length > 0
  return (
    <>
      <Head title={words.exchange.previewTitle(from)} meta={<><span><Delegation code={preview.sender.delegation} bare /> {preview.sender.name}</span><span>{preview.circleName}</span><span>{words.exchange.sealed(`${dayName(preview.sealedAtUtcMs)}, ${clockTime(preview.sealedAtUtcMs)}`)}</span><code className={css.code}>{label}</code><span>{words.exchange.size(preview.sizeBytes)}</span></>} />
      <Pane label={words.exchange.previewTitle(from)}>
        <Checks looked={looked} />
        <Objections effect={preview} />
        <Clocks effect={preview} />
        <WouldAdd effect={preview} />
        <WouldNot effect={preview} />
        <Refused refusal={task.refused} />
      </Pane>
      <Actions>
        {preview.alreadyImported || !changes
          ? <Button kind="primary" onPress={discard} running={task.running}>{words.exchange.putAside}</Button>
          : <><Button kind="primary" onPress={admit} running={task.running}>{task.running ? words.exchange.importing : words.exchange.import(preview.addedEvents, preview.waiting.reduce((sum, one) => sum + one.count, 0))}</Button><Button kind="quiet" onPress={discard}>{words.exchange.discard}</Button></>}
        <p className={css.hint}>{preview.alreadyImported ? words.exchange.already : words.exchange.registerSays}</p>
      </Actions>
    </>
  )
}

type Check = readonly [GlyphName, 'good' | 'lacking' | 'bad', string, string]

/** The five checks, in the order in which they are made, and what no file should be. */
function Checks({ looked: { preview } }: { looked: Looked }) {
  const mixed: readonly Check[] = preview.exerciseMixed ? [['cross', 'bad', words.exchange.checks.mixed, words.exchange.checks.mixedMeans]] : []
  const checks: readonly Check[] = [
    ['check', 'good', words.exchange.checks.sealed, words.exchange.checks.sealedMeans],
    ['check', 'good', words.exchange.checks.signature, words.exchange.checks.signatureMeans(preview.sender.name)],
    ['check', 'good', words.exchange.checks.complete, words.exchange.checks.completeMeans(preview.events + preview.contents.length)],
    preview.counterGap === null && preview.gaps.length === 0
      ? ['check', 'good', words.exchange.checks.inOrder, words.exchange.checks.inOrderMeans(preview.counter)]
      : preview.counterGap === null ? ['gap', 'lacking', words.exchange.checks.gap, words.exchange.checks.eventsMissing(preview.gaps.reduce((sum, gap) => sum + gap.toSeq - gap.fromSeq + 1, 0))]
      : ['gap', 'lacking', words.exchange.checks.gap, words.exchange.checks.gapMeans(preview.counterGap.expected, preview.counterGap.found)],
    preview.forks.length + preview.splitViews.length === 0
      ? ['check', 'good', words.exchange.checks.oneStory, words.exchange.checks.oneStoryMeans]
      : ['cross', 'bad', words.exchange.checks.fork, words.exchange.checks.forkMeans(preview.forks.length + preview.splitViews.length)],
    ...mixed,
  ]
  return (
    <ol className={css.checks} aria-label={words.exchange.checks.label}>
      {checks.map(([glyph, state, title, means]) => <li key={title}><span className={css[state]}><Glyph name={glyph} />{title}</span><small>{means}</small></li>)}
    </ol>
  )
}
