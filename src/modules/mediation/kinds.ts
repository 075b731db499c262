// Kinds of disputes as they hold in a district: the usual ones, worded anew where it said so.
import type { Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import { type DisputeKind, usualKinds } from './dispute-kinds.ts'
import { keptKinds } from './store.ts'
import { mediationProblems } from './words.ts'

export type KindHere = DisputeKind & { readonly retired: boolean; readonly version: number }

/** By code, in the order of the national statistics. */
export async function kindsOf(tx: Tx, tenant: string): Promise<ReadonlyMap<string, KindHere>> {
  const kinds = new Map<string, KindHere>(
    [...usualKinds].map(([code, kind]) => [code, { ...kind, retired: false, version: 0 }]),
  )
  for (const row of await keptKinds(tx, tenant)) {
    const usual = usualKinds.get(row.code)
    const { code, zh, en, days, basis, retired, version } = row
    const family = usualKinds.get(code.slice(0, 4))
    kinds.set(code, {
      ...{ code, zh, en, days, basis, retired, version },
      national: usual?.national ?? family?.national ?? '',
      identity: usual?.identity ?? family?.identity ?? false,
    })
  }
  return new Map([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The kind of a file that is there: one that was retired since still says how that file goes on. */
export async function kindOf(tx: Tx, tenant: string, code: string): Promise<KindHere> {
  const kind = (await kindsOf(tx, tenant)).get(code)
  if (!kind) throw new Problem(mediationProblems.unknownKind)
  return kind
}

/** The kind of a file that begins. */
export async function kindFor(tx: Tx, tenant: string, code: string): Promise<KindHere> {
  const kind = await kindOf(tx, tenant, code)
  if (kind.retired) throw new Problem(mediationProblems.unknownKind)
  return kind
}
