// Accounts of the demo: one shared password, no second factor unless asked for, and none of it in production.
import { z } from 'zod'
import { machineOnly } from '#kernel/access.ts'
import { contract, Id, personal } from '#kernel/contract.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { PostRole } from '../contract.ts'
import { hashPassword } from '../password.ts'
import { sealTotp } from './sign-in.ts'

export const DEMO_PASSWORD = 'linli-demo'
/** The same for every demo account; used only with LINLI_DEMO_TOTP=on, and printed then. */
export const DEMO_TOTP_SECRET = 'LINLIDEMOLINLIDEMOLINLIDEMOLINLI'

const { addDemo: signature } = contract('account', {
  addDemo: {
    kind: 'command',
    summary: { zh: '开演示账号', en: 'Open a demo account' },
    input: z.strictObject({
      login: personal('account.login', z.string()),
      name: personal('account.name', z.string()),
      nameEn: personal('account.name', z.string()),
      workPhone: personal('account.workPhone', z.string()),
      areaId: Id,
      from: z.string(),
      role: PostRole.nullable(),
    }),
    output: z.object({ id: Id }),
  },
})

let demoHash: Promise<string> | undefined

export const addDemo = operation(signature, {
  permit: [machineOnly],
  async run(context) {
    const { input, actor, tx, now, write, made, directory, settings } = context
    if (settings.env === 'production') throw new Problem(doorProblems.forbidden)
    const area = await areaById(tx, actor.tenant, input.areaId)
    if (!area) throw new Problem(doorProblems.missing)
    const row = { tenant_id: actor.tenant, id: newId() }
    write(
      k.insertInto('account').values({
        ...row,
        login: input.login,
        name: input.name,
        name_en: input.nameEn,
        work_phone: input.workPhone,
        password: await (demoHash ??= hashPassword(DEMO_PASSWORD)),
        totp_secret: sealTotp(context, row, DEMO_TOTP_SECRET),
        state: 'active',
        area_pos: area.area_pos,
        demo: true,
        locked_until: null,
        made_at: now,
        changed_at: now,
      }),
    )
    if (input.role)
      write(
        k.insertInto('post').values({
          tenant_id: actor.tenant,
          id: newId(),
          account_id: row.id,
          role: input.role,
          area_id: area.id,
          from_on: input.from,
          made_at: now,
        }),
      )
    write(directory.entry('login', input.login, { tenant: actor.tenant, subject: row.id }, now))
    made({ id: row.id, area_pos: area.area_pos, version: 1 })
    return { id: row.id }
  },
})
