import { useCallback, useEffect, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { mayRecordFor } from '../../../shared/dossier/permissions.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { rolesIn, runsDossiers, takesPart, useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { Pick } from '../../components/Pick.tsx'
import { words } from '../../messages/words.ts'
import css from './reader.module.css'
import type { Shown } from './Reader.tsx'
import { PrintDialog } from './PrintDialog.tsx'
import { WordDialog } from './WordDialog.tsx'
import { WriteDialog } from './WriteDialog.tsx'

const VERSIONS = ['clean', 'marked', 'side', 'who'] as const
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
  const [opened, setOpened] = useState<'file' | 'paper' | 'word' | null>(null)
  usePrintKey(useCallback(() => setOpened('paper'), []))
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
      {shown.comparedWith !== null && (version === 'marked' || version === 'side') && (
        <Pick label={words.text.compareWith} shown={words.text.against(revLabel(shown.comparedWith))} options={[...earlier.map((one) => ({ id: String(one.rev), name: revLabel(one.rev) })), { id: 'other', name: words.compare.other }]}
          onPick={(id) => (id === 'other' ? house.go({ at: 'compare', dossier, text }) : onComparedWith(Number(id)))} />
      )}
      <Button onPress={() => setOpened('file')}>{words.text.write}</Button>
      <Button onPress={() => setOpened('paper')}>{words.text.print}</Button>
      {runsDossiers(roles) && shown.latest && <Button onPress={() => house.go({ at: 'silenceForm', dossier, text })}>{words.silence.openVerb}</Button>}
      {takesPart(roles) && mayRecordFor(house.me.delegation) && shown.latest && <Button onPress={() => setOpened('word')}>{words.wordIn.open}</Button>}
      {takesPart(roles) && shown.latest && <Button kind={settles ? 'plain' : 'primary'} onPress={() => house.go({ at: 'suggest', dossier, text, rev: null })}>{words.text.suggest}</Button>}
      {settles && <Button kind="primary" onPress={() => house.go({ at: 'consolidate', dossier, text })}>{words.text.consolidate(shown.revision.suggestions.length)}</Button>}
      {opened === 'file' && <WriteDialog dossier={dossier} text={text} shown={shown} onClose={() => setOpened(null)} />}
      {opened === 'word' && <WordDialog dossier={dossier} text={text} revision={shown.revision} onClose={() => setOpened(null)} />}
      {opened === 'paper' && <PrintDialog dossier={dossier} text={text} shown={shown} version={version} onClose={() => setOpened(null)} />}
    </>
  )
}

/** Ctrl P, as everywhere; the page itself cannot be printed past the warning. A dialog that is open is answered first. */
function usePrintKey(print: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'p') return
      event.preventDefault()
      if (document.querySelector('[role="dialog"]') === null) print()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [print])
}
