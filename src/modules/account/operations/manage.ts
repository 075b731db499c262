// Opening accounts, giving and ending posts: by administrators, for their own part of the tree, never for themselves.
import { type Actor, ADMINS, anonymous, anyone, machineOnly, type Role, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newCode, newId, readCode, showCode } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { agencyById } from '#modules/agency/index.ts'
import { areaById } from '#modules/area/index.ts'
import { account } from '../contract.ts'
import { hashPassword, newTotpSecret, totpUri } from '../password.ts'
import {
  type AccountRow,
  accountById,
  endSessions,
  isKept,
  listAccounts,
  lockAccount,
  lockPost,
  postsOf,
  toAccount,
  toPost,
} from '../store.ts'
import { isUsual } from '../usual-password.ts'
import { accountProblems } from '../words.ts'
import { sealTotp } from './sign-in.ts'

const manages = works('system_admin', 'security_admin')
const appoints = works('community_head', 'subdistrict_staff')
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockAccount(tx, actor.tenant, input.id)
const named = (input: { id: string }, tx: Tx, actor: Actor) => accountById(tx, actor.tenant, input.id)
const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const postNamed = (input: { postId: string }, tx: Tx, actor: Actor) => lockPost(tx, actor.tenant, input.postId)

const INVITATION_MS = 72 * 3_600_000
/** The very first administrator must be at the console now. */
const FIRST_INVITATION_MS = 30 * 60_000

/** Administrators keep apart (GB/T 22239 8.1.5): one of the three on an account, and nothing else beside it. */
function checkPowers(held: readonly { role: string }[], role: Role): void {
  const admin = held.some((post) => ADMINS.has(post.role as Role))
  if ((admin || ADMINS.has(role)) && held.some((post) => post.role !== role))
    throw new Problem(accountProblems.oneAdminOnly)
}

async function areaFor(context: Context, areaId: string) {
  const { actor, tx } = context
  const area = await areaById(tx, actor.tenant, areaId)
  // Nobody gives a post beyond his own area; elsewhere the area is missing for him.
  if (!area || !(actor.kind === 'machine' || manages.allows(actor, area))) throw new Problem(doorProblems.missing)
  return area
}

/** Ends whatever the account could do until now and makes it wait for its owner again. */
function writeInvitation(context: Context, row: { tenant_id: string; id: string }) {
  const { write, directory, now, url, actor } = context
  const invitation = newCode(20)
  const to = { tenant: row.tenant_id, subject: row.id }
  const endsAt = new Date(now.getTime() + (actor.kind === 'machine' ? FIRST_INVITATION_MS : INVITATION_MS))
  write(directory.entry('invitation', invitation, to, now, endsAt))
  return {
    id: row.id,
    invitation: showCode(invitation),
    page: `${url}/desk/join?code=${showCode(invitation)}`,
    endsAt: endsAt.toISOString(),
  }
}

