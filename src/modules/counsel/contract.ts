// What the counsel module promises: sessions and who sits, bookings and numbers, answers that may be used again, and panels of experts.
import { contract } from '#kernel/contract.ts'
import { advicePromises } from './contract/advice.ts'
import { adviserPromises } from './contract/advisers.ts'
import { everybodyPromises } from './contract/everybody.ts'
import { libraryPromises } from './contract/library.ts'
import { panelPromises } from './contract/panel.ts'
import { rosterPromises } from './contract/roster.ts'

export const counsel = contract('counsel', {
  ...everybodyPromises,
  ...rosterPromises,
  ...adviserPromises,
  ...advicePromises,
  ...libraryPromises,
  ...panelPromises,
})
