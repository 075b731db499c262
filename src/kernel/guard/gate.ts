// The gate of one process: whose word on addresses counts, what is counted, and the line before the work.
import type { Database } from '../database.ts'
import type { House } from '../door.ts'
import { clientAddress, countedAs, type Proxies } from './address.ts'
import { type Guard, openGuard } from './admission.ts'
import { openCounters } from './counters.ts'
import type { Raised } from './limits.ts'
import { openPasses } from './pass.ts'
import { openRoom } from './room.ts'
import { type Bounds, openTurns, type Turns } from './turns.ts'

export type Gate = {
  readonly guard: Guard
  readonly turns: Turns
  /** From where somebody asks, as it is counted. */
  readonly addressOf: (connection: string | undefined, headers: Headers) => string | undefined
}

type Opening = {
  readonly proxies: Proxies
  readonly limits?: Raised
  readonly bounds?: Bounds
  /** Where the embedded database lies. */
  readonly databaseDir?: string | undefined
  /** The step of time at which a refused sign-in is answered; 0 for tests that are refused by the hundred. */
  readonly refusalMs?: number | undefined
}

export function openGate(
  { db, keys }: Pick<House, 'keys'> & { readonly db: Database },
  { proxies, limits, bounds, databaseDir, refusalMs }: Opening,
): Gate {
  return {
    guard: openGuard({
      counters: openCounters(db, keys, limits),
      passes: openPasses(keys),
      keys,
      room: openRoom(databaseDir),
      refusalMs,
    }),
    turns: openTurns(bounds),
    addressOf(connection, headers) {
      const address = clientAddress(connection, headers.get('x-forwarded-for'), proxies)
      return address && countedAs(address)
    },
  }
}
