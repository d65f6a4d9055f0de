/** `chancery circle ...` */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { choice } from './choices.ts'
import { inBrussels } from './brusselsTime.ts'
import { wrongUsage, type Command, type CommandGroup, type CommandRun, type Failure, type Report } from './command.ts'
import { short, table } from './layout.ts'
import { entriesNamed, findCard, findCircle } from './references.ts'

type CircleView = Output<'circle.found'>
type Role = CircleView['myRoles'][number]
const STEP_WORDS: Readonly<Record<CircleView['history'][number]['kind'], string>> = {
  founded: 'founded', admitted: 'admitted', removed: 'removed', roleChanged: 'changed the role of', suspended: 'suspended', reinstated: 'reinstated',
  rotated: 'took up new keys of', handedOver: 'handed the secretariat over to',
}
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

const CIRCLE = { type: 'string', value: 'CIRCLE', help: 'name or first digits; not needed where there is one circle' } as const
const PERSON = { name: 'PERSON', help: 'of the roster: delegation code, name, or first digits of the installation' } as const
const STRICT = { type: 'boolean', help: 'what it signed before and has not arrived here does not count any more' } as const

const admit: Command = {
  path: ['circle', 'admit'],
  summary: 'admit the holder of a card to a circle',
  positionals: [{ name: 'CARD', help: 'delegation code, name, or first digits of the installation' }],
  options: {
    circle: CIRCLE,
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

const role: Command = {
  path: ['circle', 'role'],
  summary: 'change what somebody may do in a circle, from the next epoch of its roster on',
  positionals: [PERSON],
  options: {
    circle: CIRCLE, role: { type: 'string', value: 'ROLE', multiple: true, required: true, help: ROLES.join(', ') },
    observer: { type: 'boolean', help: 'not a member: cannot break silence' }, strict: STRICT,
  },
  vault: 'open',
  run: async (run) => {
    const someone = await findSomeone(run)
    if (!someone.ok) return someone
    const roles = readRoles(run.args.all('role'))
    if (!roles.ok) return roles
    return reported(await run.call('circle.changeRole', { ...someone.value, roles: roles.value, member: !run.args.flag('observer'), strict: run.args.flag('strict') }))
  },
}

const consequences: Command = {
  path: ['circle', 'consequences'],
  summary: 'show what suspending or removing somebody would mean; nothing is changed',
  positionals: [PERSON],
  options: { circle: CIRCLE },
  vault: 'open',
  run: async (run) => {
    const someone = await findSomeone(run)
    if (!someone.ok) return someone
    const found = await run.call('circle.consequences', someone.value)
    return found.ok ? ok({ result: found.value, lines: consequenceLines(found.value) }) : found
  },
}

const suspend: Command = {
  path: ['circle', 'suspend'],
  summary: 'suspend somebody: neither heard nor written to until reinstated',
  positionals: [PERSON],
  options: { circle: CIRCLE, reason: { type: 'string', value: 'WORDS', required: true, help: 'stands in the roster for all to read' } },
  vault: 'open',
  run: async (run) => {
    const someone = await findSomeone(run)
    return someone.ok ? reported(await run.call('circle.suspend', { ...someone.value, reason: run.args.required('reason') })) : someone
  },
}

const reinstate: Command = {
  path: ['circle', 'reinstate'],
  summary: 'lift the suspension of somebody',
  positionals: [PERSON],
  options: { circle: CIRCLE },
  vault: 'open',
  run: async (run) => {
    const someone = await findSomeone(run)
    return someone.ok ? reported(await run.call('circle.reinstate', someone.value)) : someone
  },
}

const remove: Command = {
  path: ['circle', 'remove'],
  summary: 'remove somebody; what has arrived here by now is accepted, and nothing else of it',
  positionals: [PERSON],
  options: { circle: CIRCLE, reason: { type: 'string', value: 'WORDS', required: true, help: 'stands in the roster for all to read' } },
  vault: 'open',
  run: async (run) => {
    const someone = await findSomeone(run)
    return someone.ok ? reported(await run.call('circle.remove', { ...someone.value, reason: run.args.required('reason') })) : someone
  },
}

const handOver: Command = {
  path: ['circle', 'hand-over'],
  summary: 'make somebody else the secretariat that signs the roster; it cannot be taken back',
  positionals: [PERSON],
  options: { circle: CIRCLE, role: { type: 'string', value: 'ROLE', multiple: true, help: 'what you keep: chair, delegate, drafter, observer; delegate if none is named' } },
  vault: 'open',
  run: async (run) => {
    const someone = await findSomeone(run)
    if (!someone.ok) return someone
    const roles = readRoles(run.args.all('role'))
    return roles.ok ? reported(await run.call('circle.handOver', { ...someone.value, roles: roles.value })) : roles
  },
}

const takeKeys: Command = {
  path: ['circle', 'take-keys'],
  summary: 'take the new keys that somebody offers into the roster, once their safety words were compared',
  positionals: [PERSON],
  options: { circle: CIRCLE, strict: STRICT, 'safety-words-compared': { type: 'boolean', help: 'the six words of the new keys were compared and are the same' } },
  vault: 'open',
  run: async (run) => {
    const someone = await findSomeone(run)
    if (!someone.ok) return someone
    const { circle, installation } = someone.value
    const known = await findCircle(run, circle)
    if (!known.ok) return known
    const offer = known.value.offers.find((one) => one.installation === installation)
    if (offer === undefined) return wrongUsage('this person offers no new keys')
    return reported(await run.call('circle.takeKeys', {
      circle, installation, fingerprint: offer.fingerprint, safetyWordsCompared: run.args.flag('safety-words-compared'), strict: run.args.flag('strict'),
    }))
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

function reported(changed: Result<CircleView, Failure>): Result<Report, Failure> {
  return changed.ok ? ok({ result: changed.value, lines: circleLines(changed.value) }) : changed
}

async function findSomeone(run: CommandRun): Promise<Result<{ circle: CircleView['circle']; installation: CircleView['secretariat'] }, Failure>> {
  const circle = await findCircle(run, run.args.text('circle'))
  if (!circle.ok) return circle
  const [installation, ...others] = entriesNamed(circle.value, run.args.positional('PERSON'))
  if (installation === undefined) return wrongUsage(`nobody in the circle goes by "${run.args.positional('PERSON')}"`)
  return others.length === 0 ? ok({ circle: circle.value.circle, installation }) : wrongUsage(`several go by "${run.args.positional('PERSON')}": give digits of the installation`)
}

function consequenceLines({ logs, opened, unanswered, colleagues }: Output<'circle.consequences'>): string[] {
  const accepted = logs.map((log) => [`  ${log.title || 'the circle itself'}`, `up to number ${log.lastSeq}`])
  return [
    'Accepted, and nothing after', ...table(['  Where', 'Last accepted'], accepted, '  Nothing of it has arrived.'),
    'Dossiers that it opened and that stay', ...table(['  Dossier'], opened.map((one) => [`  ${one.title}`]), '  None.'),
    'Silence running without an answer of its delegation', ...table(['  Text'], unanswered.map((one) => [`  ${one.title}`]), '  None.'),
    colleagues.length === 0 ? 'Nobody else of its delegation stays.' : `Of its delegation ${colleagues.join(', ')} stay${colleagues.length === 1 ? 's' : ''}.`,
  ]
}

function historyLines(circle: CircleView): string[] {
  const rows = circle.history.map((step) => [
    `  ${step.epoch}`, inBrussels(step.claimedAtUtcMs), `${step.by.delegation} ${step.by.name}`, `${STEP_WORDS[step.kind]}${step.effective ? '' : ' (without effect)'}`,
    [step.person === null ? '' : `${step.person.delegation} ${step.person.name}`, step.roles.join(', '), step.reason].filter((part) => part !== '').join('; '),
  ])
  return table(['  Epoch', 'Signed', 'By', 'What', 'Whom'], rows, '')
}

const history: Command = {
  path: ['circle', 'history'],
  summary: 'show how the roster of a circle came about, epoch by epoch',
  positionals: [],
  options: { circle: CIRCLE },
  vault: 'open',
  run: async (run) => {
    const circle = await findCircle(run, run.args.text('circle'))
    return circle.ok ? ok({ result: circle.value.history, lines: historyLines(circle.value) }) : circle
  },
}

function circleLines(circle: CircleView): string[] {
  const rows = circle.entries.map((entry) => [
    `  ${entry.delegation}`, entry.name, short(entry.installation), entry.roles.join(', '),
    entry.removed ? 'removed' : entry.suspended ? 'suspended' : entry.member ? 'member' : 'not a member',
  ])
  return [
    ...(circle.conflict === null ? [] : [`STOPPED: two rosters claim to be number ${circle.conflict.epoch}. See chancery evidence list.`]),
    `${circle.name} (${circle.kind}), circle ${short(circle.circle)}, roster epoch ${circle.epoch}`,
    ...table(['  Delegation', 'Name', 'Installation', 'Roles', 'Standing'], rows, '  Nobody.'),
  ]
}

export const circleCommands: CommandGroup = {
  name: 'circle', summary: 'working parties: who takes part, governed by the secretariat', commands: [found, admit, role, suspend, reinstate, consequences, remove, handOver, takeKeys, list, history],
}