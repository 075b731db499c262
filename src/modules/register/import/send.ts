// A file comes in: it lies sealed in the spool already, now it is somebody's.
import { type Actor, machineOnly } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { register } from '../contract.ts'
import { sends } from '../rights.ts'
import { batchLife } from './lifecycle.ts'
import { sameContent, writeBatch } from './store.ts'
import { importProblems } from './words.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

export const sendFile = operation(register.sendFile, {
  permit: [sends, machineOnly],
  subject: areaNamed,
  moves: step(batchLife, 'sendFile'),
  async run({ input, subject, tx, actor, now, keys, uploads, write, made }) {
    const file = uploads.get(input.file[0] ?? '')
    if (file?.mime !== 'application/octet-stream') throw new Problem(importProblems.noFile)
    const id = newId()
    const mac = keys.mac(`import content ${actor.tenant}`, file.sha256)
    for (const statement of writeBatch({
      ...{ id, tenant: actor.tenant, areaId: subject!.id, areaPos: subject!.area_pos, class: input.class },
      ...{ by: actor.id, at: now, name: input.name, bytes: file.bytes, mac, spool: file.id },
    }))
      write(statement)
    made({ id, area_pos: subject!.area_pos, state: 'received', version: 1 })
    const sameAs = await sameContent(tx, actor.tenant, mac, { id, class: input.class, area_id: subject!.id })
    return { id, state: 'received' as const, version: 1, sameAs }
  },
})
