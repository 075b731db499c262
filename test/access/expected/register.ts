// Rights on the register: those who know the people enter them, their subdistrict sees them masked, a district sees figures.
import type { Right } from './right.ts'

const ENTERERS = ['grid_worker', 'community_staff', 'community_head'] as const
const SEERS = [...ENTERERS, 'subdistrict_staff', 'subdistrict_leader'] as const

/** The address of a home is all that is shown in clear. */
const shown = { shows: ['spot'] } as const
const seen = { lets: [{ roles: SEERS, reach: 'area' }], ...shown } as const
const entered = { lets: [{ roles: ENTERERS, reach: 'area' }], ...shown } as const
const answered = { lets: [{ roles: ['community_staff', 'community_head'], reach: 'area' }] } as const

export const registerRights: Readonly<Record<string, Right>> = {
  'register.shift': { about: 'nothing', machine: true },
  'register.people': { about: 'grid', ...seen },
  'register.person': { about: 'person', ...seen },
  'register.asOf': { about: 'person', ...seen },
  'register.ties': { about: 'person', ...seen },
  'register.enter': { about: 'home', ...entered, machine: true },
  'register.change': { about: 'person', ...entered },
  'register.moveIn': { about: 'person', ...entered },
  'register.moveOut': { about: 'person', ...entered },
  'register.die': { about: 'person', ...entered },
  'register.revive': { about: 'person', ...entered },
  'register.merge': { about: 'person', ...entered },
  'register.unmerge': { about: 'person', ...entered },
  'register.makeHousehold': { about: 'person', ...entered },
  'register.joinHousehold': { about: 'person', ...entered },
  'register.leaveHousehold': { about: 'person', ...entered },
  'register.setHead': { about: 'person', ...entered },
  'register.tie': { about: 'person', ...entered },
  'register.untie': { about: 'person', ...entered },
  'register.compounds': { about: 'grid', ...seen },
  'register.compound': { about: 'grid', ...seen },
  'register.relocations': { about: 'grid', ...seen },
  'register.relocate': { about: 'person', ...entered },
  'register.confirmRelocation': { about: 'person', ...entered },
  'register.declineRelocation': { about: 'person', ...entered },
  'register.recallRelocation': { about: 'person', ...entered },
  'register.arrive': { about: 'person', machine: true, shows: ['spot'] },
  'register.homes': { about: 'grid', ...seen },
  'register.home': { about: 'home', ...seen },
  'register.homeAsOf': { about: 'home', ...seen },
  'register.addHome': { about: 'grid', ...entered, machine: true },
  'register.changeHome': { about: 'home', ...entered },
  'register.endHome': { about: 'home', ...entered },
  'register.let': { about: 'home', ...entered, machine: true },
  'register.endLet': { about: 'home', ...entered },
  'register.beginVisit': { about: 'home', ...entered },
  'register.endVisit': { about: 'home', ...entered, given: 'the asker is on the visit' },
  'register.organisations': { about: 'grid', ...seen },
  'register.organisation': { about: 'body', ...seen },
  'register.addOrganisation': { about: 'grid', ...entered, machine: true },
  'register.changeOrganisation': { about: 'body', ...entered },
  'register.endOrganisation': { about: 'body', ...entered },
  'register.manage': { about: 'body', ...entered },
  'register.giveSlip': { about: 'person', ...entered },
  'register.mine': { about: 'secret', holder: true, shows: ['spot', 'words'] },
  'register.askCorrection': { about: 'secret', holder: true },
  // The same for everybody: what it does depends on a telephone alone.
  'register.askCode': { about: 'nothing', holder: true },
  'register.enterByPhone': { about: 'secret', holder: true, absent: 'register.ownWrong' },
  'register.sendCode': { about: 'nothing', machine: true },
  'register.tellCode': { about: 'nothing', machine: true },
  'register.openByPhone': { about: 'nothing', machine: true },
  'register.ownAddress': { about: 'person', machine: true, shows: ['spot'] },
  'register.corrections': { about: 'grid', ...answered },
  'register.correction': { about: 'person', ...answered, shows: ['words'] },
  'register.correct': { about: 'person', ...answered },
  'register.decline': { about: 'person', ...answered },
  'register.counts': {
    about: 'grid',
    lets: [{ roles: [...SEERS, 'district_staff', 'district_leader'], reach: 'area' }],
  },
  'register.portrait': {
    about: 'grid',
    lets: [{ roles: [...SEERS, 'district_staff', 'district_leader'], reach: 'area' }],
  },
  'register.countPortraits': { about: 'nothing', machine: true },
  'register.recount': { about: 'nothing', machine: true },
}
