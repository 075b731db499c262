// One line that says how far a backup or restore has come: written over itself on a terminal, every ten seconds elsewhere.
import type { Progress } from '#kernel/backup/take.ts'
import { clock } from '#kernel/clock.ts'

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

export type ProgressLine = {
  readonly step: (progress: Progress) => void
  /** Ends the line; resolves nothing. */
  end(): void
  seconds(): number
}

export function progressLine(what: string): ProgressLine {
  const terminal = process.stdout.isTTY === true
  const since = clock.ticks()
  const every = terminal ? 200 : 10_000
  let [told, rows, bytes] = [terminal ? 0 : since, 0, 0]
  const seconds = () => (clock.ticks() - since) / 1_000
  return {
    step(progress) {
      rows += progress.rows
      bytes += progress.bytes
      if (clock.ticks() - told < every) return
      told = clock.ticks()
      const line = `${what} ${progress.what.replace('+', '')} · ${rows} 行 rows · ${megabytes(bytes)} · ${seconds().toFixed(0)} s`
      process.stdout.write(terminal ? `\r${line.slice(0, 100).padEnd(100)}` : `${line}\n`)
    },
    end: () => void (terminal && process.stdout.write(`\r${' '.repeat(100)}\r`)),
    seconds,
  }
}

export const inMegabytes = megabytes
