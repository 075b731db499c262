// Whom to speak to at an organisation: sealed like what is kept of people.
import type { Keys } from '#kernel/crypto.ts'
import { maskName, maskPhone } from '../personal.ts'
import type { OrganisationRow } from './store.ts'

type Column = 'contact_name' | 'contact_phone'
type At = { readonly tenant_id: string; readonly id: string; readonly seal_no: number }

const at = (row: At, column: Column) => ({
  ...{ tenant: row.tenant_id, table: 'organisation', column, row: row.id, seal: row.seal_no },
})

export const sealContact = (keys: Keys, row: At, name: string, phone: string) => ({
  contact_name: name ? keys.seal(name, at(row, 'contact_name')) : null,
  contact_phone: phone ? keys.seal(phone, at(row, 'contact_phone')) : null,
  key_version: keys.version,
  seal_no: row.seal_no,
})

export const openContact = (keys: Keys, row: OrganisationRow) => ({
  name: row.contact_name ? keys.open(row.contact_name, at(row, 'contact_name')) : '',
  phone: row.contact_phone ? keys.open(row.contact_phone, at(row, 'contact_phone')) : '',
})

export function toOrganisation(keys: Keys, row: OrganisationRow) {
  const contact = openContact(keys, row)
  return {
    ...{ id: row.id, class: row.class, name: row.name, code: row.code, kind: row.kind, address: row.address },
    ...{ areaId: row.area_id, gridId: row.grid_id, source: row.source, asOf: row.as_of, endedOn: row.ended_on },
    ...{ contactName: maskName(contact.name), contactPhone: maskPhone(contact.phone), version: row.version },
  }
}
