// Numbers at the door: taken by whoever comes, called and seen by those who sit. They name nobody.

import type { z } from 'zod'
import { type Actor, anyone } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { mayMove, step } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { counsel } from '../contract.ts'
import { enterByDoor } from '../enter.ts'
import { ticketLife } from '../lifecycle.ts'
import { keeps, sitsThere } from '../rights.ts'
import type { Ticket } from '../shapes.ts'
import { type ClinicRow, change, clinicById, lockClinic, lockTicket, type TicketRow, ticketsOf } from '../store.ts'
import { overUntil, tellClinics } from '../view.ts'
import { counselProblems } from '../words.ts'

/** More than any room sees in a day; a phone that takes them all night stops here. */
const MOST_NUMBERS = 200

const stands = anyone('stands in front of the code at the door of a session')
const atDoor = (_: unknown, tx: Tx, actor: Actor) => clinicById(tx, actor.tenant, actor.place ?? '')
/** The session that a number is to be made in: the number itself is not there yet, so it has no state. */
const queueOf = async (tx: Tx, tenant: string, id: string) => {
  const clinic = await lockClinic(tx, tenant, id)
  return clinic && { id: clinic.id, area_pos: clinic.area_pos, clinic }
}
const atDoorLocked = (_: unknown, tx: Tx, actor: Actor) => queueOf(tx, actor.tenant, actor.place ?? '')
const clinicLocked = (input: { id: string }, tx: Tx, actor: Actor) => queueOf(tx, actor.tenant, input.id)
const ticketLocked = (input: { id: string }, tx: Tx, actor: Actor) => lockTicket(tx, actor.tenant, input.id)

const givesNumbers = (row: ClinicRow, now: Date): boolean =>
  row.state === 'planned' && row.day === localDay(now) && overUntil(row.day, now) < row.to_minute

export const queue = operation(counsel.queue, {
  permit: [stands],
  enter: enterByDoor,
  sight: 'tenant',
  subject: atDoor,
  async run({ subject, tx, actor, now }) {
    const row = subject!
    const { told } = await tellClinics(tx, actor.tenant, [row], now)
    const numbers = await ticketsOf(tx, actor.tenant, [row.id])
    const those = (...states: readonly string[]) =>
      numbers.filter((one) => states.includes(one.state)).map((one) => one.no)
    return {
      clinic: told[0]!,
      open: givesNumbers(row, now),
      waiting: those('waiting'),
      called: those('called', 'seen'),
    }
  },
})

/** The next number of a session that is locked. */
async function giveNext({ tx, actor, now, made }: Pick<Context, 'tx' | 'actor' | 'now' | 'made'>, row: ClinicRow) {
  if (!givesNumbers(row, now)) throw new Problem(counselProblems.noQueue, { day: row.day })
  const before = await ticketsOf(tx, actor.tenant, [row.id])
  const no = (before.at(-1)?.no ?? 0) + 1
  if (no > MOST_NUMBERS) throw new Problem(counselProblems.queueFull)
  const id = newId()
  await tx.all(
    k.insertInto('clinic_ticket').values({
      ...{ tenant_id: actor.tenant, id, clinic_id: row.id, no, state: 'waiting', made_at: now, changed_at: now },
    }),
  )
  made({ id, area_pos: row.area_pos, state: 'waiting', version: 1 })
  return { id, no, before: before.filter((one) => one.state === 'waiting').length }
}

export const takeNumber = operation(counsel.takeNumber, {
  permit: [stands],
  enter: enterByDoor,
  sight: 'tenant',
  subject: atDoorLocked,
  moves: step(ticketLife, 'take'),
  async run(context) {
    const { no, before } = await giveNext(context, context.subject!.clinic)
    return { no, before }
  },
})

export const giveNumber = operation(counsel.giveNumber, {
  permit: [keeps, sitsThere],
  sight: 'tenant',
  subject: clinicLocked,
  moves: step(ticketLife, 'give'),
  async run(context) {
    const { id, no } = await giveNext(context, context.subject!.clinic)
    return { id, no }
  },
})

export const ticketView = (row: Pick<TicketRow, 'id' | 'no' | 'state'>, may: boolean): z.input<typeof Ticket> => ({
  id: row.id,
  no: row.no,
  state: row.state as z.input<typeof Ticket>['state'],
  can: may ? Object.entries(VERBS).flatMap(([move, verb]) => (mayMove(ticketLife, move, row.state) ? [verb] : [])) : [],
})

const VERBS = { call: 'callNumber', see: 'seeNumber', finish: 'finishNumber', leave: 'leaveNumber' } as const

/** One move of a number; those who sit there and those who keep the session may. */
const moved = <T extends 'callNumber' | 'seeNumber' | 'finishNumber' | 'leaveNumber'>(
  signature: (typeof counsel)[T],
  move: keyof typeof VERBS,
) =>
  operation(signature, {
    permit: [keeps, sitsThere],
    sight: 'tenant',
    subject: ticketLocked,
    moves: step(ticketLife, move),
    async run({ subject, to, tx, actor, now, made }) {
      const row = subject!
      await change(tx, actor.tenant, 'clinic_ticket', row, { state: to }, now)
      made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
      return ticketView({ ...row, state: to }, true)
    },
  })

export const callNumber = moved(counsel.callNumber, 'call')
export const seeNumber = moved(counsel.seeNumber, 'see')
export const finishNumber = moved(counsel.finishNumber, 'finish')
export const leaveNumber = moved(counsel.leaveNumber, 'leave')
