// Rows as people see them come in; what goes out comes back the same.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { pack, rowsOf, workbook } from '#test/archives.ts'
import { encodingOf, toGb18030 } from './encoding.ts'
import { DAMAGED_NUMBER } from './read.ts'
import { keepStrings } from './strings.ts'
import { workbookParts } from './workbook-parts.ts'
import { type Rows, type SheetToWrite, writeCsv, writeXlsx } from './write.ts'
import { zipped } from './zip.ts'

const written = async (write: (to: PassThrough) => Promise<void>): Promise<Buffer> => {
  const to = new PassThrough()
  const [bytes] = await Promise.all([buffer(to), write(to)])
  return bytes
}
const xlsx = (...sheets: SheetToWrite[]) => written((to) => writeXlsx(to, sheets))
const csv = (rows: Rows, encoding: 'utf8-bom' | 'gb18030') => written((to) => writeCsv(to, rows, encoding))
const cellsOf = async (bytes: Buffer, name: string) => (await rowsOf(bytes, name)).map((row) => row.cells)

describe('what goes out', () => {
  it('any words come back the same, by both ways', async () => {
    const word = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `${text.toWellFormed()}字`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
        async (some) => {
          // A reader of .csv cannot tell a byte 0 from a file that is no text.
          const held = some.map((row) => row.map((cell) => cell.replaceAll('\0', '')))
          expect(await cellsOf(await xlsx({ name: '一', rows: some }), '一.xlsx')).toEqual(some)
          expect(await cellsOf(await csv(held, 'utf8-bom'), '一.csv')).toEqual(held)
          expect(await cellsOf(await csv([['栏目'], ...held], 'gb18030'), '一.csv')).toEqual([['栏目'], ...held])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('another reader finds the same: heading in view, lists to choose from, a note above', async () => {
    const heading = ['姓名', '证件号码', '性别']
    const bytes = await xlsx(
      {
        name: '人员/一',
        rows: [heading, ['陈静', '990101197903021234', '女']],
        widths: [12, 24, 6],
        dropDowns: new Map([[2, ['男', '女']]]),
        note: '邻里街道 & 陈静',
      },
      { name: '人员/一', rows: [['一'], ['二']] },
    )
    const book = await readXlsx(bytes)
    expect(book.sheets.map(({ name }) => name)).toEqual(['人员 一', '人员 一 (2)', 'lists'])
    expect(book.sheets[0]!.rows).toEqual([
      ['邻里街道 & 陈静', null, null],
      heading,
      ['陈静', '990101197903021234', '女'],
    ])
    expect(book.sheets[0]!.dataValidations?.[0]).toMatchObject({ type: 'list', range: 'C3:C1048576' })
    expect((await rowsOf(bytes, '名册.xlsx')).map(({ sheet, line }) => `${sheet} ${line}`)).toEqual([
      '人员 一 1',
      '人员 一 2',
      '人员 一 3',
      '人员 一 (2) 1',
      '人员 一 (2) 2',
    ])
  })

  it('rows beyond a sheet go on in the next, below the same heading', async () => {
    const many = [['栏'], ...Array.from({ length: 7 }, (_, i) => [`${i}`])]
    const pieces: Buffer[] = []
    for await (const piece of zipped(workbookParts([{ name: '名册', rows: many }], 4))) pieces.push(piece)
    const found = await rowsOf(Buffer.concat(pieces), '名册.xlsx')
    expect(found.map(({ sheet, cells }) => `${sheet}:${cells[0]}`)).toEqual([
      '名册:栏',
      '名册:0',
      '名册:1',
      '名册:2',
      '名册 (2):栏',
      '名册 (2):3',
      '名册 (2):4',
      '名册 (2):5',
      '名册 (3):栏',
      '名册 (3):6',
    ])
  })
})

describe('what comes in', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="000000"/><numFmt numFmtId="166" formatCode="[Red]0.0&quot;m&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/><xf numFmtId="21"/></cellXfs></styleSheet>`
  const seen: readonly (readonly [string, string])[] = [
    ['<c><v>13800001111</v></c>', '13800001111'],
    ['<c><v>110105790302123</v></c>', '110105790302123'],
    ['<c><v>1.10105197903021E+17</v></c>', '1.10105E+17'],
    ['<c><v>0.1000000000000000055</v></c>', '0.1'],
    ['<c s="1"><v>28916</v></c>', '1979-03-02'],
    ['<c s="2"><v>28916</v></c>', '1979-03-02'],
    ['<c s="1"><v>59</v></c>', '1900-02-28'],
    ['<c s="4"><v>28916.5</v></c>', '1979-03-02 12:00:00'],
    ['<c s="6"><v>0.5</v></c>', '12:00:00'],
    ['<c s="3"><v>1234</v></c>', '001234'],
    ['<c s="5"><v>88.5</v></c>', '88.5'],
    ['<c><f>SUM(A1:A9)</f><v>12</v></c>', '12'],
    ['<c t="str"><f>A1&amp;"x"</f><v>张三x</v></c>', '张三x'],
    ['<c t="b"><v>1</v></c>', 'TRUE'],
    ['<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c t="d"><v>1979-03-02T00:00:00</v></c>', '1979-03-02'],
    ['<c t="s"><v>0</v></c>', '陈静'],
    ['<c t="s"><v>1</v></c>', '欧阳晓'],
    ['<c t="s"><v>99</v></c>', ''],
    ['<c t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>', '甲 乙'],
    ['<c t="inlineStr"><is><t><![CDATA[<丙>&]]></t></is></c>', '<丙>&'],
    ['<x:c t="inlineStr"><x:is><x:t>&#19969;&lt;</x:t></x:is></x:c>', '丁<'],
  ]

  it('cells are what a person sees', async () => {
    const strings =
      '<sst><si><t>陈静</t><rPh><t>chenjing</t></rPh></si><si><r><t>欧阳</t></r><r><t>晓</t></r></si></sst>'
    const data = seen
      .map(([cell], i) => `<row r="${i + 2}">${cell}<c r="C${i + 2}" t="str"><v>末</v></c></row>`)
      .join('<!-- > -->')
    const bytes = await pack(workbook(data, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings }))
    const found = await rowsOf(bytes, '名册.xlsx')
    expect(found.map(({ cells }) => cells)).toEqual(seen.map(([, text]) => [text, '', '末']))
    expect(found[0]).toMatchObject({ sheet: '名册', line: 2 })
    expect(found.flatMap(({ cells }) => cells).filter((cell) => DAMAGED_NUMBER.test(cell))).toEqual(['1.10105E+17'])
  })

  it('strings beyond the memory for them are packed, and found again in any order', () => {
    const kept = keepStrings(256 * 1024)
    const word = (i: number) => `${'邻里街道'.repeat(i % 40)}${i}`
    for (let i = 0; i < 30_000; i++) kept.add(word(i))
    const strings = kept.done()
    const wrong = Array.from({ length: 30_000 }, (_, i) => (i * 7919) % 30_000).filter((i) => strings.at(i) !== word(i))
    expect(wrong).toEqual([])
  })

  it('an archive of both kinds, named as Windows names them', async () => {
    const inner = await xlsx({ name: '一组', rows: [['姓名'], ['陈静']] })
    const bytes = await pack({
      '表/名册.xlsx': inner,
      '表/电话.csv': toGb18030('姓名;电话\n周小兰;"021-\n5"\n\n末;1\n'),
      '__MACOSX/._x': 'x',
    })
    const named = await rowsOf(bytes, '全部.zip')
    expect(named.map(({ sheet, line, cells }) => `${sheet} ${line} ${cells.join('|')}`)).toEqual([
      '名册.xlsx › 一组 1 姓名',
      '名册.xlsx › 一组 2 陈静',
      '电话.csv 1 姓名|电话',
      '电话.csv 2 周小兰|021-\n5',
      '电话.csv 4 末|1',
    ])
  })

  it('every encoding in use is seen', async () => {
    const text = '姓名,地址\r\n陈静,邻里路 1 号\r\n'
    const each: Buffer[] = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      toGb18030(text),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]
    for (const bytes of each)
      expect(await cellsOf(bytes, '名册.csv')).toEqual([
        ['姓名', '地址'],
        ['陈静', '邻里路 1 号'],
      ])
    const late = async function* () {
      for (let i = 0; i < 20; i++) yield Buffer.alloc(65_536, 'a')
      yield toGb18030('陈静')
    }
    expect(await encodingOf(late())).toBe('gb18030')
  })

  it('GB 18030 has every sign in public use, and what is written reads the same', () => {
    const decoder = new TextDecoder('gb18030')
    const wrong: string[] = []
    for (let point = 0; point < 0x30000; point += point < 0x10000 ? 1 : 251) {
      // Halves of pairs, and signs for private use, of which nineteen have no code.
      if (point >= 0xd800 && point < 0xf900) continue
      const sign = `${String.fromCodePoint(point)}。`
      if (decoder.decode(toGb18030(sign)) !== sign) wrong.push(point.toString(16))
    }
    expect(wrong).toEqual([])
  })
})
