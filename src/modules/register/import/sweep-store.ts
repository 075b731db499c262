// All SQL that takes a batch away again, and cells of broken rows when their 30 days are over.
import type { Tx } from '#kernel/database.ts'

/** People before what they live in. */
export const SWEPT = [
  ...(['import_offer', 'person', 'household', 'rental', 'home', 'organisation', 'import_special'] as const),
]
export type Swept = (typeof SWEPT)[number]

const PIECE = 5_000

/** A home or household in which somebody of another batch lives, or that somebody entered since, stays and is no part of this one. */
export async function adoptLivedIn(tx: Tx, tenant: string, batch: string): Promise<void> {
  const others = (column: string, of: string) =>
    `exists (select 1 from person p where p.tenant_id = $1 and p.${column} = ${of}.id and p.batch_id is distinct from $2)`
  await tx.text(
    `update household h set batch_id = null where h.tenant_id = $1 and h.batch_id = $2 and ${others('household_id', 'h')}`,
    [tenant, batch],
  )
  await tx.text(
    `update home h set batch_id = null where h.tenant_id = $1 and h.batch_id = $2 and (${others('home_id', 'h')}
       or exists (select 1 from rental r where r.tenant_id = $1 and r.home_id = h.id and r.batch_id is distinct from $2)
       or exists (select 1 from household o where o.tenant_id = $1 and o.home_id = h.id and o.batch_id is distinct from $2))`,
    [tenant, batch],
  )
}

/**
 * Takes a piece away, and what hangs on it: the rows after `after`, so that those already gone are not looked through
 * again. Returns the last of them; undefined when there were none.
 */
export async function dropPiece(
  tx: Tx,
  tenant: string,
  batch: string,
  table: Swept,
  after: string,
): Promise<string | undefined> {
  const gone = await tx.text<{ id: string }>(
    `delete from ${table} t where t.tenant_id = $1 and t.id = any (array (
       select x.id from ${table} x where x.tenant_id = $1 and x.batch_id = $2 and x.id > $3 order by x.id limit ${PIECE})) returning t.id`,
    [tenant, batch, after],
  )
  const ids = gone.map(({ id }) => id)
  if (table === 'person' && ids.length > 0) {
    await tx.text('delete from person_past where tenant_id = $1 and person_id = any ($2::uuid[])', [tenant, ids])
    await tx.text('delete from tie where tenant_id = $1 and person_id = any ($2::uuid[])', [tenant, ids])
  }
  return ids.sort().at(-1)
}

export const spoolGone = (tx: Tx, tenant: string, batch: string): Promise<unknown> =>
  tx.text('update import_file set spooled = false where tenant_id = $1 and id = $2', [tenant, batch])

export const spoolOf = async (tx: Tx, tenant: string, batch: string): Promise<{ spool_id: string; name: string }> =>
  (
    await tx.text<{ spool_id: string; name: string }>(
      'select spool_id, name from import_file where tenant_id = $1 and id = $2',
      [tenant, batch],
    )
  )[0]!

/** Spooled files that a row still names. */
export const namedSpool = async (tx: Tx, tenant: string, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.text<{ spool_id: string }>(
      'select spool_id from import_file where tenant_id = $1 and spooled and spool_id = any ($2::uuid[])',
      [tenant, ids],
    )
  ).map((row) => row.spool_id)

/** The rows to correct are kept so long and no longer; that a line was broken, masked, stays. */
export const forgetCells = (tx: Tx, tenant: string, before: Date): Promise<unknown> =>
  tx.text(
    `update import_fault f set cells = null from register_batch b
     where f.tenant_id = $1 and f.cells is not null and b.tenant_id = $1 and b.id = f.batch_id and b.made_at < $2`,
    [tenant, before],
  )
