// What the register seals, and which hashes are made anew from it: for the rotation of the root key.
import type { SealedTable } from '#kernel/keys/sealed.ts'
import { phoneDigits } from './people/sealed.ts'

/**
 * The hashes of ID numbers, of households' numbers and of name, birth and address are not made anew: what they were made
 * of is not kept. Their keys are never rotated (docs/decisions/0022-keys.md).
 */
export const sealedTables: readonly SealedTable[] = [
  {
    table: 'person',
    row: 'id',
    columns: ['name', 'phone', 'birth', 'home_place', 'need', 'number'],
    seal: 'seal_no',
    version: 'key_version',
    remade: [{ column: 'phone_mac', purpose: 'phone', of: 'phone', text: phoneDigits }],
  },
  {
    table: 'organisation',
    row: 'id',
    columns: ['contact_name', 'contact_phone'],
    seal: 'seal_no',
    version: 'key_version',
  },
  { table: 'person_past', row: 'id', columns: ['entry'], version: 'key_version' },
  { table: 'correction', row: 'id', columns: ['words', 'answer'] },
  { table: 'relocation', row: 'id', columns: ['shown'], version: 'key_version' },
  { table: 'import_fault', row: 'id', columns: ['cells'], version: 'key_version' },
  {
    table: 'import_offer',
    boundTo: 'person',
    row: 'id',
    columns: ['name', 'phone', 'birth', 'home_place', 'need', 'number'],
    seal: 'seal_no',
    version: 'key_version',
    remade: [{ column: 'phone_mac', purpose: 'phone', of: 'phone', text: phoneDigits }],
  },
]
