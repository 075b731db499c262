// The database of a trial as its superuser sees it, past every rule: to break something, or to look what is there.
import pg from 'pg'
import { startEmbedded } from '#kernel/embedded/embedded.ts'

/** The superuser on our database: row-level security hides nothing from him. */
export function superOf(url: string): string {
  const made = new URL(url)
  made.pathname = '/linli'
  return made.href
}

/** Joins the database of a folder, or starts it where nobody runs it. */
export async function withOwner<T>(dataDir: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  const owner = new pg.Client({ connectionString: superOf(embedded.superUrl) })
  try {
    await owner.connect()
    return await work(owner)
  } finally {
    await owner.end()
    await embedded.stop()
  }
}
