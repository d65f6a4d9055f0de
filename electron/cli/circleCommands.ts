/** `chancery circle ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { choice } from './choices.ts'
import { wrongUsage, type Command, type CommandGroup, type Failure } from './command.ts'
import { short, table } from './layout.ts'
import { findCard, findCircle } from './references.ts'

type CircleView = Output<'circle.found'>
type Role = CircleView['myRoles'][number]
const ROLES = ['secretariat', 'chair', 'delegate', 'drafter', 'observer'] as const

const found: Command = {
  path: ['circle', 'found'],
  summary: 'found a circle, a working party; you become its secretariat',
  positionals: [{ name: 'NAME', help: 'name of the working party' }],
  options: { kind: { type: 'string', value: 'KIND', required: true, help: 'HWPCI, PSC, COREPER, ... or any other' } },
  vault: 'open',
  run: async (run) => {
    const founded = await run.call('circle.found', { name: run.args.positional('NAME'), kind: run.args.required('kind') })
    return founded.ok ? ok({ result: founded.value, lines: circleLines(founded.value) }) : founded
  },
}

const admit: Command = {
  path: ['circle', 'admit'],
  summary: 'admit the holder of a card to a circle',
  positionals: [{ name: 'CARD', help: 'delegation code, name, or first digits of the installation' }],
  options: {
    circle: { type: 'string', value: 'CIRCLE', help: 'name or first digits; not needed where there is one circle' },
    role: { type: 'string', value: 'ROLE', multiple: true, help: `${ROLES.join(', ')}; delegate if none is named` },
    observer: { type: 'boolean', help: 'takes part without being a member: cannot break silence' },
  },
  vault: 'open',
  run: async (run) => {
    const circle = await findCircle(run, run.args.text('circle'))
    if (!circle.ok) return circle
    const card = await findCard(run, run.args.positional('CARD'))
    if (!card.ok) return card
    const roles = readRoles(run.args.all('role'))
    if (!roles.ok) return roles
    const admitted = await run.call('circle.admit', {
      circle: circle.value.circle, installation: card.value.installation, roles: roles.value, member: !run.args.flag('observer'),
    })
    return admitted.ok ? ok({ result: admitted.value, lines: circleLines(admitted.value) }) : admitted
  },
}

const list: Command = {
  path: ['circle', 'list'],
  summary: 'list the circles and their rosters',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const circles = await run.call('circle.list', {})
    if (!circles.ok) return circles
    const lines = circles.value.circles.flatMap((circle) => [...circleLines(circle), ''])
    return ok({ result: circles.value, lines: lines.length === 0 ? ['No circles.'] : lines.slice(0, -1) })
  },
}

function readRoles(names: readonly string[]): Result<Role[], Failure> {
  const roles: Role[] = []
  for (const name of names.length === 0 ? ['delegate'] : names) {
    const role = choice('role', name, ROLES)
    if (!role.ok) return role
    if (roles.includes(role.value)) return wrongUsage(`--role ${name} is named twice`)
    roles.push(role.value)
  }
  return ok(roles)
}

function circleLines(circle: CircleView): string[] {
  const rows = circle.entries.map((entry) => [
    `  ${entry.delegation}`, entry.name, short(entry.installation), entry.roles.join(', '),
    entry.removed ? 'removed' : entry.member ? 'member' : 'not a member',
  ])
  return [
    `${circle.name} (${circle.kind}), circle ${short(circle.circle)}, roster epoch ${circle.epoch}`,
    ...table(['  Delegation', 'Name', 'Installation', 'Roles', 'Standing'], rows, '  Nobody.'),
  ]
}

export const circleCommands: CommandGroup = {
  name: 'circle', summary: 'working parties: who takes part, governed by the secretariat', commands: [found, admit, list],
}
