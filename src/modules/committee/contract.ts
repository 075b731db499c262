// What the committee module promises: mediation committees, who sits in them, and what they lack.
import { z } from 'zod'
import { contract, Day, FileAnswer, Id, line, personal, Version } from '#kernel/contract.ts'
import { kindName } from '#kernel/refused-words.ts'
import { complaints } from './complaint-contract.ts'
import { recruiting } from './recruiting-contract.ts'
import {
  Committee,
  CommitteeFull,
  Kind,
  Mediator,
  MODES,
  Person,
  RULES,
  Rule,
  Skill,
  SuggestedPerson,
  Training,
  WAYS,
} from './shapes.ts'

export { ABOUT } from './complaint-contract.ts'

/** A token is for reading what one works with; files that leave are taken by people. */
const AN_EXPORT = {
  zh: '名册要报送外单位，请登录后自己下载。',
  en: 'A roster leaves the house; please sign in and download it yourself.',
}

const Code = z.string().regex(/^[a-z_]{2,30}$/)
const SkillCode = z.string().regex(/^([a-z_]{2,30}|RM\d\d)$/)
const Codes = z.array(SkillCode).max(30).default([])
const Count = z.number().int().min(0).max(99)
const Sort = z.number().int().min(-10_000).max(10_000)

const said = {
  name: kindName(60),
  nameEn: line(0, 120).default(''),
  word: z.string().regex(/^\p{Script=Han}{2,10}$/u),
  phone: line(0, 20).default(''),
  industry: Codes,
  termStart: Day,
  termEnd: Day,
  /** There are women among its members (人民调解法 art. 8). */
  women: z.boolean(),
}

const post = {
  mode: z.enum(MODES),
  way: z.enum(WAYS),
  head: z.boolean().default(false),
  certificate: personal('committee.certificate', line(0, 40)).default(''),
  skills: Codes,
  languages: Codes,
  /** The building he says he lives in; `null`: not said. Missing: as it was. */
  homeId: personal('committee.home', Id.nullable()).optional(),
  from: Day,
  to: Day,
}

