// Where an organisation lies that no building of the tree is named for.
import { expect, test } from 'vitest'
import { readAddress } from '../classes/address.ts'
import { openPlaces } from './places.ts'

const area = (id: string, parent_id: string, level: string, name: string, address = '') => ({
  ...{ id, parent_id, level, name, address },
  area_pos: 1,
})
const places = openPlaces([
  area('兰和', '', 'subdistrict', '兰和街道'),
  area('柳和', '', 'subdistrict', '柳和街道'),
  area('兰和安和', '兰和', 'community', '安和社区'),
  area('柳和安和', '柳和', 'community', '安和社区'),
  area('一', '兰和安和', 'grid', '第一网格'),
  area('二', '柳和安和', 'grid', '第一网格'),
  area('苑', '一', 'building', '安和苑1号楼', '梅和路83号'),
  area('东', '一', 'building', '东楼', '长路1号'),
  area('西', '二', 'building', '西楼', '长路1号'),
])

test.each([
  ['兰和街道安和社区梅和路83号', '一', 'a street and number that one grid has'],
  ['梅和路83号', '一', 'the same without its community'],
  ['柳和街道安和社区梅和路83号', '柳和安和', 'a number that lies elsewhere is not believed against the community'],
  ['柳和街道安和社区长路1号', '柳和安和', 'a number that two grids have'],
  ['柳和街道无名路9号', '柳和', 'a street nobody knows'],
  ['安和社区', undefined, 'a community that stands in two subdistricts'],
  ['外地某处', undefined, 'nothing of here'],
])('%s lies in %s: %s', (text, id, _why) => {
  expect(places.within(readAddress(text))?.id).toBe(id)
})
