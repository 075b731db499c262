// The street of the tests for a command of its own: a PostgreSQL, the demo street in it, and copies of that.
import setup from '../global-setup.ts'
import { openStreet, type Street } from '../street.ts'

export type LongStreet = {
  /** A fresh copy. */
  readonly open: () => Promise<Street>
  readonly end: () => Promise<void>
}

/** Takes about twenty seconds. End it even when something went wrong. */
export async function longStreet(): Promise<LongStreet> {
  let database: Parameters<typeof openStreet>[0]
  const end = await setup({
    provide: (_, value) => {
      database = value
    },
  })
  return { open: () => openStreet(database), end }
}
