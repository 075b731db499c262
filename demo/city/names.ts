// Names put together by chance: of people, subdistricts, communities, compounds and roads. Nobody and nowhere is meant.
import type { Throws } from './throws.ts'

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  ...['欧阳', '司马', '上官', '诸葛'],
]
const GIVEN = [
  ...'伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰春梅建国志文红云海燕晓辉玲丹萍鹏浩宇轩欣怡涵雨泽子梓晨思佳嘉诗琪瑶雪峰松柏青林森波清源',
]

export const surname = (throws: Throws): string => throws.oneOf(SURNAMES)
export const givenName = (throws: Throws): string =>
  throws.oneOf(GIVEN) + (throws.inHundred(82) ? throws.oneOf(GIVEN) : '')

const FRONT = [...'安柳清兰松梅竹桂枫荷芳翠春金银锦瑞祥和康宁泰福永长华文明新东南西北']
const BACK = [...'和园河溪桥湖泉山庄坪塘川岭台湾洲堤湾林苑'].filter((sign, at, all) => all.indexOf(sign) === at)
const COMPOUND_END = ['苑', '花园', '家园', '雅居', '庭', '公寓', '新村', '里']

/** The `at`-th pair of characters; different for every number below 600. */
const pair = (at: number): string => FRONT[at % FRONT.length]! + BACK[Math.floor(at / FRONT.length) % BACK.length]!

export const subdistrictName = (at: number): string => `${pair(at * 7 + 3)}街道`
export const communityName = (at: number): string => `${pair(at)}社区`
export const compoundName = (at: number): string =>
  pair(at) + COMPOUND_END[Math.floor(at / (FRONT.length * BACK.length)) % COMPOUND_END.length]!
export const roadName = (at: number): string => `${pair(at * 11 + 5)}路`

const TRADES = [
  '便民超市',
  '水果店',
  '五金店',
  '理发店',
  '餐馆',
  '药房',
  '文具店',
  '洗衣店',
  '维修服务部',
  '贸易有限公司',
  '科技有限公司',
  '物业服务有限公司',
  '社会工作服务中心',
  '书法协会',
]
export const organisationName = (compound: string, at: number): string => compound + TRADES[at % TRADES.length]!
export const SCHOOLS = ['幼儿园', '小学', '初级中学', '高级中学'] as const
