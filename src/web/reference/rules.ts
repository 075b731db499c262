// Who may, in words: the labels of rules name roles and conditions; here they are said as people say them.
import { ROLES, type Role } from '#kernel/access.ts'
import type { Lang, Text } from '#kernel/words.ts'
import { roleWords } from '#modules/account/words.ts'

/** Conditions, by the label of their rule. */
const CONDITIONS: Readonly<Record<string, string>> = {
  'signed in': '登录的工作人员',
  'Linli itself': '系统自己',
  'another system, by its key': '外部系统，凭密钥',
  'reporter, by his receipt': '报告人，凭查询码',
  'scanned the printed code': '扫了门牌码的人',
  'handles it': '正在办的人',
  'the person himself, by a slip from the desk': '本人，凭社区打印的查询条',
  'for an open matter, a running visit or an open correction': '凭正在办的事项、正在进行的走访或没答复的更正请求',
  'above whoever asked': '在申请人之上，不是本人',
  'asked for it himself': '申请人本人',
  'sent it himself': '上传的本人',
  'leads it': '主办单位的人',
  'mediates it': '本案调解员',
  'nobody mediates it yet': '还没指定调解员时',
  'the applicant, by his receipt': '报名人（凭自己的回执）',
  'a party, by the code of its page': '当事人（凭自己那一页的编号）',
  'it is not sealed': '没有封存时',
  'it is over but not sealed': '已经结束、还没有封存时',
  'a second person opened it for him': '经第二人同意、为他打开的',
  'did not mediate it': '没有参与调解的',
  'helps with it': '会办的人',
  'had a hand in it': '经过手的人',
  'had no hand in it': '没有经过手',
  'it was handed to him': '交到他手上的',
  'it was handed to an agency': '已交给责任单位',
  'it was late': '曾经超时',
  'nobody has answered for that': '还没有人阅示',
  'while nobody has taken it': '还没人接单时',
  'it was only spoken': '只有语音',
  'the grid has no worker today': '网格今天没人',
  'while it waits for the check': '等核查时',
  'it lies with the grid': '在网格手上',
  'while it is open': '没办完时',
  'two agencies have returned it': '两个单位都退过',
  'convened the panel or mediates its file': '召集会诊的人、本案调解员',
  'sits on the panel': '会诊成员',
  'sits in this session': '这一场的坐诊人',
  'not whoever wrote it': '不是写的人自己',
}

/** Why something is open to everybody. */
const OPEN: Readonly<Record<string, string>> = {
  'anybody in front of a printed code may ask for mediation, which is free by law':
    '站在门牌码前的人都可以申请调解，依法不收费',
  'exists on test systems only; elsewhere it is missing': '只在测试系统里有',
  'holds a one-time invitation': '手里有一次性的邀请',
  'hours, services and phones of public rooms are public (mission M03)': '公开场所的时间、服务和电话本来就公开',
  'answers about the law and times of sessions are public (mission M17)': '法律解答和坐诊时间本来就公开',
  'sessions are public, and no account is needed to book one (mission M17)': '坐诊对居民公开，预约不用账号',
  'stands in front of the code at the door of a session': '站在坐诊门口的码前',
  'calls are public': '选聘公告是公开的',
  'anybody who is grown up may apply': '成年人都可以报名',
  'holds the receipt of a booking': '手里有预约回执',
  'how a public matter goes on is told to everybody, as its reporter was told':
    '公开事项办到哪了，谁都可以看，报告时说明过',
  'nobody is signed in yet': '这时候还没有登录',
  'of a public matter its kind, place and state are told to everybody, as its reporter was told':
    '公开事项的类别、地点和状态，谁都可以看，报告时说明过',
  'shows invented people alone, on demo systems alone; in production it is missing': '只在演示系统里有，都是编的人',
  'the answer is the same whether anything was sent; a code goes to the telephone alone':
    '发没发，答复都一样；验证码只到那部手机',
  'who holds the telephone and knows the last six of his ID number': '拿着那部手机、知道自己证件号码后六位的人',
  'stands in front of the printed code': '站在门牌码前',
  'the kinds that are public are told to everybody': '公开的类别谁都可以看',
  'the names of districts are public; residents choose theirs without a code': '区名是公开的，居民没有码也能选',
  'what is asked for a public kind is told to everybody': '公开类别要填什么，谁都可以看',
  'who answers for a place is public (mission M02)': '一个地方由谁负责，本来就公开',
}

const AREA: Readonly<Record<string, Text>> = {
  ' of the area': { zh: '（管这个区域的）', en: ' of the area' },
  ' of a counter of the area': { zh: '（这个区域窗口的）', en: ' of a counter of the area' },
  '': { zh: '', en: '' },
}

function one(part: string, lang: Lang): string {
  const condition = CONDITIONS[part]
  if (condition !== undefined) return lang === 'zh' ? condition : part
  const [, names = '', area = ''] = /^([a-z_, ]+?)( of the area| of a counter of the area)?$/.exec(part) ?? []
  const roles = [...new Set(names.split(', '))]
  if (!roles.every((role) => (ROLES as readonly string[]).includes(role))) return part
  const said = roles.map((role) => roleWords[role as Role][lang]).join(lang === 'zh' ? '、' : ', ')
  return `${said}${AREA[area]![lang]}`
}

/** A label in the reader's language; one that has no words here yet is shown as it is. */
export function ruleWords(label: string, lang: Lang): string {
  const reason = /^anyone: (.*)$/.exec(label)?.[1]
  if (reason !== undefined) return lang === 'zh' ? `任何人：${OPEN[reason] ?? reason}` : `anybody: ${reason}`
  const parts = label.split(' and ').map((part) => one(part, lang))
  return parts.join(lang === 'zh' ? '，且' : ', and ')
}
