// Goal A1: nobody gets more than the table of rights says. Operation × role × relation × state, a canary in every personal field.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { identify } from '#kernel/http/identity.ts'
import { mayHear } from '#kernel/http/live.ts'
import { newId } from '#kernel/ids.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { hearers, operations } from '#modules/index.ts'
import type { MatterRow } from '#modules/matter/store.ts'
import { openReporter } from '#modules/matter/view.ts'
import { openIn } from '#modules/mediation/sealed.ts'
import { codeSheet } from '#modules/place/code-sheet.ts'
import { EXIF_CANARY } from './access/canaries.ts'
import { type Caller, castOf, othersOf } from './access/cast.ts'
import { dryHouse } from './access/dry-house.ts'
import { STAFF, type State } from './access/expected/roles.ts'
import { expected, operationOf } from './access/expected.ts'
import { ask, type Cell, cellsOf, each, faultsOf, nameOf, runMatrix } from './access/matrix.ts'
import { caught, conditionsDropped, mutantsOf } from './access/mutants.ts'
import { OK, verdict } from './access/oracle.ts'
import { faultsOver, openDryWeb, pairsOf, request } from './access/over-http.ts'
import { makeWorld, type World } from './access/subjects.ts'
import { openStreet, setClock } from './street.ts'

/** Relations at which a subject of 第12网格 is somebody else's. */
const FOREIGN = ['sibling grid', 'other subdistrict', 'other tenant']

let world: World
let callers: readonly Caller[]

beforeAll(async () => {
  const street = await openStreet()
  setClock('2026-11-18', '10:00')
  world = await makeWorld(street)
  callers = [...(await castOf(street, world.canaries)), ...othersOf(world)]
})
afterAll(() => world?.street.close())

test('every operation has its line in the table, and every line an operation', () => {
  const lines = Object.keys(expected)
  expect([...operations.keys()].filter((name) => !lines.includes(name))).toEqual([])
  expect(lines.filter((line) => !operations.has(operationOf(line)))).toEqual([])
})

test('every role that signs in is asked', () => {
  expect(STAFF).toEqual(ROLES.filter((role) => !['resident', 'reporter', 'machine'].includes(role)))
})

/** Rows and contents of the tables that cells would change, had their transactions not been undone. */
async function fingerprint(): Promise<Record<string, unknown>[]> {
  const tables = [
    'account',
    'area',
    'command',
    'directory',
    'duty',
    'home',
    'journal',
    'matter',
    'matter_kind',
    'organisation',
    'person',
    'place',
    'post',
    'register_batch',
    'room',
    'session',
    'team',
    'team_member',
    'tool_loan',
  ]
  const one = (table: string) =>
    `select '${table}' as name, count(*)::int as rows, sum(hashtext(t::text)) as contents from ${table} t`
  return (await world.street.owner.query(tables.map(one).join(' union all '))).rows
}

