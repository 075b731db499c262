// The demo's law at the doorstep: who sits, four lawyers who take turns, today's clinic, sessions out in the communities, answers.
import { localDay } from '#kernel/clock.ts'
import type { House } from '#kernel/door.ts'
import { dayNumber, dayText, weekdayOf } from '#modules/calendar/index.ts'
import { asLinli } from '../src/commands/found-tenant.ts'
import { demoAnswers } from './counsel/answers.ts'
import { loadAdvice } from './load-advice.ts'
import { loadPanel } from './load-panel.ts'
import type { Street } from './telling.ts'

type Id = { readonly id: string }

const TURNS = [
  { name: '宋以宁', nameEn: 'Song Yining', firm: '言和律师事务所', licenceNo: '99101202310000053' },
  { name: '祁望舒', nameEn: 'Qi Wangshu', firm: '言和律师事务所', licenceNo: '99101202010000061' },
  { name: '阮知非', nameEn: 'Ruan Zhifei', firm: '明塘律师事务所', licenceNo: '99101201910000072' },
  { name: '葛青川', nameEn: 'Ge Qingchuan', firm: '明塘律师事务所', licenceNo: '99101202210000087' },
] as const

const STREET = '990101001'
const WEEKS_AHEAD = 56
const CHECKED_AGO = 40
const FIRST_TOUR_AGO = 3
/** Communities that this season's touring sessions reach so far; the others are the gap the desk sees. */
const TOURED = ['990101001001', '990101001002', '990101001003', '990101001004'] as const

/** Communities with a legal adviser; the one that is left is the gap the desk sees. */
const ADVISED = [...TOURED, ...(['005', '006', '007', '008'] as const).map((end) => `${STREET}${end}`)]

type Linli = ReturnType<typeof asLinli>
type Standing = { readonly areas: Street['areas']; readonly lawyers: readonly Id[]; readonly volunteer: Id }

/** One lawyer for each of these communities with what he did this quarter, and one law-savvy resident. */
async function loadAdvisers(linli: Linli, { areas, lawyers, volunteer }: Standing, day: (days: number) => string) {
  const term = { from: day(-200), to: day(165) }
  for (const [at, code] of ADVISED.entries()) {
    const post = await linli<Id>('counsel.appointAdviser', {
      ...{ areaId: areas.get(code), sitterId: lawyers[at % lawyers.length]!.id, role: 'adviser', ...term },
      ...{ hoursZh: '每月第一、三个周三下午在社区', hoursEn: 'First and third Wednesday afternoon, at the community' },
    })
    const done = [
      { kind: 'advice', ago: 5 + at, minutes: 150, came: 6 + at },
      { kind: at % 2 ? 'lecture' : 'review', ago: 19 + at, minutes: 90, came: at % 2 ? 31 : 0 },
    ]
    // Nobody has been to the last of them for a while.
    if (at < ADVISED.length - 1)
      for (const { ago, ...one } of done) await linli('counsel.logService', { id: post.id, on: day(-ago), ...one })
  }
  await linli('counsel.appointAdviser', {
    ...{ areaId: areas.get(TOURED[0]), sitterId: volunteer.id, role: 'savvy', ...term, trainedOn: day(-220) },
  })
}

export async function loadCounsel(
  house: House,
  { tenant, areas, people }: Pick<Street, 'tenant' | 'areas' | 'people'>,
  rooms: ReadonlyMap<string, Id>,
  today: Date,
): Promise<void> {
  const linli = asLinli(house, tenant)
  const areaId = areas.get(STREET)
  const roomId = rooms.get('R-04')!.id
  const day = (days: number) => dayText(dayNumber(localDay(today)) + days)
  const sits = (kind: string, who: object) => linli<Id>('counsel.setSitter', { areaId, kind, ...who })
  const song = { accountId: people.get('songyining') }
  const lawyers: Id[] = []
  for (const [at, who] of TURNS.entries())
    lawyers.push(await sits('lawyer', { ...who, ...(at === 0 && song.accountId ? song : {}) }))
  const volunteer = await sits('volunteer', { name: '晏小棠', nameEn: 'Yan Xiaotang' })
  const rotation = await linli<Id>('counsel.setRotation', {
    ...{ areaId, roomId, kind: 'legal', weekday: 2, from: 840, to: 1020, slotMinutes: 30, fromOn: day(-28) },
    ...{ offersZh: '当面咨询，每人半小时，不收费', offersEn: 'A talk of half an hour, free of charge' },
    turns: lawyers.map(({ id }) => [id]),
  })
  await linli('counsel.fillRotation', { id: rotation.id, until: day(WEEKS_AHEAD) })
  const monday = ((7 - weekdayOf(dayNumber(localDay(today)))) % 7) + FIRST_TOUR_AGO
  for (const [at, code] of TOURED.entries())
    await linli('counsel.planClinic', {
      ...{ areaId: areas.get(code), kind: 'touring', spotZh: '小区中心花园凉亭', spotEn: 'The pavilion in the garden' },
      ...{ day: day(monday + at * 7), from: 870, to: 990, sitters: [volunteer.id, lawyers[at % lawyers.length]!.id] },
      ...{ offersZh: '法律咨询、量血压、磨剪刀', offersEn: 'Legal advice, blood pressure, knife grinding' },
    })
  for (const answer of demoAnswers) {
    const { id } = await linli<Id>('counsel.proposeAnswer', { areaId, ...answer, checkedOn: day(-CHECKED_AGO) })
    await linli('counsel.publishAnswer', { id, version: 1 })
  }
  await loadAdvisers(linli, { areas, lawyers, volunteer }, day)
  await loadAdvice(linli, areas, day)
  await loadPanel(house, { tenant, people }, roomId, today)
}
