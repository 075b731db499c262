// A register of 200,000 people: every kind of search, the list of a grid, portraits; each against the bare list in the same pass.
import { givenName, surname } from '#demo/city/names.ts'
import { throwsOf } from '#demo/city/throws.ts'
import { type Asking, listOf } from '../asking.ts'
import type { Target } from '../load.ts'
import { figure, type Passes, ratioOf } from '../passes.ts'
import type { Running } from '../processes.ts'
import { atMost, type Result, trust } from '../report.ts'
import { chance as chanceFrom } from '../rows/chance.ts'
import { post } from '../wire.ts'

const BARE = 'bare list, for the register'
/**
 * What the bare list takes at p95 where the goals in milliseconds were set: a goal of so many ms is that multiple of it
 * (150 ms for a search, 50 for the list of a grid and its portrait, 300 for that of everything one sees).
 */
export const BARE_MS = 20

const LIMIT_MS: Readonly<Record<string, number>> = {
  'found by name': 150,
  'found by reading': 150,
  'found by address': 150,
  'found by words, in vain': 150,
  'people of a grid, by the duty desk': 50,
  'people of a grid, by its worker': 50,
  'portrait of the subdistrict': 300,
  'portrait of a grid': 50,
}

export function registerTargets(asking: Asking, linli: Running, bare: Running): Target[] {
  const chance = chanceFrom(11)
  const throws = throwsOf(11, 'asked')
  const find = (who: Readonly<Record<string, string>>, words: () => string) => () =>
    post('/api/finding.find', { words: words() }, who)
  const of = (path: string, areaId: string, who: Readonly<Record<string, string>>) => {
    const request = post(path, { areaId }, who)
    return () => request
  }
  const { community, desk, worker, workerGrid } = asking
  const ways: Record<string, () => Buffer> = {
    'found by name': find(community, () => surname(throws) + givenName(throws)),
    'found by reading': find(community, () => chance.pick(['zhangwei', 'liuyang', 'wangfang', 'cjg', 'lxh', 'zyj'])),
    'found by address': find(desk, () => chance.pick(chance.pick(asking.grids).spots).address + chance.whole(101, 900)),
    'found by words, in vain': find(desk, () => '独角兽'),
    'people of a grid, by the duty desk': of('/api/register.people', workerGrid.id, desk),
    'people of a grid, by its worker': of('/api/register.people', workerGrid.id, worker),
    'portrait of the subdistrict': of('/api/register.portrait', asking.subdistrictId, desk),
    'portrait of a grid': of('/api/register.portrait', workerGrid.id, worker),
  }
  return [
    { name: BARE, port: bare.port, pid: bare.pid, request: listOf('/list', 'open', desk) },
    ...Object.entries(ways).map(([name, request]) => ({ name, port: linli.port, pid: linli.pid, request })),
  ]
}

export function registerResults(passes: Passes): Result[] {
  const narrow = ratioOf(passes, 'people of a grid, by the duty desk', 'people of a grid, by its worker', 'rate')
  return [
    ...Object.entries(LIMIT_MS).map(([name, limit]) => {
      const ratio = ratioOf(passes, name, BARE, 'p95')
      const detail = `× the bare list's p95; ${figure(passes, name, 'p95').toFixed(1)} ms against ${figure(passes, BARE, 'p95').toFixed(1)}, ${figure(passes, name, 'rate').toFixed(0)}/s; ${trust(ratio)}`
      return atMost(`${name}, p95`, ratio.ratio, limit / BARE_MS, detail)
    }),
    atMost('people of a grid, its worker', narrow.ratio, 1.15, `× the time of the duty desk's; ${trust(narrow)}`),
  ]
}
