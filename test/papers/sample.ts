// A mediation file told in full: noise between a flat and the office above it, from the first knock to the court.
import type { FileOnPaper, PartyOnPaper, RecordOnPaper, Scan } from '#modules/mediation/papers/shape.ts'
import { grey } from './grey.ts'

const APPLICANT: PartyOnPaper = {
  id: 'a1',
  side: 'applicant',
  kind: 'person',
  name: '苏念慈',
  sex: '女',
  age: 67,
  occupation: '退休教师',
  phone: '13800000101',
  address: '邻里街道青石桥社区槐树里3号楼2单元302室',
  agents: [
    {
      name: '梁叙白',
      relation: '儿子',
      scope: 'special',
      powers: '代为承认、放弃、变更请求事项，进行和解，签署调解协议。',
      from: '2026-03-02',
      to: null,
    },
  ],
}
const RESPONDENT: PartyOnPaper = {
  id: 'r1',
  side: 'respondent',
  kind: 'organisation',
  name: '云栖文化创意工作室',
  legalRepresentative: '贺知行',
  creditCode: '91990000MA00000004',
  phone: '13800000202',
  address: '邻里街道青石桥社区槐树里3号楼2单元402室',
  agents: [],
}

const session = (at: string, until: string, result: string, undisputed: string[]): RecordOnPaper => ({
  kind: 'session',
  at,
  until,
  place: '青石桥社区调解室',
  mode: '当面',
  present: ['青石桥社区网格员周小兰', '物业服务中心代表许澄'],
  chair: '沈婉',
  recorder: '陶然',
  undisputed,
  result,
  lines: [
    { who: '沈婉（调解员）', said: '今天请双方坐下来，把事情说清楚。是否申请回避？' },
    { who: '苏念慈', said: '不申请。楼上从早上七点就开始搬桌椅、放音乐，有时到晚上十一点，我血压都上来了，睡不好觉。' },
    { who: '贺知行', said: '不申请。我们做排练，确实有声音，不是故意的。地板是木的，没有做隔音。' },
    { who: '沈婉（调解员）', said: '房屋用作办公，应当经有利害关系的业主一致同意。先说能做到的：时间和隔音。' },
    { who: '贺知行', said: '愿意调整排练时间，铺隔音垫，费用我们出。' },
  ],
})

const scan = (id: string, of: Scan['of'], about: string, words: string, pages = 1): Scan => ({
  id,
  of,
  about,
  words,
  pages: Array.from({ length: pages }, (_, n) => ({ ...grey(160, 100 + n), type: 'png' as const })),
})