export const add = operation(account.add, {
  permit: [manages, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run(context) {
    const { input, actor, tx, now, write, made, directory } = context
    const area = await areaFor(context as never, input.areaId)
    if (await directory.look(tx, 'login', input.login))
      throw new Problem(accountProblems.loginTaken, { login: input.login })
    const row = { tenant_id: actor.tenant, id: newId() }
    write(
      k.insertInto('account').values({
        ...row,
        login: input.login,
        name: input.name,
        name_en: input.nameEn,
        work_phone: input.workPhone,
        state: 'active',
        area_pos: area.area_pos,
        made_at: now,
        changed_at: now,
        locked_until: null,
      }),
    )
    write(
      k.insertInto('post').values({
        tenant_id: actor.tenant,
        id: newId(),
        account_id: row.id,
        role: input.role,
        area_id: area.id,
        from_on: input.from ?? localDay(now),
        to_on: input.to ?? null,
        made_at: now,
      }),
    )
    write(directory.entry('login', input.login, { tenant: actor.tenant, subject: row.id }, now))
    made({ id: row.id, area_pos: area.area_pos, version: 1 })
    return writeInvitation(context as never, row)
  },
})

export const invite = operation(account.invite, {
  permit: [manages, machineOnly],
  sight: 'post',
  subject: locked,
  async run(context) {
    const { subject, actor, now, write } = context
    if (subject!.id === actor.id) throw new Problem(accountProblems.notSelf)
    write(
      k
        .updateTable('account')
        .set({
          password: null,
          totp_secret: null,
          totp_step: 0,
          failures: 0,
          locked_until: null,
          version: subject!.version + 1,
          changed_at: now,
        })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', subject!.id),
    )
    write(endSessions(actor.tenant, subject!.id, now))
    return writeInvitation(context as never, subject!)
  },
})

const invited = (_: unknown, tx: Tx, actor: Actor) => lockAccount(tx, actor.tenant, actor.ids[0]!)

export const join = operation(account.join, {
  permit: [anyone('holds a one-time invitation')],
  async enter(input, actor, directory) {
    const found = await directory.find('invitation', readCode(input.invitation))
    return found && { ...anonymous(actor.lang), tenant: found.tenant, ids: [found.subject] }
  },
  sight: 'tenant',
  subject: invited,
  async run(context) {
    const { input, subject, now, write, directory, tx, actor } = context
    const row = subject!
    const code = readCode(input.invitation)
    const given = await directory.look(tx, 'invitation', code)
    const waiting = row.password === null && row.state === 'active'
    // The account has changed since: it was invited again, and the paper sent before is over.
    const outdated = given !== undefined && given.madeAt < row.changed_at
    if (!given || !waiting || outdated || now > given.endsAt!) throw new Problem(accountProblems.invitationOver)
    if (isUsual(input.password, row.login)) throw new Problem(accountProblems.usualPassword)
    const secret = newTotpSecret()
    write(
      k
        .updateTable('account')
        .set({
          password: await hashPassword(input.password),
          totp_secret: sealTotp(context, row, secret),
          version: row.version + 1,
          changed_at: now,
        })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', row.id),
    )
    write(directory.end('invitation', code))
    return { login: row.login, secret, uri: totpUri(row.login, secret) }
  },
})

export const grant = operation(account.grant, {
  permit: [manages, appoints, machineOnly],
  sight: 'post',
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, now } = context
    if (subject!.id === actor.id) throw new Problem(accountProblems.notSelf)
    const area = await areaById(tx, actor.tenant, input.areaId)
    // The very post that lets him appoint must reach there; another of his, an expert's say, adds nothing.
    if (!area || !(actor.kind === 'machine' || manages.allows(actor, area) || appoints.allows(actor, area)))
      throw new Problem(doorProblems.missing)
    const stoodFor = input.standsInFor ? await lockPost(tx, actor.tenant, input.standsInFor) : undefined
    if (input.standsInFor && stoodFor?.area_id !== area.id) throw new Problem(doorProblems.missing)
    const held = (await postsOf(tx, actor.tenant, [subject!.id])).filter((post) => isKept(post, localDay(now)))
    checkPowers(held, input.role)
    if (input.agencyId && input.role !== 'department_clerk') throw new Problem(accountProblems.noAgency)
    if (input.agencyId && !(await agencyById(tx, actor.tenant, input.agencyId))) throw new Problem(doorProblems.missing)
    // Desks appoint those who work below them; administrators' posts are for administrators to give.
    if (actor.kind !== 'machine' && !manages.allows(actor, area) && !BELOW_A_DESK.has(input.role))
      throw new Problem(doorProblems.forbidden)
    const id = newId()
    await tx.all(
      k.insertInto('post').values({
        tenant_id: actor.tenant,
        id,
        account_id: subject!.id,
        role: input.role,
        area_id: area.id,
        from_on: input.from ?? localDay(now),
        to_on: input.to ?? null,
        stands_in_for: stoodFor?.id ?? null,
        agency_id: input.agencyId ?? null,
        made_at: now,
      }),
    )
    return toPost((await lockPost(tx, actor.tenant, id))!)
  },
})

