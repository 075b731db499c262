// A complaint against a mediator: recorded at the desk, answered in time, told to her when it is decided, counted nowhere.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { newId } from '#kernel/ids.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { sweepRetention } from '../retention/index.ts'
import { committee } from './contract.ts'
import { complainFrom } from './operations/complaints.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
})
afterAll(() => street.close())

async function seatOf(login: string) {
  const accountId = (await street.as(login).actor()).id
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  for (const { id, members } of committees) {
    if (members === 0) continue
    const { mediators } = await street.as('anxiaoya').do(committee.get, { id })
    const seat = mediators.find((one) => one.accountId === accountId && one.active)
    if (seat) return { committeeId: id, mediatorId: seat.id }
  }
  throw new Error(`${login} sits nowhere`)
}

const SAID = { about: 'partial', words: '只听楼上的，不让我说话。', name: '单女士', phone: '13800000071' } as const

test('单女士 complains of 许凤英: answered by the subdistrict in fifteen days, and 许凤英 reads the answer and not who it was', async () => {
  const { committeeId, mediatorId } = await seatOf('xufengying')
  const { id, dueOn } = await street.as('chenjing').do(committee.complain, { mediatorId, ...SAID })
  expect(dueOn).toBe('2026-12-03')
  expect((await street.as('xufengying').do(committee.myComplaints, {})).complaints).toEqual([])
  await expect(street.as('xufengying').do(committee.complaints, { id: committeeId })).rejects.toMatchObject({
    message: 'door.forbidden',
  })
  const desk = street.as('anxiaoya')
  const [open] = (await desk.do(committee.complaints, { id: committeeId })).complaints
  expect(open).toMatchObject({ ...SAID, mediatorName: '许凤英', state: 'open', late: false })
  setClock('2026-12-04', '10:00')
  expect((await desk.do(committee.complaints, { id: committeeId })).complaints[0]).toMatchObject({ late: true })
  setClock('2026-11-20', '10:00')
  const answer = { id, version: open!.version, outcome: 'criticism', words: '谈话提醒，下次两边都要听完。' } as const
  await desk.do(committee.answerComplaint, answer)
  await expect(desk.do(committee.answerComplaint, { ...answer, version: open!.version + 1 })).rejects.toMatchObject({
    message: 'committee.alreadyAnswered',
  })
  const hers = await street.as('xufengying').do(committee.myComplaints, {})
  expect(hers.complaints).toMatchObject([{ about: 'partial', outcome: 'criticism', answer: answer.words }])
  expect(JSON.stringify(hers)).not.toMatch(/单女士|13800000071|不让我说话/)
  const { rows } = await street.owner.query('select body, answer from mediator_complaint where id = $1', [id])
  expect(String(rows[0].body) + String(rows[0].answer)).not.toMatch(/单女士|不让我说话|谈话提醒/)
})

test('removal ends the seat the same day; no answer of the module shows how many complaints somebody has', async () => {
  const { committeeId, mediatorId } = await seatOf('xufengying')
  const { id } = await street.as('linhuizhen').do(committee.complain, { mediatorId, ...SAID, about: 'gift' })
  const desk = street.as('anxiaoya')
  await desk.do(committee.answerComplaint, { id, version: 1, outcome: 'removal', words: '查实，予以解聘。' })
  expect(await desk.do(committee.mediator, { mediatorId })).toMatchObject({ active: false, left: '2026-11-20' })
  const seen = [
    await desk.do(committee.get, { id: committeeId }),
    await desk.do(committee.mediator, { mediatorId }),
    await desk.do(committee.list, {}),
  ]
  expect(JSON.stringify(seen)).not.toMatch(/complaint/i)
})

test('a year after its answer nothing is left of a complaint, nor of which party made it on its page', async () => {
  setClock('2026-11-20', '11:00')
  const { mediatorId } = await seatOf('zhaoguilan')
  const said = { ...SAID, mediatorId, partyId: newId() }
  const { id } = await perform(street.house, complainFrom, machine(street.tenant, 'party'), said)
  const kept = async () => {
    const { rows } = await street.owner.query(
      'select length(body) as body, answer, party_id, mediator_id from mediator_complaint where id = $1',
      [id],
    )
    return rows[0]
  }
  const over = { body: 0, answer: null, party_id: null, mediator_id: id }
  await street.as('anxiaoya').do(committee.answerComplaint, { id, version: 1, outcome: 'none', words: '已核实。' })
  setClock('2027-11-19', '10:00')
  await sweepRetention(street.house, street.tenant, true)
  expect(await kept()).toMatchObject({ party_id: said.partyId, mediator_id: mediatorId })
  setClock('2027-11-22', '10:00')
  await sweepRetention(street.house, street.tenant, true)
  expect(await kept()).toEqual(over)
})