export const FULL: FileOnPaper = {
  no: '（2026）邻街人调字第51号',
  title: '苏念慈与云栖文化创意工作室噪声纠纷',
  url: 'https://linli.example.cn/desk/mediation/0199aaaa-0000-7000-8000-000000000051',
  committee: { name: '邻里街道人民调解委员会', word: '邻街人调', stampedBy: '邻里街道人民调解委员会' },
  kind: { zh: '邻里纠纷', en: 'neighbours', code: 'RM02' },
  source: { way: 'applied' },
  openedOn: '2026-03-02',
  acceptedOn: '2026-03-03',
  closedOn: '2026-06-20',
  simple: false,
  retention: '长期（10年）',
  mediators: [
    { name: '沈婉', role: 'lead' },
    { name: '顾长河', role: 'joint' },
    { name: '陶然', role: 'recorder' },
  ],
  filer: '陶然',
  checker: '顾长河',
  outcome: 'written',
  parties: [APPLICANT, RESPONDENT],
  facts:
    '自2025年11月起，被申请人在302室楼上的402室开设工作室，每日7时至23时排练、搬动桌椅，噪声直达楼下。申请人多次上门劝说、向物业反映，未能解决。2026年2月27日夜间双方在楼道发生争吵，经网格员劝开。',
  requests: '1. 被申请人停止在夜间和午间产生噪声；\n2. 对402室地面做隔音；\n3. 赔偿申请人购买隔音窗的费用3860.5元。',
  rightsToldOn: '2026-03-03',
  evidence: [
    { name: '夜间噪声录音', source: '申请人手机', original: true, pages: 1, by: '苏念慈', on: '2026-03-03' },
    { name: '隔音窗购买发票', source: '建材市场', original: false, pages: 2, by: '梁叙白', on: '2026-03-05' },
    { name: '物业上门记录', source: '物业服务中心', original: false, pages: 3, by: '许澄', on: '2026-03-06' },
  ],
  records: [
    {
      kind: 'visit',
      at: '2026-03-05 19:30',
      until: '2026-03-05 20:40',
      place: '槐树里3号楼2单元302室、402室',
      mode: '现场',
      present: ['周小兰'],
      chair: '沈婉',
      recorder: '陶然',
      lines: [
        { who: '问', said: '平时什么时候声音最大？' },
        { who: '答（苏念慈）', said: '晚上九点以后，挪凳子一下一下的。' },
        { who: '问', said: '402室地面做过隔音吗？' },
        { who: '答（贺知行）', said: '没有，租下来就是木地板。' },
      ],
      undisputed: ['402室用作排练，地面为木地板，没有隔音层。'],
      result: '在302室卧室可以清楚听到楼上移动桌椅的声音。',
    },
    session('2026-03-09 14:30', '2026-03-09 16:10', '双方同意先约定安静时间，隔音和赔偿下次再谈。', [
      '402室自2025年11月起用作工作室。',
      '2026年2月27日夜间双方在楼道争吵，没有动手。',
    ]),
    session('2026-03-16 14:30', '2026-03-16 15:50', '双方达成协议，当场签署。', []),
  ],
  agreement: {
    form: 'written',
    no: '（2026）邻街人调协字第51号',
    facts: '被申请人在402室开设工作室，排练和搬动桌椅产生噪声，影响申请人休息。',
    dispute: '双方对安静时间、隔音措施和隔音窗费用有争议。',
    terms: [
      { no: 1, words: '被申请人每日12时至14时、20时至次日8时不排练、不搬动桌椅。' },
      {
        no: 2,
        words: '被申请人在402室全屋铺设隔音垫，费用自行承担。',
        dueOn: '2026-03-31',
        payer: '云栖文化创意工作室',
      },
      {
        no: 3,
        words: '被申请人补偿申请人隔音窗费用。',
        fen: 386_050,
        dueOn: '2026-04-15',
        payer: '云栖文化创意工作室',
        payee: '苏念慈',
      },
    ],
    copies: 3,
    signatures: [
      { who: '梁叙白', role: 'agent', way: 'paper', on: '2026-03-16' },
      { who: '云栖文化创意工作室', role: 'party', way: 'stamp', on: '2026-03-16' },
      { who: '沈婉', role: 'mediator', way: 'paper', on: '2026-03-16' },
      { who: '陶然', role: 'recorder', way: 'paper', on: '2026-03-16' },
      { who: '邻里街道人民调解委员会', role: 'committee', way: 'stamp', on: '2026-03-16' },
    ],
    effectiveOn: '2026-03-16',
  },
  performance: [
    { term: 2, on: '2026-03-28', words: '隔音垫铺设完毕，双方到场看过。', pages: 0 },
    { term: 3, on: '2026-04-10', words: '银行转账3860.5元。', pages: 1 },
  ],
  followUps: [
    {
      on: '2026-03-23',
      way: '上门',
      words: '一周来夜间安静，申请人能睡整觉。',
      performance: '正在履行',
      satisfaction: '满意',
      by: '沈婉',
    },
    {
      on: '2026-04-16',
      way: '电话',
      words: '款项收到，双方在楼道见面打招呼。',
      performance: '已履行',
      satisfaction: '满意',
      by: '沈婉',
    },
  ],
  confirmation: {
    askedOn: '2026-03-20',
    court: '邻里区人民法院',
    caseNo: '（2026）邻里民特12号',
    ruling: '调解协议有效',
  },
  extensions: [],
  decline: null,
  termination: null,
  handovers: [],
  invitations: [],
  avoidance: [],
  undisputedAtFailure: [],
  handBack: null,
  fileNotes: ['证据3第2页右下角有水渍，不影响阅读。'],
  explained: [],
  scans: [
    scan('id-a1', 'identity', 'a1', '居民身份证复印件'),
    scan('id-r1', 'identity', 'r1', '营业执照复印件'),
    scan('auth-1', 'authority', '梁叙白', '签字的授权委托书'),
    scan('signed', 'signed', 'agreement', '签字盖章的协议书原件', 2),
    scan('paid', 'receipt', '3', '银行转账凭证'),
    scan('ruling', 'court', 'ruling', '民事裁定书'),
  ],
}

/** Every further form in one file, as no file would have them together. */
export const OTHERWISE: FileOnPaper = {
  ...FULL,
  source: { way: 'referred', by: '邻里区公安分局邻里派出所', letterNo: '邻公调〔2026〕8号' },
  outcome: 'handed-on',
  agreement: { ...FULL.agreement!, form: 'oral' },
  decline: { on: '2026-03-04', reason: '该争议已由人民法院判决。', routes: ['向作出判决的人民法院申请再审。'] },
  termination: {
    on: '2026-04-20',
    reason: '被申请人明确拒绝继续调解。',
    routes: ['向人民法院起诉。', '请物业主管部门处理住宅改作经营用房。'],
  },
  handovers: [
    {
      from: '青石桥社区人民调解委员会',
      to: '邻里街道人民调解委员会',
      on: '2026-03-12',
      receiptNo: 'YJ-51',
      words: '全卷一册，共21页。',
    },
  ],
  invitations: [
    {
      name: '王律师',
      why: '说明住宅改作经营用房的规定',
      on: '2026-03-12',
      at: '2026-03-16 14:30',
      place: '青石桥社区调解室',
    },
  ],
  extensions: [{ on: '2026-04-01', until: '2026-04-30', reason: '等待隔音检测' }],
  avoidance: [
    {
      asker: '苏念慈',
      of: '顾长河',
      reason: '与被申请人同住一个单元。',
      askedOn: '2026-03-05',
      decidedOn: '2026-03-06',
      granted: true,
      decision: '',
      decider: '韩守正',
    },
  ],
  undisputedAtFailure: ['402室用作排练，地面没有隔音层。'],
  handBack: { office: '邻里区公安分局邻里派出所', on: '2026-04-18', words: '协议第2、3条已履行完毕，有凭证。' },
}

/** Settled on the doorstep: the form of the oral agreement is the whole file. */
export const SIMPLE: FileOnPaper = {
  ...FULL,
  simple: true,
  source: { way: 'initiative' },
  outcome: 'oral',
  rightsToldOn: null,
  filer: null,
  checker: null,
  agreement: { ...FULL.agreement!, form: 'oral', terms: [{ no: 1, words: '楼道里的鞋柜今天搬走。' }], signatures: [] },
  evidence: [],
  records: [],
  performance: [],
  followUps: [],
  confirmation: null,
  fileNotes: [],
  explained: [],
  scans: [],
  parties: [
    { ...APPLICANT, agents: [] },
    { ...RESPONDENT, agents: [] },
  ],
}
