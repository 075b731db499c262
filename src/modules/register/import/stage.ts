// The columns in which a chunk's good rows stand while they are held against what is there: temporary tables of one connection.

/** One temporary table: its columns in the order in which the reading thread writes them. */
export type Stage = { readonly name: string; readonly columns: readonly string[]; readonly create: string }

const stage = (name: string, columns: Readonly<Record<string, string>>): Stage => ({
  name,
  columns: Object.keys(columns),
  create: `create temp table if not exists ${name} (${Object.entries(columns)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ')}) on commit delete rows`,
})

const row = { n: 'integer', sheet: 'text', line: 'integer', id: 'uuid' } as const
/** Where it lies, and an id for the home should it not be there yet. */
const at = {
  building_id: 'uuid',
  grid_id: 'uuid',
  area_pos: 'bigint',
  address: 'text',
  address_key: 'text',
  unit: 'text',
  floor: 'integer',
  room: 'text',
  home_spare: 'uuid',
} as const

export const peopleStage = stage('stage_person', {
  ...row,
  ...at,
  household_spare: 'uuid',
  household_mac: 'bytea',
  relation: 'text',
  name: 'bytea',
  phone: 'bytea',
  birth: 'bytea',
  birth_year: 'integer',
  sex: 'integer',
  home_place: 'bytea',
  need: 'bytea',
  lives_here: 'boolean',
  paper: 'text',
  number_mac: 'bytea',
  phone_mac: 'bytea',
  same_mac: 'bytea',
  number: 'bytea',
  said_mac: 'bytea',
  // The row of this chunk that is the same person with other content.
  twin: 'uuid',
})

export const homeStage = stage('stage_home', {
  ...row,
  ...at,
  use: 'text',
  floor_area: 'double precision',
  facts: 'jsonb',
})

export const rentalStage = stage('stage_rental', {
  ...row,
  ...at,
  use: 'text',
  from_day: 'date',
  to_day: 'date',
  facts: 'jsonb',
})

export const organisationStage = stage('stage_organisation', {
  ...row,
  area_id: 'uuid',
  grid_id: 'uuid',
  area_pos: 'bigint',
  name: 'text',
  code: 'text',
  kind: 'text',
  address: 'text',
  contact_name: 'bytea',
  contact_phone: 'bytea',
  facts: 'jsonb',
  said_mac: 'bytea',
})

export const specialStage = stage('stage_special', { ...row, same_mac: 'bytea' })

/** What of a chunk is there already: the same, or somebody who is there with other content. */
export const foundStage = stage('stage_found', { n: 'integer', kind: 'text', there: 'uuid' })

export const STAGE_OF = {
  registered: peopleStage,
  floating: peopleStage,
  home: homeStage,
  rented: rentalStage,
  special: specialStage,
  organisation: organisationStage,
  school: organisationStage,
} as const