test('every cell is answered as the table says, and no canary leaves where none may', async () => {
  const started = performance.now()
  const before = await fingerprint()
  const { cells, faults } = await runMatrix(world, operations, callers)
  process.stdout.write(`access: ${cells} cells in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  if (faults.length) process.stdout.write(`${faults.length} faults\n${faults.slice(0, 150).join('\n')}\n`)
  expect(faults).toEqual([])
  expect(await fingerprint()).toEqual(before)
}, 400_000)

test('over HTTP, what is foreign and what does not exist are answered with the same status, headers and body', async () => {
  const web = openDryWeb(world, operations)
  const near = callers.filter((one) => !one.relation || FOREIGN.includes(one.relation.name))
  const pairs = Object.keys(expected).flatMap((line) => pairsOf(world, line, near))
  const faults: string[] = []
  await each(pairs, async ([foreign, missing]) => {
    const [a, b] = [await request(web, world, foreign), await request(web, world, missing)]
    faults.push(...faultsOver(world, foreign, a), ...faultsOver(world, missing, b))
    if (a.status !== b.status || a.headers !== b.headers || a.text !== b.text)
      faults.push(`${nameOf(foreign)} differs:\n${a.text}\n${b.text}`)
  })
  process.stdout.write(`access: ${pairs.length} pairs over HTTP\n`)
  expect(pairs.length).toBeGreaterThan(300)
  expect(faults).toEqual([])
  expect(web.log).toEqual([])
}, 300_000)

test('over HTTP, every line is answered to one who may and to one who may not; headers, files and log hold no canary', async () => {
  const web = openDryWeb(world, operations)
  const cells = Object.keys(expected).flatMap((line) => {
    const asked = cellsOf(
      world,
      line,
      callers.filter((one) => ['staff', 'anonymous'].includes(one.kind) && !expected[line]!.given),
    )
    const let1 = asked.find((cell) => verdict(cell, cell.caller) === OK)
    const refused = asked.find((cell) => verdict(cell, cell.caller) !== OK)
    return [let1, refused].filter((cell) => cell !== undefined)
  })
  const faults: string[] = []
  await each(cells, async (cell) => {
    faults.push(...faultsOver(world, cell, await request(web, world, cell)))
  })
  expect(faults).toEqual([])
  expect(web.log.flatMap((line) => world.canaries.inText(line))).toEqual([])
  expect(web.log).toEqual([])
})

test('an id named beside the subject tells nothing: of another district or of nothing, the answer is the same', async () => {
  const { street, grid, account, unit } = world
  const { rows } = await street.owner.query<{ post: string; account: string; area: string; duty: string }>(
    `select (select id from post where tenant_id = $1 limit 1) as post, (select id from account where tenant_id = $1 limit 1) as account,
       (select id from area where tenant_id = $1 and level = 'grid' limit 1) as area, (select id from duty where tenant_id = $1 limit 1) as duty`,
    [street.otherTenant],
  )
  const there = rows[0]!
  const appoint = { areaId: grid.id, kind: 'grid_worker' }
  const asked: [line: string, kind: keyof typeof there, input: (id: string) => object, code: string][] = [
    [
      'account.grant',
      'post',
      (id) => ({ id: account, role: 'volunteer', areaId: grid.id, standsInFor: id }),
      'door.missing',
    ],
    ['account.grant', 'area', (id) => ({ id: account, role: 'volunteer', areaId: id }), 'door.missing'],
    ['account.list', 'area', (id) => ({ areaId: id }), 'door.missing'],
    ['duty.appoint', 'account', (id) => ({ ...appoint, accountId: id }), 'door.missing'],
    ['duty.appoint', 'duty', (id) => ({ ...appoint, name: '柳十', standsInFor: id }), 'door.missing'],
    ['area.move', 'area', (id) => ({ id: unit.id, version: unit.version, parentId: id }), 'door.missing'],
    [
      'area.import',
      'area',
      (id) => ({ source: '测试', rows: [{ key: 'a', parent: `id:${id}`, level: 'building', name: '新楼' }] }),
      'area.noParent',
    ],
    [
      'area.import',
      'area',
      (id) => ({ source: '测试', rows: [{ key: 'a', parent: `id:${id}x`, level: 'building', name: '新楼' }] }),
      'area.noParent',
    ],
    ['matter.list', 'area', (id) => ({ gridId: id }), 'ok'],
  ]
  for (const [line, kind, input, code] of asked) {
    const role = line.startsWith('matter') ? 'subdistrict_staff' : 'system_admin'
    const { actor } = callers.find((one) => one.role === role && one.relation?.name === 'district above')!
    for (const id of [there[kind], newId()]) {
      const answer = await perform(dryHouse(street.house), operations.get(line)!, actor, input(id)).then(
        () => 'ok',
        (error: Error) => error.message,
      )
      expect(`${line} ${kind}: ${answer}`).toBe(`${line} ${kind}: ${code}`)
    }
  }
})

test('of a changed matter exactly those hear who may read it', async () => {
  const { id } = world.matters.reported
  const { rows } = await world.street.owner.query('select area_pos from matter where id = $1', [id])
  const change = {
    kind: 'matter',
    subject: id,
    version: 1,
    operation: 'matter.take',
    areaPos: Number(rows[0].area_pos),
  }
  const cells = cellsOf(world, 'matter.get', callers).filter((cell) => cell.there && cell.state === 'reported')
  const wrong = cells.filter((cell) => {
    const heard = { ...change, tenant: world.street.tenant, id, position: '' }
    return (
      cell.caller.kind === 'staff' && mayHear(cell.caller.actor, heard, hearers) !== (verdict(cell, cell.caller) === OK)
    )
  })
  expect(wrong.map(nameOf)).toEqual([])
})

test("nobody ends somebody else's session", async () => {
  const [one, other] = callers.filter((caller) => caller.relation?.name === 'own grid') as [Caller, Caller]
  await perform(world.street.house, operations.get('account.endToken')!, one.actor, { id: other.actor.sessionId })
  expect((await identify(world.street.house, { secret: other.token!, by: 'bearer' }, 'zh')).id).toBe(other.actor.id)
})

test('the clock of a system that is not a test is moved by nobody', async () => {
  const { house } = world.street
  for (const env of ['production', 'development'] as const)
    for (const { actor } of callers.filter((one) => one.kind !== 'staff' || one.role === 'system_admin'))
      await expect(
        perform({ ...dryHouse(house), settings: { ...house.settings, env } }, operations.get('clock.move')!, actor, {
          minutes: 1,
        }),
      ).rejects.toMatchObject({
        message: 'door.missing',
      })
})

describe('bites', () => {
  test('a rule taken away, opened, or without one of its roles is noticed', async () => {
    const mutants = [...mutantsOf(operations, world), ...conditionsDropped(operations)]
    const unnoticed: string[] = []
    await each(mutants, async (mutant) => {
      if (!(await caught(world, callers, mutant))) unnoticed.push(mutant.name)
    })
    process.stdout.write(`access: ${mutants.length} broken rules\n`)
    expect(unnoticed).toEqual([])
  }, 300_000)

  const oneCell = (line: string, role: string, relation: string, state: State = 'reported') => {
    const found = cellsOf(world, line, callers).find(
      (cell) =>
        cell.there && cell.state === state && cell.caller.role === role && cell.caller.relation?.name === relation,
    )
    if (!found) throw new Error(`${line} is not asked by ${role} at ${relation}`)
    return found
  }
  /** The operation with its answer changed before it leaves. */
  const changed = (name: string, change: (answer: Record<string, unknown>, row: MatterRow) => object): AnyOperation => {
    const op = operations.get(name)!
    return { ...op, run: async (context) => change(await op.run(context), context.subject) }
  }
  const leaked = async (op: AnyOperation, cell: Cell) => faultsOf(world, cell, await ask(world, op, cell))

  test('a full name or number in an answer is noticed, in whatever spelling', async () => {
    const cell = oneCell('matter.get', 'subdistrict_leader', 'subdistrict above')
    const { keys } = world.street.house
    for (const spell of [
      (phone: string) => phone,
      (phone: string) => phone.replace(/(...)(....)(....)/, '$1 $2-$3'),
      (phone: string) => `+86${phone}`,
      (phone: string) => phone.slice(3),
    ])
      expect(
        await leaked(
          changed('matter.get', (answer, row) => ({ ...answer, title: spell(openReporter(keys, row).phone!) })),
          cell,
        ),
      ).toHaveLength(1)
    expect(
      await leaked(
        changed('matter.get', (answer, row) => ({ ...answer, handlerName: openReporter(keys, row).name })),
        cell,
      ),
    ).toHaveLength(1)
  })

  test("words of a matter in somebody else's list are noticed", async () => {
    const cell = oneCell('matter.list', 'grid_worker', 'sibling grid')
    const { rows } = await world.street.owner.query('select title from matter where id = $1', [
      world.matters.reported.id,
    ])
    const op = changed('matter.list', (answer) => ({ ...answer, next: rows[0].title }))
    expect(await leaked(op, cell)).toEqual([expect.stringContaining('leaks title')])
  })

  test('what one side said alone is noticed in every answer but its own: for the desk, for the other side, for whoever mediates', async () => {
    const { street, mediations } = world
    const { rows } = await street.owner.query<{ tenant_id: string; id: string; key_version: number; words: Buffer }>(
      'select tenant_id, id, key_version, words from closed_note where mediation_id = $1 order by id',
      [mediations.mediating.id],
    )
    const [mine, theirs] = rows.map((row) => openIn(street.house.keys, 'closed_note', row, 'words', row.words)) as [
      string,
      string,
    ]
    const said = `${mine} ${theirs}`
    type Answer = Record<string, unknown> & { mediations?: unknown }
    const told: [line: string, role: string, change: (answer: Answer) => Answer][] = [
      ['mediation.get (by its mediator)', 'mediator', (answer) => ({ ...answer, title: said })],
      ['mediation.mySide', 'mediator', (answer) => ({ ...answer, committee: said })],
      [
        'mediation.list',
        'subdistrict_staff',
        (answer) => ({
          ...answer,
          mediations: (answer.mediations as Answer[]).map((one) => ({ ...one, title: said })),
        }),
      ],
    ]
    for (const [line, role, change] of told)
      expect(await leaked(changed(operationOf(line), change), oneCell(line, role, 'own grid'))).toEqual([
        expect.stringContaining('leaks aside'),
        expect.stringContaining('leaks aside'),
      ])
    const printed = await codeSheet(
      street.house.documents.typst,
      [{ url: 'http://localhost/q/1', name: mine, label: 'A', checkWords: '青竹 石桥' }],
      'zh',
    )
    const paper = changed('mediation.paper', (answer) => ({ ...answer, bytes: printed }))
    expect(await leaked(paper, oneCell('mediation.paper (by its mediator)', 'mediator', 'own grid'))).toEqual([
      expect.stringContaining('leaks aside'),
    ])
    // Who mediates hears both.
    const heard = await ask(
      world,
      operations.get('mediation.notes')!,
      oneCell('mediation.notes (by its mediator)', 'mediator', 'own grid'),
    )
    expect([heard.text.includes(mine), heard.text.includes(theirs)]).toEqual([true, true])
  })

  test('a login, a token, a hash, a printed code of another district are noticed', async () => {
    const cell = oneCell('account.me', 'lawyer', 'own grid')
    const { rows } = await world.street.owner.query('select code from place where tenant_id = $1 limit 1', [
      world.street.otherTenant,
    ])
    const other = callers.find((one) => one.role === 'expert')!
    for (const secret of [
      world.login,
      other.token!,
      '$argon2id$v=19$m=19456',
      rows[0].code,
      world.invitation,
      world.matters.closed.receipt,
    ])
      expect(
        await leaked(
          changed('account.me', (answer) => ({ ...answer, tenantName: `x ${secret} y` })),
          cell,
        ),
      ).toHaveLength(1)
  })

  test('a photo of another matter, metadata of a photo, and a number on a printed sheet are noticed', async () => {
    const photo = oneCell('matter.photo', 'grid_worker', 'own grid')
    const { files, documents } = world.street.house
    const foreign = new Uint8Array((await files.read(world.otherPhoto, 'full'))!)
    expect(
      await leaked(
        changed('matter.photo', (answer) => ({ ...answer, bytes: foreign })),
        photo,
      ),
    ).toEqual([expect.stringContaining('leaks photo')])
    const marked = Buffer.concat([Buffer.from(foreign), Buffer.from(EXIF_CANARY)])
    expect(
      await leaked(
        changed('matter.photo', (answer) => ({ ...answer, bytes: new Uint8Array(marked) })),
        photo,
      ),
    ).toHaveLength(1)
    const phone = world.canaries.phone({ subject: world.matters.reported.id, district: '990101' })
    const bytes = await codeSheet(
      documents.typst,
      [{ url: 'http://localhost/q/1', name: phone, label: 'A', checkWords: '青竹 石桥' }],
      'zh',
    )
    const sheet = oneCell('place.sheet', 'system_admin', 'own grid')
    const grid = { ...sheet, caller: oneCell('place.sheet', 'system_admin', 'district above').caller }
    expect(
      await leaked(
        changed('place.sheet', (answer) => ({ ...answer, bytes })),
        grid,
      ),
    ).toEqual([expect.stringContaining('leaks phone')])
  })

  test('a canary in a header and in a line of the log is noticed', async () => {
    const cell = oneCell('matter.photo', 'grid_worker', 'own grid')
    const { rows } = await world.street.owner.query('select words from matter where id = $1', [cell.subject])
    const broken = new Map(operations).set(
      'matter.photo',
      changed('matter.photo', (answer) => ({ ...answer, name: rows[0].words })),
    )
    const web = openDryWeb(world, broken)
    expect(faultsOver(world, cell, await request(web, world, cell))).not.toEqual([])
    const failing = new Map(operations).set(
      'matter.photo',
      changed('matter.photo', () => {
        throw new Error(rows[0].words)
      }),
    )
    const quiet = openDryWeb(world, failing)
    expect((await request(quiet, world, cell)).status).toBe(500)
    expect(quiet.log).toHaveLength(1)
    expect(world.canaries.inText(quiet.log[0]!)).toEqual([])
    const loud = openDryWeb(world, failing, true)
    expect((await request(loud, world, cell)).status).toBe(500)
    expect(loud.log.flatMap((line) => world.canaries.inText(line))).not.toEqual([])
  })
})
