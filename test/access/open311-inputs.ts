// What each line about Open311 asks.
import { randomUUID } from 'node:crypto'
import type { Ask } from './inputs.ts'
import { KIND } from './stories.ts'

type Input = (ask: Ask) => Record<string, unknown>

/** A district is no secret, but what is not there leads nowhere. */
const district: Input = ({ world, there }) => ({ district: there ? world.street.tenant : randomUUID() })
const key: Input = ({ there }) => ({ key: there ? 'demo' : 'no-such-key' })

export const open311Inputs: Readonly<Record<string, Input>> = {
  'open311.services': district,
  'open311.service': (ask) => ({ ...district(ask), code: KIND }),
  'open311.requests': district,
  'open311.updates': (ask) => ({ ...district(ask), at: {} }),
  'open311.shown': () => ({}),
  'open311.shownUpdates': () => ({ at: {} }),
  'open311.holder': key,
  'open311.send': (ask) => ({ ...key(ask), code: KIND, lon: ask.world.grid.lon, lat: ask.world.grid.lat }),
  'open311.keys': () => ({}),
  'open311.addKey': () => ({ owner: '市热线小程序', contact: '0370-1234567', days: 30 }),
  'open311.endKey': ({ world, id }) => ({ id: id(world.systemKey) }),
  'open311.questions': () => ({}),
  'open311.setQuestion': () => ({ code: 'HOURS', datatype: 'number', asksZh: '几个小时', asksEn: 'How many hours' }),
  'open311.addDemoKey': () => ({}),
}
