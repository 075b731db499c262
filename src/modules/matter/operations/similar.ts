// While somebody still types: open matters that may be the same thing. What he may not see is told by kind and state alone.
import { machine, machineOnly, rule, works } from '#kernel/access.ts'
import { operation } from '#kernel/operation.ts'
import { enterByCode } from '#modules/place/index.ts'
import { matter } from '../contract.ts'
import { rowsOf, suggest } from '../kinds.ts'
import { likeliest, openAround } from '../similar.ts'
import { FIELD_AND_DESK, listens, type Spot, where } from '../spots.ts'

/** As Linli itself: a resident sees no matter of others, and is told none of their words. */
export const around = operation(matter.around, {
  permit: [machineOnly],
  async run({ input, tx, actor }) {
    const [found, rows] = await Promise.all([openAround(tx, actor.tenant, input.pos), rowsOf(tx, actor.tenant)])
    const { kinds } = rows
    // Two who put it in other words mean one kind of thing, whether or not they chose it.
    const kind = input.kind ?? suggest(rows, input.words)[0]?.code
    const near = input.words || kind ? likeliest(found, { ...input, kind }) : found
    return {
      near: near.map((row) => ({
        ...{ id: row.id, no: row.no, state: row.state, title: row.title, reportedAt: row.reported_at.toISOString() },
        ...{ kindZh: kinds.get(row.kind)!.zh, kindEn: kinds.get(row.kind)!.en, here: row.area_pos === input.pos },
      })),
    }
  },
})

const scanned = rule<Spot>(
  'scanned the printed code',
  (actor) => actor.place !== undefined,
  (actor) => actor.place !== undefined,
)

export const similar = operation(matter.similar, {
  permit: [scanned, works(...FIELD_AND_DESK)],
  enter: async (input, actor, directory) => (input.code ? enterByCode({ code: input.code }, actor, directory) : actor),
  sight: 'tenant',
  subject: where,
  async run({ input, subject, actor, perform }) {
    const asked = { pos: subject!.area_pos, words: input.words, kind: input.kind }
    const { near } = await perform(around, asked, machine(actor.tenant, 'similar'))
    // In front of a printed code everybody is a passer-by.
    const sees = !input.code && listens.allows(actor, subject!)
    return { near: near.map(({ no, title, ...open }) => ({ ...open, no: sees ? no : '', title: sees ? title : '' })) }
  },
})
