// Visits 走访: begun, ended, and named as the source of what is entered meanwhile, by whoever is at that door now.
import type { Actor } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { enters } from '../rights.ts'
import { registerProblems } from '../words.ts'
import { homeById, lockVisit, type VisitRow } from './store.ts'

const homeNamed = (input: { homeId: string }, tx: Tx, actor: Actor) => homeById(tx, actor.tenant, input.homeId)
const lockedVisit = (input: { id: string }, tx: Tx, actor: Actor) => lockVisit(tx, actor.tenant, input.id)

/** The visit, when it is his own and goes on. Somebody else's is told from none by nobody. */
function runningOf(row: VisitRow | undefined, actor: Actor): VisitRow {
  if (!row || row.made_by !== actor.id) throw new Problem(registerProblems.notYourVisit)
  if (row.ended_at) throw new Problem(registerProblems.visitOver)
  return row
}

/** Where an entry comes from: a visit that its maker is on now, at one of these homes; else a desk. */
export async function sourceOf(
  { tx, actor }: { readonly tx: Tx; readonly actor: Actor },
  visitId: string | undefined,
  homes: readonly (string | null)[],
): Promise<string> {
  if (!visitId) return 'desk'
  const { id, home_id } = runningOf(await lockVisit(tx, actor.tenant, visitId), actor)
  if (!homes.includes(home_id)) throw new Problem(registerProblems.visitElsewhere)
  return `visit ${id}`
}

export const beginVisit = operation(register.beginVisit, {
  permit: [enters],
  subject: homeNamed,
  async run({ subject, actor, now, write, made }) {
    if (subject!.ended_on) throw new Problem(registerProblems.noHome)
    const id = newId()
    const { id: home_id, area_pos } = subject!
    write(
      k.insertInto('home_visit').values({
        ...{ tenant_id: actor.tenant, id, home_id, area_pos, made_by: actor.id, begun_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos, version: 1 })
    return { id }
  },
})

export const endVisit = operation(register.endVisit, {
  permit: [enters],
  subject: lockedVisit,
  async run({ input, subject, actor, now, write, made }) {
    const row = runningOf(subject, actor)
    const set = { outcome: input.outcome, ended_at: now, version: row.version + 1, changed_at: now }
    write(k.updateTable('home_visit').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
    made({ id: row.id, area_pos: row.area_pos, version: set.version })
    return { id: row.id }
  },
})
