// Long form of R5: 200 broken-off moments, 20 times turned away, and 50 s of a database that stands still, under reporters.
// node test/long/database.ts   the last figures stand in results/database.json
import { setTimeout as pause } from 'node:timers/promises'
import { underLoad } from '../guard/load.ts'
import { openRelay } from '../guard/relay.ts'
import { openWeb } from '../web.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const { open, end, database } = await longStreet()
const relay = await openRelay(database.superUrl)
const street = await open(relay.url)
try {
  const web = openWeb(street.opened)
  const code = await street.codeOf('清荷苑3号楼2单元')
  const recoveries: number[] = []
  const seen = await underLoad(web, code, async (answered) => {
    const back = async () => {
      const since = performance.now()
      await answered()
      recoveries.push(Math.round(performance.now() - since))
    }
    for (let n = 0; n < 200; n++) {
      relay.cut()
      await pause(60)
    }
    for (let n = 0; n < 20; n++) {
      relay.refuse(true)
      relay.cut()
      await pause(300)
      relay.refuse(false)
      await back()
    }
    relay.hold()
    await pause(50_000)
    relay.release()
    await back()
    return Math.max(...recoveries)
  })
  const { rows } = await street.owner.query<{ no: string }>('select no from matter where no = any ($1)', [
    seen.acknowledged,
  ])
  await pause(500)
  const { pool } = street.opened.db
  const figures = {
    statuses: seen.statuses,
    wrong: seen.wrong,
    acknowledged: seen.acknowledged.length,
    lost: seen.acknowledged.length - rows.length,
    slowestRecoveryMs: seen.recoveredMs,
    connectionsLeft: { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
  }
  const good =
    figures.wrong.length === 0 && figures.lost === 0 && seen.recoveredMs < 3_000 && pool.idleCount === pool.totalCount
  keep('database', 'trial', good, figures)
} finally {
  await street.close()
  await relay.close()
  await end()
}
