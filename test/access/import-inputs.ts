// What each line about files that are sent in asks.
import type { Ask } from './inputs.ts'

type Input = (ask: Ask) => Record<string, unknown>

const named =
  (state: keyof Ask['world']['batches'], more: Record<string, unknown> = {}): Input =>
  ({ world, id }) => ({ id: id(world.batches[state]), ...more })

export const importInputs: Readonly<Record<string, Input>> = {
  'register.sendFile': ({ world, id }) => ({ areaId: id(world.grid.id), class: 'home', name: '房屋.csv' }),
  'register.batches': () => ({}),
  'register.batch': named('checked'),
  'register.noteHeadings': named('received', { headings: ['姓名'] }),
  'register.checkBatch': named('received', { version: 1 }),
  'register.noteChecked': named('checking', { dropped: [{ heading: '备注', why: 'unknown', values: 1 }] }),
  'register.loadBatch': named('checked', { version: 1 }),
  'register.loadAtOnce': named('received', { version: 1 }),
  'register.publishBatch': named('loading', { dropped: [{ heading: '备注', why: 'unknown', values: 1 }] }),
  'register.cancelBatch': named('received', { version: 1 }),
  'register.undoBatch': named('published', { version: 1 }),
  'register.noteUndone': named('undoing'),
  'register.noteFailed': named('loading', { fault: 'sheets.broken' }),
  'register.batchFaults': named('checked'),
  'register.faultSheet': named('checked'),
  'register.template': () => ({ class: 'home' }),
  'register.offers': () => ({}),
  'register.compareOffer': ({ world, id }) => ({ id: id(world.offer), fields: ['name'] }),
  'register.settleOffer': ({ world, id }) => ({ id: id(world.offer), version: 1, way: 'left' }),
}
