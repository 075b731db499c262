// The district changes a limit and the court's window on the page of rules: what begins afterwards goes by it, what runs stays.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { read, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

/** A noise between neighbours, taken by the community: the last day of its mediation. */
async function lastDay(): Promise<string> {
  const parties = [
    { side: 'applicant' as const, name: '单玉枝' },
    { side: 'respondent' as const, name: '裘先生' },
  ]
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-02', title: '桂园3号楼 夜间噪声' },
    ...{ facts: '夜里十点还在锯木头。', requests: '八点以后不锯。', parties },
  })
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const leadId = (await street.as('zhaoguilan').actor()).id
  return (await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId })).dueOn
}

test('任晓棠 gives noise forty-five days and the court’s window an earlier word; 陈静 reads both and changes neither', async () => {
  expect(await lastDay()).toBe('2026-12-18')
  const [district, desk] = await Promise.all([town.visit('desk', 'renxiaotang'), town.visit('desk', 'chenjing')])
  const { page } = district
  await page.goto(`${town.url}/desk/mediation-rules`)
  const line = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  await line('噪声').getByRole('button', { name: /修改/ }).click()
  const noise = page.getByRole('form', { name: '噪声' })
  await noise.getByLabel('几天').fill('45')
  await noise.getByLabel('依据').fill('本区调解工作办法第八条')
  await send(page, noise.getByRole('button', { name: '保存' }))
  await sees(district, /噪声 本区调解工作办法第八条 45 天/)
  await line('司法确认期满前几天提醒').getByRole('button', { name: /修改/ }).click()
  const window = page.getByRole('form', { name: '司法确认期满前几天提醒' })
  await window.getByLabel('数', { exact: true }).fill('3、10')
  await window.getByRole('button', { name: '保存' }).click()
  // Refused with what is wrong, and nothing typed is lost.
  await sees(district, /提醒从多到少/)
  await window.getByLabel('数', { exact: true }).fill('25、5')
  await send(page, window.getByRole('button', { name: '保存' }))
  await sees(district, /司法确认期满前几天提醒 本区惯例，法律没有规定 25、5/)
  expect(await seriousIn(district)).toEqual([])
  await town.shot(page, 'mediation-rules')
  // The forty-fifth day, 2 January, is a holiday: the next working day is the last.
  expect(await lastDay()).toBe('2027-01-04')
  await desk.page.goto(`${town.url}/desk/mediation-rules`)
  await sees(desk, /噪声 本区调解工作办法第八条 45 天/)
  expect(await read(desk.page)).not.toContain('修改')
  expect([...district.faults, ...desk.faults]).toEqual([])
}, 120_000)
