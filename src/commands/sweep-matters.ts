// What time alone does to matters, once every few seconds: each as a command of its own, by Linli itself.
import { machine } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { Problem } from '#kernel/problem.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import type { Opened } from './open-house.ts'

type Due = { due: { id: string; what: string }[] }

/**
 * Does everything that is due now, in every district; resolves with how many moves were made. One that fails keeps no
 * other from its turn: the first fault nobody foresaw is thrown when all the others are done.
 */
export async function sweepMatters(opened: Opened): Promise<number> {
  const { rows } = await opened.db.pool.query<{ id: string }>('select id from tenant')
  let made = 0
  const faults: unknown[] = []
  const move = async (tenant: string, what: string, id: string) => {
    try {
      await perform(opened.house, operations.get(`matter.${what}`)!, machine(tenant, 'clock'), { id })
      made++
    } catch (error) {
      // Another process, or a person, was quicker; what is still due is found again.
      if (!(error instanceof Problem)) faults.push(new Error(`matter.${what} of ${id}`, { cause: error }))
    }
  }
  for (const { id: tenant } of rows) {
    const asked = perform(opened.house, operations.get(matter.due.name)!, machine(tenant, 'clock'), {})
    const { due } = (await asked) as Due
    for (const { id, what } of due) await move(tenant, what, id)
  }
  if (faults.length > 0) throw faults[0]
  return made
}
