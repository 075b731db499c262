// What the counsel module promises: sessions and who sits, bookings and numbers, and answers that may be used again.
import { contract } from '#kernel/contract.ts'
import { everybodyPromises } from './contract/everybody.ts'
import { libraryPromises } from './contract/library.ts'
import { rosterPromises } from './contract/roster.ts'

export const counsel = contract('counsel', { ...everybodyPromises, ...rosterPromises, ...libraryPromises })
