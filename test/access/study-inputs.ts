// What each line about the study of disputes asks.
import type { Ask } from './inputs.ts'

type Input = (ask: Ask) => Record<string, unknown>

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const grid: Input = ({ world, id }) => ({ areaId: id(world.grid.id) })

export const studyInputs: Readonly<Record<string, Input>> = {
  'study.figures': () => YEAR,
  'study.figures (of a grid)': (ask) => ({ ...grid(ask), ...YEAR }),
  'study.form': () => YEAR,
  'study.form (of a grid)': (ask) => ({ ...grid(ask), ...YEAR }),
}
