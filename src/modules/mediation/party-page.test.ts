// A party's own page: nothing of the other side reaches it, by no answer, no page and no refusal; its code opens one side of one file.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anonymous } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import type { Context } from '#kernel/operation.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from '../committee/contract.ts'
import { notice } from '../notice/contract.ts'
import { spreadNotices } from '../notice/sweep.ts'
import { mediation } from './contract.ts'
import { notesOf } from './notes-store.ts'
import { mySide } from './operations/party-page.ts'
import { inFull } from './parties.ts'
import { openIn } from './sealed.ts'
import { evidenceOf, type MediationRow, partiesOf } from './store.ts'
import { sweepMediations } from './sweep.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

/** What is said and kept of one side alone; each word is found nowhere else. */
const planted = (letter: string) => ({
  name: `甲乙${letter}女士`,
  phone: letter === '子' ? '13800007101' : '13800007202',
  occupation: `职业${letter}裱画`,
  address: `住址${letter}九号楼`,
  note: `悄悄话${letter}想搬走`,
  evidence: `证据${letter}录音`,
  consent: `话${letter}`,
})
const [MINE, THEIRS] = [planted('子'), planted('丑')]
const FACTS = { kind: 'RM02-02', title: '噪声', facts: '卷面甲事实', requests: '卷面乙请求' }
const party = (side: 'applicant' | 'respondent', { name, phone, occupation, address }: typeof MINE) => ({
  ...{ side, name, phone, occupation, address },
})

async function underWay() {
  const gridId = await street.areaId('第12网格')
  const parties = [party('applicant', MINE), party('respondent', THEIRS)]
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, { gridId, ...FACTS, parties })
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  const leadId = (await street.as('zhaoguilan').actor()).id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId })
  const zhao = street.as('zhaoguilan')
  await zhao.do(mediation.disclose, { id })
  const sides = (await zhao.do(mediation.get, { id })).parties.map((one) => one.id)
  for (const [at, of] of [MINE, THEIRS].entries()) {
    await zhao.do(mediation.note, { id, partyId: sides[at]!, heldOn: '2026-11-18', words: of.note })
    const paper = { paper: 'evidence' as const, name: of.evidence, original: true, pages: 1, givenOn: '2026-11-18' }
    await zhao.do(mediation.addEvidence, { id, partyId: sides[at]!, ...paper })
  }
  const codes = await Promise.all(sides.map((partyId) => zhao.do(mediation.giveCode, { id, partyId })))
  return { id, sides, codes: codes.map(({ receipt }) => receipt) }
}

/** Every answer and every refusal that a holder of this code gets, as text. */
async function everything(receipt: string): Promise<string> {
  const said: string[] = []
  const ask = async (asked: Promise<unknown>) =>
    said.push(
      JSON.stringify(
        await asked.catch((error: { entry?: object; details?: object; message: string }) => ({
          ...error.entry,
          ...error.details,
          message: error.message,
        })),
      ),
    )
  const { stranger } = street
  await ask(stranger.do(mediation.mySide, { receipt }))
  await ask(stranger.do(mediation.wishCourt, { receipt }))
  await ask(stranger.do(mediation.askAnother, { receipt, words: '他和对方是亲戚。' }))
  await ask(stranger.do(mediation.askAnother, { receipt, words: '再换一位。' }))
  await ask(stranger.do(mediation.sayConsent, { receipt, consent: 'agreed' }))
  await ask(stranger.do(mediation.sayConsent, { receipt, consent: 'agreed' }))
  await ask(stranger.do(mediation.mySide, { receipt }))
  await ask(stranger.do(mediation.takeBack, { receipt, words: '不调了。' }))
  await ask(stranger.do(mediation.mySide, { receipt }))
  return said.join('\n')
}

test('whoever holds one side’s code finds nothing of the other side, and the other the other way round', async () => {
  const file = await underWay()
  // What is looked for is really kept: whoever mediates finds it.
  const zhao = street.as('zhaoguilan')
  const all = await Promise.all([
    zhao.do(mediation.get, { id: file.id }),
    zhao.do(mediation.reveal, { id: file.id }),
    zhao.do(mediation.notes, { id: file.id }),
  ])
  const { consent: _, ...kept } = THEIRS
  for (const word of Object.values(kept)) expect(JSON.stringify(all)).toContain(word)
  const theirs = await everything(file.codes[1]!)
  expect(theirs).toContain(THEIRS.evidence)
  const mine = await everything(file.codes[0]!)
  expect(mine).toContain(MINE.evidence)
  for (const word of Object.values(THEIRS)) expect(mine).not.toContain(word)
  for (const word of Object.values(MINE)) expect(theirs).not.toContain(word)
  // Closed notes are not even for whom they were said by, and the desk's words of the dispute are nobody's statement.
  for (const word of [MINE.note, FACTS.facts, FACTS.requests]) expect(mine + theirs).not.toContain(word)
  // The names of the other side's rows lead nowhere either.
  expect(mine).not.toContain(file.sides[1]!)
})

