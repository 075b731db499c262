// A few reporters and readers who go on while something is broken, and what they were told.
import { setTimeout as pause } from 'node:timers/promises'
import type { TestWeb } from '../web.ts'

export type Load = {
  /** Numbers of the reports that were answered with 200. */
  readonly acknowledged: string[]
  readonly statuses: Record<string, number>
  /** Answers that are neither good nor an honest “come again”. */
  readonly wrong: string[]
  readonly recoveredMs: number
}

const CLIENTS = 6
/** What a failing machine may answer: later, or no room. */
const HONEST = [503, 507]

/** Goes on reporting and reading until `meanwhile` is over; it is given a wait for the next good answer of a new request. */
export async function underLoad(
  web: TestWeb,
  code: string,
  meanwhile: (answered: () => Promise<void>) => Promise<number>,
): Promise<Load> {
  const acknowledged: string[] = []
  const statuses: Record<string, number> = {}
  const wrong: string[] = []
  let isOver = false
  const ask = async (operation: string, input: unknown): Promise<boolean> => {
    const answer = await web.post(operation, input)
    const text = await answer.text()
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    const again = Number(answer.headers.get('retry-after'))
    if (answer.status !== 200 && (!HONEST.includes(answer.status) || !(again > 0) || !/[\u4e00-\u9fff]/.test(text)))
      wrong.push(`${operation} ${answer.status} ${text.slice(0, 120)}`)
    if (answer.status === 200 && operation === 'matter.report')
      acknowledged.push((JSON.parse(text) as { no: string }).no)
    return answer.status === 200
  }
  const client = async (n: number) => {
    while (!isOver) {
      await (n % 3 === 0 ? ask('place.here', { code }) : ask('matter.report', { code, words: `楼道灯不亮 ${n}` }))
      await pause(5)
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, n) => client(n))
  const answered = async () => {
    while (!(await ask('matter.report', { code, words: '又通了' }))) await pause(20)
  }
  await pause(200)
  const recoveredMs = await meanwhile(answered)
  isOver = true
  await Promise.all(clients)
  return { acknowledged, statuses, wrong: [...new Set(wrong)], recoveredMs: Math.round(recoveredMs) }
}
