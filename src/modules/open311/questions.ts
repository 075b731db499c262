// What is asked beside the words of one kind, and reading what was answered.
import type { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { Problem } from '#kernel/problem.ts'
import type { Attribute } from './shapes.ts'
import { type QuestionRow, questionsOf } from './store.ts'
import { readWhen } from './when.ts'
import { open311Problems } from './words.ts'

export type Ask = z.output<typeof Attribute>
export type Choice = { readonly key: string; readonly zh: string; readonly en: string }

/** The question whose answer is where it is, not a line of its own. */
export const SPOT = 'SPOT'
/** Characters an answer may have, by what is asked for. */
const MOST = { spot: 60, string: 200, text: 500 } as const

const toAsk = (row: QuestionRow): Ask => ({
  code: row.code,
  datatype: row.datatype,
  required: row.required,
  asks: { zh: row.asks_zh, en: row.asks_en },
  help: { zh: row.help_zh, en: row.help_en },
  values: (row.choices as readonly Choice[]).map(({ key, zh, en }) => ({ key, name: { zh, en } })),
})

/** In order. A question of the kind's own stands for the one of all kinds that has the same code. */
export async function asksOf(tx: Tx, tenant: string, kind: string): Promise<Ask[]> {
  const rows = (await questionsOf(tx, tenant)).filter((row) => row.kind === '' || row.kind === kind)
  const own = new Set(rows.filter((row) => row.kind === kind).map((row) => row.code))
  return rows.filter((row) => row.retired_at === null && (row.kind === kind || !own.has(row.code))).map(toAsk)
}

const wrong = (field: string, value: string) =>
  new Problem(open311Problems.wrongValue, { field, value: value.slice(0, 80) })

function wordOf({ code, datatype, values }: Ask, value: string): string {
  const field = `attribute[${code}]`
  if (datatype === 'datetime') {
    if (!readWhen(value)) throw new Problem(open311Problems.wrongTime, { field, value: value.slice(0, 40) })
    return value
  }
  if (datatype === 'number') {
    if (!/^[+-]?\d{1,12}(\.\d{1,6})?$/.test(value)) throw wrong(field, value)
    return value
  }
  if (datatype === 'string' || datatype === 'text') {
    const limit = MOST[code === SPOT ? 'spot' : datatype]
    if (value.length > limit) throw new Problem(open311Problems.tooLong, { field, limit: `1–${limit}` })
    return datatype === 'text' ? value : value.replace(/\s+/g, ' ')
  }
  const option = values.find(({ key }) => key === value)
  if (!option) throw wrong(field, value)
  return option.name.zh
}

type Answered = { readonly code: string; readonly values: readonly string[] }

/** Answers as lines for whoever handles it; throws for one that was not asked, does not fit, or is missing. */
export function answersIn(answered: readonly Answered[], asks: readonly Ask[]): string[] {
  const missing = asks.find((ask) => ask.required && !answered.some(({ code }) => code === ask.code))
  if (missing) throw new Problem(open311Problems.noAnswer, { code: missing.code })
  return answered.flatMap(({ code, values }) => {
    const ask = asks.find((one) => one.code === code)
    if (!ask) throw new Problem(open311Problems.noAttribute, { code: code.slice(0, 40) })
    if (ask.datatype !== 'multivaluelist' && values.length > 1) throw wrong(`attribute[${code}]`, values.join(', '))
    const named = values.map((value) => wordOf(ask, value))
    return code === SPOT ? [] : [`${ask.asks.zh}：${named.join('、')}`]
  })
}
