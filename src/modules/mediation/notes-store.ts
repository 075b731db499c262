// All SQL of closed notes. The database gives them to whoever holds the id of a file's notes, and to nobody by an area.
import type { Insertable, Selectable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { ClosedNoteTable } from '#kernel/schema/tables.ts'

export type NoteRow = Selectable<ClosedNoteTable>

export const notesOf = (tx: Tx, tenant: string, mediation: string): Promise<NoteRow[]> =>
  tx.all(
    k
      .selectFrom('closed_note')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('mediation_id', '=', mediation)
      .orderBy('held_on')
      .orderBy('id'),
  )

export const insertNote = (row: Insertable<ClosedNoteTable>): Statement<unknown> =>
  k.insertInto('closed_note').values(row)
