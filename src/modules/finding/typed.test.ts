// What people type, and how names are read.
import { describe, expect, test } from 'vitest'
import { openGrams } from './grams.ts'
import { readingOf, readsAt } from './readings.ts'
import { simple, simpleAddress } from './simple.ts'
import { typedIn } from './typed.ts'
import { isWholeNumber } from './words.ts'

test('texts are compared half-width, simplified, without spaces and dots', () => {
  expect(simple('張　曉蘭')).toBe('张晓兰')
  expect(simple('阿依·努尔')).toBe('阿依努尔')
  expect(simpleAddress('清荷苑３栋二单元')).toBe('清荷苑3号楼2单元')
  expect(simpleAddress('清荷苑十二號樓')).toBe('清荷苑12号楼')
  expect(simpleAddress('第12网格')).toBe('12网格')
})

describe('what was typed', () => {
  test('an address with a room', () => {
    for (const text of ['清荷苑3号楼2单元502', '清荷苑3栋二单元502室', '清荷苑3-2-502'])
      expect(typedIn(text)).toMatchObject({ address: ['清荷苑3号楼', '2单元'], room: '502' })
    expect(typedIn('清荷苑3栋二单元502').whole).toBe('清荷苑3号楼2单元502室')
    expect(typedIn('3号楼 2单元')).toMatchObject({
      words: ['3号楼', '2单元'],
      address: ['3号楼', '2单元'],
      room: '',
      whole: '',
    })
  })
  test('a name, letters, a tail, a code', () => {
    expect(typedIn('張曉蘭').name).toBe('张晓兰')
    expect(typedIn('Zhang Xiaolan').letters).toBe('zhangxiaolan')
    expect(typedIn('1234').tail).toBe('1234')
    expect(typedIn('91990101ma000001X9').code).toBe('91990101MA000001X9')
  })
  test('whole numbers are told apart from parts of them', () => {
    for (const whole of [
      '13970000001',
      '+86 139-7000-0001',
      '１３９７０００００００',
      '990101197503070013',
      '99010119750307001x',
    ])
      expect(isWholeNumber(whole), whole).toBe(true)
    for (const part of ['1397000000', '70000001', '990101', '清荷苑', '13970000001号'])
      expect(isWholeNumber(part), part).toBe(false)
  })
})

test('a name is found by its reading, its initials, from inside, and while it is typed', () => {
  const reads = (name: string, letters: string) => readsAt(readingOf(name), letters)
  for (const letters of ['shanxiaolan', 'shanxl', 'sxl', 'shanxiao', 'sxiaol'])
    expect(reads('单晓兰', letters), letters).toBe(0)
  expect(reads('单晓兰', 'xiaolan')).toBe(1)
  expect(reads('曾国庆', 'zeng')).toBe(0)
  for (const letters of ['lvguifang', 'luguifang', 'lyuguifang', 'lgf']) expect(reads('吕桂芳', letters)).toBe(0)
  expect(reads('张伟', 'zhangwen')).toBe(-1)
})

test('texts are found by every word of them', async () => {
  const grams = await openGrams(['清荷苑3号楼', '清荷苑13号楼', '柳岸里3号楼', '清荷社区'])
  expect(grams.find(['清荷', '3号楼'], 9)).toEqual([0, 1])
  expect(grams.find(['楼'], 9)).toEqual([0, 1, 2])
  expect(grams.find(['青荷'], 9)).toEqual([])
  expect(grams.find(['清荷'], 1)).toHaveLength(1)
})
