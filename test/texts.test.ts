// Texts that would run if a page took them for anything but text (I3), short form: 24 payloads in every field, a page of each sort.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { line } from '#kernel/contract.ts'
import { perform } from '#kernel/door.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { place } from '#modules/place/contract.ts'
import { openTown, type Town } from './journeys/browser.ts'
import { readPdf, textOf } from './pdf.ts'
import { openStreet, type Street, setClock } from './street.ts'
import { reflect } from './texts/forms.ts'
import { allAddresses, deskAddresses, deskPaths, fieldPaths } from './texts/pages.ts'
import { payloads, someOf } from './texts/payloads.ts'
import { noted, type Planting, plant, untouched, visitor, walkPages } from './texts/round.ts'

/** Names of rows that a text cannot stand for: they are looked up, and nothing has such a name. */
const LOOKED_UP = [
  'area.import rows[].parent',
  'callback.add events[]',
  'callback.allowHost host',
  'callback.change events[]',
  // A telephone is read before it is looked at as one.
  'committee.apply phone',
  'counsel.book phone',
  'counsel.dropBooking receipt',
  'counsel.noteAdvice phone',
  'counsel.referAid phone',
  'counsel.takeNumber code',
  'duty.appoint kind',
  'matter.report code',
  'mediation.ask code',
  'open311.send attributes[].code',
  'open311.send attributes[].values[]',
  'open311.send code',
  'open311.setQuestion kind',
  'retention.closeMonth after',
  'retention.endDue after',
  'room.add kind',
  'room.noteMeans kind',
]

const FEW = someOf(24)

let street: Street
let town: Town
let planting: Planting

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
  town = await openTown(street)
  planting = await plant(street, FEW)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('about 700 payloads of eight families, each once', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(700)
  expect(new Set(payloads.map(({ family }) => family)).size).toBe(8)
})

test('every free text of every command took a text through the door, or names a row that is not there', () => {
  expect(planting.faults).toEqual([])
  expect(untouched(planting)).toEqual([])
  expect([...planting.refused.keys()].sort()).toEqual(LOOKED_UP)
  expect(planting.kept.size).toBeGreaterThan(170)
})

test('bite: a field that nobody fills is named', () => {
  const op = operations.get('matter.note')!
  const more = { ...matter.note, input: matter.note.input.extend({ mood: line(0, 40) }) }
  expect(untouched(planting, [{ ...op, signature: more } as AnyOperation])).toEqual(['matter.note mood'])
})

/** One page of each sort, for somebody who sees what is on it. */
function few(): ReturnType<typeof allAddresses> {
  const { world } = planting
  const { replied, handling } = world.matters
  const staff = (at: string) => ({ at, role: 'district_staff' as const })
  return [
    ...[`/r/${replied.receipt}`, `/rooms/${world.room.id}?lang=en`, '/demo/phone'].map((at) => ({ at })),
    { at: `/field/matters/${handling.id}`, role: 'grid_worker' as const },
    ...['/desk?view=all', `/desk/matters/${handling.id}`, '/desk/kinds/0305'].map(staff),
    ...[`/desk/teams/${world.team.id}?lang=en`, '/desk/listening'].map(staff),
  ]
}

test('on a page of each sort nothing runs, asks, breaks a policy or becomes an element, and texts stand as they were written', async () => {
  const walked = await walkPages(town, planting, few())
  expect(walked.faults).toEqual([])
  const fields = new Set([...walked.whole].map((mark) => planting.planter.kept.get(mark)!.field))
  process.stdout.write(
    `texts: ${planting.planter.kept.size} texts in ${planting.kept.size} fields, ${walked.pages} pages, ${fields.size} fields seen whole\n`,
  )
  for (const seen of ['told reply', 'told title', 'told words', 'told inner']) expect(fields).toContain(seen)
})

test('no page is forgotten: a route without a name or without an address is noticed', () => {
  expect(allAddresses(planting.world).length).toBeGreaterThan(100)
  expect(fieldPaths().length).toBeGreaterThan(7)
  expect(deskPaths().length).toBeGreaterThan(28)
  expect(() => deskAddresses(planting.world, '/desk/new-page/$id')).toThrow('what stands in')
  expect(() => deskPaths(`createRoute({ path: WHERE, component: lazyRouteComponent(there) })`)).toThrow('1 pages')
})

test('what comes back at once comes back as text: addresses and forms', async () => {
  const walked = noted()
  const nobody = await visitor(town, planting, { at: '/' })
  await reflect(nobody, planting, walked, FEW, { twice: false })
  expect(walked.faults).toEqual([])
})

test('a printed sheet shows the name of its place letter by letter', async () => {
  const [mark, name] = [...planting.planter.kept].find(([, { field }]) => field === 'place.add name')!
  const { rows } = await street.owner.query<{ id: string }>('select id from place where name = $1', [name.text])
  expect(rows, mark).toHaveLength(1)
  const keeper = planting.callers.find((one) => one.name === 'district_staff, district above')!
  const sheet = (await perform(street.house, operations.get(place.sheet.name)!, keeper.actor, { id: rows[0]!.id })) as {
    bytes: Uint8Array
  }
  const drawn = readPdf(sheet.bytes).map(textOf).join('').replace(/\s+/g, '')
  expect(drawn).toContain(name.text.replace(/\s+/g, ''))
})

test('bite: a page made without escaping runs what was planted', async () => {
  const nobody = await visitor(town, planting, { at: '/' })
  await nobody.page.route('**/r/*', async (route) => {
    const answer = await route.fetch()
    const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
    const body = (await answer.text()).replace(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign]!)
    // Without the policy too: then scripts run, and that is what must be seen.
    await route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
  })
  const sorts = new Set<string | undefined>()
  for (const { receipt } of Object.values(planting.world.matters)) {
    for (const fault of (await nobody.open(`/r/${receipt}`)).faults) sorts.add(fault.split(':')[0])
    if (['ran', 'request', 'element'].every((sort) => sorts.has(sort))) break
  }
  expect([...sorts]).toEqual(expect.arrayContaining(['ran', 'request', 'element']))
})

test('bite: one innerHTML at the desk breaks the policy, and is seen', async () => {
  const { id } = planting.world.matters.handling
  const staff = await visitor(town, planting, { at: '', role: 'district_staff' })
  const { faults } = await staff.open(async () => {
    await staff.page.goto(`${town.url}/desk/matters/${id}`)
    await staff.settled()
    await staff.page.evaluate(`(() => {
      const leaf = [...document.querySelectorAll('body *')].filter((one) => one.childElementCount === 0 && /onerror|onload/.test(one.textContent))
      for (const one of leaf) one.innerHTML = one.textContent
    })()`)
  })
  const sorts = new Set(faults.map((fault) => fault.split(':')[0]))
  for (const sort of ['policy', 'attribute']) expect([...sorts]).toContain(sort)
})
