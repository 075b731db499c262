// What Linli keeps of nobody (mission, PIPL art. 24 and 28): each concept in Chinese, pinyin and English. The one list,
// for columns, contracts and texts of the product, headings of files that are sent in, and whatever people may name.
import { line } from './contract.ts'

export type Concept = {
  readonly why: string
  /** Refused wherever they stand. */
  readonly zh: readonly string[]
  /** Refused as the name of a field, heading, tag or kind; in a sentence they may be said. */
  readonly zhNames: readonly string[]
  /** Without tones and spaces, as it would stand in a column's name; one for each of `zh`, then of `zhNames`. */
  readonly pinyin: readonly string[]
  /** Words as an identifier or a sentence would join them. */
  readonly en: readonly string[]
}

/** A word with `=` before it is refused as a name only. */
const concept = (why: string, zh: string, pinyin: string, en: string): Concept => ({
  why,
  zh: zh.split(' ').filter((word) => !word.startsWith('=')),
  zhNames: zh.split(' ').flatMap((word) => (word.startsWith('=') ? [word.slice(1)] : [])),
  pinyin: pinyin.split(' '),
  en: en.split(', '),
})

const BODY = 'PIPL art. 28: biometric data; nobody is recognised here'
const HEALTH = 'PIPL art. 28: medical health; the community needs what help is asked for, not the illness'
const BELIEF = 'PIPL art. 28: no purpose of a community needs it'
const WAY = 'whereabouts are sensitive, and people are not followed (domain 7.3)'
const SCORE = 'nobody is scored, ranked or predicted (PIPL art. 24)'
const LABEL = 'a label outlives its reason and is used against people'
const PETITION = 'what somebody asked for is never held against him (信访工作条例)'
const PAST = 'sealed or none of a community’s business (治安管理处罚法, 社区矫正法, 精神卫生法)'

