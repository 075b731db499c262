// Goal A5: administrators keep apart and read no content; nobody gives a post to himself, or beyond his own area.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Role, seenBy } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { operations } from '#modules/index.ts'
import { openStreet, setClock } from '#test/street.ts'
import { type Caller, castOf } from './cast.ts'
import { dryHouse } from './dry-house.ts'
import type { Field } from './expected/right.ts'
import { ADMINISTRATORS, STAFF, type StaffRole } from './expected/roles.ts'
import { expected, operationOf } from './expected.ts'
import { ask, type Cell, canariesIn, cellsOf, each, faultsOf, nameOf, runMatrix } from './matrix.ts'
import { verdict } from './oracle.ts'
import { relation } from './relations.ts'
import { makeWorld, type World } from './subjects.ts'

let world: World
let cast: readonly Caller[]
/** Ids by name; names are unique in each district. */
const areas = new Map<string, string>()

beforeAll(async () => {
  const street = await openStreet()
  setClock('2026-11-18', '10:00')
  world = await makeWorld(street)
  cast = await castOf(street, world.canaries)
  const { rows } = await street.owner.query(
    `select id, name from area where level in ('district', 'subdistrict', 'community', 'grid', 'building') order by tenant_id = $1`,
    [street.tenant],
  )
  for (const row of rows) areas.set(row.name, row.id)
})
afterAll(() => world?.street.close())

const castAs = (role: StaffRole, at: string): Caller =>
  cast.find((one) => one.role === role && one.relation?.name === at)!
const isAdministrator = (role: string) => (ADMINISTRATORS as readonly string[]).includes(role)

/** The code of the answer, `ok` when it is done; everything is undone. */
async function tried(actor: Actor, name: string, input: object): Promise<string> {
  try {
    await perform(dryHouse(world.street.house), operations.get(name)!, actor, input)
    return 'ok'
  } catch (error) {
    return error instanceof Problem ? error.entry.code : `fault: ${(error as Error).message}`
  }
}

const CONTENT: readonly Field[] = ['title', 'words', 'spot', 'name', 'phone', 'inner', 'reply', 'photo']

test('the three administrators are refused every operation on content, and no answer to them holds any', async () => {
  const admins = ADMINISTRATORS.map((role) => castAs(role, 'district above'))
  const cells = Object.keys(expected)
    .filter((line) => !expected[line]!.holder)
    .flatMap((line) => cellsOf(world, line, admins))
  const isContent = ({ right, line }: Cell) => right.about === 'matter' || /^matter\.(list|counts|report)/.test(line)
  const faults: string[] = []
  await each(cells, async (cell) => {
    const outcome = await ask(world, operations.get(operationOf(cell.line))!, cell)
    if (isContent(cell) && !['door.forbidden', 'door.missing'].includes(outcome.code))
      faults.push(`${nameOf(cell)}: ${outcome.code}`)
    const leaks = canariesIn(world, outcome).filter((canary) => CONTENT.includes(canary.field))
    faults.push(...leaks.map((canary) => `${nameOf(cell)} holds ${canary.field}`))
  })
  expect(cells.filter(isContent).length).toBeGreaterThan(150)
  expect(faults).toEqual([])
})

