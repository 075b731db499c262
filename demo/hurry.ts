// Loading in a hurry: a commit need not reach the disk before the next command, only before loading is over.
import type { House } from '#kernel/door.ts'

/**
 * Runs `load` with commits that do not wait for the disk, which took a quarter of the time; when it is over they wait
 * again. Whoever is cut off in the middle begins anew with an empty database in any case.
 */
export async function inAHurry<T>({ db }: House, load: () => Promise<T>): Promise<T> {
  const hurried = new Set<object>()
  const hurry = (client: { query(text: string): Promise<unknown> }) => {
    if (hurried.has(client)) return
    hurried.add(client)
    client.query('set synchronous_commit = off').catch(() => {})
  }
  db.pool.on('acquire', hurry)
  try {
    return await load()
  } finally {
    db.pool.off('acquire', hurry)
    const calm = (client: { query(text: string): Promise<unknown> }) => {
      if (hurried.delete(client)) client.query('set synchronous_commit = on').catch(() => {})
      if (hurried.size === 0) db.pool.off('acquire', calm)
    }
    db.pool.on('acquire', calm)
  }
}
