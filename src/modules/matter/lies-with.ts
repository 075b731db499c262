// Whom a matter lies with now: worked out from its row, so that no page has to guess who is asked next.
import { isOpen } from '#kernel/lifecycle.ts'
import { matterLife } from './lifecycle.ts'
import type { MatterRow } from './store.ts'

type Named = { readonly name: string; readonly name_en: string } | null | undefined

/** Names are of the moment; where a post is empty there is none. */
export type Names = {
  readonly grid: Named
  /** The community that the grid belongs to: its desk takes what the grid cannot. */
  readonly community: Named
  readonly desk: Named
  readonly agency: Named
  readonly leader: string | null
  readonly handler: string | null
  /** Who works the grid today. */
  readonly worker: string | null
}

type Lying = Pick<
  MatterRow,
  | 'state'
  | 'agency_id'
  | 'desk_area_id'
  | 'leader_id'
  | 'handler_id'
  | 'returns'
  | 'ruled'
  | 'late_times'
  | 'acknowledged'
> & { readonly staffed: boolean }

type Who = 'grid' | 'desk' | 'agency' | 'leader' | 'person' | 'reporter'
export type LiesWith = {
  who: Who
  unit: string
  unitEn: string
  person: string
  taken: boolean
} | null

/** Null for what is over. Before anybody has taken or signed it, `taken` is false: then it waits there and nobody has it. */
export function liesWith(row: Lying, names: Names): LiesWith {
  if (!isOpen(matterLife, row.state)) return null
  const taken = row.state !== 'reported' && row.state !== 'dispatched'
  const at = (who: Who, unit: Named, person: string | null) => ({
    ...{ who, unit: unit?.name ?? '', unitEn: unit?.name_en ?? '' },
    ...{ person: person ?? '', taken },
  })
  if (row.state === 'replied') return at('reporter', null, null)
  if (row.state === 'finished')
    return row.late_times > row.acknowledged
      ? at('leader', null, null)
      : at('desk', names.desk ?? names.community, null)
  if (row.agency_id) return at('agency', names.agency, names.handler)
  if (row.leader_id) return at('leader', null, names.leader)
  if (row.desk_area_id) return at('desk', names.desk, names.handler)
  if (row.handler_id) return at('person', names.grid, names.handler)
  if (row.returns >= 2 && !row.ruled) return at('leader', null, null)
  if (row.returns > 0 || !row.staffed) return at('desk', names.community, null)
  return at('grid', names.grid, names.worker)
}
