// Which codes may stand with a committee or a mediator.
import type { Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { mediationSkills } from './store.ts'
import { committeeProblems } from './words.ts'

/** Refuses codes that are no skill of the family. What was retired since may stay where it stood (`before`). */
export async function checkSkills(
  tx: Tx,
  tenant: string,
  family: 'dispute' | 'language',
  codes: readonly string[],
  before: readonly string[] = [],
): Promise<void> {
  const added = codes.filter((code) => !before.includes(code))
  if (added.length === 0) return
  const known = (await mediationSkills(tx, tenant)).filter((skill) => skill.family === family && !skill.retired)
  for (const code of added)
    if (!known.some((skill) => skill.code === code)) throw new Problem(committeeProblems.noSkill, { code })
}
