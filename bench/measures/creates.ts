// Creating a matter through the whole door, against the bare route that writes the same rows.
import { type Asking, reportByArea, reportByCode } from '../asking.ts'
import type { Target } from '../load.ts'
import { figure, type Passes, ratioOf } from '../passes.ts'
import type { Running } from '../processes.ts'
import { atLeast, atMost, type Result, shown, trust } from '../report.ts'

export const createTargets = (asking: Asking, linli: Running, bare: Running): Target[] => {
  const ours = { port: linli.port, pid: linli.pid }
  const theirs = { port: bare.port, pid: bare.pid }
  return [
    { name: 'create by area', ...ours, request: reportByArea(asking, '/api/matter.report') },
    { name: 'bare by area', ...theirs, request: reportByArea(asking, '/create') },
    { name: 'create by code', ...ours, request: reportByCode(asking, '/api/matter.report') },
    { name: 'bare by code', ...theirs, request: reportByCode(asking, '/create') },
    { name: 'bare at once', ...theirs, request: reportByArea(asking, '/create-at-once') },
    { name: 'bare single insert', ...theirs, request: reportByArea(asking, '/insert') },
  ]
}

export function createResults(passes: Passes): Result[] {
  const rate = (a: string, b: string) => ratioOf(passes, a, b, 'rate')
  return [
    ...(['area', 'code'] as const).flatMap((by) => {
      const [ours, theirs] = [`create by ${by}`, `bare by ${by}`]
      const ratio = rate(ours, theirs)
      const p95 = ratioOf(passes, ours, theirs, 'p95')
      return [
        atLeast(
          ours,
          ratio.ratio,
          0.4,
          `of the bare route with the same rows; ${costs(passes, ours, theirs)}; ${trust(ratio)}`,
        ),
        atMost(`${ours}, p95`, p95.ratio, 2.5, `× bare; ${figure(passes, ours, 'p95').toFixed(1)} ms; ${trust(p95)}`),
      ]
    }),
    shown(
      'create by area, of bare at once',
      rate('create by area', 'bare at once').ratio,
      'the same rows in one hand-written statement',
    ),
    shown(
      'create by area, of a single insert',
      rate('create by area', 'bare single insert').ratio,
      'one INSERT, no session',
    ),
    shown(
      'bare by area, of a single insert',
      rate('bare by area', 'bare single insert').ratio,
      'what BEGIN, five INSERTs and COMMIT keep of it',
    ),
  ]
}

/** Rates, and processor time a request in server and PostgreSQL, which noise moves less. */
export function costs(passes: Passes, ours: string, theirs: string): string {
  const of = (name: string) =>
    `${figure(passes, name, 'rate').toFixed(0)}/s ${figure(passes, name, 'serverMs').toFixed(2)}+${figure(passes, name, 'postgresMs').toFixed(2)} ms cpu`
  return `${of(ours)} against ${of(theirs)}`
}
