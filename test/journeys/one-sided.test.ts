// Only one side applied: the other is given its code, agrees on its own page, hears of the session, and may complain of the mediator.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { form, read, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
let id: string

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  town = await openTown(street)
  const parties = [
    { side: 'applicant' as const, name: '单玉枝', phone: '13800001234', consent: 'agreed' as const },
    { side: 'respondent' as const, name: '裘先生', phone: '13900004321' },
  ]
  const asked = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-02', title: '桂园3号楼 夜间噪声' },
    ...{ facts: '夜里十点还在锯木头。', requests: '八点以后不锯。', parties },
  })
  id = asked.id
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const leadId = (await street.as('zhaoguilan').actor()).id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId })
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('裘先生 did not apply: 赵桂兰 lets him scan his code, he agrees, she invites a neighbour to the session, he complains', async () => {
  const [zhao, his] = await Promise.all([town.visit('desk', 'zhaoguilan'), town.visit('phone')])
  await zhao.page.goto(`${town.url}/desk/mediations/${id}`)
  await sees(zhao, /裘\*\*.*还没表态/)
  const code = await form(zhao, '给当事人查看码')
  await code.getByLabel('给谁').selectOption({ label: '裘**' })
  await send(zhao.page, code.getByRole('button', { name: '给当事人查看码' }))
  await zhao.page.getByRole('img', { name: '查看码的二维码' }).waitFor()
  await town.shot(zhao.page, 'mediation-code')
  expect(await seriousIn(zhao)).toEqual([])
  const page = /\/m\/[0-9A-Z]{20}/.exec(await read(zhao.page))![0]
  await zhao.page.getByRole('button', { name: '给好了' }).click()

  await his.page.goto(`${town.url}${page}`)
  await sees(his, /同意调解吗.*有人为这件纠纷申请了调解/)
  await town.shot(his.page, 'mediation-asked')
  expect(await seriousIn(his)).toEqual([])
  await his.page.getByRole('button', { name: '同意调解' }).click()
  await his.page.waitForLoadState()
  expect(await read(his.page)).not.toContain('同意调解吗')
  await zhao.page.reload()
  await sees(zhao, /裘\*\*/)
  expect(await read(zhao.page)).not.toContain('还没表态')

  const plan = await form(zhao, '约调解会')
  await plan.getByLabel('哪一天').fill('2026-11-20')
  await plan.getByLabel('地点').fill('社区调解室')
  await plan.getByLabel('用哪间屋').selectOption({ index: 1 })
  await send(zhao.page, plan.getByRole('button', { name: '约调解会' }))
  const invite = await form(zhao, '邀请人参加')
  await invite.getByLabel('邀请谁').fill('任老师')
  await invite.getByLabel('单**').check()
  await invite.getByLabel('裘**').check()
  await invite.getByLabel('为什么请他').fill('懂隔音的邻居。')
  await town.shot(zhao.page, 'mediation-invite')
  await send(zhao.page, invite.getByRole('button', { name: '邀请人参加' }))
  await sees(zhao, /社区调解室 邀请：任\*\*/)

  await his.page.reload()
  await sees(his, /下一次调解会.*14:30.*社区调解室/)
  await his.page.getByText('投诉调解员').click()
  await his.page.getByLabel('投诉谁').selectOption({ label: '赵桂兰' })
  await his.page.getByLabel('什么事').selectOption({ label: '偏袒一方' })
  // Nothing but blanks is refused; the form stands open with what was chosen.
  await his.page.getByLabel('怎么回事').fill('　　')
  await his.page.getByRole('button', { name: '提交投诉' }).click()
  await sees(his, /请写清楚，2 到 2000 个字。.*提交投诉/)
  await town.shot(his.page, 'mediation-complain-again')
  expect(await his.page.getByLabel('什么事').locator('option:checked').textContent()).toBe('偏袒一方')
  await his.page.getByLabel('怎么回事').fill('电话里只替对方说话。')
  await town.shot(his.page, 'mediation-complain')
  await his.page.getByRole('button', { name: '提交投诉' }).click()
  await sees(his, /您的投诉.*收到了，.*前答复/)
  expect(await seriousIn(his)).toEqual([])

  // The committee answers; she reads what was decided, and not what he said.
  const desk = street.as('anxiaoya')
  const { committees } = await desk.do(committee.list, {})
  const ofCommunity = committees.find(({ name }) => name === '清荷社区人民调解委员会')!
  const [made] = (await desk.do(committee.complaints, { id: ofCommunity.id })).complaints
  const answer = { outcome: 'criticism', words: '谈话提醒，以后两边都要听完。' } as const
  await desk.do(committee.answerComplaint, { id: made!.id, version: made!.version, ...answer })
  await zhao.page.goto(`${town.url}/desk/me`)
  await sees(zhao, /对我的投诉.*谈话提醒，以后两边都要听完。/)
  expect(await read(zhao.page)).not.toContain('电话里只替对方说话')
  await town.shot(zhao.page, 'me-complained')
  expect(await seriousIn(zhao)).toEqual([])
  expect([...zhao.faults, ...his.faults]).toEqual([])
}, 180_000)
