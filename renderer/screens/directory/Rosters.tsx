/** The circles: who stands in each now, how that came about, and what its secretariat can do about it. */
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { compareDelegations } from '../../../shared/base/delegations.ts'
import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { useHouse } from '../../app/house.ts'
import { cx } from '../../components/cx.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Pick } from '../../components/Pick.tsx'
import { Section } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { words } from '../../messages/words.ts'
import { Conflict } from './Conflict.tsx'
import css from './directory.module.css'
import { History } from './History.tsx'
import { RosterDialog, type Act } from './RosterDialog.tsx'

type Entry = CircleView['entries'][number]

export function Rosters() {
  const { circles } = useHouse()
  return circles.map((circle) => <Roster key={circle.circle} circle={circle} />)
}

function Roster({ circle }: { circle: CircleView }) {
  const [asked, setAsked] = useState<{ act: Act; entry: Entry } | null>(null)
  const ask = (act: Act, entry: Entry) => setAsked({ act, entry })
  const standing = circle.entries.filter((entry) => !entry.removed).length
  return (
    <Section title={circle.name} count={words.directory.rosterCount(circle.kind, standing, circle.epoch)}>
      {circle.conflict !== null && <Conflict circle={circle} />}
      {circle.iGovern && circle.offers.map((offer) => {
        const entry = circle.entries.find((one) => one.installation === offer.installation)
        return entry && <p key={offer.fingerprint} className={css.offer}><Glyph name="gap" /> <b>{words.roster.offers(offer.name)}</b> <Button small onPress={() => ask('keys', entry)}>{words.roster.look}</Button></p>
      })}
      <Tabs className={css.parts ?? ''}>
        <TabList className={css.tablist ?? ''} aria-label={words.roster.parts(circle.name)}>
          <Tab id="roster" className={css.tab ?? ''}>{words.roster.roster}</Tab>
          <Tab id="history" className={css.tab ?? ''}>{words.roster.history}</Tab>
        </TabList>
        <TabPanel id="roster"><Standing circle={circle} onAsk={ask} /></TabPanel>
        <TabPanel id="history"><History circle={circle} /></TabPanel>
      </Tabs>
      {asked !== null && <RosterDialog act={asked.act} circle={circle} entry={asked.entry} onClose={() => setAsked(null)} />}
    </Section>
  )
}

function Standing({ circle, onAsk }: { circle: CircleView; onAsk: (act: Act, entry: Entry) => void }) {
  const columns = [
    { head: words.directory.delegation }, { head: words.directory.person }, { head: words.directory.role }, { head: words.directory.canBreak }, { head: words.directory.safetyWords },
    ...(circle.iGovern ? [{ head: words.roster.actions, silent: true }] : []),
  ]
  return (
    <Table label={words.directory.rosterOf(circle.name)} columns={columns}>
      {[...circle.entries].sort((a, b) => Number(a.removed) - Number(b.removed) || compareDelegations(a.delegation, b.delegation)).map((entry) => (
        <tr key={entry.installation} className={cx((entry.removed || entry.suspended) && css.removed)}>
          <td><Delegation code={entry.delegation} named /></td>
          <td className={css.person}>{entry.name}{entry.installation === circle.myInstallation && words.directory.you}<State entry={entry} circle={circle} /></td>
          <td>{entry.removed ? '–' : entry.roles.map((role) => words.roles[role]).join(', ')}</td>
          <td>{entry.removed || entry.suspended ? '–' : entry.member ? words.directory.memberYes : words.directory.memberNo}</td>
          <td className={css.inline}>{entry.safetyWords.join(' ')}</td>
          {circle.iGovern && <td className={css.does}>{!entry.removed && <Actions circle={circle} entry={entry} onAsk={onAsk} />}</td>}
        </tr>
      ))}
    </Table>
  )
}

function State({ entry, circle }: { entry: Entry; circle: CircleView }) {
  const state = entry.removed ? words.roster.gone : entry.suspended ? words.roster.suspended : entry.installation === circle.secretariat ? words.roster.signs : words.roster.since(entry.admittedEpoch)
  return <span className={cx(css.state, entry.suspended && css.open)}>{entry.suspended && <Glyph name="gap" size="small" />} {state}</span>
}

function Actions({ circle, entry, onAsk }: { circle: CircleView; entry: Entry; onAsk: (act: Act, entry: Entry) => void }) {
  const mine = entry.installation === circle.secretariat
  const acts: readonly Act[] = mine ? ['role'] : entry.suspended ? ['reinstate', 'role', 'remove'] : ['role', 'suspend', 'handOver', 'remove']
  return (
    <Pick small label={words.roster.actionsFor(entry.name)} shown={words.roster.actions} options={acts.map((id) => ({ id, name: words.roster.does[id] }))}
      onPick={(id) => { const act = acts.find((one) => one === id); if (act) onAsk(act, entry) }} />
  )
}
