// Which files are about a home, or name a phone: for the module that keeps a worker from opening them.
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { inFull } from './parties.ts'
import { filesOfHome, partiesWithPhone } from './store.ts'

/** How many parties are looked through, the newest first: numbers are sealed and open one by one. */
const MOST_LOOKED_THROUGH = 20_000

type About = { readonly homeId: string | undefined; readonly isHis: ((phone: string) => boolean) | undefined }

export async function filesAbout(tx: Tx, keys: Keys, tenant: string, { homeId, isHis }: About): Promise<string[]> {
  const [home, parties] = await Promise.all([
    homeId ? filesOfHome(tx, tenant, homeId) : [],
    isHis ? partiesWithPhone(tx, tenant, MOST_LOOKED_THROUGH) : [],
  ])
  const named = parties.filter((row) => isHis?.(inFull(keys, row).phone ?? ''))
  return [...new Set([...home.map(({ id }) => id), ...named.map((row) => row.mediation_id)])]
}
