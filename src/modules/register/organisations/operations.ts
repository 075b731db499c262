// Organisations: the list of an area, one with its ties, recording, correcting and ending one.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { areaById, pathTo } from '#modules/area/index.ts'
import { readCreditCode } from '../classes/credit-code.ts'
import { register } from '../contract.ts'
import { countAlong, dayOf, sameVersion } from '../people/changing.ts'
import { phoneSaid } from '../people/entering.ts'
import { enters, reads } from '../rights.ts'
import { shownTies } from '../ties/shown.ts'
import { tiesOfOrganisation, tiesTo } from '../ties/store.ts'
import { registerProblems } from '../words.ts'
import { openContact, sealContact, toOrganisation } from './contact.ts'
import { lockOrganisation, organisationByCode, organisationById, organisationsWithin } from './store.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const named = (input: { id: string }, tx: Tx, actor: Actor) => organisationById(tx, actor.tenant, input.id)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockOrganisation(tx, actor.tenant, input.id)

export const organisations = operation(register.organisations, {
  permit: [reads],
  subject: areaNamed,
  async run({ input, subject, tx, actor, keys }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const after = input.after ? await organisationById(tx, actor.tenant, input.after) : undefined
    const rows = await organisationsWithin(tx, actor.tenant, span, input.class, after, input.limit + 1)
    const page = rows.slice(0, input.limit)
    return {
      organisations: page.map((row) => toOrganisation(keys, row)),
      next: rows.length > page.length ? page.at(-1)!.id : null,
      can: enters.allows(actor, subject!) ? ['addOrganisation'] : [],
    }
  },
})

export const organisation = operation(register.organisation, {
  permit: [reads],
  subject: named,
  async run({ subject, tx, actor, keys }) {
    const row = subject!
    const [its, toIt] = await Promise.all([
      tiesOfOrganisation(tx, actor.tenant, row.id),
      tiesTo(tx, actor.tenant, row.id),
    ])
    return {
      ...toOrganisation(keys, row),
      ties: await shownTies({ tx, actor, keys }, [...its, ...toIt]),
      can: enters.allows(actor, row) && !row.ended_on ? ['changeOrganisation', 'endOrganisation', 'manage'] : [],
    }
  },
})

/** A credit code that is one, and nobody else’s here. */
async function freeCode(tx: Tx, tenant: string, code: string, own?: string): Promise<string | null> {
  if (!code) return null
  const read = readCreditCode(code)
  if (typeof read === 'string') throw new Problem(registerProblems.badCode)
  const other = await organisationByCode(tx, tenant, read.code)
  if (other && other.id !== own) throw new Problem(registerProblems.organisationKnown, { name: other.name })
  return read.code
}

export const addOrganisation = operation(register.addOrganisation, {
  permit: [enters, machineOnly],
  subject: areaNamed,
  async run(context) {
    const { input, subject, tx, actor, keys, now, write, made } = context
    const path = await pathTo(tx, actor.tenant, subject!.id)
    const grid = path.find((step) => step.level === 'grid')?.id ?? null
    const community = path.find((step) => step.level === 'community') ?? subject!
    const code = await freeCode(tx, actor.tenant, input.code)
    const key = { tenant_id: actor.tenant, id: newId(), seal_no: 1 }
    const row = {
      ...{ ...key, ...sealContact(keys, key, input.contactName, phoneSaid(input.contactPhone)) },
      ...{ class: input.class, area_id: community.id, grid_id: grid, area_pos: subject!.area_pos },
      ...{ name: input.name, code, kind: input.kind, address: input.address, facts: '{}', source: 'desk' },
      ...{
        as_of: localDay(now),
        ended_on: null,
        batch_id: null,
        said_mac: null,
        version: 1,
        made_at: now,
        changed_at: now,
      },
    }
    write(k.insertInto('organisation').values(row))
    countAlong(context, [{ grid: grid ?? community.id, class: input.class, n: 1 }])
    made({ id: row.id, area_pos: row.area_pos, version: 1 })
    return toOrganisation(keys, row)
  },
})

export const changeOrganisation = operation(register.changeOrganisation, {
  permit: [enters],
  subject: locked,
  async run({ input, subject, tx, actor, keys, now, write, made }) {
    const row = subject!
    sameVersion(row, input.version)
    const before = openContact(keys, row)
    const phone = input.contactPhone === undefined ? before.phone : phoneSaid(input.contactPhone)
    const again = { ...row, seal_no: row.seal_no + 1 }
    const set = {
      ...{ name: input.name, kind: input.kind, address: input.address, source: 'desk', as_of: localDay(now) },
      ...{ code: await freeCode(tx, actor.tenant, input.code, row.id), version: row.version + 1, changed_at: now },
      ...sealContact(keys, again, input.contactName ?? before.name, phone),
    }
    write(k.updateTable('organisation').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
    made({ id: row.id, area_pos: row.area_pos, version: set.version })
    return toOrganisation(keys, { ...row, ...set })
  },
})

export const endOrganisation = operation(register.endOrganisation, {
  permit: [enters],
  subject: locked,
  async run(context) {
    const { input, subject, keys, now, write, made } = context
    const row = subject!
    sameVersion(row, input.version)
    if (row.ended_on) throw new Problem(registerProblems.organisationOver)
    const day = dayOf(now, input.day, row.as_of)
    const set = { ended_on: day, version: row.version + 1, changed_at: now }
    write(k.updateTable('organisation').set(set).where('tenant_id', '=', row.tenant_id).where('id', '=', row.id))
    countAlong(context, [{ grid: row.grid_id ?? row.area_id, class: row.class, n: -1 }])
    made({ id: row.id, area_pos: row.area_pos, version: set.version })
    return toOrganisation(keys, { ...row, ...set })
  },
})
