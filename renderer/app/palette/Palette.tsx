/** One field for everything: what was said in any dossier, and what can be done. The focus stays in the field; the arrows choose. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Key } from '../../components/Key.tsx'
import { cx } from '../../components/cx.ts'
import { Refused } from '../../components/Refused.tsx'
import { words } from '../../messages/words.ts'
import { useHouse } from '../house.ts'
import { useAboveScreen } from '../onScreen.ts'
import { commandsOf, matchingCommands, type CommandPorts } from './commands.ts'
import { HitLines } from './HitLines.tsx'
import { placeOfHit } from './hitPlace.ts'
import css from './palette.module.css'
import { bestHit, useSearch, type Search } from './useSearch.ts'

interface Option {
  readonly id: string
  readonly shown: ReactNode
  readonly run: () => void
}

export function Palette({ open, onClose, ports }: { open: boolean; onClose: () => void; ports: CommandPorts }) {
  return (
    <ModalOverlay className={css.overlay ?? ''} isOpen={open} onOpenChange={(isOpen) => { if (!isOpen) onClose() }} isDismissable>
      <Modal className={css.modal ?? ''}>
        <Dialog className={css.palette ?? ''} aria-label={words.search.title}><Finder onClose={onClose} ports={ports} /></Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ onClose, ports }: { onClose: () => void; ports: CommandPorts }) {
  const house = useHouse()
  const [typed, setTyped] = useState('')
  const search = useSearch(typed.trim())
  const waiting = search.query !== typed.trim()
  useAboveScreen(search.hits)
  const commands = matchingCommands(commandsOf(house, ports), typed).map((command): Option => ({
    id: command.id, run: command.run,
    shown: <span className={css.command}><span className={css.name}>{command.name}</span><span className={css.note}>{command.note}</span>{command.key !== undefined && <Key quiet>{command.key}</Key>}</span>,
  }))
  const hits = search.hits.map((hit, at): Option => ({ id: `hit-${at}-${hit.event}`, run: () => ports.go(placeOfHit(hit, Date.now())), shown: <HitLines hit={hit} /> }))
  const choose = (option: Option | undefined) => {
    if (option === undefined) return
    onClose()
    option.run()
  }
  const options = [...commands, ...hits]
  const { at, move, restart } = useChoice(options)
  const active = options[at]?.id ?? null
  const asked = useRef<string | null>('')
  useEffect(() => () => { asked.current = null }, [])
  // What is shown from an earlier answer may not be what was meant: Enter then waits for the answer to what is typed now.
  const enter = async (): Promise<void> => {
    if (!waiting || at < commands.length) return choose(options[at])
    const best = await bestHit(typed.trim())
    if (best !== null && asked.current === typed) choose({ id: '', shown: null, run: () => ports.go(placeOfHit(best, Date.now())) })
  }
  return (
    <>
      <Entry typed={typed} onType={(next) => { asked.current = next; setTyped(next); restart() }} active={active} onMove={move} onEnter={() => void enter()} />
      <Options groups={[{ name: words.search.commands, options: commands }, { name: words.search.found, options: hits }]} active={active} onChoose={choose} />
      <Refused refusal={search.refused} />
      <div className={css.foot}>
        <p role="status">{statusOf(search, typed, waiting, commands.length)}</p>
        <p className={css.hints} aria-hidden="true"><Key quiet>↑ ↓</Key> {words.search.keys} <Key quiet>Enter</Key> {words.search.opens} <Key quiet>Esc</Key> {words.search.closes}</p>
      </div>
    </>
  )
}

function statusOf({ hits, more, refused }: Search, typed: string, waiting: boolean, commands: number): string {
  if (typed.trim() === '') return words.search.help
  if (waiting) return words.search.searching
  if (hits.length > 0) return words.search.count(hits.length, more)
  return commands > 0 || refused !== null ? '' : words.search.nothing
}

/** The first is chosen until an arrow says otherwise. */
function useChoice(options: readonly Option[]) {
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(0, options.findIndex((option) => option.id === chosen))
  return {
    at,
    move: (by: 1 | -1) => setChosen(options[(at + by + options.length) % options.length]?.id ?? null),
    restart: () => setChosen(null),
  }
}

const LIST = 'palette-options'

function Entry({ typed, onType, active, onMove, onEnter }: { typed: string; onType: (typed: string) => void; active: string | null; onMove: (by: 1 | -1) => void; onEnter: () => void }) {
  const field = useId()
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') onMove(1)
    else if (event.key === 'ArrowUp') onMove(-1)
    else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }
  return (
    <div className={css.entry}>
      <label className={css.label} htmlFor={field}>{words.search.find}</label>
      <input
        id={field} className={css.field} type="text" role="combobox" autoFocus autoComplete="off" spellCheck={false} maxLength={300} value={typed}
        aria-autocomplete="list" aria-expanded={active !== null} {...(active === null ? {} : { 'aria-controls': LIST, 'aria-activedescendant': active })}
        onChange={(event) => onType(event.target.value)} onKeyDown={pressed}
      />
    </div>
  )
}

interface Group {
  readonly name: string
  readonly options: readonly Option[]
}

function Options({ groups, active, onChoose }: { groups: readonly Group[]; active: string | null; onChoose: (option: Option) => void }) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  if (groups.every((group) => group.options.length === 0)) return null
  return (
    <div ref={list} id={LIST} className={css.list} role="listbox" aria-label={words.search.options}>
      {groups.filter((group) => group.options.length > 0).map(({ name, options }) => (
        <div key={name} role="group" aria-label={name}>
          <div className={css.group} aria-hidden="true">{name}</div>
          {options.map((option) => (
            <div key={option.id} id={option.id} role="option" aria-selected={option.id === active} className={cx(css.option, option.id === active && css.active)}
              onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(option)}>
              {option.shown}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