test('the check is red for a page that takes in the other side; what was said alone is not there to be taken in', async () => {
  const file = await underWay()
  const receipt = file.codes[0]!
  const { house } = street
  /** The page as somebody might break it: with words of the file that are not of this side. */
  const broken = async (take: (context: Context<unknown, MediationRow | undefined>) => Promise<string>) => {
    const run: typeof mySide.run = async (context) => ({
      ...(await mySide.run(context)),
      committee: await take(context as never),
    })
    const answer = await perform(house, { ...mySide, run }, anonymous('zh'), { receipt })
    return Object.values(THEIRS).filter((word) => JSON.stringify(answer).includes(word))
  }
  const theirs = async ({ tx, keys, subject }: Context<unknown, MediationRow | undefined>) =>
    JSON.stringify((await partiesOf(tx, subject!)).map((row) => inFull(keys, row)))
  expect(await broken(theirs)).toEqual(expect.arrayContaining([THEIRS.name, THEIRS.phone]))
  const evidence = async ({ tx, keys, subject }: Context<unknown, MediationRow | undefined>) =>
    (await evidenceOf(tx, subject!)).map((row) => openIn(keys, 'mediation_evidence', row, 'name', row.name)).join()
  expect(await broken(evidence)).toEqual([THEIRS.evidence])
  // The database itself gives no closed note to whoever does not hold the id of the file's notes.
  const asides = async ({ tx, subject }: Context<unknown, MediationRow | undefined>) =>
    String((await notesOf(tx, subject!.tenant_id, subject!.id)).length)
  expect(await broken(asides)).toEqual([])
  const run: typeof mySide.run = async (context) => ({
    ...(await mySide.run(context)),
    committee: await asides(context as never),
  })
  expect((await perform(house, { ...mySide, run }, anonymous('zh'), { receipt })).committee).toBe('0')
})

test('a code opens one side of one file: another code, no code and an answer that took in the other side', async () => {
  const file = await underWay()
  const { stranger } = street
  const mine = await stranger.do(mediation.mySide, { receipt: file.codes[0]! })
  const theirs = await stranger.do(mediation.mySide, { receipt: file.codes[1]! })
  expect([mine.side, theirs.side]).toEqual(['applicant', 'respondent'])
  expect([mine.papers.length, theirs.papers.length]).toEqual([1, 1])
  // A new code is given to whoever lost the first: that one leads nowhere from then on, and the other side keeps its own.
  const { receipt } = await street.as('zhaoguilan').do(mediation.giveCode, { id: file.id, partyId: file.sides[0]! })
  expect(await stranger.do(mediation.mySide, { receipt })).toMatchObject({ side: 'applicant' })
  await expect(stranger.do(mediation.mySide, { receipt: file.codes[0]! })).rejects.toThrow('door.missing')
  await expect(stranger.do(mediation.takeBack, { receipt: file.codes[0]!, words: '不调了。' })).rejects.toThrow(
    'door.missing',
  )
  expect(await stranger.do(mediation.mySide, { receipt: file.codes[1]! })).toMatchObject({ side: 'respondent' })
  await expect(stranger.do(mediation.mySide, { receipt: '0000-0000-0000-0000-000Z' })).rejects.toThrow('door.missing')
  // Whoever is signed in comes to it by the code as well, and not by his post.
  await expect(street.as('anxiaoya').do(mediation.mySide, { receipt: '0'.repeat(20) })).rejects.toThrow('door.missing')
})

test('when both sides wish the court’s confirmation, whoever mediates is told, once; one side alone tells nobody', async () => {
  const { id, codes } = await underWay()
  const zhao = street.as('zhaoguilan')
  await zhao.do(mediation.agreeOrally, { id, terms: [{ words: '晚八点以后停机' }] })
  const wished = async () => {
    await sweepMediations(street.house)
    await spreadNotices(street.house)
    const { notices } = await zhao.do(notice.inbox, {})
    return notices.filter((one) => one.title.startsWith('双方都想申请司法确认')).length
  }
  await street.stranger.do(mediation.wishCourt, { receipt: codes[0]! })
  expect(await wished()).toBe(0)
  await street.stranger.do(mediation.wishCourt, { receipt: codes[1]! })
  expect(await wished()).toBe(1)
  await street.stranger.do(mediation.wishCourt, { receipt: codes[1]! })
  expect(await wished()).toBe(1)
})