const BELOW_A_DESK: ReadonlySet<Role> = new Set(['grid_worker', 'building_head', 'volunteer', 'patrol_member'])

export const endPost = operation(account.endPost, {
  permit: [manages, appoints, machineOnly],
  sight: 'post',
  subject: postNamed,
  async run({ subject, actor, now, write, made }) {
    if (subject!.account_id === actor.id) throw new Problem(accountProblems.notSelf)
    if (subject!.ended_at) throw new Problem(accountProblems.postOver)
    if (!BELOW_A_DESK.has(subject!.role as Role) && actor.kind !== 'machine' && !manages.allows(actor, subject!))
      throw new Problem(doorProblems.forbidden)
    write(
      k.updateTable('post').set({ ended_at: now }).where('tenant_id', '=', actor.tenant).where('id', '=', subject!.id),
    )
    made({ id: subject!.account_id, area_pos: subject!.area_pos })
    return { done: true } as const
  },
})

const setState = (state: 'active' | 'disabled') => async (context: Context<{ id: string }, AccountRow | undefined>) => {
  const { subject, actor, now, write, made } = context
  if (subject!.id === actor.id) throw new Problem(accountProblems.notSelf)
  write(
    k
      .updateTable('account')
      .set({ state, version: subject!.version + 1, changed_at: now })
      .where('tenant_id', '=', actor.tenant)
      .where('id', '=', subject!.id),
  )
  if (state === 'disabled') write(endSessions(actor.tenant, subject!.id, now))
  made({ id: subject!.id, area_pos: subject!.area_pos, version: subject!.version + 1 })
  return { done: true } as const
}

export const disable = operation(account.disable, {
  permit: [manages],
  sight: 'post',
  subject: locked,
  run: setState('disabled'),
})
export const enable = operation(account.enable, {
  permit: [manages],
  sight: 'post',
  subject: locked,
  run: setState('active'),
})

const READERS: readonly Role[] = [
  'system_admin',
  'security_admin',
  'audit_admin',
  'subdistrict_staff',
  'community_head',
  'subdistrict_leader',
  'district_staff',
]
const reads = works(...READERS)
const canOf = (actor: Actor, row: AccountRow): string[] => {
  if (row.id === actor.id || !manages.allows(actor, row)) return []
  return ['invite', 'grant', 'endPost', row.state === 'active' ? 'disable' : 'enable']
}

export const get = operation(account.get, {
  permit: [reads],
  sight: 'post',
  subject: named,
  async run({ subject, tx, actor, now }) {
    return toAccount(subject!, await postsOf(tx, actor.tenant, [subject!.id]), now, canOf(actor, subject!))
  },
})

export const list = operation(account.list, {
  permit: [{ ...reads, allows: (actor) => reads.mayEver(actor) }],
  async run({ input, tx, actor, now }) {
    const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
    if (input.areaId && !area) throw new Problem(doorProblems.missing)
    const span = area && { pos: area.area_pos, end: area.area_end }
    const [rows, count] = await listAccounts(
      tx,
      // Only posts that read accounts open their areas; what his other posts open is something else.
      { ...actor, posts: actor.posts.filter((post) => READERS.includes(post.role)) },
      { words: input.words, role: input.role, span },
      input.after,
      input.limit,
    )
    const page = rows.slice(0, input.limit)
    const held = await postsOf(
      tx,
      actor.tenant,
      page.map((row) => row.id),
    )
    return {
      accounts: page.map((row) => toAccount(row, held, now, canOf(actor, row))),
      total: count!.n,
      next: rows.length > input.limit ? page.at(-1)!.login : null,
    }
  },
})
