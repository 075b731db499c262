// What is said about a cell that cannot be taken as it is, and what to do about it.
import type { Text } from '#kernel/words.ts'

export type FaultWords = { readonly says: Text; readonly hint: Text }

const said = (zh: string, en: string, hintZh: string, hintEn: string): FaultWords => ({
  says: { zh, en },
  hint: { zh: hintZh, en: hintEn },
})

export const faultWords = {
  missing: said('必填，没有填', 'needed, but empty', '请补上这一格。', 'Fill in this cell.'),
  tooLong: said(
    '内容太长',
    'too long',
    '请缩短，或检查各列是否错位。',
    'Shorten it, or check whether cells have slipped into the wrong column.',
  ),
  damaged: said(
    '有读不出的字符',
    'holds characters that cannot be read',
    '文件的编码可能存错了，请从原表重新填写。',
    'The file was perhaps saved in a wrong encoding; take the cell from the original.',
  ),
  shifted: said(
    '这一行比表头多出内容',
    'more cells than headings',
    '可能有单元格错位，请和表头对齐。',
    'Cells may have slipped to the right; line them up with the headings.',
  ),
  noName: said(
    '没有写出姓名',
    'is not a name',
    '“不详”“无”不算姓名，请填写本人姓名。',
    'Words such as “unknown” are no name; enter the person’s own.',
  ),
  nameSigns: said(
    '姓名里有数字或符号',
    'digits or symbols in a name',
    '姓名只写文字；备注请写在别处。',
    'Write letters only; put remarks elsewhere.',
  ),
  nameShort: said(
    '姓名只有一个字',
    'a name of one character',
    '请核对；没有错可以不改。',
    'Check it; leave it if it is right.',
  ),
  numberMasked: said(
    '号码有星号，已被遮盖',
    'masked with stars',
    '请填写完整号码，或清空这一格并填出生日期。',
    'Enter the whole number, or clear the cell and enter the date of birth.',
  ),
  numberDamaged: said(
    '号码被表格软件改坏',
    'changed by the spreadsheet program',
    '先把这一列设为“文本”，再从原始资料填写。',
    'Set the column to “text” first, then enter the number again from the original.',
  ),
  numberLength: said(
    '号码应为 18 位（旧号 15 位）',
    'must have 18 characters (old numbers: 15)',
    '请对照证件核对位数。',
    'Compare its length with the card.',
  ),
  numberSigns: said(
    '号码里有不该有的字符',
    'characters that do not belong in a number',
    '请检查是否把 0 写成 O、1 写成 l。',
    'Check whether O was typed for 0, or l for 1.',
  ),
  numberDay: said(
    '号码里的出生日期不存在',
    'the date of birth in it does not exist',
    '请对照证件核对第 7 至 14 位。',
    'Compare characters 7 to 14 with the card.',
  ),
  numberFuture: said(
    '号码里的出生日期在今天之后',
    'the date of birth in it is in the future',
    '请对照证件核对第 7 至 14 位。',
    'Compare characters 7 to 14 with the card.',
  ),
  numberCheck: said(
    '号码校验位不符',
    'its check digit does not fit',
    '多半是抄错一位，请对照证件核对。',
    'Most likely one character is wrong; compare it with the card.',
  ),
  paperNumber: said(
    '证件号码的写法不对',
    'is not how a document number is written',
    '证件号码由 5 至 30 个字母、数字组成。',
    'Such a number has 5 to 30 letters and digits.',
  ),
  birthNumber: said(
    '出生日期和号码里的不一致',
    'differs from the date of birth in the number',
    '两处有一处错了，请对照证件核对。',
    'One of the two is wrong; compare both with the card.',
  ),
  sexNumber: said(
    '性别和号码里的不一致',
    'differs from the sex in the number',
    '两处有一处错了，请对照证件核对。',
    'One of the two is wrong; compare both with the card.',
  ),
  whoElse: said(
    '号码和出生日期都没有',
    'neither a number nor a date of birth',
    '至少填一项，否则分不清是不是同一个人。',
    'Enter at least one, or people of the same name cannot be told apart.',
  ),
  day: said('读不出是哪一天', 'cannot be read as a date', '请写成 1979-03-02。', 'Write it as 1979-03-02.'),
  dayPart: said('日期不完整', 'the date is incomplete', '请写到日：1979-03-02。', 'Write the full date: 1979-03-02.'),
  dayFuture: said('日期在今天之后', 'the date is in the future', '请核对年份。', 'Check the year.'),
  dayOrder: said('结束早于开始', 'it ends before it begins', '请核对两个日期。', 'Check both dates.'),
  phone: said(
    '不是电话号码',
    'is not a telephone number',
    '手机 11 位；座机请带区号：0371-66123456。',
    'A mobile number has 11 digits; a landline needs its area code: 0371-66123456.',
  ),
  phoneMany: said(
    '有几个号码，只取第一个',
    'several numbers; the first is taken',
    '如要换一个，请只留一个号码。',
    'Leave only one if another is meant.',
  ),
  sex: said(
    '性别写法认不出',
    'cannot be read as a sex',
    '请写“男”或“女”，或代码 1、2、0、9。',
    'Write 男 or 女, or the code 1, 2, 0 or 9.',
  ),
  choice: said(
    '不在可选项里',
    'is not one of the choices',
    '请从模板的下拉表里选。',
    'Choose from the list in the template.',
  ),
  yes: said(
    '请写“是”或“否”',
    'is neither yes nor no',
    '请写“是”或“否”，或代码 01、02。',
    'Write 是 or 否, or the code 01 or 02.',
  ),
  number: said(
    '不是这里能用的数',
    'is not a number that fits here',
    '只写数字，例如 86.5。',
    'Write digits only, such as 86.5.',
  ),
  address: said(
    '地址没有写到楼栋或门牌',
    'names no building or house number',
    '请写到门牌：清荷苑3号楼2单元502室。',
    'Write it to the door: 清荷苑3号楼2单元502室.',
  ),
  noRoom: said(
    '房屋地址没有写到室',
    'names no room',
    '请写到室：清荷苑3号楼2单元502室。',
    'Write it to the room: 清荷苑3号楼2单元502室.',
  ),
  noPlace: said(
    '本辖区里没有这个地址',
    'there is no such place in this area',
    '请核对社区、小区和楼号；新楼请先在区域里登记。',
    'Check community, compound and building; a new building is entered in the area first.',
  ),
  creditLength: said(
    '信用代码应为 18 位',
    'a credit code has 18 characters',
    '请对照执照核对位数。',
    'Compare it with the licence.',
  ),
  creditSigns: said(
    '信用代码里有不该有的字符',
    'characters that no credit code has',
    '代码里没有 I、O、S、V、Z，请检查是否把 0 写成 O、1 写成 I。',
    'A code has no I, O, S, V or Z; check whether O was typed for 0, or I for 1.',
  ),
  creditCheck: said(
    '信用代码校验位不符',
    'its check digit does not fit',
    '多半是抄错一位，请对照执照核对。',
    'Most likely one character is wrong; compare it with the licence.',
  ),
  creditInner: said(
    '代码里的组织机构码校验不符',
    'the organisation code inside does not fit',
    '早期代码会这样；没有错可以不改。',
    'Early codes are like this; leave it if it is right.',
  ),
} satisfies Record<string, FaultWords>

export type Reason = keyof typeof faultWords

/** Why a heading leads nowhere. */
export const neverWords: Readonly<Record<'refused' | 'notNeeded', Text>> = {
  refused: { zh: '邻里不记录这类内容，整列已丢弃', en: 'Linli keeps nothing of this kind; the column is dropped' },
  notNeeded: { zh: '社区工作用不到，整列已丢弃', en: 'No work of a community needs it; the column is dropped' },
}
