// The library of answers: what residents read on the page about the law, and how an answer comes in and is kept right.

import type { z } from 'zod'
import { type Actor, anyone, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { mayMove, step } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { enterByDistrict } from '#modules/room/index.ts'
import { postsOver } from '../adviser-store.ts'
import { type AnswerRow, answersIn, lockAnswer } from '../answer-store.ts'
import { counsel } from '../contract.ts'
import { answerLife } from '../lifecycle.ts'
import { areaNamed, reviews, writes } from '../rights.ts'
import type { Answer, PublicAnswer } from '../shapes.ts'
import { change, clinicsBetween } from '../store.ts'
import { tellClinics } from '../view.ts'
import { counselProblems } from '../words.ts'

/** Laws change: after a year somebody holds the answer against the law in force again. */
const GOOD_FOR_DAYS = 365
const SHOWN_AHEAD_DAYS = 35
const MOST_SHOWN = 60
/** A phone or ID number, or what looks like one. */
const NUMBER_OF_SOMEBODY = /1[3-9]\d{9}|\d{15,}|\d{6,}[\dXx]{9,}/

const anybody = anyone('answers about the law and times of sessions are public (mission M17)')
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockAnswer(tx, actor.tenant, input.id)

const isDue = (row: AnswerRow, today: string): boolean => dayText(dayNumber(row.checked_on) + GOOD_FOR_DAYS) < today

const shown = (row: AnswerRow): z.input<typeof PublicAnswer> => ({
  ...{ id: row.id, topic: row.topic as z.input<typeof PublicAnswer>['topic'], question: row.question },
  ...{ answer: row.answer, articles: row.articles as { law: string; article: string }[], checkedOn: row.checked_on },
})

/** Every word that was typed stands in it, in the question, the answer or the articles. */
const matches = (row: AnswerRow, words: string): boolean => {
  const text = `${row.question} ${row.answer} ${JSON.stringify(row.articles)}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export const law = operation(counsel.law, {
  permit: [anybody],
  enter: enterByDistrict,
  async run({ input, tx, actor, now }) {
    const today = localDay(now)
    const everywhere = { pos: 0, end: Number.MAX_SAFE_INTEGER }
    const until = dayText(dayNumber(today) + SHOWN_AHEAD_DAYS)
    const [answers, rows, posts] = await Promise.all([
      answersIn(tx, actor.tenant, ['shown'], input.topic),
      clinicsBetween(tx, actor.tenant, everywhere, today, until),
      postsOver(tx, actor.tenant, everywhere, today),
    ])
    const { told } = await tellClinics(tx, actor.tenant, rows, now)
    return {
      answers: answers
        .filter((row) => !isDue(row, today) && matches(row, input.words))
        .slice(0, MOST_SHOWN)
        .map(shown),
      clinics: told,
      advisers: posts
        .filter(({ role }) => role === 'adviser')
        .map((row) => ({
          ...{ name: row.name, nameEn: row.name_en, firm: row.firm, areaName: row.area_name },
          ...{ areaNameEn: row.area_name_en, hoursZh: row.hours_zh, hoursEn: row.hours_en },
        })),
    }
  },
})

const VERBS = { publish: 'publishAnswer', recheck: 'recheckAnswer', retire: 'retireAnswer' } as const

function canOf(actor: Actor, row: AnswerRow): string[] {
  return Object.entries(VERBS).flatMap(([move, verb]) => {
    const rule = move === 'publish' ? reviews : writes
    return mayMove(answerLife, move, row.state) && rule.allows(actor, row) ? [verb] : []
  })
}

export const answers = operation(counsel.answers, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const today = localDay(now)
    const rows = await answersIn(tx, actor.tenant, ['draft', 'shown'], input.topic)
    return {
      answers: rows
        .filter((row) => matches(row, input.words))
        .map((row) => ({
          ...shown(row),
          state: row.state as z.input<typeof Answer>['state'],
          due: isDue(row, today),
          version: row.version,
          can: canOf(actor, row),
        })),
      can: writes.mayEver(actor) ? ['proposeAnswer'] : [],
    }
  },
})

export const proposeAnswer = operation(counsel.proposeAnswer, {
  permit: [writes, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  moves: step(answerLife, 'propose'),
  async run({ input, subject, tx, actor, now, made }) {
    if (input.checkedOn > localDay(now)) throw new Problem(counselProblems.checkedAhead)
    if (NUMBER_OF_SOMEBODY.test(`${input.question} ${input.answer}`)) throw new Problem(counselProblems.somebodyInIt)
    const id = newId()
    await tx.all(
      k.insertInto('law_answer').values({
        ...{ tenant_id: actor.tenant, id, area_id: subject!.id, area_pos: subject!.area_pos, topic: input.topic },
        ...{ question: input.question, answer: input.answer, articles: JSON.stringify(input.articles) },
        ...{ checked_on: input.checkedOn, state: 'draft', proposed_by: actor.id, made_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos: subject!.area_pos, state: 'draft', version: 1 })
    return { id }
  },
})

const asRead = (row: AnswerRow, version: number) => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
}

export const publishAnswer = operation(counsel.publishAnswer, {
  permit: [reviews, machineOnly],
  sight: 'tenant',
  subject: locked,
  moves: step(answerLife, 'publish'),
  async run({ input, subject, to, tx, actor, now, made }) {
    const row = subject!
    asRead(row, input.version)
    await change(tx, actor.tenant, 'law_answer', row, { state: to, reviewed_by: actor.id }, now)
    made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
    return { id: row.id }
  },
})

export const recheckAnswer = operation(counsel.recheckAnswer, {
  permit: [writes],
  sight: 'tenant',
  subject: locked,
  moves: step(answerLife, 'recheck'),
  async run({ input, subject, tx, actor, now, made }) {
    const row = subject!
    asRead(row, input.version)
    await change(tx, actor.tenant, 'law_answer', row, { checked_on: localDay(now), reviewed_by: actor.id }, now)
    made({ id: row.id, area_pos: row.area_pos, state: 'shown', version: row.version + 1 })
    return { id: row.id }
  },
})

export const retireAnswer = operation(counsel.retireAnswer, {
  permit: [writes],
  sight: 'tenant',
  subject: locked,
  moves: step(answerLife, 'retire'),
  async run({ input, subject, to, tx, actor, now, made }) {
    const row = subject!
    asRead(row, input.version)
    await change(tx, actor.tenant, 'law_answer', row, { state: to }, now)
    made({ id: row.id, area_pos: row.area_pos, state: to, version: row.version + 1 })
    return { id: row.id }
  },
})
