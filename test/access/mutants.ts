// Broken copies of the rules, each with the cells of the table that ought to notice.

import { z } from 'zod'
import { type Actor, type Role, type Rule, systemOnly, works } from '#kernel/access.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import type { Caller } from './cast.ts'
import { DESKS, STAFF, type StaffRole } from './expected/roles.ts'
import { expected, operationOf } from './expected.ts'
import { ask, type Cell, cellsOf, faultsOf } from './matrix.ts'
import { OK, verdict } from './oracle.ts'
import type { World } from './subjects.ts'

export type Mutant = {
  readonly name: string
  readonly op: AnyOperation
  /** Cells worth asking first: where somebody is let through, or where somebody is refused. */
  readonly looks: 'let through' | 'refused'
  readonly role?: StaffRole
}

const rulesOf = (op: AnyOperation) => op.permit as readonly Rule[]
const withRules = (op: AnyOperation, rules: readonly Rule[]): AnyOperation => ({
  ...op,
  permit: rules as unknown as AnyOperation['permit'],
})

/** One rule taken away. */
const without = (op: AnyOperation): Mutant[] =>
  rulesOf(op).map((rule, at) => ({
    name: `${op.signature.name} without “${rule.label}”`,
    op: withRules(op, rulesOf(op).toSpliced(at, 1)),
    looks: 'let through',
  }))

/**
 * One rule that lets everybody through. Rules that say “anyone” do so already, and a receipt's bearer is its reporter, a
 * slip's the person himself, a key's its system, a page's code its party, an application's its applicant, and a door's code comes before any rule of
 * `mediation.ask` (see `led`).
 */
const opened = (op: AnyOperation): Mutant[] =>
  rulesOf(op).flatMap((rule, at) =>
    rule.label.startsWith('anyone') ||
    rule.label.startsWith('reporter') ||
    rule.label.startsWith('the person himself') ||
    rule.label.startsWith('a party, by the code') ||
    rule.label.startsWith('the applicant, by his receipt') ||
    op.signature.name === 'mediation.ask' ||
    (rule === systemOnly && op.signature.name.startsWith('open311.'))
      ? []
      : [
          {
            name: `${op.signature.name} with “${rule.label}” for everybody`,
            op: withRules(op, rulesOf(op).with(at, { ...rule, allows: () => true, mayEver: () => true })),
            looks: 'refused' as const,
          },
        ],
  )

/** Whether an input holds a secret that leads somewhere. The code of `open311.service` is a kind's, which everybody knows. */
const isLed = (op: AnyOperation): boolean => {
  const { input, name } = op.signature
  const asked = input instanceof z.ZodObject ? Object.keys(input.shape) : []
  return name !== 'open311.service' && ['code', 'receipt', 'key', 'slip'].some((field) => asked.includes(field))
}

/** What a code or receipt leads to besides a matter. */
function placeFor({ signature: { name } }: AnyOperation, world: World): string {
  if (/^counsel\.(booking|dropBooking)$/.test(name)) return world.counsel.booking.id
  return name.startsWith('counsel.') ? world.counsel.clinic.id : world.place.id
}

/** A secret that leads nowhere leads to somebody's matter. */
const led = (op: AnyOperation, world: World): Mutant[] => {
  const { enter } = op
  // Signing in and joining look at their secret once more when they run.
  if (!enter || op.signature.name.startsWith('account.')) return []
  if (!isLed(op)) return []
  const { id } = world.matters.reported
  const { tenant } = world.street
  const mutant: AnyOperation = {
    ...op,
    enter: async (input, actor, directory) =>
      (await enter(input, actor, directory)) ?? {
        ...actor,
        kind: 'reporter',
        tenant,
        id,
        ids: [id],
        place: placeFor(op, world),
      },
  }
  return [{ name: `${op.signature.name} by a secret that leads nowhere`, op: mutant, looks: 'refused' }]
}

/** One role forgotten by all rules of an operation. */
const forgetting = (op: AnyOperation, role: StaffRole): Mutant => {
  const is = (actor: Actor) => actor.posts.some((post) => post.role === role)
  const rules = rulesOf(op).map((rule) => ({
    ...rule,
    mayEver: (actor: Actor) => !is(actor) && rule.mayEver(actor),
    allows: (actor: Actor, subject: unknown) => !is(actor) && rule.allows(actor, subject),
  }))
  return { name: `${op.signature.name} forgets ${role}`, op: withRules(op, rules), looks: 'let through', role }
}

const rolesOf = (name: string): StaffRole[] =>
  STAFF.filter((role) =>
    Object.entries(expected).some(
      ([line, right]) =>
        operationOf(line) === name && (right.signedIn || right.lets?.some((one) => one.roles.includes(role))),
    ),
  )

/** Every rule of every operation taken away, opened to everybody, and each role forgotten. */
export const mutantsOf = (operations: ReadonlyMap<string, AnyOperation>, world: World): Mutant[] =>
  [...operations.values()].flatMap((op) => [
    ...without(op),
    ...opened(op),
    ...led(op, world),
    ...rolesOf(op.signature.name).map((role) => forgetting(op, role)),
  ])

/** Conditions on the matter itself, dropped one at a time: who checks his own work, who may still see the number. */
export const conditionsDropped = (operations: ReadonlyMap<string, AnyOperation>): Mutant[] => {
  const only = (name: string, ...roles: readonly Role[]): Mutant => {
    const op = operations.get(name)!
    return {
      name: `${name} by ${roles.join(', ')} without further conditions`,
      op: withRules(op, [works(...roles) as Rule, ...rulesOf(op)]),
      looks: 'refused',
    }
  }
  const handler: Rule<{ handler_id: string | null }> = {
    label: 'handles it',
    mayEver: (actor) => actor.kind === 'staff',
    allows: (actor, row) => row.handler_id === actor.id,
  }
  const reveal = operations.get('matter.reveal')!
  return [
    only('matter.verify', ...DESKS),
    only('matter.sendBack', ...DESKS),
    only('matter.take', ...DESKS),
    only('matter.reveal', 'grid_worker'),
    only('matter.reveal', ...DESKS),
    {
      name: 'matter.reveal by its handler for ever',
      op: withRules(reveal, [handler as Rule, ...rulesOf(reveal)]),
      looks: 'refused',
    },
  ]
}

/** Who comes as far as the file that he did not send has been let through, too. */
const LET: readonly string[] = [OK, 'door.wrongState', 'register.noFile', 'mediation.noScan']
const isLet = (cell: Cell) => LET.includes(verdict(cell, cell.caller))

/** The first fault that the table finds in a mutant; undefined when it notices nothing. */
export async function caught(world: World, callers: readonly Caller[], mutant: Mutant): Promise<string | undefined> {
  const name = mutant.op.signature.name
  const lines = Object.keys(expected).filter((line) => operationOf(line) === name)
  const asking = mutant.role ? callers.filter((one) => one.role === mutant.role) : callers
  const cells = lines
    .flatMap((line) => cellsOf(world, line, asking))
    .filter((cell) => isLet(cell) === (mutant.looks === 'let through'))
  for (const cell of cells) {
    const [fault] = faultsOf(world, cell, await ask(world, mutant.op, cell))
    if (fault) return fault
  }
  return undefined
}
