// Kill -9 of the database and of the server under 16 reporters, short form (R1, R2); the long one is test/long/kill.ts.
import { describe, expect, test } from 'vitest'
import { runTrial } from './kill/run.ts'

describe.runIf(process.platform === 'linux')('600 reports, the database killed once and the server once', () => {
  test('every answered report is there once and whole, and the journal with it', async () => {
    const figures = await runTrial({ creates: 600, clients: 16, databaseKills: 1, serverKills: 1, demo: false })
    process.stdout.write(`kill: ${JSON.stringify(figures)}\n`)
    expect(figures).toMatchObject({
      acknowledged: 600,
      refused: 0,
      lost: 0,
      doubled: 0,
      halfWritten: {},
      orphans: {},
      journal: { whole: true },
    })
    // While the database is away a report is put off, never failed: any 5xx but 503 would be ours.
    expect(Object.keys(figures.tries).filter((one) => !['200', '503', 'no answer'].includes(one))).toEqual([])
  }, 180_000)
})
