// `bin/linli import …`: a file into the registers, or a whole city from its folder.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { machine } from '#kernel/access.ts'
import { inScope } from '#kernel/scope.ts'
import { areaWithCode } from '#modules/area/index.ts'
import { BatchClass } from '#modules/register/contract/import.ts'
import { breakOff } from './break-off.ts'
import { importCity, importTree } from './import-city.ts'
import { type At, importFile, type Say, type Wish } from './import-file.ts'
import type { Opened } from './open-house.ts'

async function whereTo(opened: Opened, code: string | undefined, areaCode: string | undefined) {
  const { rows } = await opened.db.pool.query<{ id: string; code: string }>(
    'select id, code from tenant order by made_at',
  )
  const tenant = rows.find((row) => row.code === (code ?? areaCode?.slice(0, 6) ?? rows[0]?.code)) ?? rows[0]
  if (!tenant || (!code && !areaCode && rows.length > 1))
    throw new Error(`import: say into which district: --tenant ${rows.map((row) => row.code).join(' | ')}`)
  const linli = machine(tenant.id, 'bin/linli')
  const area = await inScope(opened.db, linli, (tx) => areaWithCode(tx, tenant.id, areaCode ?? tenant.code))
  if (!area) throw new Error(`import: there is no area ${areaCode ?? tenant.code}`)
  return { tenant: tenant.id, areaId: area.id }
}

export async function importCommand(opened: Opened, args: readonly string[], say: Say): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      area: { type: 'string' },
      tenant: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'all-or-nothing': { type: 'boolean', default: false },
    },
  })
  const [code = '', source = ''] = positionals
  const wish: Wish = { dry: values['dry-run'], choice: values['all-or-nothing'] ? 'all' : 'good' }
  if (!existsSync(source)) throw new Error(`import: there is no ${source || 'file'}`)
  const stop = breakOff()
  try {
    const district = code === 'city' ? await importTree(opened, source, values.tenant, say) : values.tenant
    const at: At = { opened, say, ...(await whereTo(opened, district, values.area)) }
    if (code === 'city') await importCity(at, source, wish, stop.signal)
    else await importFile(at, BatchClass.parse(code), source, wish, stop.signal)
  } finally {
    stop.done()
  }
}
