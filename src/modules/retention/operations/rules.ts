// Terms: read by everybody in office, changed by the privacy officer with a document behind it, from the next day on.
import { holds, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { retention } from '../contract.ts'
import { daysOn, planRule, ruleFor, rulesOf } from '../store.ts'
import { retentionProblems } from '../words.ts'

const setsTerms = holds('privacy_officer')
const DAY_MS = 86_400_000

export const rules = operation(retention.rules, {
  permit: [signedIn, machineOnly],
  async run({ tx, actor, now, endings }) {
    const rows = new Map((await rulesOf(tx, actor.tenant)).map((row) => [row.purpose, row]))
    const today = localDay(now)
    return {
      rules: endings.all.map((ending) => {
        const row = rows.get(ending.code)
        const coming = row?.next_from != null && row.next_from > today ? row : undefined
        return {
          ...{ purpose: ending.code, zh: ending.zh, en: ending.en, basis: ending.basis, from: ending.from },
          ...{ days: daysOn(row, ending, today), usual: ending.days, least: ending.least ?? 0 },
          ...{ nextDays: coming?.next_days ?? null, nextFrom: coming?.next_from ?? null },
          ...{ documentNo: row?.document_no ?? '', fields: [...ending.fields], signed: ending.signed ?? false },
          ...{ due: row?.due ?? 0, held: row?.held ?? 0, ended: row?.ended ?? 0 },
          ...{ lookedAt: row?.looked_at?.toISOString() ?? null, version: row?.version ?? 0 },
        }
      }),
      can: setsTerms.mayEver(actor) ? ['setRule'] : [],
    }
  },
})

export const setRule = operation(retention.setRule, {
  permit: [setsTerms],
  async run({ input, tx, actor, now, endings, write }) {
    const ending = endings.all.find((one) => one.code === input.purpose)
    if (!ending) throw new Problem(retentionProblems.noPurpose, { purpose: input.purpose })
    const least = ending.least ?? 0
    if (input.days < least) throw new Problem(retentionProblems.tooShort, { least })
    const row = await ruleFor(tx, actor.tenant, input.purpose)
    if (!row || row.version !== input.version) throw new Problem(doorProblems.changed)
    const from = localDay(new Date(now.getTime() + DAY_MS))
    const days = daysOn(row, ending, localDay(now))
    const { documentNo, days: nextDays } = input
    write(planRule(row, { days, nextDays, nextFrom: from, documentNo, by: actor.id, now }))
    return { from, version: row.version + 1 }
  },
})
