// Goal P9. The papers of a file, told by those who keep it: what is missing, printing, scanning, sealing, and opening with two hands.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { register } from '#modules/register/contract.ts'
import { archivedTexts } from './papers/archived.ts'
import { readPdf, textOf } from './pdf.ts'
import { slipsFor } from './register/acts.ts'
import { settle } from './register/residents.ts'
import { openStreet, type Street, setClock } from './street.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const SECRET = '房租明年四月到期，可能搬走'
const zhao = () => street.as('zhaoguilan')
const DAY = '2026-11-18'
const file = (id: string) => zhao().do(mediation.get, { id })
const missing = async (id: string, who = zhao()) =>
  (await who.do(mediation.papers, { id })).rows.filter(({ state }) => state === 'missing').map(({ row }) => row)

/** Applied for, taken, told their rights, visited, heard alone, agreed in writing and signed. */
async function signed() {
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-02', title: '桂园2号楼 夜间噪声', address: '桂园2号楼' },
    ...{ facts: '夜里十点后楼上拖椅子。', requests: '晚八点以后停用设备。' },
    parties: [
      { side: 'applicant', name: '孙竹梅', phone: '13800001234', sex: 'female', age: 41, address: '桂园2号楼301' },
      { side: 'respondent', kind: 'organisation', name: '禾木图文有限公司', legalRepresentative: '许见山' },
    ],
  })
  const committeeId = committees.find(({ name }) => name === '清荷社区人民调解委员会')!.id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId: (await zhao().actor()).id })
  const { parties } = await file(id)
  const there = { mode: 'site', heldOn: DAY, from: 520, until: 540, place: '301 室' } as const
  await zhao().do(mediation.record, { id, kind: 'visit', ...there, words: '问：何时最响？\n孙竹梅：夜里十点以后。' })
  await zhao().do(mediation.note, { id, partyId: parties[1]!.id, heldOn: DAY, words: SECRET })
  await zhao().do(mediation.disclose, { id })
  await zhao().do(mediation.hold, { id, ...there, words: '双方坐下来谈。', result: '谈拢了。', toldRights: true })
  const terms = [{ words: '公司补偿申请人 800 元', fen: 80_000, dueOn: DAY }]
  await zhao().do(mediation.agree, { id, facts: '噪声属实。', dispute: '何时停用设备。', copies: 3, terms })
  const { agreement } = await file(id)
  for (const { signerId, role } of agreement!.missing)
    await zhao().do(mediation.sign, { id, signerId, way: role === 'stamp' ? 'stamp' : 'paper', signedOn: DAY })
  await zhao().do(mediation.takeEffect, { id })
  return { id, parties, termId: agreement!.terms[0]!.id }
}

const scan = async (id: string, more: object) => {
  const { uploads, ids } = await street.photo()
  return zhao().do(mediation.addScan, { id, name: '扫描件', givenOn: DAY, photos: ids, ...more }, { uploads })
}

async function settled() {
  const one = await signed()
  const { id, parties, termId } = one
  for (const party of parties) await scan(id, { paper: 'identity', partyId: party.id, name: '证件复印件' })
  await scan(id, { paper: 'signed', name: '签字页' })
  await zhao().do(mediation.performed, { id, termId, kept: true, on: DAY })
  await scan(id, { paper: 'receipt', termId, name: '转账凭证' })
  await zhao().do(mediation.endFollowUps, { id, words: '双方都说不用再来。' })
  await zhao().do(mediation.settle, { id })
  return one
}

/** The party is somebody of the register, and has the slip by which he reads who looked at his data. */
async function registered(party: string): Promise<string> {
  const [person] = await settle(street, '清荷苑3号楼', 1)
  await street.owner.query('update mediation_party set person_id = $2 where id = $1', [party, person!.id])
  return (await slipsFor(street, [person!])).get(person!.id)!
}

const wordsOf = async (answer: Promise<{ bytes: Uint8Array }>) =>
  readPdf(Buffer.from((await answer).bytes))
    .map(textOf)
    .join('\n')

