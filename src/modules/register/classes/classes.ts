// The seven classes of the registers, with their columns and what is never kept of any (domain 1.2).
import type { ClassCode, Column, RegisterClass } from './column.ts'
import { floatingColumns, registeredColumns, specialColumns } from './person-columns.ts'
import { homeColumns, organisationColumns, rentedColumns, schoolColumns } from './place-columns.ts'

/**
 * Columns of the standard that no purpose of a community needs (PIPL art. 6). They are dropped before they touch the disk.
 * What is refused on principle is not listed here: kernel/refused-words.ts has it.
 */
const NOT_NEEDED =
  '曾用名 籍贯 出生地 婚姻状况 婚姻 文化程度 学历 职业 职业类别 服务处所 工作单位 健康状况 健康情况 个人年收入 年收入 家庭年收入 月收入 ' +
  '身高 体重 兵役状况 银行卡号 银行账号 照片 微信号 微信 QQ QQ号 邮箱 电子邮箱 国籍 外文姓 外文名 ' +
  '房主证件号码 房主身份证号 房主身份证号码 房主公民身份号码 房主姓名 房主联系方式 房主现居地址 房主 房东姓名 房东电话 产权人 ' +
  '承租人姓名 承租人身份证号 承租人身份证号码 承租人公民身份号码 承租人联系方式 承租人 承租人电话 ' +
  '法人身份证号 法定代表人身份证号 负责人身份证号 治保负责人身份证号 流入原因 办证类型 住所类型'

export const notNeeded: ReadonlySet<string> = new Set(NOT_NEEDED.split(' '))

const made = (code: ClassCode, zh: string, en: string, columns: readonly Column[]): RegisterClass => ({
  code,
  name: { zh, en },
  columns,
})

export const classes: Readonly<Record<ClassCode, RegisterClass>> = {
  registered: made('registered', '户籍人口', 'Registered residents', registeredColumns),
  floating: made('floating', '流动人口', 'Floating residents', floatingColumns),
  home: made('home', '实有住房', 'Homes', homeColumns),
  rented: made('rented', '出租房屋', 'Let homes', rentedColumns),
  special: made('special', '特殊人群（只计数）', 'Special groups (counted only)', specialColumns),
  organisation: made('organisation', '两新组织', 'Organisations', organisationColumns),
  school: made('school', '校园周边', 'Schools', schoolColumns),
}
