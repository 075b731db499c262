// The bare server that ratios are taken against: Hono, pg and hand-written SQL on the same database, past every rule.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { clock, localDay } from '#kernel/clock.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { WIDTH } from '#modules/area/index.ts'
import { insertsOf, matterInsert, type Place, type Who, writeAtOnce, writeInTurn } from './bare/create.ts'
import { bareList, type ListAsked, type Reader } from './bare/list.ts'

const [databaseUrl = '', keyFile = '', port = ''] = process.argv.slice(2)
const keys = openKeys(keyFile)
pg.types.setTypeParser(20, Number)
// The owner's login: row-level security is not for him. As many connections as the server under test may open.
const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 })

const places = new Map<string, Place>()
const byCode = new Map<string, Place>()

async function readPlaces(): Promise<void> {
  const { rows } = await pool.query<Place & { code: string | null }>(
    `select x.id as "areaId", x.area_pos as "areaPos", g.id as "gridId", x.name as address, x.lon, x.lat, p.id as "placeId", p.code from area x
     join area g on g.tenant_id = x.tenant_id and g.level = 'grid' and g.area_pos = x.area_pos - x.area_pos % ${WIDTH.grid}
     left join place p on p.tenant_id = x.tenant_id and p.area_id = x.id and p.retired_at is null where x.level in ('building', 'unit', 'home')`,
  )
  for (const { code, ...place } of rows) {
    places.set(place.areaId, { ...place, placeId: null })
    if (code) byCode.set(code, place)
  }
}

type Session = { tenant_id: string; account_id: string; name: string; posts: { pos: number; end: number }[] }

/** The same look-up as the server's, by the same function of the database. */
async function sessionOf(authorization: string | undefined): Promise<Session> {
  const secret = authorization?.slice('Bearer '.length) ?? ''
  const now = clock.now()
  const hash = keys.mac('directory session', secret)
  const { rows } = await pool.query<Session>({
    name: 'session',
    text: 'select * from find_session($1, $2, $3)',
    values: [hash, now, localDay(now)],
  })
  if (!rows[0]) throw new Error('no session')
  return rows[0]
}

const staffOf = ({ tenant_id, account_id, name }: Session): Who => ({
  tenant: tenant_id,
  id: account_id,
  kind: 'staff',
  name,
})

/** A resident has no session; the printed code leads to the tenant, and that is looked up. */
async function residentOf(code: string): Promise<Who> {
  const hash = keys.mac('directory code', code)
  const text = `select tenant_id as tenant, subject_id as id from directory where key_hash = $1 and kind = 'code'`
  const { rows } = await pool.query<{ tenant: string; id: string }>({ name: 'code', text, values: [hash] })
  return { ...rows[0]!, kind: 'resident', name: '' }
}

type Sent = { areaId?: string; code?: string; words: string; name?: string; phone?: string }

const app = new Hono()
for (const [path, write] of [
  ['/create', writeInTurn],
  ['/create-at-once', writeAtOnce],
] as const)
  app.post(path, async (c) => {
    const body = await c.req.text()
    const sent = JSON.parse(body) as Sent
    const who = sent.code ? await residentOf(sent.code) : staffOf(await sessionOf(c.req.header('authorization')))
    const place = sent.code ? byCode.get(sent.code)! : places.get(sent.areaId!)!
    const key = c.req.header('idempotency-key')!
    const { inserts, answer } = insertsOf(keys, { who, place, sent, key, body })
    await write(pool, inserts)
    return c.body(answer, 200, { 'content-type': 'application/json' })
  })

/** A single INSERT and nothing else, not even a session: what performance.md calls bare. */
let single: Who | undefined
app.post('/insert', async (c) => {
  const body = await c.req.text()
  const sent = JSON.parse(body) as Sent
  single ??= staffOf(await sessionOf(c.req.header('authorization')))
  await pool.query(matterInsert(keys, { who: single, place: places.get(sent.areaId!)!, sent, key: '', body }))
  return c.json({ done: true })
})

app.post('/list', async (c) => {
  const session = await sessionOf(c.req.header('authorization'))
  const reader: Reader = { tenant: session.tenant_id, ...session.posts[0]! }
  return c.json(await bareList(pool, reader, (await c.req.json()) as ListAsked))
})
app.get('/ready', async (c) => {
  await pool.query('select 1')
  return c.text('ready')
})

await readPlaces()
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' })
process.once('SIGTERM', () => process.exit(0))
