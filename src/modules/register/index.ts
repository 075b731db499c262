// The face of the register: its operations and tables, and what others may ask of it.
import { branchShift } from '#kernel/branch.ts'
import * as compounds from './compounds/operations.ts'
import * as corrections from './corrections/operations.ts'
import * as counts from './counts/operations.ts'
import { endings } from './ending.ts'
import * as exporting from './export/operations.ts'
import * as letting from './homes/letting.ts'
import * as homes from './homes/operations.ts'
import * as visiting from './homes/visiting.ts'
import * as households from './households/operations.ts'
import * as offering from './import/offers.ts'
import * as batches from './import/read.ts'
import * as sending from './import/send.ts'
import * as sheets from './import/sheets.ts'
import * as stepping from './import/steps.ts'
import * as organisations from './organisations/operations.ts'
import * as entering from './people/enter.ts'
import * as history from './people/history.ts'
import * as merging from './people/merge.ts'
import * as moving from './people/move.ts'
import { ownAddress } from './people/own-address.ts'
import * as people from './people/read.ts'
import * as phoneWay from './phone-way/operations.ts'
import * as portraits from './portrait/operations.ts'
import * as relocating from './relocations/operations.ts'
import { compareOffer } from './reveal/compare.ts'
import * as lookedAt from './reveal/looked-at.ts'
import * as looks from './reveal/looks.ts'
import * as revealing from './reveal/reveal.ts'
import { sealedTables } from './sealed-tables.ts'
import * as ties from './ties/operations.ts'

export { readAddress } from './classes/address.ts'
export { readIdNumber } from './classes/id-number.ts'
export { simplified } from './classes/plain-text.ts'
export { homeById } from './homes/store.ts'
export { batchLife } from './import/lifecycle.ts'
export { startImports, sweepSpool, workOnImports } from './import/work.ts'
export { correctionLife, personLife, relocationLife } from './lifecycle.ts'
export { knownPerson } from './people/known.ts'
export { openNameAndPhone, phoneDigits, sealPerson } from './people/sealed.ts'
export { maskName, maskPhone } from './personal.ts'
export { countPortraits } from './portrait/operations.ts'
export { LIMITED, spendOrStop } from './reveal/limits.ts'
export { discloseMany } from './reveal/store.ts'
export { READERS } from './rights.ts'

const branch = branchShift(
  'register',
  [
    ...(['home', 'rental', 'organisation', 'household', 'person', 'person_past', 'tie'] as const),
    ...(['movement', 'home_visit', 'correction', 'register_batch', 'register_count', 'grid_portrait'] as const),
    ...(['import_file', 'import_chunk', 'import_count', 'import_fault', 'import_offer', 'import_special'] as const),
    'relocation',
  ],
  [{ table: 'relocation', column: 'from_pos' }],
)

export const registerModule = {
  name: 'register',
  endings,
  operations: [
    ...[branch.shift, ownAddress, compareOffer],
    ...[people, entering, moving, merging, history, households, relocating].flatMap((part) => Object.values(part)),
    ...[homes, letting, compounds].flatMap((part) => Object.values(part)),
    ...[visiting.beginVisit, visiting.endVisit],
    ...[organisations, ties, corrections, phoneWay, counts, portraits].flatMap((part) => Object.values(part)),
    ...[revealing, looks, lookedAt, exporting].flatMap((part) => Object.values(part)),
    ...[sending, batches, stepping, sheets, offering].flatMap((part) => Object.values(part)),
  ],
  look: people.person,
  reactions: [branch.reaction],
  tables: [
    ...(['home', 'rental', 'organisation', 'household', 'person', 'person_past', 'tie', 'movement'] as const),
    'relocation',
    ...(['home_visit', 'correction', 'register_batch', 'register_purpose', 'register_count', 'grid_portrait'] as const),
    ...(['disclosure', 'register_limit', 'register_spent', 'register_export', 'own_code'] as const),
    ...(['import_file', 'import_chunk', 'import_count', 'import_fault', 'import_offer', 'import_special'] as const),
    'import_mapping',
  ],
  sealed: sealedTables,
} as const
