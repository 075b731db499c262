// Goal R5, short form: the database breaks off, turns away and stands still under load. The long one is test/long/database.ts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openStreet, type Street } from '../street.ts'
import { openWeb, type TestWeb } from '../web.ts'
import { underLoad } from './load.ts'
import { openRelay, type Relay } from './relay.ts'

const ROOT = path.join(import.meta.dirname, '../..')
let relay: Relay
let street: Street
let web: TestWeb
let code: string
beforeAll(async () => {
  const database = inject('database')
  relay = await openRelay(database.superUrl)
  street = await openStreet(database, relay.url)
  web = openWeb(street.opened)
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(async () => {
  relay?.release()
  relay?.refuse(false)
  await street?.close()
  await relay?.close()
})

test('broken, refused and paused connections: only 503 with a time to come again, back at once, nothing lost, no connection leaked', async () => {
  const { pool } = street.opened.db
  const seen = await underLoad(web, code, async (answered) => {
    for (let n = 0; n < 6; n++) {
      relay.cut()
      await pause(150)
    }
    relay.refuse(true)
    relay.cut()
    await pause(400)
    relay.refuse(false)
    const back = performance.now()
    await answered()
    const recoveredMs = performance.now() - back
    relay.hold()
    await pause(1_200)
    relay.release()
    await answered()
    return recoveredMs
  })
  process.stdout.write(`database: ${JSON.stringify(seen)}\n`)
  expect(seen.wrong).toEqual([])
  expect(seen.recoveredMs).toBeLessThan(3_000)
  const { rows } = await street.owner.query<{ no: string }>('select no from matter where no = any ($1)', [
    seen.acknowledged,
  ])
  expect(new Set(rows.map(({ no }) => no)).size).toBe(seen.acknowledged.length)
  // A leaked connection stays out for ever; one whose last statement is still running comes back.
  await expect
    .poll(() => ({ waiting: pool.waitingCount, out: pool.totalCount - pool.idleCount }), { timeout: 5_000 })
    .toEqual({ waiting: 0, out: 0 })
  expect(pool.totalCount).toBeLessThanOrEqual(20)
})

/** A process with our pool, told when one of its connections is ended by the server; its exit code. */
async function losesConnection(deaf: boolean): Promise<number | null> {
  const script = `
    import { openDatabase } from './src/kernel/database.ts'
    const db = openDatabase(process.argv[1])
    ${deaf ? `db.pool.removeAllListeners('error'); db.pool.removeAllListeners('connect')` : ''}
    const { rows } = await db.pool.query('select pg_backend_pid() as pid')
    const other = openDatabase(process.argv[1], 1)
    await other.pool.query('select pg_terminate_backend($1)', [rows[0].pid])
    await new Promise((done) => setTimeout(done, 300))
    const again = await db.pool.query('select 1 as one')
    process.exitCode = again.rows[0].one === 1 ? 0 : 3
    await other.close()
    await db.close()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, street.appUrl], {
    cwd: ROOT,
    stdio: 'ignore',
  })
  const [exit] = (await once(child, 'exit')) as [number | null]
  return exit
}

test('a connection that ends while idle is replaced; bite: without the pool’s listener it ends the server', async () => {
  const [with_, without] = await Promise.all([losesConnection(false), losesConnection(true)])
  expect(with_).toBe(0)
  expect(without).not.toBe(0)
})
