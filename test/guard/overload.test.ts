// Goal O5, short form: many times more than can be worked on, at once. The long one is test/long/overload.ts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProxies } from '#kernel/guard/address.ts'
import { openGate } from '#kernel/guard/gate.ts'
import { type Bounds, openTurns, type Urgency } from '#kernel/guard/turns.ts'
import { openStreet, type Street, testLimits } from '../street.ts'
import { openWeb, withToken } from '../web.ts'

const BOUNDS: Bounds = {
  atOnce: 4,
  lines: {
    act: { most: 14, patienceMs: 30_000, again: 5 },
    read: { most: 6, patienceMs: 30_000, again: 10 },
    figure: { most: 1, patienceMs: 30_000, again: 30 },
  },
}
const UNBOUNDED: Bounds = {
  atOnce: 4,
  lines: {
    act: { most: Number.POSITIVE_INFINITY, patienceMs: Number.POSITIVE_INFINITY, again: 5 },
    read: { most: Number.POSITIVE_INFINITY, patienceMs: Number.POSITIVE_INFINITY, again: 10 },
    figure: { most: Number.POSITIVE_INFINITY, patienceMs: Number.POSITIVE_INFINITY, again: 30 },
  },
}
const EACH = 40

let street: Street
let code: string
let token: string
beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf('清荷苑3号楼2单元')
  const signedIn = await openWeb(street.opened).post('account.signIn', { login: 'anxiaoya', password: 'linli-demo' })
  token = ((await signedIn.json()) as { token: string }).token
})
afterAll(() => street.close())

type Answered = { readonly what: Urgency; readonly status: number; readonly again: string | null; readonly at: number }

/** Everything at once, in turn; when and how each was answered, and how long one who comes right after waits. */
async function flood(bounds: Bounds) {
  const gate = openGate(street.house, { proxies: readProxies(undefined), limits: testLimits, bounds })
  const web = openWeb({ ...street.opened, gate })
  const ask = (operation: string, input: unknown, by?: string) =>
    web.ask(`/api/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...withToken(by) },
      body: JSON.stringify(input),
    })
  const ways: Readonly<Record<Urgency, () => Promise<Response>>> = {
    act: () => ask('matter.report', { code, words: '楼道灯不亮' }),
    read: () => ask('matter.list', { view: 'open' }, token),
    figure: () => ask('matter.figures', { from: '2026-11-01', to: '2026-11-18' }, token),
  }
  await Promise.all(Object.values(ways).map((way) => way()))
  const since = performance.now()
  const answers: Promise<Answered>[] = []
  for (let n = 0; n < EACH; n++)
    for (const what of ['figure', 'read', 'act'] as const)
      answers.push(
        ways[what]().then(async (response) => {
          await response.text()
          const again = response.headers.get('retry-after')
          return { what, status: response.status, again, at: performance.now() - since }
        }),
      )
  const all = await Promise.all(answers)
  const over = performance.now()
  const after = (await ways.read()).status
  return { all, seconds: over / 1000 - since / 1000, recoveredMs: performance.now() - over, after }
}

function faultsOf({ all, after, recoveredMs }: Awaited<ReturnType<typeof flood>>): string[] {
  const faults: string[] = []
  const served = (what: Urgency) => all.filter((one) => one.what === what && one.status === 200)
  const shed = all.filter((one) => one.status === 503)
  if (shed.length === 0) faults.push('nothing was shed')
  if (all.some((one) => ![200, 503].includes(one.status))) faults.push('answered otherwise than 200 or 503')
  if (shed.some((one) => !(Number(one.again) > 0))) faults.push('shed without a time to come again')
  const shares = (['act', 'read', 'figure'] as const).map((what) => served(what).length)
  if (shares[0]! <= shares[1]! || shares[1]! <= shares[2]!)
    faults.push(`served ${shares}: not acts before reads before figures`)
  if (after !== 200 || recoveredMs > 10_000) faults.push('did not recover')
  return faults
}

describe('a hundred and twenty at once where four are worked on', () => {
  test('what people do comes before what they read, figures last; the rest is told when to come again', async () => {
    const seen = await flood(BOUNDS)
    const count = (what: Urgency) => seen.all.filter((one) => one.what === what && one.status === 200).length
    process.stdout.write(
      `overload: of ${EACH} each served act ${count('act')}, read ${count('read')}, figure ${count('figure')}; ${seen.seconds.toFixed(1)} s, next answer ${seen.recoveredMs.toFixed(0)} ms\n`,
    )
    expect(faultsOf(seen)).toEqual([])
  })

  test('bite: without a bound nothing is shed and figures wait with everybody', async () => {
    expect(faultsOf(await flood(UNBOUNDED))).toContain('nothing was shed')
  })
})

describe('turns', () => {
  const gateOpener = () => Promise.withResolvers<void>()
  test('an act that comes late is worked on before a read that has waited', async () => {
    const turns = openTurns({ ...BOUNDS, atOnce: 1 })
    const order: string[] = []
    const first = gateOpener()
    const all = [turns.take('act', () => first.promise)]
    for (const what of ['figure', 'read', 'act'] as const) all.push(turns.take(what, async () => void order.push(what)))
    first.resolve()
    await Promise.all(all)
    expect(order).toEqual(['act', 'read', 'figure'])
    expect([turns.working(), turns.waiting('act')]).toEqual([0, 0])
  })

  test('who waits too long is told so, and work that fails gives its place back', async () => {
    const turns = openTurns({ atOnce: 1, lines: { ...BOUNDS.lines, read: { most: 1, patienceMs: 20, again: 7 } } })
    const first = gateOpener()
    const working = turns.take('act', () => first.promise)
    const waiting = turns.take('read', async () => 'read')
    await expect(turns.take('read', async () => 'read')).rejects.toMatchObject({ message: 'door.busy' })
    await expect(waiting).rejects.toMatchObject({ message: 'door.busy', details: { seconds: 7 } })
    first.reject(new Error('it broke'))
    await expect(working).rejects.toThrow('it broke')
    expect(await turns.take('read', async () => 'read')).toBe('read')
    expect(turns.working()).toBe(0)
  })
})
