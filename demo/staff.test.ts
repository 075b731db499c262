// The demo's staff are whole and nobody is there twice; exactly two grids have nobody.
import { expect, test } from 'vitest'
import { dutyChain } from '#demo/duty-chain.ts'
import { demoGeography } from '#demo/geography.ts'
import { staff } from '#demo/staff.ts'
import { workingGroups } from '#demo/working-groups.ts'

const { tenants } = demoGeography()
const grids = tenants.flatMap((tenant) => tenant.grids.features.map((grid) => grid.properties))
const areas = new Set([...tenants.flatMap(({ tree }) => tree.map((row) => row.code)), ...grids.map((g) => g.code)])
const logins = new Set(staff.map((one) => one.login))

test('names, logins and numbers are used once', () => {
  const names = [...staff.map((one) => one.name), ...dutyChain.filter((row) => !row.login).map((row) => row.name)]
  for (const list of [names, staff.map((one) => one.login), staff.map((one) => one.phone)]) {
    expect(list.filter((value, i) => list.indexOf(value) !== i)).toEqual([])
  }
})

test('every phone is nobody’s', () => {
  for (const { phone } of [...staff, ...dutyChain]) expect(phone).toMatch(/^(1380000\d{4}|0370-0000-0\d\d)$/)
})

test('every area exists and lies in the tenant', () => {
  for (const { area, tenant, login } of staff) {
    expect(areas.has(area), login).toBe(true)
    expect(area.startsWith(tenant)).toBe(true)
  }
})

test('two grids have no grid worker, and one worker is away', () => {
  const gaps = grids.filter(({ code }) => !staff.some((one) => one.role === 'grid_worker' && one.area === code))
  expect(gaps.map((grid) => grid.name)).toEqual(['第34网格', '第29网格'])
  const away = staff.filter((one) => one.leave)
  expect(away).toHaveLength(1)
  for (const { leave } of away) expect(logins.has(leave!.standIn)).toBe(true)
})

test.each([
  ['district_leader', 1],
  ['subdistrict_leader', 2],
  ['subdistrict_staff', 4],
  ['department_clerk', 14],
  ['mediator', 8],
  ['volunteer', 3],
  ['patrol_member', 2],
  ['building_head', 20],
  ['community_head', 9],
] as const)('%s: %d for Linli Subdistrict', (role, count) => {
  expect(staff.filter((one) => one.role === role && /^990101(001|$)/.test(one.area))).toHaveLength(count)
})

test('the chain leaves no community without leader and secretary, no grid without head', () => {
  const holders = (position: string) => dutyChain.filter((row) => row.position === position).map((row) => row.area)
  const communities = tenants.flatMap(({ tree }) => tree.filter((row) => row.level === 'community'))
  for (const { code } of communities) {
    expect(holders('contact_leader')).toContain(code)
    expect(holders('community_secretary')).toContain(code)
  }
  for (const { code } of grids) expect(holders('grid_head')).toContain(code)
})

test('working groups are made of people who exist', () => {
  for (const { head, deputy, members } of workingGroups) {
    for (const login of [head, deputy, ...members]) expect(logins.has(login), login).toBe(true)
  }
})
