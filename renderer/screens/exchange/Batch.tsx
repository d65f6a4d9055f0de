/** Several files or a whole folder: one report, in any order, before anything is changed. */
import type { Output } from '../../../shared/ipc/contract.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Actions, Head, Pane, Section } from '../../components/Screen.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { ask } from '../../engineClient.ts'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Clocks, Objections, WouldAdd, WouldNot } from './Effect.tsx'
import css from './exchange.module.css'

type Looked = Output<'bundle.previewAll'>
type File = Looked['files'][number]

export function Batch({ looked, onDone }: { looked: Looked; onDone: (imported: Output<'bundle.importAll'> | null) => void }) {
  const task = useTask()
  const { exercise, files, marking, notLookedAt, together } = looked
  const open = files.flatMap((file) => (file.preview === null ? [] : [file.preview]))
  const previews = [...new Set(open.map((preview) => preview.preview))]
  useOnScreen({ marking, exercise, left: words.exchange.previewOnly, right: words.exchange.fileCount(files.length) })
  const admit = () => void task.run(() => ask('bundle.importAll', { previews }), onDone)
  const discard = () => void task.run(async () => {
    for (const preview of previews) await ask('bundle.discard', { preview })
    return { ok: true as const, value: null }
  }, onDone)
  const changes = together.addedEvents + together.completed + together.waiting.length + together.contents.length > 0 && open.some((preview) => !preview.alreadyImported)
  return (
    <>
      <Head title={words.exchange.batchTitle(files.length)} meta={<><span>{words.exchange.opened(open.length)}</span><span>{words.exchange.refusedFiles(files.length - open.length)}</span></>} />
      <Pane label={words.exchange.batchTitle(files.length)}>
        {notLookedAt > 0 && <Notice kind="warned">{words.exchange.notLookedAt(notLookedAt)}</Notice>}
        <Section title={words.exchange.files}>
          <Table label={words.exchange.files} columns={[{ head: words.exchange.fileName }, { head: words.exchange.from }, { head: words.exchange.sealedAt }, { head: words.exchange.events, figures: true }, { head: words.exchange.state }]}>
            {files.map((file, at) => <FileRow key={`${file.fileName} ${at}`} file={file} />)}
          </Table>
        </Section>
        <Objections effect={together} />
        <Clocks effect={together} />
        <WouldAdd effect={together} />
        <WouldNot effect={together} />
        <Refused refusal={task.refused} />
      </Pane>
      <Actions>
        {changes
          ? <><Button kind="primary" onPress={admit} running={task.running}>{task.running ? words.exchange.importing : words.exchange.importFiles(previews.length)}</Button><Button kind="quiet" onPress={discard}>{words.exchange.discardAll}</Button></>
          : <Button kind="primary" onPress={discard} running={task.running}>{words.exchange.putAllAside}</Button>}
        <p className={css.hint}>{changes ? words.exchange.registerSays : words.exchange.addsNothing}</p>
      </Actions>
    </>
  )
}

function FileRow({ file: { fileName, preview, refused } }: { file: File }) {
  if (preview === null) {
    const said = refused === null ? null : words.said.refusal(refused)
    return (
      <tr>
        <td className={css.fileName}><code className={css.code}>{fileName}</code></td><td>–</td><td>–</td><Figures>–</Figures>
        <td className={css.held}>{said !== null && <><b>{said.meaning}</b> {said.remedy} <code className={css.code}>{words.common.reasonCode(refused?.code ?? 'internal', refused?.stage ?? null)}</code></>}</td>
      </tr>
    )
  }
  return (
    <tr>
      <td className={css.fileName}><code className={css.code}>{fileName}</code></td>
      <td><Delegation code={preview.sender.delegation} bare /> {preview.sender.name}<span className={css.subject}>{words.exchange.numbered(preview.circleName, preview.counter)}</span></td>
      <td className={css.nowrap}>{shortMoment(preview.sealedAtUtcMs)}</td>
      <Figures>{preview.events}</Figures>
      <td>{preview.exerciseMixed && <span className={css.bad}>{words.exchange.checks.mixed}</span>} {preview.alreadyImported ? words.exchange.alreadyShort : preview.counterGap === null ? <span className={css.goes}>{words.exchange.ready}</span> : <span className={css.lacking}>{words.exchange.checks.gapMeans(preview.counterGap.expected, preview.counterGap.found)}</span>}</td>
    </tr>
  )
}
