// Places as they are offered in the field: one's own first, homes never, units with their house.
import { expect, test } from 'vitest'
import { placesOf } from './place.ts'

type Found = Parameters<typeof placesOf>[0][number]
const area = (id: string, level: Found['level'], name: string, path: string) =>
  ({ id, level, name, nameEn: '', path }) as Found

const found = [
  area('1', 'building', '清荷里3号楼', '邻里区 › 邻里街道 › 清荷社区 › 第11网格'),
  area('2', 'building', '清荷苑3号楼', '邻里区 › 邻里街道 › 清荷社区 › 第12网格'),
  area('3', 'home', '301', '邻里街道 › 清荷社区 › 第12网格 › 清荷苑3号楼'),
  area('4', 'unit', '2单元', '邻里街道 › 清荷社区 › 第11网格 › 清荷里3号楼'),
]

test('the own grid comes first, and no home is offered', () => {
  expect(placesOf(found, ['第12网格'], 'zh').map(({ id }) => id)).toEqual(['2', '1', '4'])
})

test('a unit is called by its house', () => {
  expect(placesOf(found, [], 'zh')[2]).toEqual({ id: '4', name: '清荷里3号楼 2单元', path: '清荷社区 第11网格' })
})
