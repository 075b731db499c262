// All SQL of keys, and of the district they are asked about.
import type { Selectable } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { Open311KeyTable, Open311QuestionTable } from '#kernel/schema/tables.ts'

export type KeyRow = Selectable<Open311KeyTable>

export type QuestionRow = Selectable<Open311QuestionTable>

export const districtById = (tx: Tx, id: string) =>
  tx.first(k.selectFrom('tenant').select(['code', 'demo']).where('id', '=', id))

export const keyById = (tx: Tx, tenant: string, id: string): Promise<KeyRow | undefined> =>
  tx.first(k.selectFrom('open311_key').selectAll().where('tenant_id', '=', tenant).where('id', '=', id))

export const keysOf = (tx: Tx, tenant: string): Promise<KeyRow[]> =>
  tx.all(
    k
      .selectFrom('open311_key')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .orderBy('made_at', 'desc')
      .orderBy('id')
      .limit(500),
  )

export const insertKey = (row: Omit<KeyRow, 'ended_at'>) => k.insertInto('open311_key').values(row)

export const endKeyRow = (tenant: string, id: string, at: Date) =>
  k
    .updateTable('open311_key')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .where('ended_at', 'is', null)

export const questionsOf = (tx: Tx, tenant: string): Promise<QuestionRow[]> =>
  tx.all(
    k
      .selectFrom('open311_question')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .orderBy('sort')
      .orderBy('code')
      .orderBy('kind')
      .limit(1_000),
  )

export const lockQuestion = (tx: Tx, tenant: string, kind: string, code: string): Promise<QuestionRow | undefined> =>
  tx.first(
    k
      .selectFrom('open311_question')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('kind', '=', kind)
      .where('code', '=', code)
      .forUpdate(),
  )

type Texts = Pick<
  QuestionRow,
  'datatype' | 'required' | 'asks_zh' | 'asks_en' | 'help_zh' | 'help_en' | 'sort' | 'retired_at' | 'changed_at'
> & { readonly choices: string }

export const insertQuestion = (row: Pick<QuestionRow, 'tenant_id' | 'id' | 'kind' | 'code'> & Texts) =>
  k.insertInto('open311_question').values(row)

export const changeQuestion = (row: QuestionRow, set: Texts) =>
  k
    .updateTable('open311_question')
    .set({ ...set, version: row.version + 1 })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)
