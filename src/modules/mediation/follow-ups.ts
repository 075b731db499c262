// Follow-ups of a file: planned when an agreement takes effect, made by whoever mediated it (谁调解谁负责).
import type { z } from 'zod'
import type { Keys } from '#kernel/crypto.ts'
import { newId } from '#kernel/ids.ts'
import type { FollowUp } from './contract/shapes.ts'
import type { FollowUpRow } from './follow-up-store.ts'
import { openIn } from './sealed.ts'
import type { MediationRow } from './store.ts'

export type Planned = Pick<MediationRow, 'tenant_id' | 'id' | 'area_pos' | 'home_id'> & { readonly lead_id: string }

export const plannedVisits = (keys: Keys, of: Planned, days: readonly string[]) =>
  days.map((due_on) => ({
    ...{ tenant_id: of.tenant_id, id: newId(), mediation_id: of.id, area_pos: of.area_pos, home_id: of.home_id },
    ...{ owner_id: of.lead_id, due_on, state: 'planned' as const, key_version: keys.version },
  }))

/** `today`: YYYY-MM-DD; one that is late stays planned. */
export const toFollowUp = (
  keys: Keys,
  row: FollowUpRow,
  names: ReadonlyMap<string, string>,
  today: string,
): z.input<typeof FollowUp> => ({
  ...{ id: row.id, dueOn: row.due_on, state: row.state, doneOn: row.done_on, holds: row.holds },
  ...{ way: row.way, content: row.content },
  words: openIn(keys, 'follow_up', row, 'words', row.words),
  ...{ ownerName: names.get(row.owner_id) ?? '', late: row.state === 'planned' && row.due_on < today },
  version: row.version,
})
