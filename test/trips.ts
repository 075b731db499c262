// How often something waits for the database, and how many statements it sends.
import pg from 'pg'

type Count = { trips: number; statements: number }

/** A trip begins when a connection that waits for nothing is given a statement; what is sent behind it rides along. */
export function countQueries(): { count: Count; restore(): void } {
  const count: Count = { trips: 0, statements: 0 }
  const waiting = new WeakMap<object, number>()
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const now = waiting.get(this) ?? 0
    count.statements++
    if (now === 0) count.trips++
    waiting.set(this, now + 1)
    const done = () => waiting.set(this, (waiting.get(this) ?? 1) - 1)
    const last = given.at(-1)
    if (typeof last === 'function')
      given[given.length - 1] = (...answer: unknown[]) => {
        done()
        last(...answer)
      }
    const asked = (query as (...args: unknown[]) => unknown).apply(this, given)
    if (asked instanceof Promise) asked.then(done, done)
    return asked
  } as typeof query
  return {
    count,
    restore: () => {
      pg.Client.prototype.query = query
    },
  }
}
