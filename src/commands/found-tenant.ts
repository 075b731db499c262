// Founds a tenant: its district, and the rows that every place starts from and then changes at its own desk.

import { emergencyWords, families, kinds } from '#demo/kinds.ts'
import { machine } from '#kernel/access.ts'
import { type Extra, type House, perform } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import { announcedYears, holidayRows } from '#modules/calendar/index.ts'
import { operations } from '#modules/index.ts'
import { committeeKindRows, mediationSkillRows } from './usual-committees.ts'
import { questionRows } from './usual-questions.ts'
import { bodyKindRows, meansKindRows, roomKindRows, teamKindRows } from './usual-rooms.ts'
import { dutyKindRows, placeKindRows } from './usual-rows.ts'

/** Performs an operation by name as Linli itself; for the command line and the demo, which name what they do. */
export const asLinli =
  (house: House, tenant: string) =>
  async <T = unknown>(name: string, input: object, extra: Extra = {}): Promise<T> => {
    const operation = operations.get(name)
    if (!operation) throw new Error(`there is no operation ${name}`)
    return (await perform(house, operation, machine(tenant, 'bin/linli'), input, extra)) as T
  }

export type NewTenant = { code: string; name: string; nameEn: string; demo: boolean }

export async function foundTenant(house: House, row: NewTenant): Promise<{ tenant: string; areaId: string }> {
  const tenant = newId()
  const linli = asLinli(house, tenant)
  const { id } = await linli<{ id: string }>('area.found', row)
  for (const kind of [...placeKindRows, ...roomKindRows]) await linli('place.setKind', kind)
  for (const kind of dutyKindRows) await linli('duty.setKind', kind)
  for (const kind of teamKindRows) await linli('duty.setTeamKind', kind)
  for (const kind of bodyKindRows) await linli('duty.setBodyKind', kind)
  for (const kind of meansKindRows) await linli('room.setMeansKind', kind)
  for (const kind of committeeKindRows) await linli('committee.setKind', kind)
  for (const skill of mediationSkillRows) await linli('committee.setSkill', skill)
  for (const question of questionRows) await linli('open311.setQuestion', question)
  for (const year of announcedYears().filter((one) => one >= 2024)) {
    const days = holidayRows(year).map((one) => ({
      day: one.day,
      kind: one.kind as 'holiday' | 'makeup',
      zh: one.name!.zh,
      en: one.name!.en,
    }))
    await linli('calendar.announce', { year, source: '国务院办公厅放假通知', days })
  }
  const familyName = new Map(families.map((family) => [family.code, family.zh]))
  for (const kind of kinds)
    await linli('matter.setKind', {
      code: kind.code,
      version: 0,
      family: familyName.get(kind.family) ?? kind.family,
      zh: kind.zh,
      en: kind.en,
      hintZh: kind.hint.zh,
      hintEn: kind.hint.en,
      public: kind.public,
      publicZh: kind.publicLine.zh,
      publicEn: kind.publicLine.en,
      limitMinutes: kind.limit.minutes,
      counting: kind.limit.counting,
      proof: kind.proof,
      emergency: kind.emergency ?? null,
      words: kind.words,
      onMenu: kind.onMenu ?? false,
      effectDays: kind.effectDays ?? 0,
    })
  await linli('matter.setLimit', {
    clock: 'take',
    limitMinutes: 30,
    counting: 'duty',
    basis: '接单时限 30 分钟，按值班时间',
    basisEn: 'To be taken within 30 minutes, counted in hours of duty',
  })
  await linli('matter.setLimit', {
    clock: 'answer',
    limitMinutes: 120,
    counting: 'always',
    basis: '接单后 2 小时内响应，昼夜连续',
    basisEn: 'The resident is answered within 2 hours after it was taken, day and night',
  })
  await linli('matter.setDangers', {
    rules: emergencyWords.map((rule) => ({
      words: rule.words,
      except: rule.except ?? [],
      call: rule.call,
      zh: rule.zh,
      en: rule.en,
    })),
  })
  return { tenant, areaId: id }
}
