// Lending tools. Nobody is written down: the borrower keeps a tag, its number hangs where the tool hung.
import { machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { room } from '../contract.ts'
import { keeps, roomLocked } from '../rights.ts'
import { loansOut, toolsOf } from '../store.ts'
import { roomProblems } from '../words.ts'

/** The lowest number that hangs on no hook. */
function freeTag(taken: readonly number[]): number {
  for (let tag = 1; ; tag++) if (!taken.includes(tag)) return tag
}

export const lend = operation(room.lend, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: roomLocked,
  async run({ input, subject, tx, actor, now, write }) {
    const today = localDay(now)
    if (input.backBy < today) throw new Problem(roomProblems.pastDay, { day: input.backBy })
    const [tools, out] = await Promise.all([
      toolsOf(tx, actor.tenant, subject!.id),
      loansOut(tx, actor.tenant, [subject!.id]),
    ])
    const tool = tools.find((one) => one.id === input.toolId)
    if (!tool) throw new Problem(doorProblems.missing)
    if (out.filter((loan) => loan.tool_id === tool.id).length >= tool.total)
      throw new Problem(roomProblems.allOut, { tool: tool.zh })
    const tag = freeTag(out.map((loan) => loan.tag))
    const loan = { room_id: subject!.id, tool_id: tool.id, tag, lent_on: today, back_by: input.backBy }
    const id = newId()
    write(k.insertInto('tool_loan').values({ tenant_id: actor.tenant, id, ...loan }))
    return { id, tag }
  },
})

export const giveBack = operation(room.giveBack, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: roomLocked,
  async run({ input, subject, tx, actor, now, write }) {
    const loan = (await loansOut(tx, actor.tenant, [subject!.id])).find((one) => one.id === input.loanId)
    if (!loan) throw new Problem(doorProblems.missing)
    write(
      k
        .updateTable('tool_loan')
        .set({ back_on: localDay(now) })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', loan.id),
    )
    return { id: loan.id }
  },
})
