// Agencies have a clerk each, and whatever a rule sends to one may be sent by the access list.
import { expect, test } from 'vitest'
import { accessList } from '#demo/access-list.ts'
import { agencies, routes } from '#demo/agencies.ts'
import { demoGeography } from '#demo/geography.ts'
import { clerks } from '#demo/staff/clerks.ts'

test('fourteen agencies, each with its own name, number and clerk', () => {
  expect(agencies).toHaveLength(14)
  for (const list of [agencies.map((one) => one.name.zh), agencies.map((one) => one.phone)])
    expect(new Set(list).size).toBe(agencies.length)
  expect(clerks.map((one) => one.agency).sort()).toEqual(agencies.map((one) => one.key).sort())
  for (const { phone } of agencies) expect(phone).toMatch(/^0370-0000-4\d\d$/)
})

test('every rule names a kind of the access list, an area of the street and its basis', () => {
  const listed = new Set(accessList.map((item) => item.kind))
  const codes = new Set(demoGeography().tenants.flatMap(({ tree }) => tree.map((row) => row.code)))
  for (const { kind, area, basis } of routes) {
    expect(listed, kind).toContain(kind)
    if (area) expect(codes, kind).toContain(area)
    expect(basis.length, kind).toBeGreaterThan(5)
  }
  expect(routes.filter((rule) => rule.direct)).toHaveLength(2)
})
