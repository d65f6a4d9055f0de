/** What goes out, what comes in, and what has gone and come. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useHouse } from '../../app/house.ts'
import { words } from '../../messages/words.ts'
import { Codes } from './Codes.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import css from './exchange.module.css'
import { History } from './History.tsx'
import { In } from './In.tsx'
import { WhoHasWhat } from './Matrix.tsx'
import { Out } from './Out.tsx'

const SIDES = ['out', 'in', 'codes', 'matrix', 'history', 'evidence'] as const

export function Exchange({ side }: { side: (typeof SIDES)[number] }) {
  const { go } = useHouse()
  return (
    <Tabs className={css.sides ?? ''} selectedKey={side} onSelectionChange={(key) => { const next = SIDES.find((one) => one === key); if (next) go({ at: 'exchange', side: next }) }}>
      <TabList className={css.tablist ?? ''} aria-label={words.frame.sections.exchange}>
        {SIDES.map((one) => <Tab key={one} id={one} className={css.tab ?? ''}>{words.exchange.sides[one]}</Tab>)}
      </TabList>
      <TabPanel id="out" className={css.panel ?? ''}><Out /></TabPanel>
      <TabPanel id="in" className={css.panel ?? ''}><In /></TabPanel>
      <TabPanel id="codes" className={css.panel ?? ''}><Codes /></TabPanel>
      <TabPanel id="matrix" className={css.panel ?? ''}><WhoHasWhat /></TabPanel>
      <TabPanel id="history" className={css.panel ?? ''}><History /></TabPanel>
      <TabPanel id="evidence" className={css.panel ?? ''}><EvidenceList /></TabPanel>
    </Tabs>
  )
}
