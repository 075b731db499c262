// The demo's list of matters that may be given to grids (入格事项清单), as one invented document approved it.
import { homesItems } from './access-list/homes.ts'
import type { AccessItem } from './access-list/item.ts'
import { peopleItems } from './access-list/people.ts'
import { safetyItems } from './access-list/safety.ts'
import { surroundingsItems } from './access-list/surroundings.ts'

/** All rows in the order of their kinds' codes. */
export const accessList: readonly AccessItem[] = [
  ...safetyItems,
  ...surroundingsItems,
  ...peopleItems,
  ...homesItems,
].sort((a, b) => a.kind.localeCompare(b.kind))
