// Routing rules: kept by the desks, learned from rulings, followed at once where they say so.
import { type Actor, machine, machineOnly, signedIn, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import type { Reaction } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem, type ProblemEntry } from '#kernel/problem.ts'
import { agencyById } from '#modules/agency/index.ts'
import { areaById } from '#modules/area/index.ts'
import { matter } from '../contract.ts'
import { forgetKinds, rowsOf } from '../kinds.ts'
import { allRules, offers, routeFor, ruleById } from '../routing.ts'
import { matterProblems } from '../words.ts'
import { dispatch } from './dispatch.ts'

const keeps = works('system_admin', 'district_staff', 'subdistrict_staff')
const OFFERED_DAYS = 90
const DAY_MS = 86_400_000

export const routes = operation(matter.routes, {
  permit: [signedIn],
  async run({ tx, actor, now }) {
    const mayKeep = keeps.mayEver(actor)
    const [rules, rulings] = await Promise.all([
      allRules(tx, actor.tenant, localDay(now)),
      mayKeep ? offers(tx, actor.tenant, new Date(now.getTime() - OFFERED_DAYS * DAY_MS)) : [],
    ])
    return {
      routes: rules.map((rule) => ({
        id: rule.id,
        kind: rule.kind,
        areaId: rule.area_id,
        areaName: rule.area_name,
        agencyId: rule.agency_id,
        agencyName: rule.agency_name,
        direct: rule.direct,
        basis: rule.basis,
        ownerName: rule.owner_name ?? '',
        from: rule.valid_from,
        to: rule.valid_to,
        version: rule.version,
      })),
      offers: rulings.map((one) => ({
        ...{ matterId: one.id, no: one.no, kind: one.kind, ruling: one.ruling },
        ...{ agencyId: one.agency_id, agencyName: one.agency_name },
      })),
      can: mayKeep ? ['setRoute'] : [],
    }
  },
})

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

export const setRoute = operation(matter.setRoute, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, made }) {
    const area = subject!
    if (!(await rowsOf(tx, actor.tenant)).kinds.has(input.kind))
      throw new Problem(matterProblems.noKind, { kind: input.kind })
    const agency = await agencyById(tx, actor.tenant, input.agencyId)
    if (!agency || agency.retired_at) throw new Problem(matterProblems.noAgency)
    const before = input.id ? await ruleById(tx, actor.tenant, input.id) : undefined
    if (input.id && !before) throw new Problem(doorProblems.missing)
    if (before && before.version !== input.version) throw new Problem(doorProblems.changed)
    const id = input.id ?? newId()
    const row = {
      ...{ kind: input.kind, area_id: area.id },
      ...{ agency_id: agency.id, direct: input.direct, basis: input.basis, owner_id: actor.id },
      ...{ learned_from: input.learnedFrom, valid_from: input.from, valid_to: input.to },
      ...{ version: input.version + 1, changed_at: now },
    }
    await tx.all(
      before
        ? k.updateTable('routing_rule').set(row).where('tenant_id', '=', actor.tenant).where('id', '=', id)
        : k.insertInto('routing_rule').values({ tenant_id: actor.tenant, id, made_at: now, ...row }),
    )
    made({ id, area_pos: area.area_pos, version: row.version })
    forgetKinds(actor.tenant)
    return { id, version: row.version }
  },
})

/** The list no longer has the kind, or the agency has gone: a person decides. */
const STAYS: ReadonlySet<ProblemEntry> = new Set([matterProblems.notOnList, matterProblems.noAgency])

/** A rule that says "at once" hands a new matter on without anybody's hand; where the list forbids it, it stays with the grid. */
export const routeAtOnce: Reaction = {
  on: 'matter.report',
  async run({ subject, actor, tx, now, perform }, answer) {
    const { id, kind } = answer as { id: string; kind: string }
    const rows = await rowsOf(tx, actor.tenant)
    const rule = routeFor(rows.routes, kind, subject!.area_pos, localDay(now))
    if (!rule?.direct) return
    const linli = machine(actor.tenant, 'routing')
    try {
      await perform(dispatch, { id, agencyId: rule.agency_id, words: rule.basis }, linli)
    } catch (error) {
      if (!(error instanceof Problem && STAYS.has(error.entry))) throw error
    }
  },
}
