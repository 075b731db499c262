// A committee looks for a mediator: anybody applies with a receipt, the desk answers each, and who is appointed has a seat.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from './contract.ts'
import { sealIn } from './sealed.ts'

let street: Street
let committeeId: string
let district: string
beforeAll(async () => {
  street = await openStreet()
  district = street.tenant
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const an = () => street.as('anxiaoya')
const ASK = {
  places: 1,
  mode: 'part_time',
  wantsZh: '住在清荷，晚上有空。',
  from: '2026-11-18',
  to: '2026-12-18',
} as const
const call = async (more: object = {}) => (await an().do(committee.openCall, { id: committeeId, ...ASK, ...more })).id
const WHO = { name: '邬明远', phone: '138-0000-7781', about: '退休教师，在清荷住了三十年。', adult: true } as const
const apply = async (callId: string, more: object = {}) =>
  (await street.stranger.do(committee.apply, { district, callId, ...WHO, ...more })).receipt
const applicants = async (callId: string) => {
  const { calls } = await an().do(committee.calls, { id: committeeId })
  return calls.find(({ id }) => id === callId)!.applicants
}
const mine = (receipt: string) => street.stranger.do(committee.application, { receipt })
const idOf = async (login: string) => (await street.as(login).actor()).id

test('Wu Mingyuan applies from the public page, is shortlisted and appointed, and sits in the committee for his term', async () => {
  const callId = await call()
  const { calls } = await street.stranger.do(committee.openCalls, { district })
  expect(calls.find(({ id }) => id === callId)).toMatchObject({ places: 1, committee: '清荷社区人民调解委员会' })
  const receipt = await apply(callId)
  expect(await mine(receipt)).toMatchObject({ state: 'applied', answer: '', can: ['withdrawApplication'] })
  const [one] = await applicants(callId)
  expect(one).toMatchObject({ state: 'applied', name: '邬**', phone: '138****7781' })
  const { id } = one!
  expect(await an().do(committee.applicant, { id })).toEqual({ name: '邬明远', phone: '13800007781', about: WHO.about })
  const accountId = await idOf('zhouxiaolan')
  const seat = { accountId, from: '2026-12-01', to: '2029-11-30' }
  await expect(an().do(committee.appoint, { id, version: 1, ...seat })).rejects.toThrow('door.wrongState')
  await an().do(committee.shortlist, { id, version: 1 })
  expect(await mine(receipt)).toMatchObject({ state: 'shortlisted' })
  await expect(an().do(committee.appoint, { id, version: 1, ...seat })).rejects.toThrow('door.changed')
  await an().do(committee.appoint, { id, version: 2, ...seat })
  expect(await mine(receipt)).toMatchObject({ state: 'appointed', can: [] })
  setClock('2026-12-02', '09:00')
  const { mediators } = await an().do(committee.get, { id: committeeId })
  expect(mediators.find((each) => each.accountId === accountId)).toMatchObject({ way: 'hired', to: '2029-11-30' })
})

test('of two who are appointed to the last place at once, one is; the other reads why he was not', async () => {
  const callId = await call()
  const receipts = [await apply(callId), await apply(callId, { name: '井上梅' })]
  const both = await applicants(callId)
  for (const { id } of both) await an().do(committee.shortlist, { id, version: 1 })
  const logins = ['xieanlan', 'hemingyuan']
  const appointed = both.map(async ({ id }, at) =>
    an().do(committee.appoint, {
      ...{ id, version: 2, accountId: await idOf(logins[at]!), from: '2026-12-01', to: '2029-11-30' },
    }),
  )
  const told = await Promise.allSettled(appointed)
  const left = told.findIndex(({ status }) => status === 'rejected')
  expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((told[left] as PromiseRejectedResult).reason).toMatchObject({
    message: 'committee.placesTaken',
    details: { places: 1 },
  })
  const words = '这次只有一个名额，下次选聘请您再来。'
  await an().do(committee.declineApplicant, { id: both[left]!.id, version: 2, words })
  expect(await mine(receipts[left]!)).toMatchObject({ state: 'declined', answer: words, can: [] })
})

test('a call that is closed takes nobody; who withdraws leaves nothing; a strange receipt opens nothing', async () => {
  await expect(call({ to: '2026-11-17' })).rejects.toThrow('committee.callDays')
  const later = await call({ from: '2026-11-20' })
  await expect(apply(later)).rejects.toThrow('committee.callOver')
  const callId = await call()
  await expect(apply(callId, { phone: '12345' })).rejects.toThrow('committee.badPhone')
  const receipt = await apply(callId)
  expect(await street.stranger.do(committee.withdrawApplication, { receipt })).toEqual({ state: 'withdrawn' })
  await expect(street.stranger.do(committee.withdrawApplication, { receipt })).rejects.toThrow('door.wrongState')
  const [one] = await applicants(callId)
  expect(one).toMatchObject({ state: 'withdrawn', name: '', phone: '', can: [] })
  await expect(mine('0000-0000-0000-0000-000Z')).rejects.toThrow('door.missing')
  const version = (await an().do(committee.calls, { id: committeeId })).calls.find(({ id }) => id === callId)!.version
  await an().do(committee.closeCall, { id: callId, version })
  setClock('2026-11-19', '09:00')
  await expect(apply(callId)).rejects.toThrow('committee.callOver')
})

test('one call takes two hundred a day and goes on the next; of a committee that has ended nobody is asked', async () => {
  const callId = await call()
  await apply(callId)
  await street.owner.query('update mediator_call set came = 199 where id = $1', [callId])
  await apply(callId)
  await expect(apply(callId)).rejects.toThrow('committee.callBusy')
  setClock('2026-11-19', '09:00')
  await apply(callId)
  await street.owner.query(`update mediation_committee set state = 'ended' where id = $1`, [committeeId])
  await expect(apply(callId)).rejects.toThrow('committee.callOver')
  await street.owner.query(`update mediation_committee set state = 'open' where id = $1`, [committeeId])
})

test('who applied is read by nobody outside his area and stands nowhere in the open; the database itself keeps it', async () => {
  const callId = await call()
  await apply(callId)
  const { id } = (await applicants(callId))[0]!
  await expect(street.as('zhouxiaolan').do(committee.applicant, { id })).rejects.toThrow('door.forbidden')
  await expect(street.stranger.do(committee.applicant, { id })).rejects.toThrow('door.signIn')
  const { rows } = await street.owner.query('select body from mediator_applicant where id = $1', [id])
  expect(rows[0].body.toString('utf8')).not.toContain('邬明远')
  // Written into another row, what is sealed for this one does not open.
  const { keys } = street.house
  const moved = sealIn(keys, 'mediator_applicant', { tenant_id: street.tenant, id: callId }, 'body', '{"name":"他人"}')
  await street.owner.query('update mediator_applicant set body = $2 where id = $1', [id, moved])
  await expect(an().do(committee.applicant, { id })).rejects.toThrow()
  await street.owner.query('update mediator_applicant set body = $2 where id = $1', [id, rows[0].body])
})
