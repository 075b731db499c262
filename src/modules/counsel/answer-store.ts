// All SQL of the library of answers.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { LawAnswerTable } from '#kernel/schema/tables.ts'

export type AnswerRow = Selectable<LawAnswerTable> & { checked_on: string }

/** More than a district writes in years. */
const MOST = 2000

export const answersIn = (tx: Tx, tenant: string, states: readonly string[], topic: string | undefined) => {
  const rows = k
    .selectFrom('law_answer')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where(sql<boolean>`state = any(${[...states]}::text[])`)
    .orderBy('topic')
    .orderBy('id')
    .limit(MOST)
  return tx.all(topic ? rows.where('topic', '=', topic) : rows) as unknown as Promise<AnswerRow[]>
}

export const lockAnswer = (tx: Tx, tenant: string, id: string) =>
  tx.first(
    k.selectFrom('law_answer').selectAll().where('tenant_id', '=', tenant).where('id', '=', id).forUpdate(),
  ) as unknown as Promise<AnswerRow | undefined>
