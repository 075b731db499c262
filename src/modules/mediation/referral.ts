// What another body sends with a dispute, and by when it wants an answer (domain 2.4, 2.7).
import type { z } from 'zod'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { timeAt } from '#modules/calendar/index.ts'
import type { mediation } from './contract.ts'
import { LETTER_STAGES } from './lifecycle.ts'
import { lastDay } from './periods.ts'
import { rulesOf } from './rules.ts'
import { mediationProblems } from './words.ts'

type Given = z.output<typeof mediation.apply.input>
type Reading = Pick<Context, 'tx' | 'actor'> & { readonly subject: { readonly area_pos: number } | undefined }

/** Who refers is said of what is referred alone, a letter too, and only a court has stages. */
export function checkReferred({ source, referredBy, letter }: Given): void {
  const referred = source === 'referred'
  if (referred !== (referredBy !== undefined) || (letter && !referred))
    throw new Problem(mediationProblems.referredByWhom)
  if (letter?.stage && referredBy !== 'court') throw new Problem(mediationProblems.stageOfCourt)
}

/** The columns of the letter; the day of the answer follows from the stage where the letter names none. */
export async function letterOf({ tx, actor, subject }: Reading, { letter }: Given) {
  if (!letter) return {}
  const { no, on, stage } = letter
  const row = { letter_no: no, letter_on: on, letter_stage: stage ?? null }
  if (letter.replyBy || !stage) return { ...row, reply_by: letter.replyBy ?? null }
  const [{ courtReply }, { days }] = await Promise.all([
    rulesOf(tx, actor.tenant),
    timeAt(tx, actor.tenant, subject!.area_pos, 'work'),
  ])
  return { ...row, reply_by: lastDay(days, on, courtReply.numbers[LETTER_STAGES.indexOf(stage)]!) }
}
