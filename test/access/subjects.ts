// The subjects of the matrix: one of each in 第12网格, matters in every state, canaries in every personal field.
import { randomUUID } from 'node:crypto'
import { machine } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { newCode } from '#kernel/ids.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { hashPassword } from '#modules/account/password.ts'
import { operations } from '#modules/index.ts'
import { spreadNotices } from '#modules/notice/index.ts'
import type { Street } from '#test/street.ts'
import { type CallbackWorld, callbacksThere } from './callback-inputs.ts'
import { type Canaries, type Nest, PASSWORD, plantCanaries } from './canaries.ts'
import { type CommitteeWorld, committeesThere } from './committee-inputs.ts'
import { type CounselWorld, counselThere } from './counsel-subjects.ts'
import type { State } from './expected/roles.ts'
import { type ImportWorld, importsThere } from './import-subjects.ts'
import { type KinWorld, kinThere } from './kin-inputs.ts'
import { type MediationWorld, mediationThere } from './mediation-inputs.ts'
import { type PanelWorld, panelsThere } from './panel-inputs.ts'
import { type RegisterWorld, registerThere } from './register-subjects.ts'
import type { District, SpotName } from './relations.ts'
import { type RetentionWorld, retentionThere } from './retention-inputs.ts'
import { type RoomWorld, roomsThere } from './room-subjects.ts'
import { BOARDS, KIND, type MatterThere, tellMatters } from './stories.ts'
import { type StudyWorld, studyThere } from './study-subjects.ts'

type Versioned = { readonly id: string; readonly version: number }

export type World = ImportWorld &
  CounselWorld &
  StudyWorld &
  PanelWorld &
  RoomWorld &
  RegisterWorld &
  RetentionWorld &
  CallbackWorld &
  CommitteeWorld &
  KinWorld &
  MediationWorld & {
    readonly street: Street
    readonly canaries: Canaries
    readonly grid: Versioned & { readonly code: string; readonly lon: number; readonly lat: number }
    readonly building: Versioned
    readonly unit: Versioned
    readonly account: string
    readonly disabled: string
    readonly gridPost: string
    readonly deskPost: string
    readonly place: Versioned & { readonly code: string }
    readonly duty: string
    /** Of the grid's worker, with the post that came with it. */
    readonly workerDuty: string
    readonly group: Versioned
    readonly item: Versioned & { readonly kind: string }
    readonly kind: Versioned
    readonly matters: Readonly<Record<State, MatterThere>>
    /** A matter of the same grid whose picture is asked for under another matter's id. */
    readonly otherPhoto: string
    readonly other: string
    /** What the worker of the matter in hand asked of the desk. */
    readonly requests: { readonly pause: string; readonly extend: string }
    readonly heard: Versioned
    readonly agency: Versioned
    /** A service counter of the grid. */
    readonly counter: string
    /** Saved by `account`. */
    readonly filter: string
    readonly invitation: string
    /** An SMS that was given up. */
    readonly message: string
    /** Of another system. */
    readonly systemKey: string
    readonly login: string
  }

async function row<T>(street: Street, text: string, values: readonly unknown[]): Promise<T> {
  const { rows } = await street.owner.query(text, [...values])
  if (rows.length !== 1) throw new Error(`${rows.length} rows: ${text}`)
  return rows[0] as T
}

/** What everybody of a district may know and nobody of another: a marked name in each table that has no area. */
async function markDistrict(street: Street, canaries: Canaries, tenant: string, district: District) {
  const mark = () => canaries.text('district', { subject: tenant, district })
  const set = (text: string) => street.owner.query(text, [tenant, mark()])
  await set(
    `update area set name_en = $2 where tenant_id = $1 and id = (select id from area where tenant_id = $1 and level = 'grid' order by area_pos offset 1 limit 1)`,
  )
  await set(`update area set name_en = $2 where tenant_id = $1 and level = 'district'`)
  await set(`update place_kind set en = $2 where tenant_id = $1 and code = 'door'`)
  await set(`update matter_kind set en = $2 where tenant_id = $1 and code = '${KIND}'`)
  await set(`update duty_kind set duties_en = $2 where tenant_id = $1 and code = 'grid_worker'`)
  await set(`update calendar_year set source = $2 where tenant_id = $1 and year = 2026`)
  await set(`update emergency_rule set en = $2 where tenant_id = $1 and sort = 0`)
  await set(`update matter_limit set basis = $2 where tenant_id = $1 and clock = 'take'`)
  await set(
    `update division set name = $2 where tenant_id = $1 and id = (select min(id::text)::uuid from division where tenant_id = $1)`,
  )
  const { rows } = await street.owner.query<{ code: string }>('select code from place where tenant_id = $1', [tenant])
  for (const { code } of rows) canaries.known(code, 'district', { subject: tenant, district })
}

