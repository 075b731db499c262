// A call for mediators as everybody reads it.
import type { CallRow } from './recruiting-store.ts'

export const toCall = (row: CallRow) => ({
  ...{ id: row.id, places: row.places, mode: row.mode, wantsZh: row.wants_zh, wantsEn: row.wants_en },
  ...{ from: row.from_on, to: row.to_on },
})
