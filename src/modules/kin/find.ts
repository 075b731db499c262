// What a declaration bars: the home and what hangs on it, matters and mediation files that name the phone.
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { mattersFromPhone } from '#modules/matter/index.ts'
import { filesAbout } from '#modules/mediation/index.ts'
import { phoneDigits } from '#modules/register/index.ts'

/** The keyed hash by which a phone is found again without being read. */
export const phoneMac = (keys: Keys, tenant: string, phone: string): Buffer =>
  keys.blind(tenant, 'kin phone', phoneDigits(phone))

type Declared = { readonly phone?: string | undefined; readonly homeId?: string | undefined }

/** Ids of everything that is there already, the newest of each sort. */
export async function barredBy(tx: Tx, keys: Keys, tenant: string, { phone, homeId }: Declared): Promise<string[]> {
  const digits = phone === undefined ? undefined : phoneDigits(phone)
  const isHis = (other: string) => phoneDigits(other) === digits
  const [matters, files] = await Promise.all([
    digits === undefined ? [] : mattersFromPhone(tx, keys, tenant, isHis),
    filesAbout(tx, keys, tenant, { homeId, isHis: digits === undefined ? undefined : isHis }),
  ])
  return [...(homeId ? [homeId] : []), ...matters, ...files]
}
