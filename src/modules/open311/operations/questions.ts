// Questions that are asked beside the words: rows that the administrator adds, changes and retires.
import type { z } from 'zod'
import { holds, machineOnly } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { shownKinds } from '#modules/matter/index.ts'
import { open311 } from '../contract.ts'
import { type Choice, SPOT } from '../questions.ts'
import { changeQuestion, insertQuestion, lockQuestion, questionsOf } from '../store.ts'
import { open311Problems } from '../words.ts'

const keepers = holds('system_admin')

export const questions = operation(open311.questions, {
  permit: [keepers],
  async run({ tx, actor }) {
    const [rows, kinds] = await Promise.all([questionsOf(tx, actor.tenant), shownKinds(tx, actor.tenant)])
    return {
      questions: rows.map((row) => ({
        ...{ id: row.id, kind: row.kind, code: row.code, datatype: row.datatype, required: row.required },
        ...{ asksZh: row.asks_zh, asksEn: row.asks_en, helpZh: row.help_zh, helpEn: row.help_en },
        ...{ choices: [...(row.choices as readonly Choice[])], sort: row.sort, version: row.version },
        retired: row.retired_at !== null,
      })),
      kinds: [...kinds.values()].filter((kind) => !kind.retired_at).map(({ code, zh, en }) => ({ code, zh, en })),
      can: keepers.allows(actor, undefined) ? ['setQuestion'] : [],
    }
  },
})

type Asked = z.output<typeof open311.setQuestion.input>

/** A list without choices, or choices without a list, could never be answered. */
function refuseOdd({ code, datatype, choices }: Asked): void {
  const isList = datatype.endsWith('valuelist')
  const keys = new Set(choices.map(({ key }) => key))
  if (isList ? choices.length === 0 || keys.size < choices.length : choices.length > 0)
    throw new Problem(open311Problems.choicesMissing)
  if (code === SPOT && datatype !== 'string') throw new Problem(open311Problems.spotIsText)
}

export const setQuestion = operation(open311.setQuestion, {
  permit: [keepers, machineOnly],
  async run({ input, actor, tx, now, write }) {
    refuseOdd(input)
    const { kind, code, datatype, required, sort } = input
    if (kind !== '' && !(await shownKinds(tx, actor.tenant)).has(kind))
      throw new Problem(open311Problems.noService, { code: kind })
    const row = await lockQuestion(tx, actor.tenant, kind, code)
    if ((row?.version ?? 0) !== input.version) throw new Problem(doorProblems.changed)
    const texts = {
      ...{ datatype, required, sort, choices: JSON.stringify(input.choices), changed_at: now },
      ...{ asks_zh: input.asksZh, asks_en: input.asksEn, help_zh: input.helpZh, help_en: input.helpEn },
      retired_at: input.retired ? (row?.retired_at ?? now) : null,
    }
    const id = row?.id ?? newId()
    write(row ? changeQuestion(row, texts) : insertQuestion({ tenant_id: actor.tenant, id, kind, code, ...texts }))
    return { id }
  },
})