describe('powers on one account', () => {
  const pairs = STAFF.flatMap((held) => STAFF.map((given) => ({ held, given })))
  const apart = ({ held, given }: (typeof pairs)[number]) =>
    held !== given && (isAdministrator(held) || isAdministrator(given))
  const wrong = async (at: string) => {
    const giver = castAs('security_admin', 'district above')
    const faults: string[] = []
    await each(pairs, async (pair) => {
      const { id } = castAs(pair.held, at).actor
      const want = apart(pair) ? 'account.oneAdminOnly' : 'ok'
      const got = await tried(giver.actor, 'account.grant', { id, role: pair.given, areaId: world.grid.id })
      if (got !== want) faults.push(`${pair.held} and ${pair.given}: ${got} instead of ${want}`)
    })
    return faults
  }

  test('of all 324 pairs of roles, an administrator goes with nothing but himself', async () => {
    expect(pairs.filter(apart)).toHaveLength(96)
    expect(await wrong('own grid')).toEqual([])
  })

  test('a post that has not begun counts as well', async () => {
    expect(await wrong('expired')).toEqual([])
  })

  test('posts that are over do not', async () => {
    const { id } = castAs('audit_admin', 'expired').actor
    await world.street.owner.query('update post set from_on = $2, to_on = $2 where account_id = $1 and from_on > $2', [
      id,
      '2026-11-17',
    ])
    expect(
      await tried(castAs('security_admin', 'district above').actor, 'account.grant', {
        id,
        role: 'volunteer',
        areaId: world.grid.id,
      }),
    ).toBe('ok')
  })

  test('nor comes one by way of a duty', async () => {
    const { id } = castAs('audit_admin', 'own grid').actor
    const input = { areaId: world.grid.id, kind: 'grid_worker', accountId: id }
    expect(await tried(castAs('system_admin', 'own grid').actor, 'duty.appoint', input)).toBe('account.oneAdminOnly')
    expect(await tried(castAs('subdistrict_staff', 'subdistrict above').actor, 'duty.appoint', input)).toBe(
      'account.oneAdminOnly',
    )
  })
})

/** Who may give posts at all, by whichever way. */
const GIVERS = ['system_admin', 'security_admin', 'community_head', 'subdistrict_staff'] as const

test('nobody gives a post to himself, ends his own, or opens and closes his own account', async () => {
  const faults: string[] = []
  const { owner } = world.street
  await each(
    cast.filter((one) => one.relation?.running),
    async ({ actor, role, name }) => {
      const { rows } = await owner.query('select id from post where account_id = $1', [actor.id])
      const tries: [string, object][] = [
        ['account.grant', { id: actor.id, role, areaId: actor.posts[0]!.areaId }],
        ['account.grant', { id: actor.id, role: 'volunteer', areaId: actor.posts[0]!.areaId }],
        ['account.endPost', { postId: rows[0].id }],
        ['account.disable', { id: actor.id }],
        ['account.enable', { id: actor.id }],
        ['account.invite', { id: actor.id }],
        ...(actor.posts[0]!.level === 'grid'
          ? [
              ['duty.appoint', { areaId: actor.posts[0]!.areaId, kind: 'grid_worker', accountId: actor.id }] as [
                string,
                object,
              ],
            ]
          : []),
      ]
      for (const [operation, input] of tries) {
        const got = await tried(actor, operation, input)
        const gives = (GIVERS as readonly string[]).includes(role!) && operation === 'account.grant'
        if (gives ? got !== 'account.notSelf' : !['account.notSelf', 'door.forbidden'].includes(got))
          faults.push(`${operation} by ${name}: ${got}`)
      }
    },
  )
  expect(faults).toEqual([])
})

const ABOVE: Readonly<Record<string, string | undefined>> = {
  清荷苑3号楼: '第12网格',
  第12网格: '清荷社区',
  第13网格: '清荷社区',
  清荷社区: '邻里街道',
  柳岸社区: '邻里街道',
  邻里街道: '邻里区',
  汀兰街道: '邻里区',
}
const isIn = (area: string | undefined, of: string): boolean =>
  area !== undefined && (area === of || isIn(ABOVE[area], of))