export const CONCEPTS: readonly Concept[] = [
  concept(BODY, '人脸 面部特征 刷脸', 'renlian mianbu shualian', 'face, facial, face id, face recognition'),
  concept(BODY, '指纹 掌纹', 'zhiwen zhangwen', 'fingerprint, palm print'),
  concept(BODY, '虹膜 声纹 步态', 'hongmo shengwen butai', 'iris, voiceprint, voice print, gait'),
  concept(BODY, '血型 基因', 'xuexing jiyin', 'blood type, dna, genome'),
  concept(BODY, '情绪识别', 'qingxushibie', 'emotion, mood score'),
  concept(BODY, '车牌识别 车牌号', 'chepaishibie chepaihao', 'plate number, number plate, license plate'),
  concept(HEALTH, '=诊断 =确诊 =病名', 'zhenduan quezhen bingming', 'diagnosed, name of illness'),
  concept(HEALTH, '=病史 =患病 =病情', 'bingshi huanbing bingqing', 'medical history, disease, illness'),
  concept(
    HEALTH,
    '=残疾等级 =避孕措施 =流产史',
    'canjidengji biyuncuoshi liuchanshi',
    'disability grade, contraception',
  ),
  concept(BELIEF, '宗教 信教 信仰', 'zongjiao xinjiao xinyang', 'religion, religious, religious belief, belief, faith'),
  concept(BELIEF, '=教派 =教友 =邪教人员', 'jiaopai jiaoyou xiejiaorenyuan', 'denomination, cult member'),
  concept(
    BELIEF,
    '民族成份 族别 少数民族 =民族 =族裔',
    'minzuchengfen zubie shaoshuminzu minzu zuyi',
    'ethnicity, ethnic, race, nationality group',
  ),
  concept(
    BELIEF,
    '政治面貌 政治立场 =政治倾向 =党派 =党员',
    'zhengzhimianmao zhengzhilichang zhengzhiqingxiang dangpai dangyuan',
    'political, politics, party member',
  ),
  concept(BELIEF, '性取向', 'xingquxiang', 'sexual orientation, sexuality'),
  concept(BELIEF, '工会会员', 'gonghuihuiyuan', 'union member'),
  concept(WAY, '行踪 轨迹', 'xingzong guiji', 'track, tracking, trajectory, whereabouts, last seen at'),
  concept(WAY, '=实时位置 =人员定位 =手机串号', 'shishiweizhi renyuandingwei shoujichuanhao', 'live location, imei'),
  concept(WAY, '电子围栏 出入记录', 'dianziweilan churujilu', 'geofence, entry log, home leaving'),
  concept(WAY, '同行人 密接', 'tongxingren mijie', 'companions of, contact tracing'),
  concept(SCORE, '积分 信用分', 'jifen xinyongfen', 'score, credit score, social score, points, credits'),
  concept(SCORE, '=信用等级 =诚信等级', 'xinyongdengji chengxindengji', 'trust level, trust grade, credit rating'),
  concept(
    SCORE,
    '风险等级 危险等级 稳定等级 =危险性评估 =风险评估等级',
    'fengxiandengji weixiandengji wendingdengji weixianxingpinggu fengxianpinggudengji',
    'risk level, risk score, risk grade, danger level',
  ),
  concept(
    SCORE,
    '=人员等级 =人员分级 =人员分类 =管理等级',
    'renyuandengji renyuanfenji renyuanfenlei guanlidengji',
    'person grade, person level, social class',
  ),
  concept(SCORE, '红黄绿码 赋码', 'honghuanglvma fuma', 'colour code, color code, health code'),
  concept(
    SCORE,
    '关注程度 关注等级 =关注级别 =是否关注 =重点关注',
    'guanzhuchengdu guanzhudengji guanzhujibie shifouguanzhu zhongdianguanzhu',
    'attention level, watch level, concern level',
  ),
  concept(SCORE, '打卡排名 排行榜', 'dakapaiming paihangbang', 'leaderboard, ranking, rank, check in streak'),
  concept(SCORE, '预测犯罪 预警人员', 'yucefanzui yujingrenyuan', 'crime prediction, predicted offender'),
  concept(
    LABEL,
    '重点人员 重点人群 =重点对象 =关注对象',
    'zhongdianrenyuan zhongdianrenqun zhongdianduixiang guanzhuduixiang',
    'key person, key persons, person of interest',
  ),
  concept(
    LABEL,
    '黑名单 失信人员',
    'heimingdan shixinrenyuan',
    'blacklist, black list, watch list, denylist of people',
  ),
  concept(LABEL, '高危人员 特殊人员', 'gaoweirenyuan teshurenyuan', 'high risk person, special person'),
  concept(
    LABEL,
    '=不放心人员 =闲散人员 =心理失衡',
    'bufangxinrenyuan xiansanrenyuan xinlishiheng',
    'idle person, unstable person',
  ),
  concept(LABEL, '=涉稳 =涉恐 =涉黑', 'shewen shekong shehei', 'terror suspect, gang member'),
  concept(LABEL, '管控 稳控 盯防', 'guankong wenkong dingfang', 'person control, stability control, keep watch on'),
  concept(LABEL, '维稳 维稳对象', 'weiwen weiwenduixiang', 'stability target'),
  concept(LABEL, '=钉子户 =难缠户', 'dingzihu nanchanhu', 'troublemaker, nail house'),
  concept(LABEL, '人员标签', 'renyuanbiaoqian', 'person tag, person tags, person label'),
  concept(
    PETITION,
    '上访户 缠访 闹访 =信访 =上访 =进京访',
    'shangfanghu chanfang naofang xinfang shangfang jinjingfang',
    'petitioner, petitioners, petitioner list',
  ),
  concept(
    PETITION,
    '重复投诉人 职业投诉人',
    'chongfutousuren zhiyetousuren',
    'repeat complainer, complaint count of person',
  ),
  concept(PETITION, '投票记录 =诉讼记录', 'toupiaojilu susongjilu', 'vote history, voted for, litigation history'),
  concept(
    PAST,
    '前科 违法记录 案底 =违法 =犯罪 =累犯',
    'qianke weifajilu andi weifa fanzui leifan',
    'criminal record, offence history, convictions, criminal',
  ),
  concept(PAST, '=处罚记录 =不良行为', 'chufajilu buliangxingwei', 'penalty record, misconduct'),
  concept(PAST, '吸毒史 涉毒 =吸毒 =戒毒', 'xidushi shedu xidu jiedu', 'drug history, drug user, addict'),
  concept(PAST, '艾滋 =性病', 'aizi xingbing', 'hiv, aids status'),
  concept(
    PAST,
    '肇事史 精神病史 病情等级 =精神障碍 =肇事',
    'zhaoshishi jingshenbingshi bingqingdengji jingshenzhangai zhaoshi',
    'diagnosis, psychiatric history, illness grade',
  ),
  concept(
    PAST,
    '刑期 罪名 =服刑 =刑满释放 =社区矫正',
    'xingqi zuiming fuxing xingmanshifang shequjiaozheng',
    'sentence length, offence of person, ex convict, probation',
  ),
]

