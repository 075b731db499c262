// What each line about committees and mediators asks, and the committees of 第12网格 it asks about.
import { randomUUID } from 'node:crypto'
import { committee as promises } from '#modules/committee/contract.ts'
import type { Street } from '#test/street.ts'
import type { Ask } from './inputs.ts'

type Versioned = { readonly id: string; readonly version: number }
export type CommitteeWorld = {
  /** Nobody sits in it. */
  readonly committee: Versioned
  /** A committee in which the account sits. */
  readonly seatedIn: string
  /** Sits in another one of the grid. */
  readonly mediator: Versioned
  /** About that mediator. */
  readonly complaint: Versioned
  /** A call of the empty committee, somebody who applied and is looked at, somebody who is to be talked to, and the receipt of a third. */
  readonly call: Versioned
  readonly applied: Versioned
  readonly shortlisted: Versioned
  readonly receipt: string
}

type Input = (ask: Ask) => Record<string, unknown>
type Linli = <T>(name: string, input: object) => Promise<T>

const TERM = { termStart: '2026-01-01', termEnd: '2028-12-31' }
const SEAT = { mode: 'part_time', way: 'elected', from: '2026-01-01', to: '2028-12-31' }
const COMPLAINT = { about: 'partial', words: '只听一方说。', name: '单女士', phone: '13800000071' }
const said = (name: string, word: string) => ({ name, word, women: true, ...TERM })

/** `mark` makes a text that everybody of the district may read and nobody else. */
export async function committeesThere(
  street: Street,
  gridId: string,
  accountId: string,
  linli: Linli,
  mark: () => string,
): Promise<CommitteeWorld> {
  const add = (name: string, word: string) =>
    linli<Versioned>('committee.add', { areaId: gridId, kind: 'regional', nameEn: mark(), ...said(name, word) })
  const committee = await add('空调委会', '邻空')
  const other = await add('有人的调委会', '邻有')
  const mediator = await linli<Versioned>('committee.seat', { id: other.id, accountId, ...SEAT })
  const complaint = await linli<{ id: string }>('committee.complain', { mediatorId: mediator.id, ...COMPLAINT })
  const call = await linli<{ id: string }>('committee.openCall', {
    ...{ id: committee.id, places: 2, mode: 'part_time', wantsZh: '熟悉楼栋。', wantsEn: mark() },
    ...{ from: '2026-11-01', to: '2026-12-31' },
  })
  const applies = (name: string) =>
    linli<{ receipt: string }>('committee.apply', {
      ...{
        district: street.tenant,
        callId: call.id,
        name,
        phone: '13800000072',
        about: '退休教师，住了三十年。',
        adult: true,
      },
    })
  const receipts = [await applies('安之'), await applies('宁远'), await applies('和风')].map(({ receipt }) => receipt)
  const desk = street.as('anxiaoya')
  const { calls } = await desk.do(promises.calls, { id: committee.id })
  const [applied, shortlisted] = calls[0]!.applicants as unknown as [Versioned, Versioned]
  await desk.do(promises.shortlist, { id: shortlisted.id, version: 1 })
  return {
    ...{ call: { id: call.id, version: 1 }, applied: { id: applied.id, version: 1 }, receipt: receipts[2]! },
    shortlisted: { id: shortlisted.id, version: 2 },
    ...{ seatedIn: other.id, committee: { id: committee.id, version: 1 }, mediator: { id: mediator.id, version: 1 } },
    complaint: { id: complaint.id, version: 1 },
  }
}

const applicant: Input = ({ world, there }) => ({ receipt: there ? world.receipt : '0000000000000000000Z' })
const committee: Input = ({ world, id }) => ({ id: id(world.committee.id), version: world.committee.version })
const mediator: Input = ({ world, id }) => ({ mediatorId: id(world.mediator.id), version: world.mediator.version })

