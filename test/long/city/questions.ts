// What is asked of the city: every kind of search, lists of a grid, portraits; and the bare route beside them.
import { chance as chanceFrom } from '../../../bench/rows/chance.ts'
import { post } from '../../../bench/wire.ts'
import { type City, type Desk, spelt, type Who } from './ground.ts'

type Ask = () => Buffer
const chance = chanceFrom(5)
const WHOLE = '/api/finding.number'

const find = (who: Who, words: string) => post('/api/finding.find', { words }, who)

/** Somebody of a desk's own community, asked for by that desk. */
const person = (city: City, words: (one: Desk['people'][number]) => string) => () => {
  const desk = chance.pick(city.desks)
  return find(desk.who, words(chance.pick(desk.people)))
}

const figures = (count: number) => String(chance.whole(10 ** (count - 1), 10 ** count - 1))

/** As people write it down: from the compound on, without 室. */
const fragment = (address: string): string => address.replace(/^.*社区/, '').replace(/室$/, '')

export const searches = (city: City): Record<string, Ask> => ({
  'a name': person(city, ({ name }) => name),
  'a reading': person(city, ({ name }) => spelt(name).whole),
  initials: person(city, ({ name }) => spelt(name).initials),
  'the end of a phone': person(city, ({ phone }) => phone.slice(-4)),
  'an address with its room': person(city, ({ address }) => fragment(address)),
  'building and unit': () => find(chance.pick(city.desks).who, `${chance.whole(1, 12)}号楼${chance.whole(1, 4)}单元`),
  'a compound': () => find(city.duty, chance.pick(city.compounds)),
  'an organisation': () => find(city.duty, chance.pick(city.organisations)),
  'a matter by number': () => find(city.duty, chance.pick(city.matters)),
  'a matter by words': () => find(city.duty, chance.pick(['楼道 灯', '漏水', '电动车', '垃圾', '噪声'])),
  'nothing, at a community': () => find(chance.pick(city.desks).who, '独角兽'),
  'nothing, at the duty desk': () => find(city.duty, '独角兽'),
})

/** Each is written down and counted. */
export const numbers = (city: City): Record<string, Ask> => ({
  'a whole phone': () => {
    const desk = chance.pick(city.desks)
    return post(WHOLE, { whole: chance.pick(desk.people).phone }, desk.who)
  },
  'a whole ID number': () => post(WHOLE, { whole: `9901011${figures(10)}X` }, chance.pick(city.desks).who),
})

const always = (path: string, input: object, who: Who): Ask => {
  const request = post(path, input, who)
  return () => request
}

export const lists = (city: City): Record<string, Ask> => ({
  'people of a grid, by its worker': always('/api/register.people', { areaId: city.grid.id }, city.worker),
  'people of a grid, by the duty desk': always('/api/register.people', { areaId: city.grid.id }, city.duty),
  'homes of a grid, by its worker': always('/api/register.homes', { areaId: city.grid.id, limit: 50 }, city.worker),
  'matters, by a grid worker': always('/api/matter.list', { view: 'open' }, city.worker),
  'matters, by the duty desk': always('/api/matter.list', { view: 'open' }, city.duty),
})

export const portraits = (city: City): Record<string, Ask> => ({
  'the whole city': always('/api/register.portrait', { areaId: city.district.id }, city.staff),
  'a subdistrict': always('/api/register.portrait', { areaId: city.subdistrict.id }, city.duty),
  'a community': always('/api/register.portrait', { areaId: city.community.id }, city.desks[0]!.who),
  'a grid': always('/api/register.portrait', { areaId: city.grid.id }, city.worker),
})

export const bareList = (city: City): Ask => always('/list', { view: 'open' }, city.duty)
