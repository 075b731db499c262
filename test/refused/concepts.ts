// What Linli keeps of nobody (mission.md, domain 7.3, reliability 4.3): each concept in Chinese, in pinyin and in English.

export type Concept = {
  readonly why: string
  readonly zh: readonly string[]
  /** Without tones and spaces, as it would stand in a column's name. */
  readonly pinyin: readonly string[]
  /** Words as an identifier or a sentence would join them. */
  readonly en: readonly string[]
}

const concept = (why: string, zh: string, pinyin: string, en: string): Concept => ({
  why,
  zh: zh.split(' '),
  pinyin: pinyin.split(' '),
  en: en.split(', '),
})

const BODY = 'PIPL art. 28: biometric data; nobody is recognised here'
const BELIEF = 'PIPL art. 28: no purpose of a community needs it'
const WAY = 'whereabouts are sensitive, and people are not followed (domain 7.3)'
const SCORE = 'nobody is scored, ranked or predicted (PIPL art. 24)'
const LABEL = 'a label outlives its reason and is used against people'
const PETITION = 'what somebody asked for is never held against him (信访工作条例)'
const PAST = 'sealed or none of a community’s business (治安管理处罚法, 社区矫正法, 精神卫生法)'

export const CONCEPTS: readonly Concept[] = [
  concept(BODY, '人脸 面部特征 刷脸', 'renlian mianbu shualian', 'face, facial, face id'),
  concept(BODY, '指纹 掌纹', 'zhiwen zhangwen', 'fingerprint, palm print'),
  concept(BODY, '虹膜 声纹 步态', 'hongmo shengwen butai', 'iris, voiceprint, voice print, gait'),
  concept(BODY, '血型 基因', 'xuexing jiyin', 'blood type, dna, genome'),
  concept(BODY, '情绪识别', 'qingxushibie', 'emotion, mood score'),
  concept(BODY, '车牌识别 车牌号', 'chepaishibie chepaihao', 'plate number, number plate, license plate'),
  concept(BELIEF, '宗教 信教 信仰', 'zongjiao xinjiao xinyang', 'religion, religious, belief, faith'),
  concept(
    BELIEF,
    '民族成份 族别 少数民族',
    'minzuchengfen zubie shaoshuminzu',
    'ethnicity, ethnic, race, nationality group',
  ),
  concept(BELIEF, '政治面貌 政治立场', 'zhengzhimianmao zhengzhilichang', 'political, politics, party member'),
  concept(BELIEF, '性取向', 'xingquxiang', 'sexual orientation, sexuality'),
  concept(BELIEF, '工会会员', 'gonghuihuiyuan', 'union member'),
  concept(WAY, '行踪 轨迹', 'xingzong guiji', 'track, tracking, trajectory, whereabouts, last seen at'),
  concept(WAY, '电子围栏 出入记录', 'dianziweilan churujilu', 'geofence, entry log, home leaving'),
  concept(WAY, '同行人 密接', 'tongxingren mijie', 'companions of, contact tracing'),
  concept(SCORE, '积分 信用分', 'jifen xinyongfen', 'score, credit score, points, credits'),
  concept(
    SCORE,
    '风险等级 危险等级 稳定等级',
    'fengxiandengji weixiandengji wendingdengji',
    'risk level, risk score, risk grade, danger level',
  ),
  concept(SCORE, '红黄绿码 赋码', 'honghuanglvma fuma', 'colour code, color code, health code'),
  concept(SCORE, '关注程度 关注等级', 'guanzhuchengdu guanzhudengji', 'attention level, watch level, concern level'),
  concept(SCORE, '打卡排名 排行榜', 'dakapaiming paihangbang', 'leaderboard, ranking, rank, check in streak'),
  concept(SCORE, '预测犯罪 预警人员', 'yucefanzui yujingrenyuan', 'crime prediction, predicted offender'),
  concept(
    LABEL,
    '重点人员 重点人群',
    'zhongdianrenyuan zhongdianrenqun',
    'key person, key persons, person of interest',
  ),
  concept(LABEL, '黑名单 失信人员', 'heimingdan shixinrenyuan', 'blacklist, denylist of people'),
  concept(LABEL, '高危人员 特殊人员', 'gaoweirenyuan teshurenyuan', 'high risk person, special person'),
  concept(LABEL, '管控 稳控 盯防', 'guankong wenkong dingfang', 'person control, stability control, keep watch on'),
  concept(LABEL, '维稳对象', 'weiwenduixiang', 'stability target'),
  concept(LABEL, '人员标签', 'renyuanbiaoqian', 'person tag, person tags, person label'),
  concept(PETITION, '上访户 缠访 闹访', 'shangfanghu chanfang naofang', 'petitioner, petitioners, petitioner list'),
  concept(
    PETITION,
    '重复投诉人 职业投诉人',
    'chongfutousuren zhiyetousuren',
    'repeat complainer, complaint count of person',
  ),
  concept(PETITION, '投票记录', 'toupiaojilu', 'vote history, voted for'),
  concept(PAST, '前科 违法记录 案底', 'qianke weifajilu andi', 'criminal record, offence history, convictions'),
  concept(PAST, '吸毒史 涉毒', 'xidushi shedu', 'drug history, drug user'),
  concept(PAST, '艾滋', 'aizi', 'hiv, aids status'),
  concept(
    PAST,
    '肇事史 精神病史 病情等级',
    'zhaoshishi jingshenbingshi bingqingdengji',
    'diagnosis, psychiatric history, illness grade',
  ),
  concept(PAST, '刑期 罪名', 'xingqi zuiming', 'sentence length, offence of person'),
]
