// Rights on upkeep: system administrators know how backups and restores stand; Linli alone ends an isolation.
import type { Right } from './right.ts'

export const upkeepRights: Readonly<Record<string, Right>> = {
  'upkeep.state': {
    about: 'nothing',
    lets: [{ roles: ['system_admin'], reach: 'district' }],
    machine: true,
  },
  'upkeep.health': {
    about: 'nothing',
    lets: [{ roles: ['system_admin'], reach: 'district' }],
    machine: true,
  },
  'upkeep.tally': { about: 'nothing', machine: true },
  'upkeep.release': { about: 'nothing', machine: true },
}
