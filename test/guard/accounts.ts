// Many accounts to be guessed at: of the demo's kind, so that a password alone opens them.
import { machine } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import type { House } from '#kernel/door.ts'
import { inScope } from '#kernel/scope.ts'
import { DEMO_PASSWORD } from '#modules/account/index.ts'
import { asLinli } from '../../src/commands/found-tenant.ts'

export const RIGHT = DEMO_PASSWORD
export const loginOf = (n: number): string => `resident-desk-${n}`

/** The district itself. */
async function wholeOf(house: House, tenant: string): Promise<string> {
  const district = k.selectFrom('area').select('id').where('tenant_id', '=', tenant).where('level', '=', 'district')
  return (await inScope(house.db, machine(tenant, 'test'), (tx) => tx.first(district)))!.id
}

/** `count` accounts that can sign in and hold no post. */
export async function addAccounts(house: House, tenant: string, count: number): Promise<void> {
  const about = { name: '试验', nameEn: '', workPhone: '', role: null, from: '2026-01-01' }
  const areaId = await wholeOf(house, tenant)
  for (let n = 0; n < count; n++)
    await asLinli(house, tenant)('account.addDemo', { ...about, areaId, login: loginOf(n) })
}

/** Invitations to `count` other accounts, none of them accepted yet. */
export async function invite(house: House, tenant: string, count: number): Promise<string[]> {
  const about = { name: '试验', role: 'audit_admin', areaId: await wholeOf(house, tenant) }
  const invitations: string[] = []
  for (let n = 0; n < count; n++) {
    const asked = { ...about, login: `invited-${n}` }
    const { invitation } = await asLinli(house, tenant)<{ invitation: string }>('account.add', asked)
    invitations.push(invitation)
  }
  return invitations
}
