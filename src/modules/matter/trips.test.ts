// A report waits for the database twice, whatever follows from it: to begin, and to write. bench/ counts it over HTTP as well.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kin } from '#modules/kin/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { countQueries } from '#test/trips.ts'
import { matter } from './contract.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  // Following the journal has statements of its own; they are no part of a report.
  await street.opened.live.stop()
  setClock('2026-11-18', '09:06')
})
afterAll(() => street.close())

/** The fewest of ten: the first reads kinds and limits, and some lease numbers. */
async function tripsOf(act: () => Promise<unknown>): Promise<number> {
  await act()
  const { count, restore } = countQueries()
  let fewest = Number.POSITIVE_INFINITY
  try {
    for (let at = 0; at < 10; at++) {
      const before = count.trips
      await act()
      fewest = Math.min(fewest, count.trips - before)
    }
  } finally {
    restore()
  }
  return fewest
}

test('a report by a worker, by code, by code with a phone, and with one that a worker declared', async () => {
  const code = await street.codeOf('清荷苑3号楼2单元')
  const areaId = await street.areaId('第12网格')
  const phone = '13800009901'
  const by = (more: object) => () => street.stranger.do(matter.report, { code, words: '楼道灯不亮', ...more })
  await street.as('zhouxiaolan').do(kin.declare, { tie: 'relative', name: '周女士', phone })
  const worker = street.as('zhouxiaolan')
  expect({
    worker: await tripsOf(() => worker.do(matter.report, { areaId, words: '楼道灯不亮' })),
    code: await tripsOf(by({})),
    phone: await tripsOf(by({ name: '孙女士', phone: '13800001234' })),
    declared: await tripsOf(by({ name: '周女士', phone })),
    // Beside the look-up of whom the code stands for; of the login, and then of the account.
  }).toEqual({ worker: 2 + 2, code: 1 + 2, phone: 1 + 2, declared: 1 + 2 })
})
