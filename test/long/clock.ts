// Long form of R7: a real server under Debian's faketime, its machine's clock stepped by +1 h, −1 h, −1 day and +400 days.
// node test/long/clock.ts               the trial itself, on the demo street
// node test/long/clock.ts --bite=wall   a copy that asks the machine's clock: deadlines must move and sessions end
// The last figures stand in results/clock.json. Needs: apt-get install -y faketime
import { rmSync } from 'node:fs'
import { faketimeLibrary } from '../clock/faketime.ts'
import { type Figures, runTrial, type StepFigures } from '../clock/run.ts'
import { ROOT } from '../kill/server.ts'
import { wallClock } from '../kill/without.ts'
import { keep } from './results.ts'

const isSteady = (step: StepFigures): boolean =>
  step.msToJournal !== null &&
  step.offMs < 1_000 &&
  step.deadlinesMoved + step.promiseMovedMs + step.negativeDurations === 0 &&
  step.heldSession === 200 &&
  step.overSession === 401 &&
  step.codeOfWall !== 200 &&
  step.codeOfTruth === 200

const isClean = (figures: Figures): boolean =>
  Object.values(figures.steps).every(isSteady) &&
  figures.order.inOrder &&
  figures.journal.whole &&
  figures.toldLines > 0

const library = faketimeLibrary()
if (!library) {
  process.stderr.write(
    'faketime is missing: apt-get install -y faketime. Nothing was tried, no figures were written.\n',
  )
  process.exit(2)
}
const isBite = process.argv.includes('--bite=wall')
const tree = isBite ? wallClock() : ROOT
const figures = await runTrial(tree, library).finally(() => {
  if (isBite) rmSync(tree, { recursive: true, force: true })
})
const asExpected = isBite ? !Object.values(figures.steps).some(isSteady) : isClean(figures)
keep('clock', isBite ? 'wall' : 'trial', asExpected, figures)
