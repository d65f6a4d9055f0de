/** Says what happens, act by act, and holds every expectation: the demo stops at the first that is not met. */

/** Something is not as it should be. Thrown, because a demo that goes wrong has found a fault of ours. */
export class DemoStopped extends Error {}

export interface Narrator {
  act(title: string): void
  tell(line: string): void
  /** Counts as one check; stops the demo if it does not hold. */
  expect(holds: boolean, what: string): void
  checks(): number
}

export function createNarrator(say: (line: string) => void): Narrator {
  let acts = 0
  let checks = 0
  return {
    act: (title) => {
      acts += 1
      say('')
      say(`${acts}. ${title}`)
    },
    tell: (line) => say(`   ${line}`),
    expect: (holds, what) => {
      if (!holds) throw new DemoStopped(`act ${acts}: it is not so that ${what}`)
      checks += 1
    },
    checks: () => checks,
  }
}

/** The one element that must be there. */
export function theOne<T>(items: readonly T[], what: string): T {
  const [item] = items
  if (item === undefined || items.length !== 1) throw new DemoStopped(`there should be one ${what}, there are ${items.length}`)
  return item
}
