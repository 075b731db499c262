// When a branch of the area tree moves, rows that stand in it move with it: their position is their place in the tree.
import { sql } from 'kysely'
import { z } from 'zod'
import { machine, machineOnly } from './access.ts'
import { contract } from './contract.ts'
import { k } from './database.ts'
import type { Reaction } from './door.ts'
import { operation } from './operation.ts'

type Positioned =
  | 'destruction'
  | 'destruction_row'
  | 'matter'
  | 'matter_clock'
  | 'matter_step'
  | 'matter_pause'
  | 'matter_request'
  | 'listening'
  | 'file'
  | 'place'
  | 'account'
  | 'agency'
  | 'home'
  | 'rental'
  | 'import_file'
  | 'import_chunk'
  | 'import_count'
  | 'import_fault'
  | 'import_offer'
  | 'import_special'
  | 'organisation'
  | 'household'
  | 'person'
  | 'person_past'
  | 'tie'
  | 'movement'
  | 'home_visit'
  | 'correction'
  | 'relocation'
  | 'mediation'
  | 'mediation_party'
  | 'mediation_record'
  | 'closed_note'
  | 'mediation_evidence'
  | 'mediation_agreement'
  | 'mediation_term'
  | 'mediation_signature'
  | 'follow_up'
  | 'mediation_handover'
  | 'mediation_step'
  | 'mediation_scan'
  | 'mediation_archive'
  | 'mediation_opening'
  | 'mediation_disclosure'
  | 'mediation_avoidance'
  | 'mediation_reminder'
  | 'mediation_meeting'
  | 'mediation_invitation'
  | 'mediation_proposal'
  | 'register_batch'
  | 'register_count'
  | 'grid_portrait'
  | 'mediation_committee'
  | 'mediator_complaint'
  | 'mediator_call'
  | 'mediator_applicant'
  | 'sitter'
  | 'rotation'
  | 'clinic'
  | 'law_answer'
  | 'panel'
  | 'panel_member'
  | 'panel_measure'
  | 'law_post'
  | 'law_service'
  | 'law_advice'
  | 'study_meeting'
  | 'study_measure'
  | 'study_sweep'
  | 'study_prevented'

/** A row that lies in two places: its other place, too, moves with the tree. */
type Second = { readonly table: Positioned; readonly column: string }

/**
 * For a module whose tables carry `area_pos`: the operation that shifts them, and the reaction that performs it as Linli
 * itself, since an administrator who moves an area does not see what lies in it.
 */
export function branchShift(module: string, tables: readonly Positioned[], second: readonly Second[] = []) {
  const { shift: signature } = contract(module, {
    shift: {
      kind: 'command',
      summary: { zh: '区域移动后，其中的记录跟着移动', en: 'Rows follow the area they stand in' },
      input: z.strictObject({ pos: z.number(), end: z.number(), shift: z.number() }),
      output: z.object({}),
    },
  })
  const shift = operation(signature, {
    permit: [machineOnly],
    async run({ input, tx, actor }) {
      for (const table of tables)
        await tx.all(
          k
            .updateTable(table)
            .set({ area_pos: sql`area_pos + ${input.shift}` })
            .where('tenant_id', '=', actor.tenant)
            .where('area_pos', '>=', input.pos)
            .where('area_pos', '<=', input.end),
        )
      for (const { table, column } of second)
        await tx.all(
          sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} + ${input.shift}
            where tenant_id = ${actor.tenant} and ${sql.ref(column)} >= ${input.pos} and ${sql.ref(column)} <= ${input.end}`,
        )
      return {}
    },
  })
  const reaction: Reaction = {
    on: 'area.move',
    run: async ({ perform, actor }, answer) => {
      await perform(
        shift,
        (answer as { moved: { pos: number; end: number; shift: number } }).moved,
        machine(actor.tenant, 'area.move'),
      )
    },
  }
  return { shift, reaction }
}