test('who was not asked before is asked on the page, and whoever mediates is told of the answer once', async () => {
  const { id, sides, codes } = await underWay()
  const zhao = street.as('zhaoguilan')
  const told = async () => {
    await sweepMediations(street.house)
    await spreadNotices(street.house)
    const { notices } = await zhao.do(notice.inbox, {})
    return notices.filter((one) => one.title.startsWith('一方在自己的页面上表了态')).length
  }
  const consentOf = async (at: number) => {
    const { parties } = await zhao.do(mediation.get, { id })
    return parties.find((one) => one.id === sides[at])!.consent
  }
  const before = await told()
  expect(await street.stranger.do(mediation.mySide, { receipt: codes[1]! })).toMatchObject({ consent: 'open' })
  expect(await told()).toBe(before)
  await street.stranger.do(mediation.sayConsent, { receipt: codes[1]!, consent: 'refused' })
  expect([await consentOf(0), await consentOf(1)]).toEqual(['agreed', 'refused'])
  expect(await told()).toBe(before + 1)
  expect(await told()).toBe(before + 1)
  const again = street.stranger.do(mediation.sayConsent, { receipt: codes[1]!, consent: 'agreed' })
  await expect(again).rejects.toThrow('door.wrongState')
})

test('a party complains of its mediator: it goes to who keeps the committee, and the answer is read on the page', async () => {
  const { codes } = await underWay()
  const { stranger } = street
  const [receipt, theirs] = [codes[0]!, codes[1]!]
  const side = await stranger.do(mediation.mySide, { receipt })
  const mediatorId = side.mediators[0]!.id
  const said = { receipt, mediatorId, about: 'partial' as const, words: '只听对方一边的话。' }
  const { dueOn } = await stranger.do(mediation.complain, said)
  await expect(stranger.do(mediation.complain, said)).rejects.toThrow('committee.complaintOpen')
  const waits = await stranger.do(mediation.mySide, { receipt })
  expect(waits.complaint).toEqual({ state: 'open', dueOn, answeredOn: null, answer: '' })
  expect(waits.can).not.toContain('complain')
  // Neither the other side nor the mediator reads of it.
  expect((await stranger.do(mediation.mySide, { receipt: theirs })).complaint).toBeNull()
  expect((await street.as('zhaoguilan').do(committee.myComplaints, {})).complaints).toEqual([])
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const { id } = committees.find((one) => one.name === '清荷社区人民调解委员会')!
  const { complaints } = await street.as('anxiaoya').do(committee.complaints, { id })
  const made = complaints.find((one) => one.words === said.words)!
  expect(made).toMatchObject({ name: MINE.name, phone: MINE.phone, about: 'partial', state: 'open' })
  await street.as('anxiaoya').do(committee.answerComplaint, {
    id: made.id,
    version: made.version,
    outcome: 'none',
    words: '已当面核实，另派一人陪同。',
  })
  expect((await stranger.do(mediation.mySide, { receipt })).complaint).toMatchObject({
    ...{ state: 'answered', answer: '已当面核实，另派一人陪同。' },
  })
  // Only of who mediates this file; a second time once the first is answered.
  const other = (await street.as('wuchangshun').actor()).id
  await expect(stranger.do(mediation.complain, { ...said, mediatorId: other })).rejects.toThrow('mediation.notThere')
  await stranger.do(mediation.complain, said)
})

test('a resident asks at the door, agrees, is told of the session, and takes it back', async () => {
  const code = await street.codeOf('清荷苑3号楼2单元')
  const asked = {
    ...{ code, kind: 'RM02-02', name: '单女士', phone: '13800000071', other: '楼上公司' },
    ...{ facts: '夜里切纸机响。', requests: '八点后停。' },
  }
  const { receipt } = await street.stranger.do(mediation.ask, asked)
  const side = await street.stranger.do(mediation.mySide, { receipt })
  expect(side).toMatchObject({ state: 'applied', told: { facts: asked.facts, requests: asked.requests } })
  expect(side.can).toEqual(['takeBack'])
  expect(JSON.stringify(side)).not.toContain('楼上公司')
  const areaId = await street.areaId('第12网格')
  const { mediations } = await street.as('chenjing').do(mediation.list, { areaId })
  expect(mediations.some(({ state, title, leadName }) => state === 'applied' && title === '噪声' && !leadName)).toBe(
    true,
  )
  await street.stranger.do(mediation.takeBack, { receipt, words: '自己谈好了。' })
  expect(await street.stranger.do(mediation.mySide, { receipt })).toMatchObject({ state: 'withdrawn', can: [] })
})
