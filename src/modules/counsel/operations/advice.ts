// 法律咨询登记、法律援助转介: what was asked and what came of it; who it was only where he is called back or referred.
import type { z } from 'zod'
import { type Actor, holds, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import {
  type AdviceRow,
  adviceBetween,
  adviceById,
  adviceCounts,
  type CentreRow,
  centresOf,
  changeAdvice,
  lockAdvice,
  referredWithin,
} from '../advice-store.ts'
import { AID_ANSWER_DAYS, type AidGround } from '../aid-grounds.ts'
import { counsel } from '../contract.ts'
import { type AdviceState, adviceLife } from '../lifecycle.ts'
import { readPhone } from '../phone.ts'
import { areaNamed, keeps } from '../rights.ts'
import { opened, sealed } from '../sealed-json.ts'
import { communitiesWithin } from '../store.ts'
import { counselProblems, type OUTCOMES, type Topic, type WAYS } from '../words.ts'

/** A centre is the whole district’s. */
const keepsCentres = holds('district_staff', 'subdistrict_staff')
const seen = (input: { id: string }, tx: Tx, actor: Actor) => adviceById(tx, actor.tenant, input.id)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockAdvice(tx, actor.tenant, input.id)

/** A centre that is referred to; it lies nowhere in particular. */
async function centreNamed(input: { id: string }, tx: Tx, actor: Actor) {
  const centre = (await centresOf(tx, actor.tenant)).find(({ id }) => id === input.id)
  return centre && centre.ended_at === null ? { id: centre.id, area_pos: 0 } : undefined
}

type Person = { readonly name: string; readonly phone: string }
type Aid = { readonly ground: AidGround; readonly words: string }
type Kept = { readonly person: Partial<Person>; readonly aid: Partial<Aid> }

const keptIn = (keys: Keys, row: AdviceRow): Kept => ({
  person: opened<Person>(keys, 'law_advice', row, 'person', row.person),
  aid: opened<Aid>(keys, 'law_advice', row, 'aid', row.aid),
})

/** Both have one key: whoever changes one seals the other again with it. */
const sealBoth = (keys: Keys, row: { readonly tenant_id: string; readonly id: string }, { person, aid }: Kept) => ({
  person: person.name || person.phone ? sealed(keys, 'law_advice', row, 'person', person) : null,
  aid: aid.ground ? sealed(keys, 'law_advice', row, 'aid', aid) : null,
  key_version: keys.version,
})

const MOVES: Readonly<Record<AdviceState, readonly string[]>> = {
  noted: ['referAid'],
  referred: ['acceptAid', 'refuseAid'],
  accepted: [],
  // Whoever asks again is noted again: what was refused stays as it was.
  refused: [],
}

type Line = z.input<typeof counsel.advice.output>['latest'][number]

function toLine(actor: Actor, centres: readonly CentreRow[], row: AdviceRow): Line {
  const centre = centres.find(({ id }) => id === row.centre_id)
  const can = keeps.allows(actor, row) ? [...MOVES[row.state as AdviceState], ...(row.person ? ['advised'] : [])] : []
  return {
    ...{ id: row.id, areaName: row.area_name, areaNameEn: row.area_name_en, on: row.on_day },
    ...{ way: row.way as (typeof WAYS)[number], topic: row.topic as Topic },
    ...{ outcome: row.outcome as (typeof OUTCOMES)[number], state: row.state as AdviceState },
    ...{ named: row.person !== null, letterNo: row.letter_no, version: row.version },
    centre: centre ? { zh: centre.zh, en: centre.en } : null,
    ...{ referredOn: row.referred_on, answeredOn: row.answered_on },
    dueOn: row.referred_on && dayText(dayNumber(row.referred_on) + AID_ANSWER_DAYS),
    can,
  }
}

export const advice = operation(counsel.advice, {
  permit: [keeps],
  subject: areaNamed,
  async run({ input, subject, tx, actor }) {
    if (input.to < input.from) throw new Problem(counselProblems.wrongTerm)
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const [counts, waiting, latest, centres, communities] = await Promise.all([
      adviceCounts(tx, actor.tenant, span, input.from, input.to),
      referredWithin(tx, actor.tenant, span),
      adviceBetween(tx, actor.tenant, span, input.from, input.to),
      centresOf(tx, actor.tenant),
      communitiesWithin(tx, actor.tenant, span),
    ])
    const line = (row: AdviceRow) => toLine(actor, centres, row)
    return {
      counts: counts.map(({ topic, outcome, count }) => ({
        ...{ topic: topic as Topic, outcome: outcome as (typeof OUTCOMES)[number], count },
      })),
      ...{ waiting: waiting.map(line), latest: latest.map(line) },
      centres: centres
        .filter(({ ended_at }) => ended_at === null)
        .map(({ id, zh, en, phone, address }) => ({ id, zh, en, phone, address })),
      communities: communities.map(({ id, name, name_en }) => ({ id, name, nameEn: name_en })),
      can: ['noteAdvice', ...(keepsCentres.mayEver(actor) ? ['setCentre', 'endCentre'] : [])],
    }
  },
})

export const noteAdvice = operation(counsel.noteAdvice, {
  permit: [keeps, machineOnly],
  subject: areaNamed,
  moves: step(adviceLife, 'note'),
  async run({ input, subject, to, actor, keys, now, write, made }) {
    if (input.on > localDay(now)) throw new Problem(counselProblems.notYet, { day: input.on })
    const row = { tenant_id: actor.tenant, id: newId() }
    const person = {
      ...(input.name ? { name: input.name } : {}),
      ...(input.phone ? { phone: readPhone(input.phone) } : {}),
    }
    write(
      k.insertInto('law_advice').values({
        ...{ ...row, area_id: subject!.id, area_pos: subject!.area_pos, on_day: input.on, way: input.way },
        ...{ topic: input.topic, outcome: input.outcome, state: to, ...sealBoth(keys, row, { person, aid: {} }) },
        ...{ by_id: actor.id, made_at: now, changed_at: now },
      }),
    )
    made({ id: row.id, area_pos: subject!.area_pos, state: to, version: 1 })
    return { id: row.id }
  },
})

export const advised = operation(counsel.advised, {
  permit: [keeps],
  subject: seen,
  async run({ subject, keys }) {
    const { person, aid } = keptIn(keys, subject!)
    return { name: person.name ?? '', phone: person.phone ?? '', ground: aid.ground ?? null, words: aid.words ?? '' }
  },
})

type Working = Context<{ readonly version: number; readonly on: string }, AdviceRow | undefined, AdviceState>

/** The day has come, and does not lie before what it follows. */
function dayOf({ input, subject, now }: Working, after: string): string {
  if (subject!.version !== input.version) throw new Problem(doorProblems.changed)
  if (input.on > localDay(now)) throw new Problem(counselProblems.notYet, { day: input.on })
  if (input.on < after) throw new Problem(counselProblems.wrongTerm)
  return input.on
}

function changed({ subject, to, now, write, made }: Working, set: Readonly<Record<string, unknown>>) {
  const row = subject!
  write(changeAdvice(row, { state: to, ...set }, now))
  made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
  return { id: row.id, state: to, version: row.version + 1 }
}

export const referAid = operation(counsel.referAid, {
  permit: [keeps, machineOnly],
  subject: locked,
  moves: step(adviceLife, 'refer'),
  async run(context) {
    const { input, subject, tx, actor, keys } = context
    const row = subject!
    const on = dayOf(context, row.on_day)
    const centre = (await centresOf(tx, actor.tenant)).find(({ id }) => id === input.centreId)
    if (!centre || centre.ended_at) throw new Problem(counselProblems.noCentre)
    const before = keptIn(keys, row).person
    const name = input.name ?? before.name
    const phone = input.phone ? readPhone(input.phone) : before.phone
    if (!name || !phone) throw new Problem(counselProblems.nobodyToRefer)
    const kept = sealBoth(keys, row, { person: { name, phone }, aid: { ground: input.ground, words: '' } })
    const letter = { centre_id: centre.id, letter_no: input.letterNo, referred_on: on, answered_on: null }
    return changed(context, { ...kept, ...letter, outcome: 'aid' })
  },
})

export const acceptAid = operation(counsel.acceptAid, {
  permit: [keeps, machineOnly],
  subject: locked,
  moves: step(adviceLife, 'accept'),
  async run(context) {
    return changed(context, { answered_on: dayOf(context, context.subject!.referred_on!) })
  },
})

/** Why stands in the record for whoever tells him; he may object within the law (法律援助法 art. 49). */
export const refuseAid = operation(counsel.refuseAid, {
  permit: [keeps, machineOnly],
  subject: locked,
  moves: step(adviceLife, 'refuse'),
  async run(context) {
    const { input, subject, keys } = context
    const row = subject!
    const { person, aid } = keptIn(keys, row)
    const kept = sealBoth(keys, row, { person, aid: { ...aid, words: input.words } })
    return changed(context, { ...kept, answered_on: dayOf(context, row.referred_on!) })
  },
})

export const setCentre = operation(counsel.setCentre, {
  permit: [keepsCentres, machineOnly],
  async run({ input, actor, now, write }) {
    const id = newId()
    write(k.insertInto('aid_centre').values({ tenant_id: actor.tenant, id, ...input, made_at: now }))
    return { id }
  },
})

export const endCentre = operation(counsel.endCentre, {
  permit: [keepsCentres],
  sight: 'tenant',
  subject: centreNamed,
  async run({ subject, actor, now, write, made }) {
    const { id, area_pos } = subject!
    write(k.updateTable('aid_centre').set({ ended_at: now }).where('tenant_id', '=', actor.tenant).where('id', '=', id))
    made({ id, area_pos })
    return { id }
  },
})
