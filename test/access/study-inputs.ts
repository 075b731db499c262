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
  'study.meetings': grid,
  'study.owners': grid,
  'study.planMeeting': (ask) => ({ ...grid(ask), onDay: '2027-01-04', from: '2026-12-01', to: '2026-12-31' }),
  'study.holdMeeting': ({ world, id }) => ({
    ...{ id: id(world.study.meeting.id), version: 1, offices: ['派出所'], minutes: '入冬以来噪声多。' },
    measures: [{ words: '夜间加一次巡看', ownerId: world.account, dueOn: '2026-12-01' }],
  }),
  'study.measures': () => ({}),
  'study.finishMeasure': ({ world, id }) => ({ id: id(world.study.measure.id), version: 1, result: '加了' }),
  'study.sweeps': grid,
  'study.planSweep': (ask) => ({
    ...grid(ask),
    field: 'family',
    title: '节前排查',
    from: '2027-01-04',
    to: '2027-01-10',
  }),
  'study.closeSweep': ({ world, id }) => ({ id: id(world.study.sweep.id), version: 1, visited: 30, prevented: 2 }),
  'study.notePrevented': (ask) => ({ ...grid(ask), month: '2026-10', kind: 'petition', cases: 1, people: 6 }),
  'study.shift': () => ({ pos: 1, end: 2, shift: 0 }),
}
