// A clock that jumped, as an entry of the journal; what had ended by the time before a step back stays ended.
import { sql } from 'kysely'
import { z } from 'zod'
import { machine, machineOnly } from './access.ts'
import { LONG_STEP_MS, type Reading, type Step } from './clock.ts'
import { contract, Instant } from './contract.ts'
import { k } from './database.ts'
import { type House, perform } from './door.ts'
import { operation } from './operation.ts'

const Ms = z.number().int()

const { step: signature } = contract('clock', {
  step: {
    kind: 'command',
    summary: { zh: '时钟跳变', en: 'A clock stepped' },
    /** The count of this process, the two readings beside it, and how far each went besides what was counted. */
    input: z.strictObject({ was: Instant, database: Instant, wall: Instant, databaseMs: Ms, wallMs: Ms }),
    output: z.object({}),
  },
})

/** After a long step back time is lived through once more: what was over by then must not begin to hold again. */
export const stepsBack = (input: { readonly databaseMs: number }): boolean => input.databaseMs <= -LONG_STEP_MS

export const clockStep = operation(signature, {
  permit: [machineOnly],
  async run({ input, actor, write }) {
    if (stepsBack(input))
      write(
        k
          .updateTable('directory')
          .set({ ends_at: sql`least(ends_at, ${input.database}::timestamptz)` })
          .where('tenant_id', '=', actor.tenant)
          .where('ends_at', '<=', new Date(input.was)),
      )
    return {}
  },
})

export type Stepped = z.output<typeof signature.input>

/** Writes the step into the journal of every district. */
export async function writeStep(house: House, step: Step, reading: Reading): Promise<void> {
  const input: Stepped = {
    was: new Date(step.was).toISOString(),
    database: new Date(reading.database).toISOString(),
    wall: new Date(reading.wall).toISOString(),
    databaseMs: Math.round(step.database),
    wallMs: Math.round(step.wall),
  }
  const { rows } = await house.db.pool.query<{ id: string }>('select id from tenant')
  for (const { id } of rows) await perform(house, clockStep, machine(id, 'clock'), input)
}

const seconds = (ms: number): string => `${ms < 0 ? '−' : '+'}${(Math.abs(ms) / 1000).toFixed(1)} s`

/** One line for whoever keeps the server. */
export const stepLine = (step: Step): string =>
  `时钟跳变：本机 ${seconds(step.wall)}，数据库 ${seconds(step.database)} · clock step: this machine ${seconds(step.wall)}, database ${seconds(step.database)}`
