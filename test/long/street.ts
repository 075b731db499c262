// The street of the tests for a command of its own: a PostgreSQL, the demo street in it, and copies of that.
import setup from '../global-setup.ts'
import { openStreet, type Street } from '../street.ts'

export type LongStreet = {
  readonly database: NonNullable<Parameters<typeof openStreet>[0]>
  /** A fresh copy; `through`: by which address the server comes to it. */
  readonly open: (through?: string) => Promise<Street>
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
  return { database: database!, open: (through) => openStreet(database, through), end }
}
