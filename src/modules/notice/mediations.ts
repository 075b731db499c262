// What whoever mediates is told of: a window, a limit, a term or a visit whose day comes near. A kind of dispute and days, nobody's name.
import type { Context } from '#kernel/operation.ts'
import type { Reminded } from '#modules/mediation/index.ts'
import { tell } from './tell.ts'

const KIND = {
  confirm: 'mediation.confirm',
  limit: 'mediation.limit',
  term: 'mediation.term',
  follow_up: 'mediation.visit',
  meeting: 'mediation.meeting',
  reply: 'mediation.reply',
  wished: 'mediation.wished',
  answered: 'mediation.answered',
} as const

export async function tellMediator(context: Context, answer: unknown): Promise<void> {
  const { account, about, kindZh, kindEn, daysLeft } = answer as Reminded
  const { subject, now } = context
  if (!account || !subject) return
  await tell(context, [
    {
      to: { choices: [{ groups: [{ account }] }] },
      kind: KIND[about],
      about: { kind: 'mediation', id: subject.id },
      said: { kind: { zh: kindZh, en: kindEn }, count: Math.max(0, daysLeft) },
      at: now,
      except: null,
      guard: { id: subject.id, pos: subject.area_pos },
    },
  ])
}
