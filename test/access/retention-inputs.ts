// What each line about retention asks, and the holds and lists of 第12网格 that it asks about.
import { randomUUID } from 'node:crypto'
import { machine, NOBODY } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import type { Street } from '#test/street.ts'
import type { Ask } from './inputs.ts'

export type RetentionWorld = {
  readonly holding: string
  readonly lifting: string
  readonly drawn: string
  readonly signed: string
}

type Input = (ask: Ask) => Record<string, unknown>

export async function retentionThere(street: Street, grid: string): Promise<RetentionWorld> {
  for (const tenant of [street.tenant, street.otherTenant])
    await perform(street.house, operations.get('retention.begin') as AnyOperation, machine(tenant, 'test'), {})
  const hold = async (state: string, liftBy: string | null) => {
    const id = randomUUID()
    await street.owner.query(
      `insert into legal_hold (tenant_id, id, area_id, why, document_no, from_on, made_by, lift_by, state, made_at, changed_at)
       values ($1, $2, $3, '法院要调取', '邻司函〔2026〕1号', '2026-11-01', $4, $5, $6, now(), now())`,
      [street.tenant, id, grid, NOBODY, liftBy, state],
    )
    return id
  }
  const list = async (state: string, signedBy: string | null) => {
    const id = randomUUID()
    await street.owner.query(
      `insert into destruction (tenant_id, id, purpose, area_id, area_pos, month, rows, state, signed_by, made_at, changed_at)
       select $1, $2, 'matter.file', id, area_pos, '2026-11', 0, $4, $5, now(), now() from area where tenant_id = $1 and id = $3`,
      [street.tenant, id, grid, state, signedBy],
    )
    return id
  }
  return {
    ...{ holding: await hold('holding', null), lifting: await hold('lifting', NOBODY) },
    ...{ drawn: await list('drawn', null), signed: await list('signed', NOBODY) },
  }
}

const nothing: Input = () => ({})
const drawn: Input = ({ world, id }) => ({ id: id(world.drawn), version: 1 })
const paged: Input = () => ({ purpose: 'matter.photos', after: '' })

export const retentionInputs: Readonly<Record<string, Input>> = {
  'retention.rules': nothing,
  'retention.setRule': () => ({ purpose: 'matter.photos', days: 400, documentNo: '邻政发〔2026〕1号', version: 1 }),
  'retention.holds': nothing,
  'retention.hold': ({ world, id }) => ({
    areaId: id(world.grid.id),
    why: '法院要调取',
    documentNo: '邻司函〔2026〕2号',
  }),
  'retention.askLift': ({ world, id }) => ({ id: id(world.holding), version: 1, why: '案子结了' }),
  'retention.lift': ({ world, id }) => ({ id: id(world.lifting), version: 1 }),
  'retention.destructions': nothing,
  'retention.destruction': ({ world, id }) => ({ id: id(world.drawn) }),
  'retention.sign': drawn,
  'retention.witness': ({ world, id }) => ({ id: id(world.signed), version: 1 }),
  'retention.keep': (ask) => ({ ...drawn(ask), why: '还要查考' }),
  'retention.begin': nothing,
  'retention.settle': paged,
  'retention.endDue': paged,
  'retention.draw': () => ({ purpose: 'matter.file' }),
  'retention.endSigned': ({ world, id }) => ({ id: id(world.drawn) }),
  'retention.closeMonth': () => ({ purpose: 'matter.reporter', month: '2020-01', after: '' }),
  'retention.looked': () => ({ counts: [] }),
  'retention.shift': () => ({ pos: 1, end: 2, shift: 0 }),
}
