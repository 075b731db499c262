// Where somebody is registered, for his own page: he sees his entry and no home, so Linli itself looks it up.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { contract, Id } from '#kernel/contract.ts'
import { operation } from '#kernel/operation.ts'
import { personById } from './store.ts'

const { ownAddress: signature } = contract('register', {
  ownAddress: {
    kind: 'query',
    summary: { zh: '本人登记的住址', en: 'Where somebody is registered, for himself' },
    input: z.strictObject({ id: Id }),
    output: z.object({ address: z.string() }),
  },
})

export const ownAddress = operation(signature, {
  permit: [machineOnly],
  subject: (input, tx, actor) => personById(tx, actor.tenant, input.id),
  run: async ({ subject }) => ({ address: subject!.address ?? '' }),
})
