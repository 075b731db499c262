// What the register promises about moving between communities: told by the one, confirmed or declined by the other.
import { z } from 'zod'
import { Day, Id, Version } from '#kernel/contract.ts'
import { Person } from './people.ts'
import { Relocation, WHY_NOT } from './relocation.ts'

const one = { id: Id, version: Version }

export const relocationPromises = {
  relocate: {
    kind: 'command',
    summary: { zh: '迁往另一个社区，等对方确认', en: 'Moves to another community, which is to confirm it' },
    /** `toAreaId`: the community, or a grid or building of it. */
    input: z.strictObject({ ...one, toAreaId: Id, day: Day }),
    output: z.object({ id: Id }),
  },
  relocations: {
    kind: 'query',
    summary: { zh: '等确认的迁入和迁出，打码', en: 'Moves into and out of an area that wait to be confirmed, masked' },
    input: z.strictObject({ areaId: Id }),
    output: z.object({ relocations: z.array(Relocation) }),
  },
  confirmRelocation: {
    kind: 'command',
    summary: { zh: '确认迁入', en: 'Confirm that somebody has moved in' },
    input: z.strictObject({ ...one, homeId: Id }),
    output: Person,
  },
  declineRelocation: {
    kind: 'command',
    summary: { zh: '不接收，说明原因', en: 'Do not take somebody over, and why' },
    input: z.strictObject({ ...one, reason: z.enum(WHY_NOT) }),
    output: z.object({ id: Id }),
  },
  recallRelocation: {
    kind: 'command',
    summary: { zh: '撤回迁往另一个社区', en: 'Take a move to another community back' },
    input: z.strictObject(one),
    output: z.object({ id: Id }),
  },
  arrive: {
    kind: 'command',
    summary: {
      zh: '迁居确认以后，登记换到新的房屋',
      en: 'Once a move is confirmed, the entry follows to the new home',
    },
    input: z.strictObject({ id: Id, homeId: Id, day: Day }),
    output: Person,
  },
} as const
