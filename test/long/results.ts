// Keeps the last figures of a long form beside those of its bites.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writes them under their name, says them, and sets the exit code. */
export function keep(file: string, name: string, asExpected: boolean, figures: object): void {
  const at = path.join(import.meta.dirname, 'results', `${file}.json`)
  const earlier = existsSync(at) ? (JSON.parse(readFileSync(at, 'utf8')) as object) : {}
  mkdirSync(path.dirname(at), { recursive: true })
  writeFileSync(at, `${JSON.stringify({ ...earlier, [name]: { asExpected, ...figures } }, null, 2)}\n`)
  process.stdout.write(`${name}: ${asExpected ? 'as expected' : 'NOT as expected'} ${JSON.stringify(figures)}\n`)
  process.exitCode = asExpected ? 0 : 1
}