/** A tenant-wide operation performed as Linli itself, kept for good. */
async function linli<T>(street: Street, tenant: string, name: string, input: object): Promise<T> {
  return (await perform(street.house, operations.get(name) as AnyOperation, machine(tenant, 'test'), input)) as T
}

async function accountsAt(street: Street, canaries: Canaries) {
  const at = async (spot: SpotName, area: string, tenant: string) => {
    const areaId = (
      await row<{ id: string }>(street, 'select id from area where tenant_id = $1 and name = $2', [tenant, area])
    ).id
    const nest: Nest = { subject: '', spot, district: tenant === street.tenant ? '990101' : '990201' }
    const login = canaries.login(nest)
    const person = { login, name: '柳一', nameEn: '', workPhone: '', areaId, from: '2026-03-01', role: null }
    const { id } = await linli<{ id: string }>(street, tenant, 'account.addDemo', person)
    nest.subject = id
    return { id, areaId, login }
  }
  const account = await at('grid 12', '第12网格', street.tenant)
  const disabled = await at('grid 12', '第12网格', street.tenant)
  await at('grid 13', '第13网格', street.tenant)
  await at('Tinglan', '汀兰苑1号楼', street.tenant)
  await at('Yunhu', '云湖里1号楼', street.otherTenant)
  await street.owner.query(`update account set state = 'disabled' where id = $1`, [disabled.id])
  const password = await hashPassword(PASSWORD)
  await street.owner.query('update account set password = $2, totp_secret = null where id = $1', [account.id, password])
  const grant = (role: string) =>
    linli<{ id: string }>(street, street.tenant, 'account.grant', {
      id: account.id,
      role,
      areaId: account.areaId,
      from: '2026-03-01',
    })
  return {
    account: account.id,
    disabled: disabled.id,
    login: account.login,
    gridPost: (await grant('building_head')).id,
    deskPost: (await grant('mediator')).id,
  }
}

async function areasThere(
  street: Street,
  tenant: string,
): Promise<Pick<World, 'grid' | 'building' | 'unit' | 'place'>> {
  const grid = await row<World['grid']>(
    street,
    `select id, version, code, lon, lat from area where tenant_id = $1 and name = '第12网格'`,
    [tenant],
  )
  const building = await row<Versioned & { pos: number }>(
    street,
    `select id, version, area_pos as pos from area where tenant_id = $1 and name = '清荷苑3号楼'`,
    [tenant],
  )
  const unit = await row<Versioned>(
    street,
    `insert into area (tenant_id, id, parent_id, level, name, area_pos, area_end, valid_from, made_at, changed_at)
     select tenant_id, $3, id, 'unit', '空单元', area_pos + 10 * 1024, area_pos + 11 * 1024 - 1, valid_from, made_at, changed_at from area where tenant_id = $1 and id = $2 returning id, version`,
    [tenant, building.id, randomUUID()],
  )
  const place = await row<World['place']>(
    street,
    'select id, version, code from place where tenant_id = $1 and name = $2',
    [tenant, BOARDS['building 3']],
  )
  return { grid, building, unit, place }
}

async function kindsThere(street: Street, tenant: string): Promise<Pick<World, 'item' | 'kind'>> {
  const item = await row<World['item']>(
    street,
    'select id, version, kind from access_item where tenant_id = $1 order by id limit 1',
    [tenant],
  )
  const kind = await row<Versioned>(
    street,
    `select code as id, version from matter_kind where tenant_id = $1 and code = '${KIND}'`,
    [tenant],
  )
  return { item, kind }
}

