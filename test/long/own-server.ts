// A real server on a database of its own for one long form; afterwards nothing of it is left.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '#kernel/config.ts'
import type { House } from '#kernel/door.ts'
import { eraseEmbedded } from '#kernel/embedded/embedded.ts'
import { openHouse } from '../../src/commands/open-house.ts'
import { type Killable, killable, ROOT, type Tree } from '../kill/server.ts'
import { makeStreet } from '../kill/street.ts'

export type Laying = {
  readonly tree?: Tree
  /** The demo street with its people, or the smallest street there is. */
  readonly demo?: boolean
  /** Settings of the server. */
  readonly env?: Readonly<Record<string, string>>
  /** An open file that its lines go to. */
  readonly out?: number
  /** What is to be there before it starts. */
  readonly lay?: (house: House, tenant: string) => Promise<void>
}

export type OwnServer = {
  readonly server: Killable
  readonly url: string
  /** At the door of one building. */
  readonly code: string
  readonly dataDir: string
}

/** Through the door, as the server itself would, in the district that stands first. */
async function layIn(dataDir: string, lay: NonNullable<Laying['lay']>): Promise<void> {
  const opened = await openHouse(readConfig({ LINLI_DATA: dataDir }), () => {})
  try {
    const { rows } = await opened.db.pool.query<{ id: string }>('select id from tenant order by made_at limit 1')
    await lay(opened.house, rows[0]!.id)
    await opened.counted()
  } finally {
    await opened.close()
  }
}

/** Lays the ground, starts the server, works with it, and clears everything away, a mutated tree as well. */
export async function onOwnServer<T>(
  { tree = ROOT, demo = false, env = {}, out, lay }: Laying,
  work: (on: OwnServer) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-long-'))
  let server: Killable | undefined
  try {
    const code = await makeStreet(dataDir, demo)
    if (lay) await layIn(dataDir, lay)
    server = await killable(tree, dataDir, env, out)
    await server.start()
    return await work({ server, url: server.url, code, dataDir })
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${server?.said() ?? ''}`, { cause: error })
  } finally {
    await server?.stop()
    await eraseEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
    if (tree !== ROOT) rmSync(tree, { recursive: true, force: true })
  }
}
