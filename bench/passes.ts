// Several targets measured in turn, pass after pass; a ratio is taken within a pass, and the median of the passes counts.
import { type Asking, type Sample, sample, type Target } from './load.ts'
import { QUIET } from './machine.ts'

export type Passes = ReadonlyMap<string, readonly Sample[]>

export type PassOptions = Asking & {
  readonly passes: number
  readonly log: (line: string) => void
  /** After each sample, e.g. to look at memory. */
  readonly after?: () => void
}

function line(one: Sample): string {
  const times = `p50 ${one.p50.toFixed(1)} p95 ${one.p95.toFixed(1)} ms`
  const cpu = `cpu ${one.serverMs.toFixed(2)} + ${one.postgresMs.toFixed(2)} ms`
  return `  ${one.target.padEnd(32)} ${one.rate.toFixed(0).padStart(5)}/s  ${times}  ${cpu}  others ${one.others.toFixed(2)}`
}

export async function runPasses(targets: readonly Target[], options: PassOptions): Promise<Passes> {
  const samples = new Map<string, Sample[]>(targets.map((target) => [target.name, []]))
  for (let pass = 1; pass <= options.passes; pass++) {
    options.log(`pass ${pass} of ${options.passes}`)
    for (const target of targets) {
      const one = await sample(target, options)
      samples.get(target.name)!.push(one)
      options.after?.()
      options.log(line(one))
    }
  }
  return samples
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export type Ratio = {
  readonly ratio: number
  readonly least: number
  readonly most: number
  readonly counted: number
  readonly discarded: number
  readonly noisy: boolean
}

type Figure = 'rate' | 'p50' | 'p95' | 'serverMs' | 'postgresMs'

const isQuiet = (one: Sample) => one.others <= QUIET

/** What a request costs server and PostgreSQL together: on busy cores the reverse of the rate, and steadier. */
const work = (one: Sample) => one.serverMs + one.postgresMs

/**
 * Median over the passes of a figure of `a` over the same figure of `b`. Passes in which others burnt too much are left
 * out. When none is left, all are taken, the ratio is marked as noisy, and rates are compared by processor time.
 */
export function ratioOf(passes: Passes, a: string, b: string, of: Figure): Ratio {
  const pairs = passes.get(a)!.map((one, pass) => [one, passes.get(b)![pass]!] as const)
  const quiet = pairs.filter((pair) => pair.every(isQuiet))
  const noisy = quiet.length === 0
  const taken = noisy ? pairs : quiet
  const ratios = taken.map(([one, other]) => (noisy && of === 'rate' ? work(other) / work(one) : one[of] / other[of]))
  return {
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    counted: taken.length,
    discarded: pairs.length - quiet.length,
    noisy,
  }
}

/** Median of one figure over the quiet samples of a target, or over all when none was quiet. */
export function figure(passes: Passes, name: string, of: Figure): number {
  const all = passes.get(name)!
  const quiet = all.filter(isQuiet)
  return median((quiet.length ? quiet : all).map((one) => one[of]))
}