/** Headings that files made after the national data standard bring along; the demo's files carry them to be dropped. */
export const STANDARD_HEADINGS = ['民族', '宗教信仰', '政治面貌', '是否重点关注', '原罪名', '关注程度'] as const

/** Traditional spellings of the characters above, each before its simplified one. */
const TRADITIONAL =
  '傾倾別别區区員员單单嚮向圍围場场實实對对彆别彔录復复徵征態态戶户敎教數数斷断時时曏向會会業业標标機机欄栏殘残測测滿满為为爲为產产産产矯矫確确碼码礙碍積积穩稳簽签籤签紅红紋纹級级綠绿維维緑绿緒绪纍累纏缠罰罚羣群聲声職职臉脸處处號号衕同複复記记訟讼訪访訴诉診诊註注評评誠诚識识賦赋跡迹蹟迹蹤踪車车軌轨進进違违釋释釘钉錄录録录閑闲閒闲關关險险難难電电預预類类風风鬧闹麪面麫面麵面黃黄點点黨党齣出'
const toSimplified = new Map(
  Array.from({ length: TRADITIONAL.length / 2 }, (_, at) => [TRADITIONAL[at * 2]!, TRADITIONAL[at * 2 + 1]!]),
)

/** English words that are refused inside a longer name, too: nobody calls a kind so by chance. */
const ANYWHERE = new Set([
  'blacklist',
  'troublemaker',
  'petitioner',
  'petitioners',
  'fingerprint',
  'whereabouts',
  'religion',
  'ethnicity',
])

/** Half-width, simplified, nothing invisible, no space between Chinese characters: 「風　險等級」 is 「风险等级」. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\p{Script=Han}/gu, (sign) => toSimplified.get(sign) ?? sign)

/** `riskLevel`, `risk_level` and `Risk level` are the same words. */
const wordsOf = (name: string): string =>
  ` ${name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim()} `

/** Whether some words in a row, written together, are this one: `fengxian_dengji` is fengxiandengji, `standIn` is not andi. */
function spells(words: string, pinyin: string): boolean {
  const list = words.trim().split(' ')
  return list.some((_, from) =>
    list.slice(from).some((_, more) => list.slice(from, from + more + 1).join('') === pinyin),
  )
}

/**
 * The refused word in a text, with the reason; undefined where there is none. `name`: of a field, a column, a heading or a
 * tag, where every word counts. `setting`: what people call a kind or a duty, where a single English word or pinyin counts
 * if it is all there is. `text`: a sentence, in which a single English word means nothing (`face the street`).
 */
export function refusedIn(text: string, as: 'name' | 'setting' | 'text'): { word: string; why: string } | undefined {
  const plain = folded(text)
  const joined = as === 'name' ? plain.replace(/[^\p{L}\p{N}]+/gu, '') : plain
  const words = wordsOf(plain)
  const whole = words.trim()
  for (const { zh, zhNames, pinyin, en, why } of CONCEPTS) {
    const word =
      zh.find((one) => joined.includes(one)) ??
      zhNames.find((one) => (as === 'name' ? joined.includes(one) : as === 'setting' && joined === one)) ??
      en.find((one) =>
        as === 'name' || one.includes(' ') || (as === 'setting' && ANYWHERE.has(one))
          ? words.includes(` ${one} `)
          : as === 'setting' && whole === one,
      ) ??
      pinyin.find((one) => (as === 'name' ? spells(words, one) : as === 'setting' && whole.replaceAll(' ', '') === one))
    if (word) return { word, why }
  }
  return undefined
}

/** A name that people edit, of one line and at most so many characters: what is refused as a field is refused as a setting too. */
export const kindName = (most: number) =>
  line(1, most).refine((text) => !refusedIn(text, 'setting'), {
    message: '这里不给人贴标签 · people are not labelled here',
  })
