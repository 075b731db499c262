// Stories of questions: an administrator asks something of one kind, other systems must answer it, and it can be retired.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#kernel/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { openWeb, type TestWeb } from '#test/web.ts'
import { open311 } from './contract.ts'

let street: Street
let web: TestWeb
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  setClock('2026-11-18', '09:06')
})
afterAll(() => street.close())

const admin = () => street.as('chengyizhou')
const asked = async (kind: string) => {
  const answer = await web.ask(`/open311/v2/services/${kind}.json`)
  return ((await answer.json()) as { attributes: { code: string }[] }).attributes.map(({ code }) => code)
}
const send = async (fields: Record<string, string>) => {
  const body = new URLSearchParams({ api_key: 'demo', address_string: '清荷苑3号楼', ...fields })
  const response = await web.ask('/open311/v2/requests.json', { method: 'POST', body })
  const [row] = (await response.json()) as { service_request_id?: string; linli_code?: string }[]
  return row?.linli_code ?? row?.service_request_id ?? ''
}
const HOURS: InputOf<typeof open311.setQuestion> = {
  ...{ kind: '0305', code: 'HOURS', datatype: 'number', required: true, sort: 5 },
  ...{ asksZh: '响了几个小时', asksEn: 'For how many hours' },
}

test('a question of one kind is asked there and nowhere else, must be answered, and is read by whoever handles it', async () => {
  await admin().do(open311.setQuestion, HOURS)
  expect(await asked('0305')).toEqual(['HOURS', 'SPOT', 'LASTS', 'HINDERS', 'SINCE'])
  expect(await asked('0301')).toEqual(['SPOT', 'LASTS', 'HINDERS', 'SINCE'])
  expect(await send({ service_code: '0305' })).toBe('open311.noAnswer')
  expect(await send({ service_code: '0305', 'attribute[HOURS]': 'long' })).toBe('open311.wrongValue')
  const no = await send({ service_code: '0305', 'attribute[HOURS]': '2.5', 'attribute[LASTS]': 'now' })
  const { rows } = await street.owner.query('select words from matter where no = $1', [no])
  expect(rows[0].words).toContain('响了几个小时：2.5\n现在怎样：刚刚发生')
})

test('a question of its own stands for the general one of the same code; retired it is asked no more', async () => {
  const own = { ...HOURS, code: 'LASTS', datatype: 'text', required: false, sort: 15 } satisfies typeof HOURS
  await admin().do(open311.setQuestion, own)
  expect(await asked('0305')).toEqual(['HOURS', 'SPOT', 'LASTS', 'HINDERS', 'SINCE'])
  expect(await send({ service_code: '0305', 'attribute[HOURS]': '1', 'attribute[LASTS]': '整夜' })).toMatch(/^LL-/)
  await expect(admin().do(open311.setQuestion, own)).rejects.toThrow('door.changed')
  await admin().do(open311.setQuestion, { ...own, version: 1, retired: true })
  await admin().do(open311.setQuestion, { ...HOURS, version: 1, retired: true })
  expect(await asked('0305')).toEqual(['SPOT', 'HINDERS', 'SINCE'])
  const { questions } = await admin().do(open311.questions, {})
  expect(questions.filter(({ retired }) => retired).map(({ kind, code }) => [kind, code])).toEqual([
    ['0305', 'HOURS'],
    ['0305', 'LASTS'],
  ])
})

test('what could never be answered is refused; so is a kind that is not public', async () => {
  const set = (more: object) => admin().do(open311.setQuestion, { ...HOURS, code: 'NEW', ...more })
  await expect(set({ datatype: 'singlevaluelist' })).rejects.toThrow('open311.choicesMissing')
  await expect(set({ choices: [{ key: 'a', zh: '甲', en: 'a' }] })).rejects.toThrow('open311.choicesMissing')
  await expect(set({ kind: '0304' })).rejects.toThrow('open311.noService')
  await expect(admin().do(open311.setQuestion, { ...HOURS, kind: '', code: 'SPOT', version: 1 })).rejects.toThrow(
    'open311.spotIsText',
  )
})
