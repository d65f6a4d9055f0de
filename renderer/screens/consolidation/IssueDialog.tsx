import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Verdict } from '../../../shared/text/amendment.ts'
import type { Cover } from '../../../shared/text/cover.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { drafts } from '../../app/drafts.ts'
import { useHouse } from '../../app/house.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { coverDate } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { CoverFields, filledCover } from '../text/CoverFields.tsx'
import type { Received } from './Consolidation.tsx'
import type { Tally } from './verdicts.ts'

interface IssueProps {
  readonly dossier: DossierId
  readonly text: TextId
  readonly received: Received
  readonly verdicts: readonly Verdict[]
  readonly tally: Tally
  readonly onClose: () => void
}

export function IssueDialog({ dossier, text, received, verdicts, tally, onClose }: IssueProps) {
  const { go } = useHouse()
  const { rev, cover } = received.revision
  const [next, setNext] = useState<Partial<Cover>>(() => ({ ...cover, date: coverDate(Date.now()) }))
  const task = useTask()
  const issue = () => void task.run(() => ask('text.issue', { dossier, text, verdicts: [...verdicts], date: next.date ?? '', cover: filledCover(next) }), () => {
    drafts.forget({ dossier, text, rev, kind: 'verdicts' })
    go({ at: 'text', dossier, text })
  })
  return (
    <Dialog wide open onClose={onClose} title={words.consolidation.issueTitle(documentNumber(cover, rev + 1))} action={<Button kind="primary" onPress={issue} running={task.running}>{words.consolidation.issue(revLabel(rev + 1))}</Button>}>
      <p>{words.consolidation.issueBody(tally.received, tally.accepted, tally.edited, tally.notTakenUp, tally.deferred)}</p>
      <p>{words.consolidation.issueFollows}</p>
      <CoverFields cover={next} onChange={setNext} legend={cover.legend} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
