/** Opening a silence procedure on the latest REV of a text. */
import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import { PROFILE_IDS, type ProfileId } from '../../../shared/silence/procedure.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, ChooseInView, Form } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Head, Pane, Section, Side, Two } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { BRUSSELS } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { DeadlineFields } from './DeadlineFields.tsx'
import css from './silence.module.css'

export function SilenceForm({ dossier, text }: { dossier: DossierId; text: TextId }) {
  const shown = useAnswer('text.show', { dossier, text, rev: null, comparedWith: null })
  return <Await answer={shown}>{({ revision }) => <FormHere dossier={dossier} text={text} revision={revision} />}</Await>
}

function FormHere({ dossier, text, revision }: { dossier: DossierId; text: TextId; revision: Revision }) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const [profile, setProfile] = useState<ProfileId>('working-party')
  const [deadline, setDeadline] = useState({ wallTime: '', zone: BRUSSELS })
  const [forwardTo, setForwardTo] = useState('')
  const [notice, setNotice] = useState('')
  const task = useTask()
  const number = documentNumber(revision.cover, revision.rev)
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: number, right: words.silence.notOpened })
  const open = () => void task.run(() => ask('silence.open', { dossier, text, rev: revision.rev, profile, ...deadline, forwardTo: forwardTo.trim(), notice, draft: null }), (opened) => go({ at: 'silence', dossier, procedure: opened.event }))
  const cannot = deadline.wallTime === '' ? words.silence.needsDeadline : forwardTo.trim() === '' ? words.silence.needsForward : null
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'text', dossier, text })}>{number}: {revision.title}</button>} title={words.silence.formTitle(number)} />
      <Two>
        <Pane label={words.silence.formTitle(number)}>
          <Form onSubmit={open} wide label={words.silence.formTitle(number)}>
            <ChooseInView label={words.silence.profile} value={profile} onChange={setProfile} options={PROFILE_IDS.map((id) => ({ id, name: PROFILES[id].name, note: PROFILES[id].rule }))} />
            <DeadlineFields value={deadline} onChange={setDeadline} />
            <Field label={words.silence.forwardTo} value={forwardTo} onChange={setForwardTo} help={words.silence.forwardHelp} maxLength={120} />
            <Field label={words.silence.notice} value={notice} onChange={setNotice} lines="many" maxLength={4000} />
            <Refused refusal={task.refused} />
            <Buttons><Button kind="primary" type="submit" running={task.running} cannot={cannot}>{words.silence.openVerb}</Button></Buttons>
          </Form>
        </Pane>
        <Side label={words.silence.whatItMeans}><ProfileSide profile={profile} forwardTo={forwardTo.trim()} /></Side>
      </Two>
    </>
  )
}

/** The rule and the exact words of the outcome, before anybody is bound by them. */
function ProfileSide({ profile, forwardTo }: { profile: ProfileId; forwardTo: string }) {
  const { rule, unbrokenWords, brokenWords, source, minimumHours } = PROFILES[profile]
  return (
    <>
      <Section title={words.silence.ifUnbroken}><p className={css.says}>{words.silence.quoted(unbrokenWords.replace('{forwardTo}', forwardTo === '' ? '…' : forwardTo))}</p></Section>
      <Section title={words.silence.ifBroken}><p className={css.says}>{words.silence.quoted(brokenWords.replace('{delegations}', '…'))}</p></Section>
      <Section title={words.silence.ruleTitle}><p className={css.second}>{rule} {words.silence.minimum(minimumHours)}</p><p className={css.second}>{words.silence.source(source)}</p></Section>
    </>
  )
}
