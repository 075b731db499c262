// Which files are about a home, or name a phone: for the module that keeps a worker from opening them.
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { inFull } from './parties.ts'
import { filesOfHome, mediationById, partiesOf, partiesWithPhone } from './store.ts'

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

/** By what a file leads to somebody: the phones of its parties, and its home. */
export async function leadsOf(tx: Tx, keys: Keys, tenant: string, id: string) {
  const [file, parties] = await Promise.all([mediationById(tx, tenant, id), partiesOf(tx, { tenant_id: tenant, id })])
  const phones = parties.flatMap((row) => inFull(keys, row).phone ?? [])
  return { phones, homes: file?.home_id ? [file.home_id] : [] }
}
