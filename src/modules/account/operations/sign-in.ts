// Signing in and out: password, second factor, lock-out, sessions.
import { type Actor, anonymous, anyone, NOBODY, signedIn } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { deviceMark, knownDevice } from '#kernel/guard/device.ts'
import { newId, newSecret } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { account } from '../contract.ts'
import { hashPassword, passwordFits, totpStep } from '../password.ts'
import { type AccountRow, accountByLogin, endSessions, lockAccount, postsOf, roomOf } from '../store.ts'
import { isUsual } from '../usual-password.ts'
import { accountProblems } from '../words.ts'

/** After so many wrong tries the account rests, whoever is trying: at most ten guesses an hour take effect. */
const WRONG_TRIES = 5
const LOCK_MS = 30 * 60_000
const SESSION_MS = 12 * 3_600_000

const binding = (row: { tenant_id: string; id: string }) => ({
  tenant: row.tenant_id,
  table: 'account',
  column: 'totp_secret',
  row: row.id,
})

export const openTotp = (context: Pick<Context, 'keys'>, row: AccountRow) =>
  row.totp_secret && context.keys.open(row.totp_secret, binding(row))
export const sealTotp = (context: Pick<Context, 'keys'>, row: { tenant_id: string; id: string }, secret: string) =>
  context.keys.seal(secret, binding(row))

/** Notes the wrong try although the answer is a refusal. */
async function refuse(
  context: Context,
  row: AccountRow,
  entry: (typeof accountProblems)[keyof typeof accountProblems],
): Promise<never> {
  const failures = row.failures + 1
  const resting = failures >= WRONG_TRIES
  context.write(
    k
      .updateTable('account')
      .set({
        failures: resting ? 0 : failures,
        locked_until: resting ? new Date(context.now.getTime() + LOCK_MS) : row.locked_until,
      })
      .where('tenant_id', '=', row.tenant_id)
      .where('id', '=', row.id),
  )
  throw new Problem(entry, {}, { keep: true })
}

/** The one-time code, unless this is a demo account and the demo goes without. */
async function checkCode(
  context: Context<{ code?: string | undefined }>,
  row: AccountRow,
  known: boolean,
): Promise<number> {
  const excused = row.demo && !context.settings.demoTotp
  const secret = openTotp(context, row)
  if (excused || !secret) return row.totp_step
  const { code } = context.input
  if (!code) throw new Problem(accountProblems.codeNeeded)
  const step = totpStep(secret, code, context.now, row.totp_step)
  if (step === undefined && known) throw new Problem(accountProblems.wrongCode)
  return step ?? refuse(context, row, accountProblems.wrongCode)
}

export const signIn = operation(account.signIn, {
  permit: [anyone('nobody is signed in yet')],
  async enter(input, actor, directory) {
    const found = await directory.find('login', input.login)
    return { ...anonymous(actor.lang), tenant: found?.tenant ?? '', ids: found ? [found.subject] : [] }
  },
  async run(context) {
    const { input, actor, tx, now, write, directory, made } = context
    const row = actor.tenant ? await accountByLogin(tx, actor.tenant, input.login) : undefined
    const fits = await passwordFits(row?.password ?? null, input.password)
    if (!row) throw new Problem(accountProblems.wrongSignIn)
    // A rested account answers like a wrong password until the time is over: a guesser learns nothing. On a device of his
    // own its owner comes in all the same; tries there are counted apart, by the entrance, and rest nobody's account.
    const known = knownDevice(context.keys, input.login, input.device) !== undefined
    const rests = row.locked_until && row.locked_until > now
    if (rests && !known) throw new Problem(accountProblems.wrongSignIn)
    if (!fits && known) throw new Problem(accountProblems.wrongSignIn)
    if (!fits) return refuse(context, row, accountProblems.wrongSignIn)
    if (row.state !== 'active') throw new Problem(accountProblems.wrongSignIn)
    const step = await checkCode(context, row, known)
    const token = newSecret()
    const id = newId()
    const endsAt = new Date(now.getTime() + SESSION_MS)
    write(
      k
        .updateTable('account')
        // A rest that strangers brought about goes on for them.
        .set({ ...(rests ? {} : { failures: 0, locked_until: null }), totp_step: step })
        .where('tenant_id', '=', row.tenant_id)
        .where('id', '=', row.id),
    )
    write(
      k.insertInto('session').values({
        tenant_id: row.tenant_id,
        id,
        account_id: row.id,
        kind: 'web',
        made_at: now,
        seen_at: now,
        ends_at: endsAt,
      }),
    )
    write(directory.entry('session', token, { tenant: row.tenant_id, subject: id }, now))
    made({ id: row.id, area_pos: row.area_pos, version: row.version })
    const held = await postsOf(tx, row.tenant_id, [row.id])
    return {
      token,
      device: deviceMark(context.keys, input.login),
      name: row.name,
      endsAt: endsAt.toISOString(),
      room: roomOf(held.filter((post) => !post.ended_at).map((post) => post.role)),
    }
  },
})

export const signOut = operation(account.signOut, {
  permit: [signedIn],
  async run({ actor, now, write }) {
    write(
      k
        .updateTable('session')
        .set({ ended_at: now })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', actor.sessionId ?? NOBODY),
    )
    return { done: true } as const
  },
})

const self = (_: unknown, tx: Context['tx'], actor: Actor) => lockAccount(tx, actor.tenant, actor.id)

export const changePassword = operation(account.changePassword, {
  permit: [signedIn],
  sight: 'tenant',
  subject: self,
  async run(context) {
    const { input, subject, now, write, actor } = context
    if (subject!.locked_until && subject!.locked_until > now) throw new Problem(accountProblems.wrongSignIn)
    if (!(await passwordFits(subject!.password, input.old)))
      return refuse(context as never, subject!, accountProblems.wrongSignIn)
    if (input.old === input.new) throw new Problem(accountProblems.samePassword)
    if (isUsual(input.new, subject!.login)) throw new Problem(accountProblems.usualPassword)
    write(
      k
        .updateTable('account')
        .set({ password: await hashPassword(input.new), version: subject!.version + 1, changed_at: now })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', actor.id),
    )
    // Whoever had the old password is signed out everywhere; this browser stays.
    write(endSessions(actor.tenant, actor.id, now).where('id', '!=', actor.sessionId ?? NOBODY))
    return { done: true } as const
  },
})

export const setLang = operation(account.setLang, {
  permit: [signedIn],
  async run({ input, actor, write }) {
    write(
      k
        .updateTable('account')
        .set({ lang: input.lang })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', actor.id),
    )
    return { done: true } as const
  },
})
