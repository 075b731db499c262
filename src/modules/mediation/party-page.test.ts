// A party's own page: nothing of the other side reaches it, by no answer, no page and no refusal; its code opens one side of one file.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from '../committee/contract.ts'
import { mediation } from './contract.ts'

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

test('a code opens one side of one file: another code, no code and an answer that took in the other side', async () => {
  const file = await underWay()
  const { stranger } = street
  const mine = await stranger.do(mediation.mySide, { receipt: file.codes[0]! })
  const theirs = await stranger.do(mediation.mySide, { receipt: file.codes[1]! })
  expect([mine.side, theirs.side]).toEqual(['applicant', 'respondent'])
  expect([mine.papers.length, theirs.papers.length]).toEqual([1, 1])
  await expect(stranger.do(mediation.mySide, { receipt: '0000-0000-0000-0000-000Z' })).rejects.toThrow('door.missing')
  // Whoever is signed in comes to it by the code as well, and not by his post.
  await expect(street.as('anxiaoya').do(mediation.mySide, { receipt: '0'.repeat(20) })).rejects.toThrow('door.missing')
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
