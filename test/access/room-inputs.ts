// What each line about rooms, teams, bodies and means asks.
import { randomUUID } from 'node:crypto'
import type { Ask } from './inputs.ts'

type Input = (ask: Ask) => Record<string, unknown>

const WEEK = [...Array(5).fill([[480, 720]]), [], []]
/** A Monday, which is the weekday of the shift. */
const MONDAY = '2027-03-01'
const newKind = (code: string) => () => ({ code, zh: '新种类', en: 'New kind', sort: 99 })
const room: Input = ({ world, id }) => ({ id: id(world.room.id), version: world.room.version })
const team: Input = ({ world, id }) => ({ id: id(world.team.id), version: world.team.version })

export const roomInputs: Readonly<Record<string, Input>> = {
  'duty.teamKinds': () => ({}),
  'duty.setTeamKind': newKind('choir'),
  'duty.setBodyKind': newKind('museum'),
  'duty.teams': ({ world, id }) => ({ areaId: id(world.grid.id) }),
  'duty.team': ({ world, id }) => ({ id: id(world.team.id) }),
  'duty.setTeam': ({ world, id }) => ({
    ...{ areaId: id(world.grid.id), kind: 'patrol', name: '新队', cover: WEEK },
    members: [{ name: '柳九', seat: 'head' }],
  }),
  'duty.setTeam (one that is there)': (ask) => ({
    ...team(ask),
    ...{ areaId: ask.world.grid.id, kind: 'patrol', name: '改名的队', cover: WEEK },
    members: [{ name: '柳九', seat: 'head' }],
  }),
  'duty.endTeam': team,
  'duty.setRoster': (ask) => ({
    ...team(ask),
    shifts: [{ memberId: ask.world.team.member, weekday: 1, from: 480, to: 720 }],
  }),
  'duty.swap': ({ world, id }) => ({
    ...{ id: id(world.team.id), shiftId: world.team.shift, day: MONDAY, memberId: null },
  }),
  'duty.bodies': ({ world, id }) => ({ areaId: id(world.grid.id) }),
  'duty.setBody': ({ world, id }) => ({ areaId: id(world.grid.id), kind: 'unit', name: '新单位' }),
  'duty.setBody (one that is there)': ({ world, id }) => ({
    ...{ id: id(world.body.id), version: world.body.version, areaId: world.grid.id, kind: 'unit', name: '改名的单位' },
  }),
  'duty.endBody': ({ world, id }) => ({ id: id(world.body.id) }),
  'duty.seconded': ({ world, id }) => ({ areaId: id(world.grid.id) }),
  'duty.second': ({ world, id }) => ({
    ...{ areaId: id(world.grid.id), bodyId: world.body.id, name: '柳十一', taskZh: '调解' },
  }),
  'duty.endSecondment': ({ world, id }) => ({ id: id(world.secondment) }),

  'room.near': ({ world, there }) => ({ code: there ? world.place.code : '0000000000Z' }),
  'room.around': ({ world, there }) => ({ district: there ? world.street.tenant : randomUUID() }),
  'room.see': ({ world, there }) => ({ id: there ? world.room.id : randomUUID() }),
  'room.list': ({ world, id }) => ({ areaId: id(world.grid.id) }),
  'room.get': ({ world, id }) => ({ id: id(world.room.id) }),
  'room.add': ({ world, id }) => ({
    ...{ areaId: id(world.grid.id), kind: 'station', name: '新驿站', label: 'N-2', weekly: WEEK },
  }),
  'room.change': (ask) => ({ ...room(ask), phone: '', spotZh: '', spotEn: '', aboutZh: '', aboutEn: '' }),
  'room.setHours': (ask) => ({ ...room(ask), weekly: WEEK, followsCalendar: true }),
  'room.setDay': (ask) => ({ ...room(ask), day: MONDAY, spans: [] }),
  'room.setServices': (ask) => ({ ...room(ask), services: [] }),
  'room.setTools': (ask) => ({ ...room(ask), tools: [] }),
  'room.lend': ({ world, id }) => ({ id: id(world.lender.id), toolId: world.lender.tool, backBy: MONDAY }),
  'room.giveBack': ({ world, id }) => ({ id: id(world.lender.id), loanId: world.lender.loan }),
  'room.close': room,
  'room.means': ({ world, id }) => ({ areaId: id(world.grid.id) }),
  'room.meansOf': ({ world, id }) => ({ areaId: id(world.grid.id), kind: 'lines' }),
  'room.noteMeans': ({ world, id }) => ({ areaId: id(world.grid.id), kind: 'lines', amount: 1 }),
  'room.setMeansKind': () => ({
    ...{ code: 'chairs', zh: '椅子', en: 'Chairs', unitZh: '把', unitEn: '', expected: false, sort: 99 },
  }),
}
