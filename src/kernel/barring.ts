// Rows that somebody does not see though his area covers them or they were handed to him (guard_barred in 0056_kin.sql).
import { type SelectQueryBuilder, sql } from 'kysely'
import { k, type Statement, type Tx } from './database.ts'
import { newId } from './ids.ts'
import type { Tables } from './schema/tables.ts'

/** The operation by which the door tells that somebody asked for what is barred from him; the kin module has it. */
export const NOTES_ATTEMPT = 'kin.attempted'

/** Entries by which somebody is barred, each with its account. */
type Sources = SelectQueryBuilder<Tables, 'kin', { tenant_id: string; id: string; account_id: string }>
type Bar = { readonly tenant: string; readonly account: string; readonly source: string }

export const bar = ({ tenant, account, source }: Bar, subjects: readonly string[], now: Date): Statement<unknown>[] =>
  [...new Set(subjects)].map((subject) =>
    k
      .insertInto('barred')
      .values({
        ...{ tenant_id: tenant, id: newId(), account_id: account, subject_id: subject, source_id: source },
        made_at: now,
      })
      .onConflict((clash) => clash.doNothing()),
  )

/**
 * These subjects from every account for which `sources` finds something. It only writes, so that a report by a printed
 * code, in which there is hardly ever anything to bar, waits for nothing. Ids are made of what they join: chance would
 * differ from node to node.
 */
export const barAll = (sources: Sources, subjects: readonly string[], now: Date): Statement<unknown> =>
  k
    .insertInto('barred')
    .columns(['tenant_id', 'id', 'account_id', 'subject_id', 'source_id', 'made_at'])
    .expression(
      k
        .selectFrom(sources.as('source'))
        .innerJoin(
          sql<{ id: string }>`unnest(${[...new Set(subjects)]}::uuid[])`.as<'subject'>(sql`subject(id)`),
          (join) => join.onTrue(),
        )
        .select((e) => [
          'source.tenant_id',
          sql<string>`encode(substr(sha256(convert_to(source.id::text || subject.id::text, 'UTF8')), 1, 16), 'hex')::uuid`.as(
            'id',
          ),
          'source.account_id',
          e.ref('subject.id').as('subject_id'),
          'source.id as source_id',
          sql<Date>`${now}::timestamptz`.as('made_at'),
        ]),
    )
    .onConflict((clash) => clash.doNothing())

/** Whatever came of this source is seen again. */
export const unbar = (tenant: string, source: string, now: Date): Statement<unknown> =>
  k
    .updateTable('barred')
    .set({ ended_at: now })
    .where('tenant_id', '=', tenant)
    .where('source_id', '=', source)
    .where('ended_at', 'is', null)

/** From whom these rows are barred. */
export const barredFrom = (tx: Tx, tenant: string, subjects: readonly string[]) =>
  tx.all(
    k
      .selectFrom('barred')
      .select(['subject_id', 'account_id'])
      .where('tenant_id', '=', tenant)
      .where(sql<boolean>`subject_id = any(${subjects}::uuid[])`)
      .where('ended_at', 'is', null),
  )

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ids that an input names, at whatever depth. */
function idsIn(input: unknown): string[] {
  if (typeof input === 'string') return UUID.test(input) ? [input] : []
  return input !== null && typeof input === 'object' ? Object.values(input).flatMap(idsIn) : []
}

/** What this input names of that which the scope of this transaction bars; undefined where it names nothing of it. */
export async function barredIn(tx: Tx, input: unknown): Promise<string | undefined> {
  const named = idsIn(input)
  if (named.length === 0) return undefined
  const [row] = (await tx.text(`select current_setting('app.barred', true) as barred`, [])) as {
    barred: string | null
  }[]
  const barred = new Set((row?.barred ?? '').split(','))
  return named.find((id) => barred.has(id))
}

type Attempt = {
  readonly tenant: string
  readonly account: string
  readonly subject: string
  readonly operation: string
}

export const noteAttempt = ({ tenant, account, subject, operation }: Attempt, now: Date): Statement<unknown> =>
  k.insertInto('barred_attempt').values({
    ...{ tenant_id: tenant, id: newId(), account_id: account, subject_id: subject, operation, at: now },
  })

/** The latest attempts, with who it was. */
export const attemptsOf = (tx: Tx, tenant: string, most: number) =>
  tx.all(
    k
      .selectFrom('barred_attempt as one')
      .innerJoin('account', (join) =>
        join.onRef('account.id', '=', 'one.account_id').on('account.tenant_id', '=', tenant),
      )
      .select(['one.id', 'one.subject_id', 'one.operation', 'one.at', 'account.name', 'account.area_pos'])
      .where('one.tenant_id', '=', tenant)
      .orderBy('one.at', 'desc')
      .orderBy('one.id')
      .limit(most),
  )
