// Nobody answers: asked twice in seven working days, then closed, and never counted as satisfied.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { passes } from './clock.ts'
import { open, read, report, sees, seriousIn } from './hands.ts'

let street: Street
let town: Town

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-02', '09:00')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

const TITLE = '楼道灯不亮'

test('a lamp is mended and nobody says a word: the page asks twice, closes, and the figures do not call it satisfied', async () => {
  const resident = await town.visit('phone')
  const code = await street.codeOf('清荷苑3号楼2单元')
  const story = await report(resident, `${town.url}/q/${code}`, `${TITLE}。`)
  const { rows } = await street.owner.query('select id from matter')
  const { id } = rows[0]
  const [worker, checker] = [street.as('zhouxiaolan'), street.as('chenjing')]
  await worker.do(matter.take, { id })
  await worker.do(matter.answer, { id, said: '马上来看', via: 'phone' })
  const { ids: photos, uploads } = await street.photo()
  await worker.do(matter.finish, { id, result: 'solved', done: '换好了灯泡', photos }, { uploads })
  await checker.do(matter.verify, { id, reply: '楼道灯已经换好。' })

  await resident.page.goto(story)
  await sees(resident, /楼道灯已经换好.*现在解决了吗/)
  await passes(street, '2026-11-10', '09:00')
  const keeper = await town.visit('desk', 'chengyizhou')
  await keeper.page.goto(`${town.url}/desk/outbox`)
  await sees(keeper, /再问一次，请评价 138\*{4}1234 已发出.*已答复，请评价 138\*{4}1234 已发出/)
  await town.shot(keeper.page, 'outbox-asked')
  expect(await seriousIn(keeper)).toEqual([])
  await passes(street, '2026-11-10', '18:00')
  await resident.page.goto(story)
  await sees(resident, /现在解决了吗/)

  await passes(street, '2026-11-12', '09:30')
  await resident.page.goto(story)
  await sees(resident, /没有等到您的评价，这件事先结案了。.*到时没有收到您的评价，结案/)
  expect(await read(resident.page)).not.toContain('您说解决了')
  await town.shot(resident.page, 'resident-lapsed')
  const [desk, leader] = await Promise.all([town.visit('desk', 'chenjing'), town.visit('desk', 'hemingyuan')])
  await open(desk, town, TITLE, 'all')
  await sees(desk, /到期没有评价，结案。没有评价不算满意/)
  await leader.page.goto(`${town.url}/desk/figures`)
  await sees(leader, /报来 1 件，办结 1 件.*回答率.*1 件里 0 件.*满意率.*0 件里 0 件.*过期没有评价、自动结案的 1 件/)
  expect(await seriousIn(leader)).toEqual([])
  await town.shot(leader.page, 'figures-lapsed')
  expect([resident, keeper, desk, leader].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
