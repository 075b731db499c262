// Pages of twenty with their total among 200,000 matters, against the bare route; and narrow readers against wide ones.
import { type Asking, countsOf, filtered, findingOf, listOf } from '../asking.ts'
import type { Target } from '../load.ts'
import { figure, type Passes, ratioOf } from '../passes.ts'
import type { Running } from '../processes.ts'
import { atLeast, atMost, type Result, shown, trust } from '../report.ts'
import { costs } from './creates.ts'

const LIST = '/api/matter.list'

export const listTargets = (asking: Asking, linli: Running, bare: Running): Target[] => {
  const ours = { port: linli.port, pid: linli.pid }
  const theirs = { port: bare.port, pid: bare.pid }
  return [
    { name: 'desk list, filtered', ...ours, request: filtered(asking, LIST) },
    { name: 'bare list, filtered', ...theirs, request: filtered(asking, '/list') },
    { name: 'duty desk, all open', ...ours, request: listOf(LIST, 'open', asking.desk) },
    { name: 'bare, all open', ...theirs, request: listOf('/list', 'open', asking.desk) },
    { name: 'grid worker, all open', ...ours, request: listOf(LIST, 'open', asking.worker) },
    { name: 'duty desk, mine', ...ours, request: listOf(LIST, 'mine', asking.desk) },
    { name: 'grid worker, mine', ...ours, request: listOf(LIST, 'mine', asking.worker) },
    { name: 'duty desk, counts', ...ours, request: countsOf(asking.desk) },
    { name: 'grid worker, counts', ...ours, request: countsOf(asking.worker) },
    { name: 'duty desk, found by tail', ...ours, request: findingOf(LIST, '4471', asking.desk) },
    { name: 'duty desk, words', ...ours, request: findingOf(LIST, '楼道', asking.desk) },
    { name: 'duty desk, words in vain', ...ours, request: findingOf(LIST, '独角兽', asking.desk) },
    { name: 'grid worker, words in vain', ...ours, request: findingOf(LIST, '独角兽', asking.worker) },
  ]
}

export function listResults(passes: Passes): Result[] {
  const against = (ours: string, theirs: string) => {
    const ratio = ratioOf(passes, ours, theirs, 'rate')
    return atLeast(ours, ratio.ratio, 0.6, `of the bare route; ${costs(passes, ours, theirs)}; ${trust(ratio)}`)
  }
  const narrow = ratioOf(passes, 'duty desk, all open', 'grid worker, all open', 'rate')
  const time = (name: string) => {
    const ratio = ratioOf(passes, 'duty desk, all open', name, 'rate')
    return shown(
      name,
      ratio.ratio,
      `× the time of the duty desk's open queue; ${figure(passes, name, 'rate').toFixed(0)}/s; ${trust(ratio)}`,
    )
  }
  return [
    against('desk list, filtered', 'bare list, filtered'),
    against('duty desk, all open', 'bare, all open'),
    atMost('grid worker, all open', narrow.ratio, 1.15, `× the time of a subdistrict duty desk's; ${trust(narrow)}`),
    ...['duty desk, mine', 'grid worker, mine', 'duty desk, counts', 'grid worker, counts'].map(time),
    ...['duty desk, found by tail', 'duty desk, words', 'duty desk, words in vain', 'grid worker, words in vain'].map(
      time,
    ),
  ]
}