test('the list says what is missing and what makes it; a file that is not complete is not archived', async () => {
  const { id, parties } = await signed()
  expect(await missing(id)).toEqual(['3', '8a', '13'])
  const said = (await zhao().do(mediation.papers, { id })).rows.find(({ row }) => row === '3')!
  expect(said.reasonZh).toBe('还缺：孙**、禾木图文有限公司')
  await expect(scan(id, { paper: 'identity', name: '证件' })).rejects.toMatchObject({ message: 'mediation.scanOfWhat' })
  for (const party of parties) await scan(id, { paper: 'identity', partyId: party.id })
  expect(await missing(id)).toEqual(['8a', '13'])
  await zhao().do(mediation.performed, { id, termId: (await file(id)).agreement!.terms[0]!.id, kept: true, on: DAY })
  await zhao().do(mediation.endFollowUps, { id, words: '双方都说不用再来。' })
  await zhao().do(mediation.settle, { id })
  await expect(street.as('chenjing').do(mediation.archive, { id })).rejects.toMatchObject({
    message: 'mediation.incomplete',
    details: { rows: '8a' },
  })
  // Whoever put it together does not check it himself.
  await scan(id, { paper: 'signed', name: '签字页' })
  await expect(zhao().do(mediation.archive, { id })).rejects.toMatchObject({ details: { rows: '13' } })
})

test('a party keeps his papers to himself: the file says why they are not there, prints it, and may be closed', async () => {
  const { id } = await signed()
  const explain = (row: '3' | '9', words: string) => zhao().do(mediation.explainGap, { id, row, words })
  await expect(explain('9', '没有要交的凭证。')).rejects.toMatchObject({ message: 'mediation.nothingMissing' })
  const why = '当面核对过原件，本人不愿交复印件。'
  await explain('3', why)
  // What the committee makes itself is not explained away.
  await expect(zhao().do(mediation.explainGap, { id, row: '8a' as '3', words: '没签。' })).rejects.toThrow(
    'door.invalid',
  )
  expect(await missing(id)).toEqual(['8a', '13'])
  const notes = await wordsOf(zhao().do(mediation.paper, { id, paper: '12-notes' }))
  expect(notes.replaceAll(/\s/g, '')).toContain(`身份证明：${why}（赵桂兰`)
  await scan(id, { paper: 'signed', name: '签字页' })
  await zhao().do(mediation.performed, { id, termId: (await file(id)).agreement!.terms[0]!.id, kept: true, on: DAY })
  await zhao().do(mediation.endFollowUps, { id, words: '双方都说不用再来。' })
  await zhao().do(mediation.settle, { id })
  expect(await street.as('chenjing').do(mediation.archive, { id })).toMatchObject({ state: 'archived' })
})

test('documents come as PDF and Word, in full, to its mediators; what one side said alone stands in none of them', async () => {
  const { id } = await settled()
  const { rows } = await zhao().do(mediation.papers, { id })
  const all = rows.flatMap(({ documents }) => documents.map((one) => one.id))
  expect(all).toEqual(expect.arrayContaining(['01-application', '05-inquiry-1', '07-minutes-1', '08-agreement']))
  const agreement = await wordsOf(zhao().do(mediation.paper, { id, paper: '08-agreement' }))
  for (const word of ['孙竹梅', '禾木图文有限公司', '800']) expect(agreement).toContain(word)
  const word = await zhao().do(mediation.paper, { id, paper: '07-minutes-1', as: 'docx' })
  expect([word.name, Buffer.from(word.bytes).subarray(0, 2).toString()]).toEqual([
    expect.stringMatching(/\.docx$/),
    'PK',
  ])
  const whole = await wordsOf(zhao().do(mediation.wholeFile, { id }))
  expect(whole).toContain('卷内目录')
  expect(whole).not.toContain(SECRET)
  await expect(street.as('zhouxiaolan').do(mediation.paper, { id, paper: '08-agreement' })).rejects.toMatchObject({
    message: 'door.forbidden',
  })
  await expect(zhao().do(mediation.paper, { id, paper: 'closed-notes' })).rejects.toMatchObject({
    message: 'door.missing',
  })
  // Each page that was scanned is in the file, and is shown to who works on it alone.
  const { scans } = await zhao().do(mediation.papers, { id })
  const page = await zhao().do(mediation.scanPage, { id, file: scans[0]!.files[0]! })
  expect(page.mime).toBe('image/jpeg')
})