export const committee = contract('committee', {
  ...complaints,
  ...recruiting,
  list: {
    kind: 'query',
    summary: { zh: '一个区域的调委会和缺口', en: 'Mediation committees of an area, and what they lack' },
    input: z.strictObject({ areaId: Id.optional(), ended: z.boolean().default(false) }),
    output: z.object({ committees: z.array(Committee), can: z.array(z.string()) }),
  },
  get: {
    kind: 'query',
    summary: { zh: '一个调委会和它的调解员', en: 'One committee and its mediators' },
    input: z.strictObject({ id: Id }),
    output: CommitteeFull,
  },
  kinds: {
    kind: 'query',
    summary: { zh: '调委会种类、调解专长和语言', en: 'Kinds of committees, skills and languages' },
    input: z.strictObject({}),
    output: z.object({
      kinds: z.array(Kind),
      skills: z.array(Skill),
      rules: z.array(Rule),
      can: z.array(z.string()),
    }),
  },
  setKind: {
    kind: 'command',
    summary: { zh: '新增或修改调委会种类和配备标准', en: 'Add or change a kind of committee and its norm' },
    input: z
      .strictObject({
        code: Code,
        zh: kindName(40),
        en: kindName(80),
        basis: line(1, 200),
        level: z.enum(['district', 'subdistrict', 'community']).nullable(),
        /** Of which tier it is when a file is handed up to it. */
        tier: z.number().int().min(1).max(3).default(2),
        stamp: z.boolean(),
        membersMin: Count,
        membersMax: Count.nullable(),
        fullTime: Count,
        normBasis: line(1, 200),
        sort: Sort,
        retired: z.boolean().default(false),
        /** As it was read; 0 for a new one. */
        version: Version.default(0),
      })
      .refine(({ membersMin, membersMax }) => membersMax === null || membersMin <= membersMax),
    output: z.object({ code: z.string(), version: z.number() }),
  },
  setSkill: {
    kind: 'command',
    summary: { zh: '新增或修改调解专长、语言', en: 'Add or change a skill or language of mediators' },
    input: z.strictObject({
      code: SkillCode,
      family: z.enum(['dispute', 'language']),
      zh: kindName(40),
      en: kindName(80),
      sort: Sort,
      retired: z.boolean().default(false),
      /** As it was read; 0 for a new one. */
      version: Version.default(0),
    }),
    output: z.object({ code: z.string(), version: z.number() }),
  },
  add: {
    kind: 'command',
    summary: { zh: '登记调委会或调解室', en: 'Record a committee or a room of one' },
    input: z.strictObject({ areaId: Id, kind: Code, parentId: Id.nullable().default(null), ...said }),
    output: CommitteeFull,
  },
  change: {
    kind: 'command',
    summary: { zh: '修改调委会、换届', en: 'Change a committee, or begin its next term' },
    input: z.strictObject({ id: Id, version: Version, ...said }),
    output: CommitteeFull,
  },
  end: {
    kind: 'command',
    summary: { zh: '撤销调委会', en: 'End a committee' },
    input: z.strictObject({ id: Id, version: Version }),
    output: z.object({ id: Id }),
  },
  seat: {
    kind: 'command',
    summary: { zh: '登记调解员', en: 'Seat a mediator' },
    input: z.strictObject({ id: Id, accountId: Id, ...post }),
    output: Mediator,
  },
  mediator: {
    kind: 'query',
    summary: { zh: '一名调解员', en: 'One mediator' },
    input: z.strictObject({ mediatorId: Id }),
    output: Mediator.extend({
      committeeName: z.string(),
      committeeNameEn: z.string(),
      trainings: z.array(Training),
      can: z.array(z.string()),
    }),
  },
  changeSeat: {
    kind: 'command',
    summary: { zh: '修改调解员、续聘', en: 'Change a mediator, or renew the term' },
    input: z.strictObject({ mediatorId: Id, version: Version, ...post }),
    output: Mediator,
  },
  toRemind: {
    kind: 'query',
    summary: { zh: '任期快满、还没提醒过的调解员', en: 'Mediators whose term nears its end and who were not told yet' },
    input: z.strictObject({}),
    output: z.object({ due: z.array(Id) }),
  },
  remindTerm: {
    kind: 'command',
    summary: {
      zh: '任期快满，提醒本人和管调委会的人',
      en: 'A term nears its end: the mediator and who keeps the committee are told',
    },
    input: z.strictObject({ mediatorId: Id }),
    /** Null account: nothing is to be said any more. */
    output: z.object({
      account: Id.nullable(),
      committeeName: z.string(),
      committeeNameEn: z.string(),
      areaPos: z.number(),
      daysLeft: z.number(),
    }),
  },
  train: {
    kind: 'command',
    summary: { zh: '记一次培训', en: 'Note a training' },
    input: z.strictObject({
      mediatorId: Id,
      course: line(1, 80),
      hours: z.number().int().min(1).max(999),
      day: Day,
      certificate: personal('committee.training', line(0, 40)).default(''),
    }),
    output: z.object({ id: Id }),
  },
  setRule: {
    kind: 'command',
    summary: { zh: '修改培训、届满提醒的天数', en: 'Change within how many days something is due' },
    input: z.strictObject({
      code: z.enum(RULES),
      days: z.number().int().min(1).max(3650),
      basis: line(1, 200),
      /** As it was read; 0 for a new one. */
      version: Version.default(0),
    }),
    output: z.object({ code: z.string(), version: z.number() }),
  },
  suggest: {
    inPerson: {
      zh: '推荐里会看出调解员和当事人的关系，只给经办人本人看。',
      en: 'A suggestion tells of ties between mediators and parties: for the eyes of whoever handles it',
    },
    kind: 'query',
    // Whoever asks about one building after another is seen to have done so.
    discloses: true,
    summary: { zh: '推荐调解员，写明理由', en: 'Suggest mediators, each with the reasons' },
    input: z.strictObject({
      areaId: Id,
      /** Kind of dispute, and the language it has to be held in. */
      kind: SkillCode,
      language: SkillCode.optional(),
      /** Buildings in which the parties live. */
      buildings: z.array(Id).max(50).default([]),
      /** Accounts of those who are a party's relative or have an interest in it. */
      declared: z.array(Id).max(50).default([]),
    }),
    /** `avoided`: they have to stay out of it; why is not told. */
    output: z.object({ suggested: z.array(SuggestedPerson), avoided: z.array(Person) }),
  },
  roster: {
    inPerson: AN_EXPORT,
    kind: 'query',
    bytes: true,
    summary: { zh: '报送法院的名册（Excel）', en: 'Roster for the court (Excel)' },
    input: z.strictObject({ areaId: Id, lang: z.enum(['zh', 'en']).optional() }),
    output: FileAnswer,
  },
  leave: {
    kind: 'command',
    summary: { zh: '调解员离任', en: 'A mediator leaves' },
    input: z.strictObject({ mediatorId: Id, version: Version, day: Day }),
    output: z.object({ id: Id }),
  },
})
