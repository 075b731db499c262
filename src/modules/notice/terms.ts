// A mediator's term that nears its end: said to him, and to whoever keeps the committee, so that it is renewed or filled.
import type { Context } from '#kernel/operation.ts'
import type { TermTold } from '#modules/committee/index.ts'
import { tell } from './tell.ts'

const KEEP = ['community_head', 'subdistrict_staff'] as const

export async function tellOfTerm(context: Context, answer: unknown): Promise<void> {
  const { account, committeeName, committeeNameEn, areaPos, daysLeft } = answer as TermTold
  const { subject, now } = context
  if (!account || !subject) return
  const said = { kind: { zh: committeeName, en: committeeNameEn || committeeName }, count: daysLeft }
  const about = { kind: 'mediator', id: subject.id }
  const to = (group: { account: string } | { roles: typeof KEEP; areaPos: number }) => ({
    choices: [{ groups: [group] }],
  })
  await tell(context, [
    { to: to({ account }), kind: 'mediator.term', about, said, at: now, except: null },
    { to: to({ roles: KEEP, areaPos }), kind: 'mediator.termHere', about, said, at: now, except: account },
  ])
}
