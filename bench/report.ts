// What a run found: each measure with its limit, as a table for people and as bench/results.json for programs.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Ratio } from './passes.ts'

export type Result = {
  readonly name: string
  readonly ratio: number
  /** Undefined: printed for the reader, held to nothing. */
  readonly limit: number | null
  readonly pass: boolean
  readonly detail: string
}

const round = (value: number) => Number(value.toPrecision(3))

export const atLeast = (name: string, ratio: number, limit: number, detail: string): Result => ({
  name: `${name} (≥)`,
  ratio: round(ratio),
  limit,
  pass: ratio >= limit,
  detail,
})
export const atMost = (name: string, ratio: number, limit: number, detail: string): Result => ({
  name: `${name} (≤)`,
  ratio: round(ratio),
  limit,
  pass: ratio <= limit,
  detail,
})
export const shown = (name: string, ratio: number, detail: string): Result => ({
  name,
  ratio: round(ratio),
  limit: null,
  pass: true,
  detail,
})

/** How far a ratio may be trusted. */
export function trust({ least, most, counted, discarded, noisy }: Ratio): string {
  const range = `${round(least)}–${round(most)} in ${counted} passes`
  if (noisy) return `${range}, NOISY: others were at work in all of them, so rates are compared by processor time`
  return discarded ? `${range}, ${discarded} noisy passes left out` : range
}

export function print(results: readonly Result[], say: (line: string) => void): void {
  const wide = Math.max(...results.map(({ name }) => name.length))
  say('')
  for (const { name, ratio, limit, pass, detail } of results) {
    const mark = limit === null ? ' ' : pass ? '✓' : '✗'
    say(
      `${mark} ${name.padEnd(wide)}  ${String(ratio).padStart(6)}  ${limit === null ? '     ' : String(limit).padStart(5)}  ${detail}`,
    )
  }
  const failed = results.filter(({ pass }) => !pass)
  say('')
  say(failed.length ? `未达到 missed: ${failed.map(({ name }) => name).join('; ')}` : '全部达到 every limit held')
}

export const writeResults = (results: readonly Result[]): void =>
  writeFileSync(path.join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
