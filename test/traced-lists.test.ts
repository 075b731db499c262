// Goal N3: from thirty lines of a list, shuffled and with columns gone, the export they come from is found.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { marker, spelled, trace } from '#modules/register/export/marks.ts'

const keyOf = (n: number) => createHash('sha256').update(`export ${n}`).digest()
const exports = Array.from({ length: 1000 }, (_, n) => ({ of: n, key: keyOf(n) }))

/** Pseudo-random and the same each time. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧']
const roll = dice(7)
const people = Array.from({ length: 3000 }, () => [
  `${SURNAMES[roll(30)]}**`,
  `13${roll(10)}****${1000 + roll(9000)}`,
  `清荷苑${1 + roll(30)}号楼${1 + roll(4)}单元${1 + roll(18)}0${1 + roll(4)}室`,
  `19${50 + roll(50)}-0${1 + roll(9)}-1${roll(10)}`,
  roll(2) ? '男' : '女',
])
const COLUMNS = [[0, 1, 2, 3, 4], [1, 4], [2, 0], [3, 4], [0, 3, 4], [2]]

function fragment(of: number, lines: number, next: (below: number) => number, mark = marker(keyOf(of))) {
  const kept = COLUMNS[next(COLUMNS.length)]!
  const rows = Array.from({ length: lines }, () => people[next(people.length)]!)
  return rows.flatMap((row) => kept.map((column) => mark(row[column]!)))
}

test('thirty to fifty lines of a thousand exports: the right one in 99 of 100, and hardly ever a wrong one', () => {
  const next = dice(11)
  const tries = Array.from({ length: 200 }, () => {
    const of = next(1000)
    return { of, found: trace(fragment(of, 30 + next(21), next), exports).found }
  })
  expect(tries.filter(({ of, found }) => of === found).length).toBeGreaterThanOrEqual(198)
  expect(tries.filter(({ of, found }) => found !== undefined && of !== found)).toEqual([])
}, 20_000)

test('a list that is nobody’s export is laid at nobody’s door; without marks none is found', () => {
  const next = dice(13)
  const plain = Array.from(
    { length: 30 },
    () =>
      trace(
        fragment(0, 40, next, (cell) => cell),
        exports,
      ).found,
  )
  expect(plain.filter((found) => found !== undefined)).toEqual([])
})

test('days that a program wrote anew count for nothing, a few names typed anew neither', () => {
  const next = dice(17)
  const mark = marker(keyOf(42))
  const cells = Array.from({ length: 40 }, () => people[next(people.length)]!).flatMap((row, i) => [
    i % 12 ? mark(row[0]!) : row[0]!,
    mark(row[1]!),
    row[3]!.replaceAll('-', '/'),
  ])
  expect(trace(cells, exports).found).toBe(42)
})

test('a cell is spelled in ways that mean the same, and what is not recognised stays as it is', () => {
  expect(spelled('清荷苑3栋2单元501')!.spellings[0]).toBe('清荷苑3号楼2单元501室')
  for (const cell of ['', '男', '欧阳晓', '0370-1234567', '商铺', '2026']) expect(marker(keyOf(1))(cell)).toBe(cell)
})
