import type { Output } from '../../../shared/ipc/contract.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Glyph, type GlyphName } from '../../components/Glyph.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Actions, Head, Pane, Section } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { dayName, clockTime } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
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
  const changes = preview.addedEvents + preview.waiting.length > 0
  return (
    <>
      <Head title={words.exchange.previewTitle(from)} meta={<><span><Delegation code={preview.sender.delegation} bare /> {preview.sender.name}</span><span>{preview.circleName}</span><span>{words.exchange.sealed(`${dayName(preview.sealedAtUtcMs)}, ${clockTime(preview.sealedAtUtcMs)}`)}</span><code className={css.code}>{label}</code><span>{words.exchange.size(preview.sizeBytes)}</span></>} />
      <Pane label={words.exchange.previewTitle(from)}>
        <Checks looked={looked} />
        <WouldAdd looked={looked} />
        <WouldNot looked={looked} />
        <Refused refusal={task.refused} />
      </Pane>
      <Actions>
        {preview.alreadyImported || !changes
          ? <Button kind="primary" onPress={discard} running={task.running}>{words.exchange.putAside}</Button>
          : <><Button kind="primary" onPress={admit} running={task.running}>{task.running ? words.exchange.importing : words.exchange.import(preview.addedEvents)}</Button><Button kind="quiet" onPress={discard}>{words.exchange.discard}</Button></>}
        <p className={css.hint}>{preview.alreadyImported ? words.exchange.already : words.exchange.registerSays}</p>
      </Actions>
    </>
  )
}

type Check = readonly [GlyphName, 'good' | 'lacking' | 'bad', string, string]

/** The five checks, in the order in which they are made. */
function Checks({ looked: { preview } }: { looked: Looked }) {
  const events = preview.addedEvents + preview.alreadyHere + preview.waiting.reduce((sum, gap) => sum + gap.toSeq - gap.fromSeq + 1, 0)
  const checks: readonly Check[] = [
    ['check', 'good', words.exchange.checks.sealed, words.exchange.checks.sealedMeans],
    ['check', 'good', words.exchange.checks.signature, words.exchange.checks.signatureMeans(preview.sender.name)],
    ['check', 'good', words.exchange.checks.complete, words.exchange.checks.completeMeans(events)],
    preview.counterGap === null
      ? ['check', 'good', words.exchange.checks.inOrder, words.exchange.checks.inOrderMeans(preview.counter)]
      : ['gap', 'lacking', words.exchange.checks.gap, words.exchange.checks.gapMeans(preview.counterGap.expected, preview.counterGap.found)],
    preview.forks.length === 0
      ? ['check', 'good', words.exchange.checks.oneStory, words.exchange.checks.oneStoryMeans]
      : ['cross', 'bad', words.exchange.checks.fork, words.exchange.checks.forkMeans(preview.forks.length)],
  ]
  return (
    <ol className={css.checks} aria-label={words.exchange.checks.label}>
      {checks.map(([glyph, state, title, means]) => <li key={title}><span className={css[state]}><Glyph name={glyph} />{title}</span><small>{means}</small></li>)}
    </ol>
  )
}

function WouldAdd({ looked: { preview } }: { looked: Looked }) {
  return (
    <Section title={words.exchange.wouldAdd} count={words.exchange.itemCount(preview.addedEvents)}>
      {preview.wouldAdd.length === 0 ? <p className={css.subject}>{words.exchange.addsNothing}</p> : (
        <ul className={css.would}>
          {preview.wouldAdd.map((item) => <li key={item.type + item.subject}><span className={css.good}><Glyph name="plus" /></span><span><b>{words.exchange.items(item.type, item.count)}</b> <span className={css.subject}>{item.subject}</span></span></li>)}
        </ul>
      )}
    </Section>
  )
}

function WouldNot({ looked: { preview } }: { looked: Looked }) {
  if (preview.alreadyHere === 0 && preview.waiting.length === 0 && preview.forks.length === 0) return null
  return (
    <Section title={words.exchange.wouldNot}>
      <ul className={css.would}>
        {preview.forks.map((fork) => <li key={`${fork.delegation}${fork.seq}`}><span className={css.bad}><Glyph name="cross" /></span><span><b>{words.exchange.forkOf(words.inText(fork.delegation), fork.seq)}</b> <span className={css.subject}>{words.exchange.forkMeans}</span></span></li>)}
        {preview.waiting.map((gap) => <li key={`${gap.delegation}${gap.fromSeq}`}><span className={css.lacking}><Glyph name="gap" /></span><span><b>{words.exchange.waitingFor(words.inText(gap.delegation), gap.fromSeq, gap.toSeq)}</b> <span className={css.subject}>{words.exchange.waitingMeans}</span></span></li>)}
        {preview.alreadyHere > 0 && <li><Glyph name="same" /><span><b>{words.exchange.alreadyHere(preview.alreadyHere)}</b> <span className={css.subject}>{words.exchange.identical}</span></span></li>}
      </ul>
    </Section>
  )
}
