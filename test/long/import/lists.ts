// The desk's list, asked for four times a second while something else goes on.
import { setTimeout as pause } from 'node:timers/promises'

export type Lists = { readonly asked: number; readonly failed: number; readonly p50: number; readonly p95: number }

const EVERY_MS = 250

async function signIn(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/api/account.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'linli-demo' }),
  })
  return ((await answer.json()) as { token: string }).token
}

const quantile = (of: readonly number[], share: number) =>
  Math.round(([...of].sort((a, b) => a - b)[Math.floor(of.length * share)] ?? 0) * 10) / 10

/** Asks until `work` is over. */
export async function listsDuring(url: string, login: string, work: Promise<unknown>): Promise<Lists> {
  const token = await signIn(url, login)
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const took: number[] = []
  let [failed, over] = [0, false]
  const ended = work.finally(() => {
    over = true
  })
  ended.catch(() => {})
  while (!over) {
    const since = performance.now()
    const answer = await fetch(`${url}/api/matter.list`, { method: 'POST', headers, body: '{"view":"open"}' })
    await answer.arrayBuffer()
    if (answer.status !== 200) failed++
    took.push(performance.now() - since)
    await pause(Math.max(0, EVERY_MS - (performance.now() - since)))
  }
  await ended
  return { asked: took.length, failed, p50: quantile(took, 0.5), p95: quantile(took, 0.95) }
}
