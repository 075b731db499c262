// A panel of experts in the browser: convened from the file, an opinion of each alone, one plan, and the file says so.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { room } from '#modules/room/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { seriousIn } from './hands.ts'

let street: Street
let town: Town
let file: string

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  await street.linli.do(room.add, {
    ...{ areaId: await street.areaId('清荷社区'), kind: 'station', name: '会诊室', label: 'PANEL-J' },
    ...{ weekly: Array.from({ length: 7 }, () => [[540, 1080]] as [number, number][]), followsCalendar: false },
  })
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const made = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{
      gridId: await street.areaId('第12网格'),
      kind: 'RM02-02',
      title: '楼上夜间噪声',
      facts: '夜里有切纸机的声音。',
    },
    requests: '夜里停用设备。',
    parties: [
      { side: 'applicant', name: '孙竹梅', phone: '13800001234' },
      { side: 'respondent', kind: 'organisation', name: '禾木图文有限公司' },
    ],
  })
  file = made.id
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const leadId = (await street.as('zhaoguilan').actor()).id
  await street.as('chenjing').do(mediation.accept, { id: file, committeeId, leadId })
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('赵桂兰 asks a lawyer and an engineer; each writes alone, the plan is drawn and stands in the file', async () => {
  const zhao = await town.visit('desk', 'zhaoguilan')
  await zhao.page.goto(`${town.url}/desk/mediations/${file}`)
  await zhao.page.getByRole('button', { name: '召集专家会诊' }).click()
  const convene = zhao.page.getByRole('form', { name: '召集专家会诊' })
  await convene.getByRole('textbox', { name: '要回答的问题' }).fill('地面隔音由谁出钱，夜间停用设备能不能写进协议？')
  const summary = convene.getByRole('textbox', { name: /案情/ })
  await summary.fill('孙竹梅说夜里十点后楼上有切纸机的声音；公司说赶工期。')
  await convene.getByRole('checkbox', { name: /宋以宁/ }).check()
  await convene.getByRole('checkbox', { name: /蒋怀瑾/ }).check()
  await convene.getByRole('combobox', { name: '房间' }).selectOption({ label: '会诊室' })
  await convene.getByLabel('哪天').fill('2026-11-18')
  await convene.getByRole('button', { name: '召集专家会诊' }).click()
  await convene.getByText('里面有当事人的姓名或电话').waitFor()
  await summary.fill('当事人甲说夜里十点后楼上有切纸机的声音；当事人乙说赶工期才加班。')
  await convene.getByRole('button', { name: '召集专家会诊' }).click()
  const opened = zhao.page.getByRole('link', { name: /地面隔音由谁出钱/ })
  await opened.click()
  await zhao.page.getByRole('heading', { name: '各人意见' }).waitFor()
  const address = zhao.page.url()

  for (const [login, words] of [
    ['songyining', '夜间噪声超过容忍的限度，先检测再分担。'],
    ['jianghuaijin', '做一遍隔音垫，不动楼板，三天完工。'],
  ] as const) {
    const device = login === 'songyining' ? 'phone' : 'desk'
    const member = await town.visit(device, login)
    await member.page.goto(address)
    const form = member.page.getByRole('form', { name: '交出我的意见' })
    // The second of them is told that there is one, and not what stands in it.
    if (login === 'jianghuaijin') {
      await member.page.getByText('已交，现在还不能看。').waitFor()
      expect(await member.page.getByRole('main').textContent()).not.toContain('先检测再分担')
    }
    await form.getByRole('textbox', { name: '我的意见' }).fill(words)
    await form.getByRole('checkbox').check()
    await town.shot(member.page, `panel-member-${device}`)
    await form.getByRole('button', { name: '交出我的意见' }).click()
    await member.page.getByText(words).waitFor()
    expect(await seriousIn(member)).toEqual([])
    expect(member.faults).toEqual([])
  }

  await zhao.page.goto(address)
  const plan = zhao.page.getByRole('form', { name: '定一案一策' })
  await plan.getByRole('textbox', { name: '方案' }).fill('先检测，再按结果分担隔音费用。')
  await plan.getByRole('textbox', { name: '措施 1' }).fill('请检测机构测夜间噪声')
  await plan.getByRole('textbox', { name: '谁来办' }).fill('社区')
  await plan.getByLabel('哪天前').fill('2026-11-25')
  await plan.getByRole('button', { name: '定一案一策' }).click()
  await zhao.page.getByRole('button', { name: '采纳方案，记入案卷' }).click()
  await zhao.page.getByRole('button', { name: '办完了' }).waitFor()
  await town.shot(zhao.page, 'panel-plan')
  expect(await seriousIn(zhao)).toEqual([])
  await zhao.page.getByRole('link', { name: '打开案卷' }).click()
  await zhao.page.getByText(/专家会诊，一案一策/).waitFor()
  await town.shot(zhao.page, 'panel-file')
  expect(zhao.faults).toEqual([])
}, 40_000)
