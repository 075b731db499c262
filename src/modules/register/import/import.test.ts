// Stories of files sent in: looked at, checked, loaded, shown, corrected, undone; killed in the middle; the same twice.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#kernel/contract.ts'
import { openStreet, type Street } from '#test/street.ts'
import { register } from '../contract.ts'
import { workOnImports } from './work.ts'

let street: Street
let keyFile: string
beforeAll(async () => {
  street = await openStreet()
  keyFile = street.opened.config.keyFile
})
afterAll(() => street.close())

type Class = InputOf<typeof register.sendFile>['class']
const HEAD = '姓名,公民身份号码,联系电话,现住址,与户主关系,户号,民族,宗教信仰'

async function send(text: string, name = '户籍人口.csv', klass: Class = 'registered', login = 'chenjing') {
  const file = await street.house.spool.stage(Readable.from([Buffer.from(text)]), 1e8)
  const { posts } = await street.as(login).actor()
  const input = { areaId: posts[0]!.areaId, class: klass, name, file: [file.id] }
  return street.as(login).do(register.sendFile, input, { uploads: new Map([[file.id, file]]) })
}
const work = () => workOnImports(street.house, keyFile, street.tenant)
const look = (id: string, login = 'chenjing') => street.as(login).do(register.batch, { id })

async function check(id: string, login = 'chenjing') {
  await work()
  const { version } = await look(id, login)
  await street.as(login).do(register.checkBatch, { id, version })
  await work()
  return look(id, login)
}
async function load(id: string, login = 'chenjing') {
  const { version } = await look(id, login)
  await street.as(login).do(register.loadBatch, { id, version })
  await work()
  return look(id, login)
}

test('a look', async () => {
  const { id } = await send(`${HEAD}\n张三丰,990101197903020018,13800001234,清荷苑3号楼2单元502室,户主,H1,汉,无\n`)
  const checked = await check(id)
  console.info(JSON.stringify(checked))
  console.info(JSON.stringify(await street.as('chenjing').do(register.batchFaults, { id })))
  expect(checked.state).toBe('checked')
  const loaded = await load(id)
  console.info(JSON.stringify(loaded.tally))
  expect(loaded.state).toBe('published')
})