export const committeeInputs: Readonly<Record<string, Input>> = {
  'committee.list': ({ world, id }) => ({ areaId: id(world.grid.id) }),
  'committee.get': ({ world, id }) => ({ id: id(world.committee.id) }),
  'committee.kinds': () => ({}),
  'committee.setKind': () => ({
    ...{ code: 'market', zh: '新种类', en: 'New kind', basis: '测试', level: null, stamp: true, membersMin: 3 },
    ...{ membersMax: 9, fullTime: 1, normBasis: '测试', sort: 99 },
  }),
  'committee.setRule': () => ({ code: 'training', days: 300, basis: '测试', version: 1 }),
  'committee.train': ({ world, id }) => ({
    ...{ mediatorId: id(world.mediator.id), course: '调解实务', hours: 8, day: '2026-11-01' },
  }),
  'committee.setSkill': () => ({ code: 'RM98', family: 'dispute', zh: '新专长', en: 'New skill', sort: 99 }),
  'committee.add': ({ world, id }) => ({ areaId: id(world.grid.id), kind: 'enterprise', ...said('新调委会', '邻甲') }),
  'committee.change': (ask) => ({ ...committee(ask), ...said('改名的调委会', '邻乙') }),
  'committee.end': committee,
  'committee.seat': ({ world, id }) => ({ id: id(world.committee.id), accountId: world.account, ...SEAT }),
  'committee.suggest': ({ world, id }) => ({ areaId: id(world.grid.id), kind: 'RM02' }),
  'committee.roster': ({ world, id }) => ({ areaId: id(world.grid.id) }),
  'committee.mediator': ({ world, id }) => ({ mediatorId: id(world.mediator.id) }),
  'committee.changeSeat': (ask) => ({ ...mediator(ask), ...SEAT }),
  'committee.toRemind': () => ({}),
  'committee.remindTerm': ({ world, id }) => ({ mediatorId: id(world.mediator.id) }),
  'committee.leave': (ask) => ({ ...mediator(ask), day: '2026-11-18' }),
  'committee.calls': ({ world, id }) => ({ id: id(world.committee.id) }),
  'committee.openCall': ({ world, id }) => ({
    ...{ id: id(world.committee.id), places: 1, mode: 'full_time', wantsZh: '懂法律，肯跑腿。' },
    ...{ from: '2026-11-18', to: '2027-01-31' },
  }),
  'committee.closeCall': ({ world, id }) => ({ id: id(world.call.id), version: 1 }),
  'committee.applicant': ({ world, id }) => ({ id: id(world.applied.id) }),
  'committee.shortlist': ({ world, id }) => ({ id: id(world.applied.id), version: 1 }),
  'committee.declineApplicant': ({ world, id }) => ({
    id: id(world.applied.id),
    version: 1,
    words: '名额已满，谢谢您。',
  }),
  'committee.appoint': ({ world, id }) => ({
    ...{ id: id(world.shortlisted.id), version: 2, accountId: world.account },
    ...{ from: '2026-12-01', to: '2029-11-30' },
  }),
  'committee.openCalls': ({ world, there }) => ({ district: there ? world.street.tenant : randomUUID() }),
  'committee.apply': ({ world, there }) => ({
    ...{ district: there ? world.street.tenant : randomUUID(), callId: world.call.id, name: '穆清', adult: true },
    ...{ phone: '13912345678', about: '在居委会做过五年志愿者。' },
  }),
  'committee.application': applicant,
  'committee.withdrawApplication': applicant,
  'committee.complain': ({ world, id }) => ({ mediatorId: id(world.mediator.id), ...COMPLAINT }),
  'committee.complainFrom': ({ world, id }) => ({
    ...{ mediatorId: id(world.mediator.id), partyId: world.complaint.id, ...COMPLAINT, name: '单女士', phone: '' },
  }),
  'committee.complaints': ({ world, id }) => ({ id: id(world.committee.id) }),
  'committee.answerComplaint': ({ world, id }) => ({
    ...{ id: id(world.complaint.id), version: world.complaint.version, outcome: 'criticism', words: '已经谈话提醒。' },
  }),
  'committee.myComplaints': () => ({}),
  'committee.shift': () => ({ pos: 1, end: 2, shift: 0 }),
}
