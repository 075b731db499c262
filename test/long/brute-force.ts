// Long form of S1: 100,000 guesses at 1,000 logins from 1,000 addresses against a real server, while three owners sign in.
// node test/long/brute-force.ts [--guesses=100000]
// node test/long/brute-force.ts --bite=unlimited   nothing is counted: far more than ten guesses at a login take effect
// A guess takes effect when its password was looked at. The last figures stand in results/brute-force.json.
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { hashPassword, passwordFits } from '#modules/account/password.ts'
import { addAccounts, loginOf, RIGHT } from '../guard/accounts.ts'
import { median } from '../guard/statistics.ts'
import { USUAL } from '../guard/usual-passwords.ts'
import { onOwnServer } from './own-server.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({ options: { guesses: { type: 'string' }, bite: { type: 'string' } } })
const bite = given.bite === 'unlimited'
const GUESSES = Number(given.guesses ?? (bite ? 6_000 : 100_000))
/** With fewer guesses there are fewer accounts: about a hundred guesses at each. */
const LOGINS = Math.max(3, Math.ceil(GUESSES / 100))
const ADDRESSES = 1_000
const CLIENTS = 24
const OWNER_MS = 1_000
/** A sign-in that was put off is tried again when it was told to, this often. */
const OWNER_TRIES = 3

const UNLIMITED = ['signInLogin', 'signInPair', 'signInAddress', 'signInStrangers', 'signInProcess']

type Guess = { readonly login: string; readonly address: number; readonly password: string }
/** Each way has a third of the logins to itself. */
const third = Math.ceil(LOGINS / 3)
const WAYS: readonly ((n: number) => { readonly at: number; readonly address: number; readonly word: number })[] = [
  // Straight down the list at one login, from one address each.
  (n) => ({ at: n % third, address: n % third, word: Math.floor(n / third) }),
  // One password at every login, then the next password, from one address each.
  (n) => ({ at: third + (n % third), address: Math.floor(n / third), word: Math.floor(n / third) }),
  // One login after the other, each guess from another address.
  (n) => ({ at: 2 * third + Math.floor((n * third) / (GUESSES / 3)), address: n % ADDRESSES, word: n }),
]
function guess(n: number): Guess {
  const { at, address, word } = WAYS[n % WAYS.length]!(Math.floor(n / WAYS.length))
  return { login: loginOf(at), address, password: USUAL[word % USUAL.length]! }
}

type Mark = { readonly device?: string }
type Told = { readonly status: number; readonly again: number; readonly code?: string; readonly device?: string }

/** Where no answer came, on a kept connection that was just closed, say, it took no effect that anybody could see. */
async function signIn(
  url: string,
  login: string,
  password: string,
  from: number,
  { device }: Mark = {},
): Promise<Told> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${from >> 8}.${from & 255}.7` },
    body: JSON.stringify({ login, password, ...(device ? { device } : {}) }),
  }
  try {
    const answer = await fetch(`${url}/api/account.signIn`, init)
    const told = (await answer.json()) as { code?: string; device?: string }
    return { status: answer.status, again: Number(answer.headers.get('retry-after') ?? 1), ...told }
  } catch {
    return { status: 0, again: 1, code: 'no answer' }
  }
}

/** Seconds of processor time that a process has used; the kernel counts in hundredths. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user! + system!) / 100
}

/** Processor seconds that looking at one password takes here, on a quiet machine. */
async function secondsOfHash(): Promise<number> {
  const stored = await hashPassword('somebody’s')
  const took: number[] = []
  for (let n = 0; n < 30; n++) {
    const before = process.cpuUsage()
    await passwordFits(stored, USUAL[n]!)
    const { user, system } = process.cpuUsage(before)
    took.push((user + system) / 1e6)
  }
  return median(took)
}

/** An owner on a device of his own, a little patient. */
async function comesIn(url: string, login: string, mark: Mark): Promise<number> {
  for (let tries = 1; tries <= OWNER_TRIES; tries++) {
    const { status, again } = await signIn(url, login, RIGHT, 60_000, mark)
    if (status === 200) return tries
    await pause(again * 1_000)
  }
  return Number.POSITIVE_INFINITY
}

async function attack(url: string) {
  const effective = new Map<string, number>()
  const outcomes: Record<string, number> = {}
  let [next, successes] = [0, 0]
  const client = async () => {
    for (let n = next++; n < GUESSES; n = next++) {
      const { login, address, password } = guess(n)
      const { status, code = 'in' } = await signIn(url, login, password, address)
      outcomes[`${status} ${code}`] = (outcomes[`${status} ${code}`] ?? 0) + 1
      if (status === 200) successes++
      if (status === 401) effective.set(login, (effective.get(login) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const looked = [...effective.values()]
  return { outcomes, successes, most: Math.max(...looked), looked: looked.reduce((sum, one) => sum + one, 0) }
}

if (USUAL.includes(RIGHT)) throw new Error('the right password is among the usual ones')
const hashSeconds = await secondsOfHash()
const limits = bite ? { LINLI_LIMITS: UNLIMITED.map((name) => `${name}=999999999`).join(' ') } : { LINLI_LIMITS: '' }
const env = { ...limits, LINLI_TRUSTED_PROXIES: '127.0.0.1' }
await onOwnServer({ env, lay: (house, tenant) => addAccounts(house, tenant, 3 * third) }, async ({ url, server }) => {
  // One of the logins of each way.
  const owners = await Promise.all(
    [0, third, 2 * third].map(async (at) => {
      const { device } = await signIn(url, loginOf(at), RIGHT, 60_000)
      return { login: loginOf(at), mark: { device: device! } }
    }),
  )
  const [cpu, since] = [cpuOf(server.pid()), performance.now()]
  let over = false
  const came: number[] = []
  const home = async () => {
    for (let n = 0; !over; n++) {
      const { login, mark } = owners[n % owners.length]!
      came.push(await comesIn(url, login, mark))
      await pause(OWNER_MS)
    }
  }
  const attacked = attack(url).finally(() => (over = true))
  const [told] = await Promise.all([attacked, home()])
  const seconds = (performance.now() - since) / 1_000
  const hashed = (told.looked + told.successes + came.length) * hashSeconds
  const round = (value: number) => Math.round(value * 1_000) / 1_000
  const figures = {
    ...{ guesses: GUESSES, logins: 3 * third, addresses: ADDRESSES, passwords: USUAL.length },
    seconds: Math.round(seconds),
    outcomes: told.outcomes,
    successes: told.successes,
    mostInEffectAtOneLogin: told.most,
    passwordsLookedAt: told.looked,
    ownerSignIns: came.length,
    ownerIn: came.filter((tries) => tries <= OWNER_TRIES).length,
    ownerInAtOnce: came.filter((tries) => tries === 1).length,
    msOfOneHash: round(hashSeconds * 1_000),
    hashingShareOfOneCore: round(hashed / seconds),
    serverShareOfOneCore: round((cpuOf(server.pid()) - cpu) / seconds),
  }
  const good =
    figures.successes === 0 &&
    figures.mostInEffectAtOneLogin <= 10 &&
    figures.ownerIn === figures.ownerSignIns &&
    figures.hashingShareOfOneCore < 0.5 &&
    seconds < 3_600
  keep('brute-force', bite ? 'unlimited' : 'trial', good !== bite, figures)
})
