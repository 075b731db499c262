// What the study of disputes promises about counting. No person is counted, and none can be asked for.
import { z } from 'zod'
import { Day, FileAnswer, Id } from '#kernel/contract.ts'
import { PREVENTED } from '../words.ts'

const Count = z.number().int()

/** Null: fewer than five, for a reader who may not open the files. */
const Sum = Count.nullable()

export const Tally = z.object({
  registered: Sum,
  taken: Sum,
  settled: Sum,
  failed: Sum,
  open: Sum,
  parties: Sum,
  /** Money in agreements, in fen. */
  fen: z.number().nullable(),
  hard: Sum,
  initiative: Sum,
  applied: Sum,
  referred: Sum,
  court: Sum,
  procuratorate: Sum,
  police: Sum,
  petition: Sum,
  others: Sum,
  oral: Sum,
  written: Sum,
  due: Sum,
  performed: Sum,
  asked: Sum,
  confirmed: Sum,
})

/** Settled of those taken. `n` is what was taken. */
const Counted = z.object({ n: Count, settled: Count.nullable() })
const Named = { zh: z.string(), en: z.string() }
/** Several kinds or places told as one, where one of them is too few to tell; `settled` is told of single ones. */
const Group = Counted.extend({ keys: z.array(z.string()), ...Named })

export const Sign = z.object({
  /** A kind of files, an area of files, or a kind of matters between people that are no file. */
  about: z.enum(['kind', 'area', 'matter']),
  key: z.string(),
  ...Named,
  recent: Count,
  usual: z.number(),
  season: z.boolean(),
  weeks: z.array(Count).length(52),
})

const asked = { areaId: Id.optional(), from: Day, to: Day }

/** A token is for reading what one works with; forms that leave are taken by people. */
const AN_EXPORT = {
  zh: '统计表要报送外单位，请登录后自己下载。',
  en: 'A form leaves the house; please sign in and download it yourself.',
}

export const figuresPromises = {
  figures: {
    kind: 'query',
    canWait: true,
    summary: { zh: '矛盾纠纷研判', en: 'Disputes by kind, place, source, season and outcome' },
    input: z.strictObject(asked),
    output: z.object({
      from: Day,
      to: Day,
      areaName: z.string(),
      areaNameEn: z.string(),
      /** Whether small figures were joined and the days made a whole year: the reader may not open the files. */
      joined: z.boolean(),
      total: Tally,
      kinds: z.array(Group),
      areas: z.array(Group),
      committees: z.array(Group),
      /** Buildings with more than one file. */
      places: z.array(Group),
      months: z.array(Counted.extend({ month: z.string() })),
      tiers: z.array(z.object({ tier: Count, n: Count })),
      outcomes: z.array(z.object({ outcome: z.string(), n: Count })),
      days: z.object({ n: Count, low: z.number(), median: z.number(), high: z.number() }).nullable(),
      signs: z.array(Sign),
      /** Sweeps that ended in these days and what they prevented; null for who is told joined figures. */
      swept: z.object({ sweeps: Count, prevented: Count }).nullable(),
      /** What did not come to it in these months, as the areas entered it; a kind nobody entered is nought. */
      prevented: z.array(z.object({ kind: z.enum(PREVENTED), cases: Count, people: Count })),
    }),
  },
  form: {
    inPerson: AN_EXPORT,
    kind: 'query',
    bytes: true,
    canWait: true,
    summary: { zh: '人民调解统计表（Excel）', en: 'Statistics form of people’s mediation (Excel)' },
    input: z.strictObject({ ...asked, lang: z.enum(['zh', 'en']).optional() }),
    output: FileAnswer,
  },
} as const
