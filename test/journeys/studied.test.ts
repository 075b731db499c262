// 研判: a meeting is planned, held with its figures, ends in a measure that finds its owner, and a sweep is planned and closed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mediation } from '#modules/mediation/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { seriousIn } from './hands.ts'

let street: Street
let town: Town

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('陈静 records the meeting of the month; the measure stands above its owner’s queue until it is done', async () => {
  const chen = await town.visit('desk', 'chenjing')
  await chen.page.goto(`${town.url}/desk/study/meetings`)
  await chen.page.getByRole('button', { name: '安排研判会' }).click()
  const plan = chen.page.getByRole('form', { name: '安排研判会' })
  await plan.getByLabel('多久一次').selectOption({ label: '每月' })
  await plan.getByRole('button', { name: '安排研判会' }).click()
  await chen.page.getByText('还没开。').first().waitFor()
  await chen.page.getByRole('button', { name: '记下会议和措施' }).click()
  const hold = chen.page.getByRole('form', { name: '记下会议和措施' })
  await hold.getByLabel('到会单位').fill('派出所、司法所')
  await hold.getByLabel('说了什么').fill('傍晚的噪声多，集中在两栋楼。')
  await hold.getByLabel('做什么').fill('物业晚八点巡一次楼。')
  await hold.getByLabel('谁负责').selectOption({ label: '陈静' })
  await hold.getByRole('button', { name: '再加一条措施' }).click()
  expect(await seriousIn(chen)).toEqual([])
  await town.shot(chen.page, 'study-hold-1440')
  await hold.getByRole('button', { name: '记下会议和措施' }).click()
  await chen.page.getByText('到会单位：派出所、司法所').waitFor()
  // The next month's stands there already, with what it opens with.
  await chen.page.getByText('上次定的措施').waitFor()

  await chen.page.goto(`${town.url}/desk`)
  await chen.page.getByRole('link', { name: '由我负责的措施 1 条' }).click()
  await chen.page.getByRole('button', { name: '已落实' }).first().click()
  const done = chen.page.getByRole('form', { name: '已落实' })
  await done.getByLabel('做了什么').fill('巡了，贴了提醒。')
  await done.getByRole('button', { name: '已落实' }).click()
  await chen.page.getByText('巡了，贴了提醒。').first().waitFor()
  const told = chen.page.waitForResponse((answer) => answer.url().includes('study.measures'))
  await chen.page.goto(`${town.url}/desk`)
  await (await told).finished()
  expect(await chen.page.getByRole('link', { name: /由我负责的措施/ }).count()).toBe(0)
})

test('a sweep is planned at 360; what is opened there on own initiative is its find, and it is closed with its counts', async () => {
  const chen = await town.visit('desk', 'chenjing', { viewport: { width: 360, height: 780 } })
  await chen.page.goto(`${town.url}/desk/study/sweeps`)
  await chen.page.getByRole('button', { name: '安排一次排查' }).click()
  const plan = chen.page.getByRole('form', { name: '安排一次排查' })
  await plan.getByLabel('叫什么').fill('入冬邻里排查')
  await plan.getByLabel('重点领域').selectOption({ label: '邻里' })
  await plan.getByLabel('参加单位').fill('物业、网格员')
  expect(await seriousIn(chen)).toEqual([])
  await town.shot(chen.page, 'study-sweep-360')
  await plan.getByRole('button', { name: '安排一次排查' }).click()
  await chen.page.getByText('发现 0 件').waitFor()
  await street.as('zhouxiaolan').do(mediation.apply, {
    ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-05', title: '楼道堆物', facts: '堵了门。' },
    ...{ requests: '搬走。', source: 'initiative' },
    parties: [
      { side: 'applicant', name: '单女士' },
      { side: 'respondent', name: '鲁先生' },
    ],
  })
  await chen.page.reload()
  await chen.page.getByText('发现 1 件').waitFor()
  await chen.page.getByRole('button', { name: '排查结束' }).click()
  const close = chen.page.getByRole('form', { name: '排查结束' })
  await close.getByLabel('走访多少户（家）').fill('38')
  await close.getByLabel('当场化解、没成纠纷的').fill('2')
  await close.getByRole('button', { name: '排查结束' }).click()
  await chen.page.getByText('走访 38 户（家），预防纠纷 2 件。').waitFor()
  await chen.page.getByRole('button', { name: '填报防止的情况' }).click()
  const prevented = chen.page.getByRole('form', { name: '填报防止的情况' })
  await prevented.getByLabel('防止了什么').selectOption({ label: '民间纠纷转化为刑事案件' })
  await prevented.getByLabel('多少件').fill('1')
  await prevented.getByLabel('涉及多少人').fill('3')
  await prevented.getByRole('button', { name: '记下' }).click()
  await chen.page.getByText('记下了，统计表里就有。').waitFor()
  await town.shot(chen.page, 'study-sweeps-360')
})