test('sealed once and kept: the seal holds, a changed byte shows, and the content opens only with two hands, told to the parties', async () => {
  const { id, parties } = await settled()
  const slip = await registered(parties[0]!.id)
  const [chen, lin] = [street.as('chenjing'), street.as('linhuizhen')]
  await chen.do(mediation.archive, { id })
  const { untouched, archive } = await chen.do(mediation.verifyArchive, { id })
  expect([untouched, archive.keepUntil, archive.filer, archive.checker]).toEqual([true, '2036-11-18', '赵桂兰', '陈静'])
  const kept = await archivedTexts(street, id)
  expect(kept.names).toContain('file.pdf')
  expect(kept.whole).toContain(archive.seal)
  for (const text of [kept.all, kept.whole]) expect(text).not.toContain(SECRET)
  await street.owner.query(`update mediation_archive set seal = $2 where mediation_id = $1`, [id, 'a'.repeat(64)])
  expect((await chen.do(mediation.verifyArchive, { id })).faults).toEqual([
    { part: 'manifest.json', fault: 'manifest' },
  ])
  await street.owner.query(`update mediation_archive set seal = $2 where mediation_id = $1`, [id, archive.seal])

  // What is left to see: number, kind, outcome, dates.
  const areaId = await street.areaId('第12网格')
  const listed = (await chen.do(mediation.list, { areaId, show: 'closed' })).mediations.find((one) => one.id === id)!
  expect([listed.title, listed.address, listed.leadName, listed.kindZh]).toEqual(['', '', '', '噪声'])
  const shut = JSON.stringify(await chen.do(mediation.sealed, { id }))
  for (const word of ['孙', '禾木', '噪声属实', '夜里']) expect(shut).not.toContain(word)
  const closed = [
    ...[mediation.get, mediation.reveal, mediation.papers, mediation.wholeFile, mediation.notes, mediation.precheck],
    ...[mediation.openedPapers],
  ]
  const ten = ['zhaoguilan', 'chenjing', 'linhuizhen', 'anxiaoya', 'hemingyuan', 'zhouxiaolan', 'wuchangshun']
  for (const login of [...ten, 'tangguoqiang', 'xufengying', 'tenglihua'])
    for (const one of closed)
      await expect(street.as(login).do(one, { id }), `${login} ${one.name}`).rejects.toMatchObject({
        message: expect.stringMatching(/^door\.(forbidden|missing)$/),
      })
  await expect(zhao().do(mediation.relapse, { id, words: '又响了。' })).rejects.toMatchObject({
    message: 'mediation.sealedRelapse',
  })

  // Asked for, agreed to by another, read for a day, told to the party.
  const ask = (ground: 'released' | 'court', words: string, releasedBy: string[] = []) =>
    lin.do(mediation.askOpening, { id, ground, words, releasedBy })
  await expect(ask('released', '申请人同意', [parties[0]!.id])).rejects.toMatchObject({
    message: 'mediation.releaseOfAll',
  })
  const { openingId } = await ask('court', '（2026）邻0101民特12号')
  const decision = { id, openingId, version: 1 }
  await expect(lin.do(mediation.approveOpening, decision)).rejects.toMatchObject({ message: 'mediation.openingSelf' })
  await expect(chen.do(mediation.approveOpening, decision)).rejects.toMatchObject({ message: 'door.forbidden' })
  await expect(lin.do(mediation.openedPapers, { id })).rejects.toMatchObject({ message: 'door.forbidden' })
  await street.as('hemingyuan').do(mediation.approveOpening, decision)
  const opened = await lin.do(mediation.openedPapers, { id })
  expect(opened.documents.find((one) => one.id === '07-minutes-1')).toMatchObject({ leaves: false })
  expect(await wordsOf(lin.do(mediation.openedPaper, { id, paper: '08-agreement' }))).not.toContain('双方坐下来谈')
  await expect(lin.do(mediation.openedPaper, { id, paper: '07-minutes-1' })).rejects.toMatchObject({
    message: 'mediation.staysSealed',
  })
  await expect(street.as('hemingyuan').do(mediation.openedPapers, { id })).rejects.toMatchObject({
    message: 'door.forbidden',
  })
  const { looks } = await street.stranger.do(register.lookedAt, { slip })
  expect(looks.filter(({ purpose }) => purpose === 'mediation')).toHaveLength(2)
  setClock('2026-11-19', '09:07')
  await expect(lin.do(mediation.openedPapers, { id })).rejects.toMatchObject({ message: 'mediation.openingOver' })
  // The second net: no row says that whoever asked agreed. Bite: a file that is not sealed is read by its desk at once.
  await expect(
    street.owner.query('update mediation_opening set decided_by = asked_by where id = $1', [openingId]),
  ).rejects.toThrow('check')
  await street.owner.query(`update mediation set state = 'settled' where id = $1`, [id])
  expect((await lin.do(mediation.get, { id })).facts).toContain('夜里十点')
})
