// Asking for a correction of one's own entry, and the answer within fifteen working days (PIPL art. 46, art. 50).
import { type Actor, machine } from '#kernel/access.ts'
import { localDay, localInstant } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId, showCode } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { addWorkdays, timeAt } from '#modules/calendar/index.ts'
import { register } from '../contract.ts'
import { correctionLife } from '../lifecycle.ts'
import { ownAddress } from '../people/own-address.ts'
import { enterBySlip, himself, isHimself, newSlip } from '../people/slip.ts'
import { personById } from '../people/store.ts'
import { toPerson } from '../people/view.ts'
import { answers, enters } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { type CorrectionRow, correctionById, correctionsOf, correctionsWithin, lockCorrection } from './store.ts'

const WORKING_DAYS = 15
/** Nobody has to read more than this of one person at once. */
const MOST_OPEN = 5

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const personNamed = (input: { id: string }, tx: Tx, actor: Actor) => personById(tx, actor.tenant, input.id)
const named = (input: { id: string }, tx: Tx, actor: Actor) => correctionById(tx, actor.tenant, input.id)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockCorrection(tx, actor.tenant, input.id)

const at = (row: { tenant_id: string; id: string }, column: 'words' | 'answer') => ({
  ...{ tenant: row.tenant_id, table: 'correction', column, row: row.id },
})
const opened = (keys: Keys, row: CorrectionRow) => ({
  words: keys.open(row.words, at(row, 'words')),
  answer: row.answer ? keys.open(row.answer, at(row, 'answer')) : '',
})

const toCorrection = (row: CorrectionRow, now: Date) => ({
  id: row.id,
  personId: row.person_id,
  state: row.state,
  madeAt: row.made_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  late: row.state === 'open' && row.due_at < now,
  version: row.version,
})

export const giveSlip = operation(register.giveSlip, {
  permit: [enters],
  subject: personNamed,
  async run({ subject, actor, directory, now, url, write }) {
    const { code, until, entry } = newSlip(directory, actor.tenant, subject!.id, now)
    write(entry)
    return { slip: showCode(code), until: until.toISOString(), url: `${url}/mine` }
  },
})

export const mine = operation(register.mine, {
  permit: [isHimself],
  enter: enterBySlip,
  subject: himself,
  async run({ subject, tx, actor, keys, perform }) {
    const { class: of, name, phone, birthYear, sex, state, asOf } = toPerson(keys, subject!)
    // In full: he alone is shown it, and it is what he most often has to correct.
    const { address } = await perform(ownAddress, { id: subject!.id }, machine(actor.tenant, 'own page'))
    const rows = await correctionsOf(tx, actor.tenant, subject!.id)
    return {
      entry: { class: of, name, phone, birthYear, sex, address, state, asOf },
      corrections: rows.map((row) => ({
        state: row.state,
        madeAt: row.made_at.toISOString(),
        dueAt: row.due_at.toISOString(),
        ...opened(keys, row),
      })),
    }
  },
})

/** The end of the fifteenth working day after today. */
async function dueOf(tx: Tx, tenant: string, pos: number, now: Date): Promise<Date> {
  const { days } = await timeAt(tx, tenant, pos, 'work')
  const day = addWorkdays(days, localDay(now), WORKING_DAYS)
  return new Date(localInstant(day, '00:00').getTime() + 86_400_000)
}

/** The person himself; the request that is begun has no state yet, whatever that of his entry is. */
async function asking(_: unknown, tx: Tx, actor: Actor) {
  const row = await himself(_, tx, actor)
  return row && { id: row.id, area_pos: row.area_pos }
}

export const askCorrection = operation(register.askCorrection, {
  permit: [isHimself],
  enter: enterBySlip,
  subject: asking,
  moves: step(correctionLife, 'askCorrection'),
  async run({ input, subject, tx, actor, keys, now, write, made }) {
    const earlier = await correctionsOf(tx, actor.tenant, subject!.id)
    if (earlier.filter((row) => row.state === 'open').length >= MOST_OPEN)
      throw new Problem(registerProblems.manyOpen, { count: MOST_OPEN })
    const id = newId()
    const due = await dueOf(tx, actor.tenant, subject!.area_pos, now)
    write(
      k.insertInto('correction').values({
        ...{ tenant_id: actor.tenant, id, person_id: subject!.id, area_pos: subject!.area_pos },
        words: keys.seal(input.words, at({ tenant_id: actor.tenant, id }, 'words')),
        ...{ state: 'open', due_at: due, made_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos: subject!.area_pos, state: 'open', version: 1 })
    return { dueAt: due.toISOString() }
  },
})

export const corrections = operation(register.corrections, {
  permit: [answers],
  subject: areaNamed,
  async run({ input, subject, tx, actor, now }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const rows = await correctionsWithin(tx, actor.tenant, span, input.state)
    return { corrections: rows.map((row) => toCorrection(row, now)) }
  },
})

export const correction = operation(register.correction, {
  permit: [answers],
  subject: named,
  async run({ subject, keys, now }) {
    const row = subject!
    return {
      ...toCorrection(row, now),
      ...opened(keys, row),
      can: row.state === 'open' ? ['correct', 'decline'] : [],
    }
  },
})

type Answering = Context<
  { id: string; version: number; answer: string },
  CorrectionRow | undefined,
  'done' | 'declined'
>

async function settle({ input, subject, to, keys, now, write, made }: Answering) {
  const row = subject!
  if (row.version !== input.version) throw new Problem(doorProblems.changed)
  const set = {
    ...{ state: to, answer: keys.seal(input.answer, at(row, 'answer')) },
    ...{ version: row.version + 1, changed_at: now },
  }
  write(k.updateTable('correction').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
  made({ id: row.id, area_pos: row.area_pos, state: to, version: set.version })
  return toCorrection({ ...row, ...set }, now)
}

export const correct = operation(register.correct, {
  permit: [answers],
  subject: locked,
  moves: step(correctionLife, 'correct'),
  run: settle,
})

export const decline = operation(register.decline, {
  permit: [answers],
  subject: locked,
  moves: step(correctionLife, 'decline'),
  run: settle,
})
