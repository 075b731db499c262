// Rows as the contract shows them.
import type { z } from 'zod'
import type { Binding, Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { wordInstead } from '#kernel/ending/month-keys.ts'
import { countedMs, type Pause } from '#modules/calendar/index.ts'
import { type ClockRow, timeFor } from './clocks.ts'
import type { matter } from './contract.ts'
import { liesWith } from './lies-with.ts'
import type { ListedRow } from './lists.ts'
import { maskNumbers } from './numbers-in-words.ts'
import { reporterName, reporterPhone } from './personal.ts'
import type { RuleRow } from './routing.ts'
import type { ClockView, Step } from './shapes.ts'
import type { MatterRow, StepRow } from './store.ts'

type Listed = z.input<typeof matter.list.output>['matters'][number]

const named = (name: string | null, name_en: string | null) => (name === null ? null : { name, name_en: name_en ?? '' })

const iso = (at: Date | null) => at?.toISOString() ?? null

export const toListed = (row: ListedRow, can: string[], route: RuleRow | undefined): Listed => ({
  id: row.id,
  no: row.no,
  state: row.state,
  kind: row.kind,
  kindZh: row.kind_zh,
  kindEn: row.kind_en,
  title: maskNumbers(row.title),
  address: row.address,
  gridId: row.grid_id,
  gridName: row.grid_name ?? '',
  gridNameEn: row.grid_name_en ?? '',
  reportedAt: row.reported_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  handlerName: row.handler_name ?? '',
  round: row.round,
  way: row.way,
  urgency: row.urgency,
  level: row.level,
  returns: row.returns,
  urged: row.urged,
  agencyName: row.agency_name ?? '',
  agencyNameEn: row.agency_name_en ?? '',
  liesWith: liesWith(row, {
    grid: named(row.grid_name, row.grid_name_en),
    community: named(row.community_name, row.community_name_en),
    desk: named(row.desk_name, row.desk_name_en),
    agency: named(row.agency_name, row.agency_name_en),
    ...{ leader: row.leader_name, handler: row.handler_name, worker: row.worker_name },
  }),
  route: route ? { agencyId: route.agency_id, agencyName: route.agency_name, basis: route.basis } : null,
  sameAs: row.same_as,
  photos: row.photos,
  cover: row.cover,
  emergency: row.emergency,
  clock: row.clock,
  warnAt: iso(row.warn_at),
  dueAt: iso(row.due_at),
  startedAt: iso(row.started_at),
  version: row.version,
  can,
})

/** Share of the limit that is used, 0 to 1 and above when late. */
export async function toClock(
  tx: Tx,
  tenant: string,
  row: ClockRow,
  now: Date,
  pauses: readonly Pause[] = [],
): Promise<z.input<typeof ClockView>> {
  const until = row.stopped_at ?? now
  const used = countedMs(
    await timeFor(tx, tenant, row.area_pos, row.counting),
    row.started_at,
    until,
    row.kind === 'finish' ? pauses : [],
  )
  return {
    kind: row.kind,
    startedAt: row.started_at.toISOString(),
    warnAt: row.warn_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    stoppedAt: iso(row.stopped_at),
    limitMinutes: row.limit_minutes,
    counting: row.counting,
    usedShare: used / 60_000 / row.limit_minutes,
    provisional: row.provisional,
    round: row.round,
  }
}

export const toStep = (row: StepRow): z.input<typeof Step> => ({
  id: row.id,
  move: row.move,
  at: row.at.toISOString(),
  by: row.by,
  actorName: row.actor_name,
  text: row.text,
  detail: row.detail as Record<string, unknown>,
  round: row.round,
})

type Reporting = Pick<MatterRow, 'tenant_id' | 'id' | 'reporter_name' | 'reporter_phone'>

const binding = (row: Reporting, column: string) => ({ tenant: row.tenant_id, table: 'matter', column, row: row.id })

export const sealReporter = (
  keys: Keys,
  row: { tenant: string; id: string },
  name: string | undefined,
  phone: string | undefined,
) => {
  const at = (column: string) => ({ tenant: row.tenant, table: 'matter', column, row: row.id })
  return {
    reporter_name: name ? keys.seal(name, at('reporter_name')) : null,
    reporter_phone: phone ? keys.seal(phone, at('reporter_phone')) : null,
  }
}

/** Of a value whose key is gone there is a word left; what does not open for any other reason is a fault. */
function opened(keys: Keys, sealed: Buffer | null, at: Binding, mask = (value: string) => value): string | null {
  try {
    return sealed && mask(keys.open(sealed, at))
  } catch (error) {
    const word = wordInstead(error)
    if (word === undefined) throw error
    return word
  }
}

export const openReporter = (keys: Keys, row: Reporting) => ({
  name: opened(keys, row.reporter_name, binding(row, 'reporter_name')),
  phone: opened(keys, row.reporter_phone, binding(row, 'reporter_phone')),
})

export const maskedReporter = (keys: Keys, row: MatterRow) => ({
  name: opened(keys, row.reporter_name, binding(row, 'reporter_name'), reporterName.mask),
  phone: opened(keys, row.reporter_phone, binding(row, 'reporter_phone'), reporterPhone.mask),
})
