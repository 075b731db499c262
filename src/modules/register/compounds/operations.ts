// Compounds 小区 of an area, and one of them: its buildings, how many live in each, who manages it.
import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { register } from '../contract.ts'
import { reads } from '../rights.ts'
import { managersShown } from './managed-by.ts'
import { buildingsOf, compoundById, compoundsWithin, homesIn, peopleInBuildings } from './store.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

export const compounds = operation(register.compounds, {
  permit: [reads],
  subject: areaNamed,
  async run({ subject, tx, actor }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    return { compounds: await compoundsWithin(tx, actor.tenant, span) }
  },
})

export const compound = operation(register.compound, {
  permit: [reads],
  subject: areaNamed,
  async run({ input, subject, tx, actor, keys }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const [row, buildings] = await Promise.all([
      compoundById(tx, actor.tenant, input.id),
      buildingsOf(tx, actor.tenant, input.id, span),
    ])
    if (!row || buildings.length === 0) throw new Problem(doorProblems.missing)
    const ids = buildings.map(({ id }) => id)
    const [homes, people, managers] = await Promise.all([
      homesIn(tx, actor.tenant, ids),
      peopleInBuildings(tx, actor.tenant, buildings),
      managersShown({ tx, actor, keys }, [row, ...buildings]),
    ])
    const counted = (rows: readonly { id: string; n: number }[], id: string) =>
      rows.find((one) => one.id === id)?.n ?? 0
    return {
      ...row,
      buildings: buildings.map(({ id, name }) => ({
        id,
        name,
        homes: counted(homes, id),
        people: counted(people, id),
      })),
      managers,
    }
  },
})
