// Keeps the last figures of a long form beside those of its bites, with the day they were found.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { clock, localDay } from '#kernel/clock.ts'

/** When the run began: some move the clock, and one left its figures dated three years early. */
const begun = localDay(clock.now())

/** Writes them under their name, says them, and sets the exit code. */
export function keep(file: string, name: string, asExpected: boolean, figures: object): void {
  const at = path.join(import.meta.dirname, 'results', `${file}.json`)
  const earlier = existsSync(at) ? (JSON.parse(readFileSync(at, 'utf8')) as object) : {}
  mkdirSync(path.dirname(at), { recursive: true })
  const found = { date: begun, asExpected, ...figures }
  writeFileSync(at, `${JSON.stringify({ ...earlier, [name]: found }, null, 2)}\n`)
  process.stdout.write(`${name}: ${asExpected ? 'as expected' : 'NOT as expected'} ${JSON.stringify(figures)}\n`)
  process.exitCode = asExpected ? 0 : 1
}
