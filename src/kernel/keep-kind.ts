// Keeps a kind: a row that people edit under its code, so that nobody overwrites what he has not read.
import type { Statement, Tx } from './database.ts'
import { doorProblems, Problem } from './problem.ts'

type Kept = { readonly version: number }
type Ways<Row> = {
  /** Writes the row unless there is one. */
  readonly add: Statement<Kept>
  /** Changes the row of that very version. */
  readonly change: Statement<Kept>
  /** As it is now, for whoever was too slow. */
  readonly now: () => Promise<Row | undefined>
}

/**
 * `version`: as it was read; 0 for a new one. Gives the new version. Refuses with `door.changed` when somebody was
 * faster, and shows in `details.current` what stands there now (null where there is none).
 */
export async function keepKind<Row>(tx: Tx, version: number, { add, change, now }: Ways<Row>): Promise<number> {
  const [kept] = await tx.all(version === 0 ? add : change)
  if (!kept) throw new Problem(doorProblems.changed, { current: (await now()) ?? null })
  return kept.version
}
