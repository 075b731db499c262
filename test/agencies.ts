// Two agencies of the demo street with a clerk each, for stories in which a matter is handed on.
import { account } from '#modules/account/contract.ts'
import { agency } from '#modules/agency/contract.ts'
import type { Person, Street } from './street.ts'

export type Agency = { readonly id: string; readonly name: string; readonly clerk: Person; readonly clerkId: string }

let made = 0

/** An agency that serves the whole subdistrict, and somebody who works for it. */
export async function openAgency(street: Street, name: string, nameEn: string): Promise<Agency> {
  const areaId = await street.areaId('邻里街道')
  const { id } = await street.linli.do(agency.add, { kind: 'department', name, nameEn, areaId })
  const login = `clerk-${++made}`
  const clerk = { login, name: `${name}经办人`, role: 'mediator' as const, areaId, from: '2026-01-01' }
  const { id: clerkId } = await street.linli.do(account.add, clerk)
  await street.linli.do(account.grant, {
    id: clerkId,
    role: 'department_clerk',
    areaId,
    agencyId: id,
    from: '2026-01-01',
  })
  return { id, name, clerk: street.as(login), clerkId }
}
