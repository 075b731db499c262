// Long form of R1 and R2: 100,000 reports through HTTP, the database killed ten times and the server twenty times.
// node test/long/kill.ts                     the trial itself, on the demo street
// node test/long/kill.ts --bite=unsynced     commits not waited for: acknowledged reports must get lost
// node test/long/kill.ts --bite=late-journal the journal written after the commit: half-written matters must be found
// The last figures stand in results/kill.json.
import { rmSync } from 'node:fs'
import { type Figures, runTrial } from '../kill/run.ts'
import { lateJournal } from '../kill/without.ts'
import { keep } from './results.ts'

const FULL = { creates: 100_000, clients: 16, databaseKills: 10, serverKills: 20, demo: true }
const SHORT = { creates: 2_000, clients: 16, demo: false }

const isClean = (figures: Figures): boolean =>
  figures.acknowledged === figures.creates &&
  figures.refused + figures.lost + figures.doubled === 0 &&
  Object.keys({ ...figures.halfWritten, ...figures.orphans }).length === 0 &&
  figures.journal.whole

async function withLateJournal(): Promise<Figures> {
  const tree = lateJournal()
  try {
    return await runTrial({ ...SHORT, databaseKills: 2, serverKills: 4, tree })
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

const TRIALS: Readonly<Record<string, { run: () => Promise<Figures>; asExpected: (figures: Figures) => boolean }>> = {
  trial: {
    run: () => runTrial(FULL),
    asExpected: (figures) => isClean(figures) && Math.max(...figures.msToAnswer.database) < 10_000,
  },
  unsynced: {
    run: () =>
      runTrial({
        ...SHORT,
        databaseKills: 5,
        serverKills: 0,
        breaking: ['alter database linli set synchronous_commit = off'],
      }),
    asExpected: (figures) => figures.lost > 0,
  },
  'late-journal': { run: withLateJournal, asExpected: (figures) => (figures.halfWritten.journal ?? 0) > 0 },
}

const name = process.argv.find((one) => one.startsWith('--bite='))?.slice('--bite='.length) ?? 'trial'
const trial = TRIALS[name]
if (!trial) throw new Error(`no such bite: ${name}`)
const figures = await trial.run()
const asExpected = trial.asExpected(figures)
keep('kill', name, asExpected, figures)
