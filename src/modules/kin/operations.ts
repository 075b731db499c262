// A worker declares his relatives and his home to the privacy officer; from then on another opens what they bring in.
import { type Actor, covers, holds, machine, machineOnly, signedIn, works } from '#kernel/access.ts'
import { attemptsOf, bar, barAll, noteAttempt, unbar } from '#kernel/barring.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { accountById } from '#modules/account/index.ts'
import { leadsOf } from '#modules/mediation/index.ts'
import { homeById } from '#modules/register/index.ts'
import { kin } from './contract.ts'
import { barredBy, phoneMac } from './find.ts'
import { openBody, sealBody } from './sealed.ts'
import { declaredBy, declaredWith, endKin, insertKin, type KinRow, lockDeclared } from './store.ts'
import { kinProblems } from './words.ts'

const MOST = 500

const shown = (keys: Keys, row: KinRow) => ({
  ...{ id: row.id, tie: row.tie, homeId: row.home_id, madeAt: row.made_at.toISOString() },
  ...{ ...openBody(keys, row), endedAt: row.ended_at?.toISOString() ?? null },
})

export const mine = operation(kin.mine, {
  permit: [signedIn],
  async run({ tx, actor, keys }) {
    return { entries: (await declaredBy(tx, actor.tenant, actor.id)).map((row) => shown(keys, row)) }
  },
})

export const declare = operation(kin.declare, {
  permit: [signedIn],
  async run({ input, tx, actor, keys, now, write, perform, made }) {
    const { tenant, id: account } = actor
    const { tie, name, phone, homeId } = input
    if (!homeId && (tie === 'household' || !phone)) throw new Problem(kinProblems.nothing)
    const home = homeId ? await homeById(tx, tenant, homeId) : undefined
    if (homeId && !home) throw new Problem(doorProblems.missing)
    const row = { tenant_id: tenant, id: newId() }
    write(
      insertKin({
        ...{ ...row, account_id: account, tie, home_id: homeId ?? null, key_version: keys.version, made_at: now },
        body: sealBody(keys, row, { name, phone: phone ?? '', address: home?.address ?? '' }),
        phone_mac: phone ? phoneMac(keys, tenant, phone) : null,
      }),
    )
    // As Linli itself: what lies outside his area today may be handed to him tomorrow.
    const { found } = await perform(gather, { id: row.id }, machine(tenant, 'kin'))
    made({ id: row.id, area_pos: home?.area_pos ?? 0 })
    return { id: row.id, found }
  },
})

export const gather = operation(kin.gather, {
  permit: [machineOnly],
  async run({ input, tx, actor, keys, now, write }) {
    const row = await lockDeclared(tx, actor.tenant, input.id)
    if (!row) throw new Problem(doorProblems.missing)
    const { phone } = openBody(keys, row)
    const about = { ...(phone ? { phone } : {}), ...(row.home_id ? { homeId: row.home_id } : {}) }
    const ids = await barredBy(tx, keys, actor.tenant, about)
    for (const one of bar({ tenant: actor.tenant, account: row.account_id, source: row.id }, ids, now)) write(one)
    return { found: ids.length }
  },
})

/** Of his own alone: anybody else's stays, and nothing tells whether there is one. */
export const end = operation(kin.end, {
  permit: [signedIn],
  async run({ input, tx, actor, now, write }) {
    const row = await lockDeclared(tx, actor.tenant, input.id)
    if (row?.account_id === actor.id && !row.ended_at) {
      write(endKin(actor.tenant, row.id, now))
      write(unbar(actor.tenant, row.id, now))
    }
    return { id: input.id }
  },
})

const officer = works('privacy_officer')
const accountNamed = (input: { accountId: string }, tx: Tx, actor: Actor) =>
  accountById(tx, actor.tenant, input.accountId)

export const list = operation(kin.list, {
  permit: [officer],
  sight: 'post',
  subject: accountNamed,
  async run({ subject, tx, actor, keys }) {
    return { entries: (await declaredBy(tx, actor.tenant, subject!.id)).map((row) => shown(keys, row)) }
  },
})

/** Of workers of the officer's own areas. */
export const attempts = operation(kin.attempts, {
  permit: [holds('privacy_officer')],
  async run({ tx, actor }) {
    const spans = actor.posts.filter(({ role }) => role === 'privacy_officer')
    const rows = await attemptsOf(tx, actor.tenant, MOST)
    return {
      attempts: rows
        .filter((row) => spans.some((span) => covers(span, row.area_pos)))
        .map(({ id, subject_id, operation: asked, at, name }) => ({
          ...{ id, accountName: name, subjectId: subject_id, operation: asked, at: at.toISOString() },
        })),
    }
  },
})

export const attempted = operation(kin.attempted, {
  permit: [machineOnly],
  async run({ input, actor, now, write }) {
    const { accountId: account, subjectId: subject, operation: asked } = input
    write(noteAttempt({ tenant: actor.tenant, account, subject, operation: asked }, now))
    return {}
  },
})

/** A dispute was just recorded: it is barred from everybody to whose relatives or home it leads. */
export const look = operation(kin.look, {
  permit: [machineOnly],
  async run({ input, tx, actor, keys, now, write }) {
    const { phones, homes } = await leadsOf(tx, keys, actor.tenant, input.id)
    if (phones.length + homes.length === 0) return { accounts: [] }
    const declared = declaredWith(
      actor.tenant,
      phones.map((phone) => phoneMac(keys, actor.tenant, phone)),
      homes,
    )
    write(barAll(declared, [input.id], now))
    return { accounts: [...new Set((await tx.all(declared)).map((row) => row.account_id))] }
  },
})
