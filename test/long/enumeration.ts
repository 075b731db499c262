// Long form of S3: 2,000 that exist against 2,000 that do not, at sign-in, with receipts and with invitations: same answer, same time.
// node test/long/enumeration.ts [--count=2000]
// node test/long/enumeration.ts --bite=unhashed   no look at the password of an unknown login: it must be told apart
// Receipts and invitations are secrets of 100 bits; whoever has one may learn what it opens. So one that exists but for its last
// letter stands against one that nobody ever had. The last figures stand in results/enumeration.json.
import { parseArgs } from 'node:util'
import type { House } from '#kernel/door.ts'
import { newCode } from '#kernel/ids.ts'
import { addAccounts, invite, loginOf } from '../guard/accounts.ts'
import { mannWhitney, median } from '../guard/statistics.ts'
import { UNCOUNTED } from '../kill/server.ts'
import { unhashed } from '../kill/without.ts'
import { onOwnServer } from './own-server.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({ options: { count: { type: 'string' }, bite: { type: 'string' } } })
const bite = given.bite === 'unhashed'
const COUNT = Number(given.count ?? (bite ? 300 : 2_000))
const WARM = 50
/** A refused sign-in takes a quarter of a second. */
const LANES = 4
const MOST_MS = 5
const LEAST_P = 0.01

const LINLI_LIMITS = `${UNCOUNTED} ${['signInLogin', 'signInPair', 'signInAddress', 'invitationMiss', 'lookUpMiss']
  .map((name) => `${name}=999999999`)
  .join(' ')}`

type Pair = { readonly known: string; readonly unknown: string }
type Way = { readonly operation: string; readonly pairs: readonly Pair[]; input(one: string): object }

const pairs = (count: number, known: (n: number) => string, unknown: (n: number) => string): Pair[] =>
  Array.from({ length: count }, (_, n) => ({ known: known(n), unknown: unknown(n) }))

/** Another letter at the end. */
const nearly = (secret: string): string => secret.slice(0, -1) + (secret.endsWith('7') ? '8' : '7')

async function ask(url: string, operation: string, input: object): Promise<{ ms: number; told: string }> {
  const since = performance.now()
  const answer = await fetch(`${url}/api/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const told = `${answer.status} ${await answer.text()}`
  return { ms: performance.now() - since, told }
}

/** Each lane asks for one and then the other, which comes first changing each time, so that a busy moment falls on both. */
async function measure(url: string, { operation, pairs, input }: Way) {
  const took: Record<keyof Pair, number[]> = { known: [], unknown: [] }
  const answers = new Set<string>()
  let next = 0
  const lane = async () => {
    for (let n = next++; n < pairs.length; n = next++)
      for (const which of n % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const { ms, told } = await ask(url, operation, input(pairs[n]![which]))
        answers.add(told)
        if (n >= WARM) took[which].push(ms)
      }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const [known, unknown] = [median(took.known), median(took.unknown)]
  const p = mannWhitney(took.known, took.unknown)
  const alike = answers.size === 1 && Math.abs(known - unknown) < MOST_MS && p > LEAST_P
  const round = (value: number) => Math.round(value * 1_000) / 1_000
  const figures = { pairs: took.known.length, medianKnownMs: round(known), medianUnknownMs: round(unknown) }
  return { alike, ...figures, differenceMs: round(known - unknown), p: round(p), answers: [...answers].slice(0, 3) }
}

async function reports(url: string, code: string, count: number): Promise<string[]> {
  const receipts: string[] = []
  for (let n = 0; n < count; n++) {
    const { told } = await ask(url, 'matter.report', { code, words: '楼道灯不亮' })
    receipts.push((JSON.parse(told.slice(4)) as { receipt: string }).receipt)
  }
  return receipts
}

let invitations: string[] = []
const count = COUNT + WARM
const ground = {
  ...(bite ? { tree: unhashed() } : {}),
  env: { LINLI_LIMITS },
  async lay(house: House, tenant: string) {
    await addAccounts(house, tenant, count)
    invitations = await invite(house, tenant, bite ? 1 : count)
  },
}
await onOwnServer(ground, async ({ url, code }) => {
  const password = 'nobody has this one'
  const signIn = await measure(url, {
    operation: 'account.signIn',
    pairs: pairs(count, loginOf, (n) => `resident-dusk-${n}`),
    input: (login) => ({ login, password }),
  })
  if (bite) return keep('enumeration', 'unhashed', !signIn.alike, { signIn })
  const receipts = await reports(url, code, count)
  const receipt = await measure(url, {
    operation: 'matter.story',
    pairs: pairs(
      count,
      (n) => nearly(receipts[n]!),
      () => newCode(20),
    ),
    input: (one) => ({ receipt: one }),
  })
  const invitation = await measure(url, {
    operation: 'account.join',
    pairs: pairs(
      count,
      (n) => nearly(invitations[n]!),
      () => newCode(20),
    ),
    input: (one) => ({ invitation: one, password }),
  })
  const alike = [signIn, receipt, invitation].every((one) => one.alike)
  keep('enumeration', 'trial', alike, { signIn, receipt, invitation })
})
