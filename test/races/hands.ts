// Those who race: several who may take and finish, several who may check, each signed in once.
import type { InputOf, Signature } from '#kernel/contract.ts'
import { type Extra, perform } from '#kernel/door.ts'
import { account } from '#modules/account/contract.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { type Agency, openAgency } from '../agencies.ts'
import type { Street } from '../street.ts'

export type Hand = { do<T extends Signature>(signature: T, input: InputOf<T>, extra?: Extra): Promise<unknown> }

export type Hands = {
  readonly street: Street
  readonly worker: (n: number) => Hand
  readonly checker: (n: number) => Hand
  readonly checkers: number
  readonly agencies: readonly [Agency, Agency]
  /** A report of a kind; 0205 is finished with words alone, 0305 stands on the access list too. */
  readonly report: (kind?: string) => Promise<{ id: string; receipt: string }>
}

/** The clock must stand on 2026-11-18: so far posts are looked at. */
export async function openHands(street: Street): Promise<Hands> {
  const code = await street.codeOf('清荷苑3号楼2单元')
  const grid = await street.areaId('第12网格')
  const more = ['guoqiaoyun', 'qinyiming', 'shaochunmei']
  for (const login of more)
    await street.linli.do(account.grant, { id: (await street.as(login).actor()).id, role: 'grid_worker', areaId: grid })
  const hand = async (login: string): Promise<Hand> => {
    const actor = await street.as(login).actor()
    return {
      do: (signature, input, extra) => perform(street.house, operations.get(signature.name)!, actor, input, extra),
    }
  }
  const workers = await Promise.all(['zhouxiaolan', ...more].map(hand))
  const { rows } = await street.owner.query<{ login: string }>(
    `select distinct a.login from account a join post p on p.account_id = a.id join area r on r.id = p.area_id, area g
     where g.id = $1 and r.tenant_id = g.tenant_id and p.role in ('community_staff', 'community_head', 'subdistrict_staff') and g.area_pos between r.area_pos and r.area_end
       and p.from_on <= '2026-11-18' and coalesce(p.to_on, '2027-01-01') >= '2026-11-18'`,
    [grid],
  )
  const checkers = await Promise.all(rows.map((row) => hand(row.login)))
  return {
    street,
    worker: (n) => workers[n % workers.length]!,
    checker: (n) => checkers[n % checkers.length]!,
    checkers: checkers.length,
    agencies: [
      await openAgency(street, '市政养护所', 'Road Service'),
      await openAgency(street, '路灯管理所', 'Lamp Service'),
    ],
    report: async (kind = '0205') => {
      const { id, receipt } = await street.stranger.do(matter.report, { code, words: '楼道灯不亮', kind })
      return { id, receipt: receipt! }
    },
  }
}
