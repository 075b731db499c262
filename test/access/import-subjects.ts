// Files sent in for 第12网格, one in each state that a question is asked about, and somebody who is offered for merging.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { register } from '#modules/register/contract.ts'
import type { Street } from '#test/street.ts'

export const BATCH_STATES = ['received', 'checking', 'checked', 'loading', 'published', 'undoing'] as const
type BatchState = (typeof BATCH_STATES)[number]

export type ImportWorld = {
  readonly batches: Readonly<Record<BatchState, string>>
  readonly offer: string
}

/** Sent by the community's desk; states are set, since what leads to them is told in import.test.ts. */
export async function importsThere(street: Street, gridId: string, personId: string): Promise<ImportWorld> {
  const desk = street.as('chenjing')
  const sendOne = async (state: BatchState) => {
    const file = await street.house.spool.stage(Readable.from([Buffer.from(`姓名\n${state}\n`)]), 1e6)
    const { id } = await desk.do(
      register.sendFile,
      { areaId: gridId, class: 'registered', name: '名单.csv', file: [file.id] },
      { uploads: new Map([[file.id, file]]) },
    )
    await street.owner.query('update register_batch set state = $2 where id = $1', [id, state])
    await street.owner.query(
      `insert into import_chunk (tenant_id, batch_id, pass, no, area_pos, read_rows, good_rows, bad_rows, repeat_rows, offer_rows, done_at)
       select tenant_id, id, 'check', 0, area_pos, 2, 1, 1, 0, 0, made_at from register_batch where id = $1`,
      [id],
    )
    return [state, id] as const
  }
  const batches: [BatchState, string][] = []
  for (const state of BATCH_STATES) batches.push([...(await sendOne(state))])
  const byState = Object.fromEntries(batches) as Record<BatchState, string>
  const fault = randomUUID()
  const cells = street.house.keys.seal(JSON.stringify([['姓名', '']]), {
    ...{ tenant: street.tenant, table: 'import_fault', column: 'cells', row: fault },
  })
  await street.owner.query(
    `insert into import_fault (tenant_id, id, batch_id, area_pos, sheet, line, faults, cells)
     select tenant_id, $2, id, area_pos, '名单.csv', 2, '[{"column": "name", "heading": "姓名", "value": "", "reason": "noName"}]', $3
     from register_batch where id = $1`,
    [byState.checked, fault, cells],
  )
  return { batches: byState, offer: await offerThere(street, byState.published, personId) }
}

async function offerThere(street: Street, batch: string, personId: string): Promise<string> {
  const id = randomUUID()
  const name = street.house.keys.seal('柳十六', {
    ...{ tenant: street.tenant, table: 'person', column: 'name', row: id, seal: 1 },
  })
  await street.owner.query(
    `insert into import_offer (tenant_id, id, batch_id, line, person_id, class, home_id, grid_id, area_pos, name, sex, paper, made_at, changed_at)
     select tenant_id, $2, $3, 2, id, class, home_id, grid_id, area_pos, $4, 9, '111', made_at, made_at from person where id = $1`,
    [personId, id, batch, name],
  )
  return id
}