/** An agency that takes what is handed to it, and a service counter, both of 第12网格. */
async function agenciesThere(street: Street): Promise<Pick<World, 'agency' | 'counter'>> {
  const areaId = await street.areaId('第12网格')
  const add = (kind: string, name: string) =>
    linli<Versioned>(street, street.tenant, 'agency.add', { kind, name, nameEn: name, areaId })
  return { agency: await add('department', '城管中队'), counter: (await add('counter', '便民大厅')).id }
}

async function filterOf(street: Street, account: string): Promise<string> {
  const { rows } = await street.owner.query<{ id: string }>(
    `insert into saved_filter (tenant_id, id, account_id, name, filter, made_at) values ($1, $2, $3, '我的', '{}', now()) returning id`,
    [street.tenant, randomUUID(), account],
  )
  return rows[0]!.id
}

/** Makes everything the matrix asks about, with its canaries unless others are given. Takes about three seconds. */
export async function makeWorld(street: Street, canaries = plantCanaries()): Promise<World> {
  await markDistrict(street, canaries, street.tenant, '990101')
  await markDistrict(street, canaries, street.otherTenant, '990201')
  const agencies = await agenciesThere(street)
  const told = await tellMatters(street, canaries, agencies.agency.id)
  const { tenant } = street
  const { grid, building, unit, place } = await areasThere(street, tenant)
  const people = await accountsAt(street, canaries)
  const head = { areaId: grid.id, kind: 'grid_head', name: '柳二' }
  const duty = await linli<{ id: string }>(street, tenant, 'duty.appoint', head)
  const worker = await row<{ id: string }>(
    street,
    `select id from duty where tenant_id = $1 and area_id = $2 and kind = 'grid_worker' and ended_at is null`,
    [tenant, grid.id],
  )
  const mark = () => canaries.text('district', { subject: tenant, district: '990101' })
  const group = await linli<Versioned>(street, tenant, 'duty.setGroup', {
    ...{ areaId: grid.id, name: `夜间噪声组${mark()}` },
    members: [{ name: '柳三', seat: 'head' }],
  })
  const asLinli = <T>(name: string, input: object) => linli<T>(street, tenant, name, input)
  const rooms = await roomsThere(street, place.id, grid.id, asLinli, mark)
  const settling = {
    ...(await committeesThere(street, grid.id, people.account, asLinli, mark)),
    ...{ ...(await mediationThere(street, canaries, grid.id)), ...(await kinThere(street)) },
    ...(await counselThere(street, grid.id, asLinli, mark)),
    ...(await studyThere(street, grid.id, people.account, asLinli)),
  }
  const panels = await panelsThere(street, settling.mediations.accepted.id, grid.id, asLinli)
  await spreadNotices(street.house)
  // What the stories would have sent is not due in the matrix; one message is there to be set off again.
  await street.owner.query(`update outbox set state = 'given_up', next_at = null`)
  const anyOf = (table: string) =>
    row<{ id: string }>(street, `select id from ${table} where tenant_id = $1 order by id limit 1`, [tenant])
  const [message, systemKey] = [await anyOf('outbox'), await anyOf('open311_key')]
  const invited = await invite(street)
  canaries.known(invited, 'secret', { subject: people.account, district: '990101' })
  const registered = await registerThere(street, canaries, grid.id, people.account)
  return {
    ...people,
    ...rooms,
    ...settling,
    ...panels,
    ...{ street, canaries },
    ...{ grid, building, unit, place },
    duty: duty.id,
    workerDuty: worker.id,
    group,
    ...(await kindsThere(street, tenant)),
    ...agencies,
    ...told,
    filter: await filterOf(street, people.account),
    invitation: invited,
    message: message.id,
    systemKey: systemKey.id,
    ...(await callbacksThere(street)),
    ...registered,
    ...(await importsThere(street, grid.id, registered.lodger.id)),
    ...(await retentionThere(street, grid.id)),
  }
}

/** An open invitation of an account that nobody has joined yet, as it stands on paper without its dashes. */
async function invite(street: Street): Promise<string> {
  const areaId = await street.areaId('第12网格')
  const login = `waiting-${newCode(6).toLowerCase()}`
  const added = await linli<{ invitation: string }>(street, street.tenant, 'account.add', {
    login,
    name: '柳四',
    role: 'volunteer',
    areaId,
  })
  return added.invitation.replaceAll('-', '')
}