test('nobody gives a post, opens an account or appoints beyond his own area', async () => {
  const faults: string[] = []
  const targets = [
    '清荷苑3号楼',
    '第12网格',
    '第13网格',
    '清荷社区',
    '柳岸社区',
    '邻里街道',
    '汀兰街道',
    '邻里区',
    '云湖区',
    'nowhere',
  ]
  const cells = GIVERS.flatMap((role) =>
    ['own grid', 'community above', 'subdistrict above', 'district above'].flatMap((at) =>
      targets.map((target) => ({ caller: castAs(role, at), target })),
    ),
  )
  await each(cells, async ({ caller: { actor, role, name, relation: from }, target }) => {
    const areaId = areas.get(target) ?? newId()
    const inside = isIn(target, from!.area)
    const known = target === '邻里区' || ABOVE[target] !== undefined
    const expect1 = async (operation: string, input: object, outside: string) => {
      const got = await tried(actor, operation, input)
      if (got !== (inside ? 'ok' : known ? outside : 'door.missing'))
        faults.push(`${operation} by ${name} in ${target}: ${got}`)
    }
    await expect1('account.grant', { id: world.account, role: 'volunteer', areaId }, 'door.missing')
    if (isAdministrator(role!))
      await expect1(
        'account.add',
        { login: `up-${newId().slice(-12)}`, name: '柳九', role: 'volunteer', areaId },
        'door.forbidden',
      )
    if (target.endsWith('网格') && role !== 'security_admin')
      await expect1('duty.appoint', { areaId, kind: 'grid_worker', accountId: world.account }, 'door.forbidden')
  })
  expect(faults).toEqual([])
})

test('desks give the posts of the field and no others', async () => {
  const below = ['grid_worker', 'building_head', 'volunteer', 'patrol_member']
  for (const desk of ['community_head', 'subdistrict_staff'] as const)
    for (const role of STAFF) {
      const { actor } = castAs(desk, 'district above')
      const got = await tried(actor, 'account.grant', { id: world.account, role, areaId: world.grid.id })
      expect(`${desk} gives ${role}: ${got}`).toBe(
        `${desk} gives ${role}: ${below.includes(role) ? 'ok' : isAdministrator(role) ? 'account.oneAdminOnly' : 'door.forbidden'}`,
      )
    }
})

/** Lines of the table that let a role do something. */
const giveTo = (role: Role): Set<string> =>
  new Set(
    Object.entries(expected)
      .filter(([, right]) => right.lets?.some(({ roles }) => (roles as readonly string[]).includes(role)))
      .map(([line]) => line),
  )

describe('a second post that gives no right to it adds nothing', () => {
  /** The same caller with a privacy officer's post over the whole district beside his own. */
  const withSecond = (caller: Caller, role: Role): Caller => {
    const wide = castAs('privacy_officer', 'district above').actor.posts[0]!
    const posts = [...caller.actor.posts, { ...wide, role }]
    return {
      ...caller,
      name: `${caller.name} and ${role} of the district`,
      actor: { ...caller.actor, posts, spans: seenBy(posts) },
    }
  }

  test.each(['sibling grid', 'other subdistrict'])('to roles that have it at the %s', async (at) => {
    const callers = STAFF.map((role) => withSecond(castAs(role, at), 'privacy_officer'))
    const { faults, cells } = await runMatrix(world, operations, callers)
    expect(cells).toBeGreaterThan(1_000)
    // Where the second post does give the right, it is that post's, not the sum of both.
    const without = faults.filter((fault) => !giveTo('privacy_officer').has(fault.split(' by ')[0]!))
    expect(without).toEqual([])
  })

  test('to an appointment in another community', async () => {
    const head = withSecond(castAs('community_head', 'community above'), 'privacy_officer').actor
    const input = { id: world.account, role: 'grid_worker' }
    expect(await tried(head, 'account.grant', { ...input, areaId: areas.get('第12网格') })).toBe('ok')
    for (const area of ['柳岸社区', '邻里街道', '邻里区'])
      expect(await tried(head, 'account.grant', { ...input, areaId: areas.get(area) })).toBe('door.missing')
  })

  test('but one that does is noticed', async () => {
    const wide = withSecond(castAs('grid_worker', 'sibling grid'), 'district_staff')
    const cell = cellsOf(world, 'matter.get', [wide])[0]!
    expect(verdict(cell, wide)).toBe('door.missing')
    expect(faultsOf(world, cell, await ask(world, operations.get('matter.get')!, cell))).not.toEqual([])
    expect(wide.relation).toBe(relation('sibling grid'))
  })
})
