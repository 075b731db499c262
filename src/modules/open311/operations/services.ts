// What can be reported from outside, and what is asked for each.
import { anyone } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { type ShownKind, shownKinds } from '#modules/matter/index.ts'
import { open311 } from '../contract.ts'
import { enterByDistrict } from '../enter.ts'
import { asksOf } from '../questions.ts'
import { districtById } from '../store.ts'
import { open311Problems } from '../words.ts'

/** Refuses a district that is not there, so that nothing is answered for it as if it were empty. */
export async function districtThere(tx: Tx, tenant: string) {
  const district = await districtById(tx, tenant)
  if (!district) throw new Problem(open311Problems.noJurisdiction, { id: tenant })
  return district
}

/** Public and in use; anything else is answered as if it did not exist. */
export async function serviceOf(tx: Tx, tenant: string, code: string): Promise<ShownKind> {
  const kind = (await shownKinds(tx, tenant)).get(code)
  if (!kind || kind.retired_at) throw new Problem(open311Problems.noService, { code })
  return kind
}

export const services = operation(open311.services, {
  permit: [anyone('the kinds that are public are told to everybody')],
  enter: enterByDistrict,
  async run({ tx, actor }) {
    const { demo } = await districtThere(tx, actor.tenant)
    const kinds = [...(await shownKinds(tx, actor.tenant)).values()]
    const latest = Math.max(0, ...kinds.map((kind) => kind.changed_at.getTime()))
    return {
      services: kinds
        .filter((kind) => !kind.retired_at)
        .map((kind) => ({
          code: kind.code,
          name: { zh: kind.zh, en: kind.en },
          hint: { zh: kind.hint_zh, en: kind.hint_en },
          family: kind.family,
          words: kind.words,
        })),
      changedAt: new Date(latest).toISOString(),
      demo,
    }
  },
})

export const service = operation(open311.service, {
  permit: [anyone('what is asked for a public kind is told to everybody')],
  enter: enterByDistrict,
  async run({ input, tx, actor }) {
    await districtThere(tx, actor.tenant)
    const { code } = await serviceOf(tx, actor.tenant, input.code)
    return { code, attributes: await asksOf(tx, actor.tenant, code) }
  },
})
