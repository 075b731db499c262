// Who works in the city that is measured: in every grid, community and subdistrict somebody, made once for a data folder.
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type Config, readConfig } from '#kernel/config.ts'
import { startEmbedded } from '#kernel/embedded/embedded.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { DEMO_PASSWORD } from '#modules/account/index.ts'
import { fill } from '../../../bench/rows.ts'
import { asLinli } from '../../../src/commands/found-tenant.ts'
import { openHouse } from '../../../src/commands/open-house.ts'

type AreaRow = { id: string; level: string; code: string; name: string; tenant: string }

const ROLE = {
  grid: 'grid_worker',
  community: 'community_staff',
  subdistrict: 'subdistrict_staff',
  district: 'district_staff',
} as const
type Level = keyof typeof ROLE

/** The login of whoever works there: `w` and the code of the area. */
export const loginOf = (code: string): string => `w${code}`

async function addPeople(config: Config, areas: readonly AreaRow[], log: (line: string) => void): Promise<void> {
  const opened = await openHouse(config, log)
  try {
    const linli = asLinli(opened.house, areas[0]!.tenant)
    for (const [at, { id, level, code, name }] of areas.entries()) {
      const role = ROLE[level as Level]
      const called = { name: `${name}工作人员`, nameEn: `Staff ${at + 1}`, workPhone: '037199000000' }
      await linli('account.addDemo', { login: loginOf(code), ...called, areaId: id, from: '2026-01-01', role })
      if (at % 500 === 499) log(`  ${at + 1} of ${areas.length} accounts`)
    }
    await opened.counted()
  } finally {
    await opened.close()
  }
}

/** So many matters of two years, everywhere alike. */
async function addMatters(config: Config, count: number, log: (line: string) => void) {
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: () => {} })
  try {
    await fill({ superUrl: embedded.superUrl, keys: openKeys(config.keyFile), count, subdistrict: null, log })
  } finally {
    await embedded.stop()
  }
}

const areasOf = async (dataDir: string): Promise<AreaRow[]> => {
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  const client = new pg.Client({ connectionString: embedded.url })
  await client.connect()
  try {
    const { rows } = await client.query<AreaRow>(
      `select id, level, code, name, tenant_id as tenant from area
       where level in ('grid', 'community', 'subdistrict', 'district') and valid_to is null order by area_pos`,
    )
    return rows
  } finally {
    await client.end()
    await embedded.stop()
  }
}

/** Puts people and matters into a loaded city, unless an earlier run did; all sign in with the same password. */
export async function peopleTheCity(dataDir: string, matters: number, log: (line: string) => void): Promise<void> {
  const mark = path.join(dataDir, 'city-people')
  if (existsSync(mark)) return
  const config = readConfig({ LINLI_DATA: dataDir })
  const areas = await areasOf(dataDir)
  log(`${areas.length} accounts, password ${DEMO_PASSWORD}`)
  await addPeople(config, areas, log)
  log(`${matters} matters`)
  await addMatters(config, matters, log)
  writeFileSync(mark, `${matters}\n`)
}
