import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { rolesIn, runsDossiers, takesPart, useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { Pick } from '../../components/Pick.tsx'
import { words } from '../../messages/words.ts'
import css from './reader.module.css'
import type { Shown } from './Reader.tsx'
import { WriteDialog } from './WriteDialog.tsx'

const VERSIONS = ['clean', 'marked', 'side'] as const
export type Version = (typeof VERSIONS)[number]

interface ActionsProps {
  readonly dossier: DossierId
  readonly text: TextId
  readonly shown: Shown
  readonly version: Version
  readonly onVersion: (version: Version) => void
  readonly onRev: (rev: number) => void
  readonly onComparedWith: (rev: number) => void
}

export function ReaderActions({ dossier, text, shown, version, onVersion, onRev, onComparedWith }: ActionsProps) {
  const house = useHouse()
  const [writing, setWriting] = useState(false)
  const roles = rolesIn(house, { dossier })
  const settles = shown.canConsolidate && shown.latest && shown.revision.suggestions.length > 0
  const revs = [...shown.revs].sort((a, b) => b.rev - a.rev)
  const earlier = revs.filter((one) => one.rev < shown.revision.rev)
  return (
    <>
      {revs.length > 1 && <Pick label={words.text.rev} shown={revLabel(shown.revision.rev)} options={revs.map((one) => ({ id: String(one.rev), name: revLabel(one.rev) }))} onPick={(id) => onRev(Number(id))} />}
      {shown.marked !== null && (
        <ToggleButtonGroup className={css.versions ?? ''} aria-label={words.text.version} selectionMode="single" disallowEmptySelection selectedKeys={[version]} onSelectionChange={(keys) => { const next = VERSIONS.find((one) => keys.has(one)); if (next) onVersion(next) }}>
          {VERSIONS.map((one) => <ToggleButton key={one} id={one} className={css.versionButton ?? ''}>{words.text.versions[one]}</ToggleButton>)}
        </ToggleButtonGroup>
      )}
      {shown.comparedWith !== null && version !== 'clean' && earlier.length > 1 && (
        <Pick label={words.text.compareWith} shown={words.text.against(revLabel(shown.comparedWith))} options={earlier.map((one) => ({ id: String(one.rev), name: revLabel(one.rev) }))} onPick={(id) => onComparedWith(Number(id))} />
      )}
      <Button onPress={() => setWriting(true)}>{words.text.write}</Button>
      {runsDossiers(roles) && shown.latest && <Button onPress={() => house.go({ at: 'silenceForm', dossier, text })}>{words.silence.openVerb}</Button>}
      {takesPart(roles) && shown.latest && <Button kind={settles ? 'plain' : 'primary'} onPress={() => house.go({ at: 'suggest', dossier, text, rev: null })}>{words.text.suggest}</Button>}
      {settles && <Button kind="primary" onPress={() => house.go({ at: 'consolidate', dossier, text })}>{words.text.consolidate(shown.revision.suggestions.length)}</Button>}
      {writing && <WriteDialog dossier={dossier} text={text} shown={shown} onClose={() => setWriting(false)} />}
    </>
  )
}
