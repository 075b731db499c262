// The phone somebody left with a booking: sealed for its row, masked until the day.
import type { Keys } from '#kernel/crypto.ts'
import { maskPhone } from '#modules/register/index.ts'
import type { BookingRow } from './store.ts'

const at = (tenant: string, row: string) => ({ tenant, table: 'clinic_booking', column: 'phone', row })

export const sealPhone = (keys: Keys, tenant: string, row: string, phone: string) => keys.seal(phone, at(tenant, row))

/** Empty once it was taken out. */
export const openPhone = (keys: Keys, row: Pick<BookingRow, 'tenant_id' | 'id' | 'phone'>): string =>
  row.phone ? keys.open(row.phone, at(row.tenant_id, row.id)) : ''

export const maskedPhone = (keys: Keys, row: Pick<BookingRow, 'tenant_id' | 'id' | 'phone'>): string => {
  const phone = openPhone(keys, row)
  return phone && maskPhone(phone)
}
