// Telling somebody something, for other modules: performed by their reactions alone.
import { z } from 'zod'
import { machineOnly, ROLES } from '#kernel/access.ts'
import { contract, Id } from '#kernel/contract.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { areaById } from '#modules/area/index.ts'
import { About, KindCode, Values } from '../contract.ts'
import { recipients } from '../store.ts'
import { type Receiver, tell } from '../tell.ts'

const Roles = z.array(z.enum(ROLES)).max(8)

const { send: signature } = contract('notice', {
  send: {
    kind: 'command',
    summary: { zh: '告诉一个人、一个岗位或报告人', en: 'Tell a person, a desk, or whoever reported' },
    input: z.strictObject({
      to: z.union([
        z.strictObject({ account: Id }),
        /** Whoever reported this matter and left a number. */
        z.strictObject({ reporter: Id }),
        /** Everybody who holds one of the roles there today; where nobody does, those of `otherwise`. */
        z.strictObject({ roles: Roles.min(1), areaId: Id, otherwise: Roles.default([]) }),
      ]),
      kind: KindCode,
      about: About,
      said: Values,
      /** Nobody is told of his own deed. */
      except: Id.optional(),
    }),
    output: z.object({ told: z.number() }),
  },
})

type Sending = Context<z.output<typeof signature.input>, undefined>

/** Whom the words mean, and under what their open pages hear that there is something new. */
async function receiverOf({ input, actor, tx, made }: Sending): Promise<Receiver | undefined> {
  const { to } = input
  if ('reporter' in to) return to
  if ('account' in to) {
    const [one] = await recipients(tx, actor.tenant, [to.account])
    if (one) made({ id: one.id, area_pos: one.area_pos })
    return one && { choices: [{ groups: [to] }] }
  }
  const area = await areaById(tx, actor.tenant, to.areaId)
  if (area) made({ id: area.id, area_pos: area.area_pos })
  if (!area) return undefined
  const at = (roles: typeof to.roles) => ({ groups: [{ roles, areaPos: area.area_pos }] })
  return { choices: to.otherwise.length > 0 ? [at(to.roles), at(to.otherwise)] : [at(to.roles)] }
}

export const send = operation(signature, {
  permit: [machineOnly],
  async run(context: Sending) {
    const { kind, about, said, except = null } = context.input
    const to = await receiverOf(context)
    if (!to) return { told: 0 }
    const { told } = await tell(context, [{ to, kind, about, said, at: context.now, except }])
    return { told }
  },
})
