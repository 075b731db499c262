// A person's sealed fields: the one place that seals and opens them, for entry, import, search and export alike.
import type { Keys } from '#kernel/crypto.ts'
import { nameKey } from '../classes/check-row.ts'

/** What is sealed of a person, in clear; '' or null where nobody said. `birth` is YYYY-MM-DD, `number` 18 characters. */
export type PlainPerson = {
  readonly name: string
  readonly phone: string
  readonly birth: string
  readonly homePlace: string
  readonly need: string
  readonly number: string
}

export const FIELDS = ['name', 'phone', 'birth', 'homePlace', 'need', 'number'] as const
export type PersonField = (typeof FIELDS)[number]

const COLUMN = {
  name: 'name',
  phone: 'phone',
  birth: 'birth',
  homePlace: 'home_place',
  need: 'need',
  number: 'number',
} as const satisfies Record<PersonField, string>

/** Which row, sealed for the how manieth time. */
export type PersonAt = { readonly tenant: string; readonly id: string; readonly seal: number }

export type SealedColumns = {
  readonly name: Buffer
  readonly phone: Buffer | null
  readonly birth: Buffer | null
  readonly home_place: Buffer | null
  readonly need: Buffer | null
  readonly number: Buffer | null
}
export type SealedPerson = SealedColumns & {
  readonly birth_year: number | null
  readonly number_mac: Buffer | null
  readonly phone_mac: Buffer | null
  readonly same_mac: Buffer | null
  readonly key_version: number
}

/** Digits alone: 0370-123 4567 and 03701234567 are one phone. */
export const phoneDigits = (phone: string): string => phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')

/** Name, birth and address together tell one person from another where no number was given. */
const sameKey = (name: string, { birth }: PlainPerson, addressKey: string) => `${name}|${birth}|${addressKey}`

/** The keyed hashes by which one person is told from another; `name` as it is compared. */
export const whoIs = (keys: Keys, tenant: string, plain: PlainPerson, addressKey: string, name: string) => ({
  number_mac: plain.number ? keys.blind(tenant, 'id number', plain.number) : null,
  same_mac: addressKey && plain.birth ? keys.blind(tenant, 'same person', sameKey(name, plain, addressKey)) : null,
})

/**
 * The columns of one person. `addressKey` is home.address_key, '' without a home: then nobody is taken for the same.
 * `name` is the name as it is compared (nameKey). `keepNumber`: a purpose for the ID number is switched on; otherwise only its hash is made.
 */
export function sealPerson(
  keys: Keys,
  at: PersonAt,
  plain: PlainPerson,
  { addressKey = '', keepNumber = false, name = nameKey(plain.name) } = {},
): SealedPerson {
  const { tenant } = at
  const sealed = (field: PersonField, text = plain[field]) =>
    text ? keys.seal(text, { tenant, table: 'person', column: COLUMN[field], row: at.id, seal: at.seal }) : null
  return {
    // Also where nobody said it: a column that is never empty.
    name: keys.seal(plain.name, { tenant, table: 'person', column: 'name', row: at.id, seal: at.seal }),
    phone: sealed('phone'),
    birth: sealed('birth'),
    home_place: sealed('homePlace'),
    need: sealed('need'),
    number: keepNumber ? sealed('number') : null,
    key_version: keys.version,
    birth_year: plain.birth ? Number(plain.birth.slice(0, 4)) : null,
    ...whoIs(keys, tenant, plain, addressKey, name),
    phone_mac: plain.phone ? keys.blind(tenant, 'phone', phoneDigits(plain.phone)) : null,
  }
}

export type OpenedFrom = SealedColumns & { readonly tenant_id: string; readonly id: string; readonly seal_no: number }

/** One field of a row in clear, '' where there is none. Throws when the value was changed, moved or put back. */
export const openField = (keys: Keys, row: OpenedFrom, field: PersonField): string => {
  const column = COLUMN[field]
  const sealed = row[column]
  if (!sealed) return ''
  return keys.open(sealed, { tenant: row.tenant_id, table: 'person', column, row: row.id, seal: row.seal_no })
}

/** All of it in clear. Lists open what they mask and nothing else: openField. */
export const openPerson = (keys: Keys, row: OpenedFrom): PlainPerson =>
  Object.fromEntries(FIELDS.map((field) => [field, openField(keys, row, field)])) as PlainPerson

/** Of the few columns that search reads: nothing else of a person is opened to find him. */
export const openNameAndPhone = (
  keys: Keys,
  row: Pick<OpenedFrom, 'tenant_id' | 'id' | 'seal_no' | 'name' | 'phone'>,
): { name: string; phone: string } => {
  const whole = { ...row, birth: null, home_place: null, need: null, number: null }
  return { name: openField(keys, whole, 'name'), phone: openField(keys, whole, 'phone') }
}
