// A complete file printed out of its rows, through the operations of the desk: every form as Word and as PDF.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toldOpen, toldWhole } from '#test/papers/told.ts'
import { textOfWord } from '#test/papers/word-file.ts'
import { openStreet, type Street } from '#test/street.ts'
import { mediation } from '../contract.ts'
import { keptFor } from './kept.ts'

let street: Street
let id: string
beforeAll(async () => {
  street = await openStreet()
  id = await toldWhole(street)
})
afterAll(() => street.close())

/** Who looks through it before it is sealed. */
const desk = () => street.as('chenjing')
async function listed() {
  const { rows, letters } = await desk().do(mediation.papers, { id })
  return [...rows.flatMap(({ documents }) => documents), ...letters]
}
const printed = (paper: string, as: 'docx' | 'pdf') => desk().do(mediation.paper, { id, paper, as })
const words = async (paper: string) => textOfWord((await printed(paper, 'docx')).bytes)

test('nothing is missing of a file told whole; all its documents come as Word and as PDF', async () => {
  const { rows, complete } = await desk().do(mediation.papers, { id })
  expect(rows.filter(({ state }) => state === 'missing')).toEqual([])
  expect(complete).toBe(true)
  const documents = await listed()
  expect(documents.length).toBeGreaterThanOrEqual(13)
  const began = performance.now()
  for (const one of documents) {
    const [word, pdf] = await Promise.all([printed(one.id, 'docx'), printed(one.id, 'pdf')])
    expect([one.id, Buffer.from(word.bytes).subarray(0, 2).toString()]).toEqual([one.id, 'PK'])
    expect([one.id, Buffer.from(pdf.bytes).subarray(0, 5).toString()]).toEqual([one.id, '%PDF-'])
  }
  console.info(`papers: ${documents.length} documents twice in ${(performance.now() - began).toFixed(0)} ms`)
  const whole = await desk().do(mediation.wholeFile, { id })
  expect(Buffer.from(whole.bytes).subarray(0, 5).toString()).toBe('%PDF-')
}, 60_000)

test('the form of follow-ups says how each was made and whether the sides were content', async () => {
  const paper = (await listed()).find(({ title }) => title === '人民调解回访记录')!
  const said = await words(paper.id)
  for (const one of ['电话', '双方都满意', '上门', '未询问', '双方都说安静多了']) expect(said).toContain(one)
})

test('letters that others get come out of the file: the referral and its answer, an invitation, a longer limit, the police', async () => {
  const { letters } = await desk().do(mediation.papers, { id })
  const saying = async (title: string) => words(letters.find((one) => one.title === title)?.id ?? title)
  expect(await saying('委托调解函')).toContain('听公（邻）移〔2026〕41号')
  expect(await saying('委托调解反馈函')).toContain('双方达成书面调解协议')
  const invitation = await saying('参加人民调解邀请函')
  for (const one of ['任老师', '懂隔音的邻居', '2026年11月18日 14:30', '社区调解室']) expect(invitation).toContain(one)
  expect(await saying('延长调解期限同意书')).toContain('等隔音材料到货')
  const police = await saying('治安案件不予处罚申请书')
  for (const one of ['听澜市公安局邻里分局', '第九条', '800 元已付清']) expect(police).toContain(one)
})

test('who is invited and what is asked of the police has its conditions', async () => {
  const zhao = street.as('zhaoguilan')
  const { parties, meetings } = await zhao.do(mediation.get, { id })
  const [meeting] = meetings
  // Masked for whoever reads the file; the letter has the whole name.
  expect(meeting!.invited).toEqual(['任**'])
  const other = await toldOpen(street)
  const everybody = (await zhao.do(mediation.get, { id: other })).parties.map((party) => party.id)
  const when = { mode: 'site', heldOn: '2027-03-01', from: 600, until: 660, place: '楼道' } as const
  const { meetingId } = await zhao.do(mediation.planMeeting, { id: other, ...when })
  const asked = { id: other, meetingId, name: '任老师', words: '邻居' }
  const alone = zhao.do(mediation.invite, { ...asked, agreedBy: [everybody[0]!, everybody[0]!] })
  await expect(alone).rejects.toThrow('mediation.consentOfAll')
  const strangers = zhao.do(mediation.invite, { ...asked, meetingId: meeting!.id, agreedBy: everybody })
  await expect(strangers).rejects.toThrow('mediation.notThere')
  await zhao.do(mediation.callOff, { id: other, meetingId, words: '改天。' })
  await expect(zhao.do(mediation.invite, { ...asked, agreedBy: everybody })).rejects.toThrow('door.changed')
  const letter = { id: other, office: '派出所', words: '已履行。' }
  await expect(zhao.do(mediation.handBack, letter)).rejects.toThrow('mediation.notOfPolice')
  expect(parties.length).toBeGreaterThan(2)
})

test('a file is kept for as long as the district’s rule says on the day it was closed, and its cover says so', async () => {
  expect(await words('00-cover')).toContain('长期（10年）')
  const from = (day: string) =>
    street.owner.query(
      `insert into retention_rule (tenant_id, purpose, days, next_days, next_from, changed_at)
       values ($1, 'mediation.file', 3650, 1825, $2, now())
       on conflict (tenant_id, purpose) do update set next_from = excluded.next_from`,
      [street.tenant, day],
    )
  await from('2027-02-19')
  expect(await words('00-cover')).toContain('长期（10年）')
  await from('2027-02-18')
  expect(await words('00-cover')).toContain('短期（5年）')
  expect(keptFor(5 * 365)).toEqual({ class: 'short', years: 5, words: '短期（5年）' })
  expect(keptFor(30 * 365)).toEqual({ class: 'long', years: 30, words: '长期（30年）' })
})

test('what stands on no list can be taken out too: the report at the end, a notice that a file was not taken', async () => {
  const report = (await listed()).find(({ title }) => title === '人民调解结案报告表')!
  expect(await words(report.id)).toContain('双方达成书面调解协议')
  const gridId = await street.areaId('第12网格')
  const asked = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{
      gridId,
      kind: 'RM02-02',
      title: '桂园2号楼 噪声',
      address: '桂园2号楼',
      facts: '已经判过了。',
      requests: '再判一次',
    },
    parties: [
      { side: 'applicant', name: '孙竹梅' },
      { side: 'respondent', name: '许见山' },
    ],
  })
  await desk().do(mediation.decline, {
    id: asked.id,
    reason: 'decided',
    routes: ['court'],
    words: '法院去年已经判决。',
  })
  const { letters } = await desk().do(mediation.papers, { id: asked.id })
  const notice = letters.find(({ title }) => title.includes('不予受理'))!
  const { bytes } = await desk().do(mediation.paper, { id: asked.id, paper: notice.id, as: 'docx' })
  expect(await textOfWord(bytes)).toContain('法院去年已经判决')
})

test('of a dispute that came back the police are asked nothing', async () => {
  const zhao = street.as('zhaoguilan')
  await zhao.do(mediation.relapse, { id, words: '又切到十点了。' })
  const letter = { id, office: '派出所', words: '已履行。' }
  await expect(zhao.do(mediation.handBack, letter)).rejects.toThrow('door.wrongState')
})
