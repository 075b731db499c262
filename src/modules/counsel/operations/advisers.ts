// 一社区一法律顾问: who stands by each community with the law, how often he came, and where nobody does.
import { type Actor, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import {
  advisersIn,
  endPost,
  holdArea,
  lockPostOf,
  type PostRow,
  postsOver,
  type ServiceSum,
  servicesIn,
} from '../adviser-store.ts'
import { counsel } from '../contract.ts'
import { areaNamed, keeps } from '../rights.ts'
import { communitiesWithin, lockSitter } from '../store.ts'
import { counselProblems } from '../words.ts'

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockPostOf(tx, actor.tenant, input.id)

const toPost = (actor: Actor, row: PostRow) => ({
  ...{ id: row.id, role: row.role as 'adviser' | 'savvy', name: row.name, nameEn: row.name_en, firm: row.firm },
  ...{ hoursZh: row.hours_zh, hoursEn: row.hours_en, trainedOn: row.trained_on, from: row.from_on, to: row.to_on },
  version: row.version,
  can: keeps.allows(actor, row) ? ['endAdviser', ...(row.role === 'adviser' ? ['logService'] : [])] : [],
})

const together = (sums: readonly ServiceSum[]) => ({
  services: sums.reduce((sum, one) => sum + one.services, 0),
  minutes: sums.reduce((sum, one) => sum + one.minutes, 0),
  came: sums.reduce((sum, one) => sum + one.came, 0),
  last:
    sums
      .map((one) => one.last)
      .sort()
      .at(-1) ?? null,
})

export const advisers = operation(counsel.advisers, {
  permit: [signedIn],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now }) {
    if (input.to < input.from) throw new Problem(counselProblems.wrongTerm)
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const [communities, posts] = await Promise.all([
      communitiesWithin(tx, actor.tenant, span),
      postsOver(tx, actor.tenant, span, localDay(now)),
    ])
    const sums = await servicesIn(tx, actor.tenant, span, input.from, input.to)
    return {
      communities: communities.map((one) => {
        const its = posts.filter((row) => row.area_pos <= one.area_end && row.area_end >= one.area_pos)
        return {
          ...{ id: one.id, name: one.name, nameEn: one.name_en },
          posts: its.map((row) => toPost(actor, row)),
          ...together(sums.filter(({ area_pos }) => one.area_pos <= area_pos && area_pos <= one.area_end)),
        }
      }),
      can: keeps.allows(actor, subject!) ? ['appointAdviser'] : [],
    }
  },
})

export const appointAdviser = operation(counsel.appointAdviser, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, write, made }) {
    if (input.to < input.from) throw new Problem(counselProblems.wrongTerm)
    if (input.role === 'savvy' && !input.trainedOn) throw new Problem(counselProblems.notTrained)
    if (!(await lockSitter(tx, actor.tenant, input.sitterId))) throw new Problem(counselProblems.noSitter)
    const { id: area_id, area_pos, area_end } = subject!
    if (input.role === 'adviser') {
      await holdArea(tx, actor.tenant, area_id)
      const [there] = await advisersIn(tx, actor.tenant, area_id, input.from, input.to)
      if (there) throw new Problem(counselProblems.adviserThere, { name: there.name, to: there.to_on })
    }
    const id = newId()
    write(
      k.insertInto('law_post').values({
        ...{ tenant_id: actor.tenant, id, area_id, area_pos, area_end, sitter_id: input.sitterId, role: input.role },
        ...{ hours_zh: input.hoursZh, hours_en: input.hoursEn, trained_on: input.trainedOn ?? null },
        ...{ from_on: input.from, to_on: input.to, made_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos, version: 1 })
    return { id }
  },
})

export const endAdviser = operation(counsel.endAdviser, {
  permit: [keeps],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, now, write }) {
    if (subject!.version !== input.version) throw new Problem(doorProblems.changed)
    write(endPost(subject!, now))
    return { id: subject!.id }
  },
})

export const logService = operation(counsel.logService, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, actor, now, write }) {
    const { id: post_id, area_id, area_pos, from_on, to_on, role } = subject!
    if (role !== 'adviser') throw new Problem(counselProblems.noAdviser)
    if (input.on > localDay(now) || input.on < from_on || input.on > to_on)
      throw new Problem(counselProblems.notThatDay)
    const id = newId()
    write(
      k.insertInto('law_service').values({
        ...{ tenant_id: actor.tenant, id, post_id, area_id, area_pos, kind: input.kind, on_day: input.on },
        ...{ minutes: input.minutes, came: input.came, made_at: now },
      }),
    )
    return { id }
  },
})
