// What each line about looking at people, and about finding, asks.
import { randomUUID } from 'node:crypto'
import type { Ask } from './inputs.ts'

type Input = (ask: Ask) => Record<string, unknown>

const person: Input = ({ world, id }) => ({ id: id(world.person.id) })

export const revealInputs: Readonly<Record<string, Input>> = {
  'register.reveal': (ask) => ({
    ...person(ask),
    fields: ['name', 'phone'],
    for: { kind: 'correction', id: ask.world.correction },
  }),
  'register.reveal (for nothing that is there)': (ask) => ({
    ...person(ask),
    fields: ['name', 'phone', 'birth', 'need'],
    for: { kind: 'matter', id: randomUUID() },
  }),
  'register.reasons': person,
  'register.looks': () => ({}),
  'register.setLimit': () => ({ role: 'grid_worker', kind: 'households', most: 40, version: 0 }),
  'register.lookedAt': ({ world, there }) => ({ slip: there ? world.slip : '0000-0000-0000-0000' }),
  'register.looksOf': ({ world }) => ({ id: world.person.id }),
  'finding.find': () => ({ words: '平房' }),
  'finding.number': () => ({ whole: '13999999999' }),
}
