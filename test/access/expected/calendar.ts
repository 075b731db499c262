// Rights on the working calendar: everybody reads it, the district announces it, offices set their own hours.
import type { Right } from './right.ts'

export const calendarRights: Readonly<Record<string, Right>> = {
  'calendar.year': { about: 'nothing', signedIn: true },
  'calendar.announce': {
    about: 'nothing',
    lets: [{ roles: ['system_admin', 'district_staff'], reach: 'district' }],
    machine: true,
  },
  'calendar.hours': { about: 'grid', signedIn: true },
  'calendar.setHours': {
    about: 'grid',
    lets: [{ roles: ['system_admin', 'district_staff', 'subdistrict_staff'], reach: 'area' }],
    outside: 'door.forbidden',
    machine: true,
  },
}
