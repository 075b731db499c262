// Who I am, and the tokens by which my programs speak for me.
import { signedIn } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { newId, newSecret } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { scopesFor } from '#kernel/token.ts'
import { account, Scope, type ScopeName } from '../contract.ts'
import { englishNames, sessionsOf } from '../store.ts'

const DAY_MS = 86_400_000
/** Whoever finds one in a log or a repository knows what he has found. */
const BEGINS = 'linli_'
/** Enough to tell one's tokens apart; 232 of its 256 bits stay unknown. */
const SHOWN = 4

export const me = operation(account.me, {
  permit: [signedIn],
  async run({ actor, tx, now, mayEver }) {
    const [tenant, english] = await Promise.all([
      tx.first(k.selectFrom('tenant').select(['name', 'name_en']).where('id', '=', actor.tenant)),
      englishNames(
        tx,
        actor.tenant,
        actor.posts.map(({ areaId }) => areaId),
      ),
    ])
    return {
      id: actor.id,
      name: actor.name,
      lang: actor.lang,
      tenantName: (actor.lang === 'en' && tenant?.name_en) || (tenant?.name ?? ''),
      posts: actor.posts.map(({ id, role, areaId, areaName, level, standsIn }) => ({
        id,
        role: role as never,
        areaId,
        areaName,
        areaNameEn: english.get(areaId) ?? '',
        level,
        standsIn,
      })),
      may: mayEver(actor).map(({ name }) => name),
      now: now.toISOString(),
    }
  },
})

export const tokens = operation(account.tokens, {
  permit: [signedIn],
  async run({ actor, tx, now, mayEver }) {
    const useful = new Set(scopesFor(mayEver(actor)))
    const rows = await sessionsOf(tx, actor.tenant, actor.id, now)
    return {
      tokens: rows.map((row) => ({
        id: row.id,
        name: row.name,
        kind: row.kind,
        madeAt: row.made_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        current: row.id === actor.sessionId,
        prefix: row.prefix,
        scopes: row.scopes as ScopeName[],
        used: row.used_on === null ? null : { on: row.used_on, from: row.used_from },
      })),
      // The test clock belongs to no module that a token could be made for.
      scopes: Scope.options.filter((scope) => useful.has(scope)),
    }
  },
})

export const addToken = operation(account.addToken, {
  permit: [signedIn],
  async run({ input, actor, now, write, directory }) {
    const token = `${BEGINS}${newSecret()}`
    const id = newId()
    const endsAt = new Date(now.getTime() + input.days * DAY_MS)
    write(
      k.insertInto('session').values({
        tenant_id: actor.tenant,
        id,
        account_id: actor.id,
        kind: 'token',
        name: input.name,
        prefix: token.slice(0, BEGINS.length + SHOWN),
        scopes: [...new Set(input.scopes)].sort(),
        made_at: now,
        seen_at: now,
        ends_at: endsAt,
      }),
    )
    write(directory.entry('session', token, { tenant: actor.tenant, subject: id }, now))
    return { id, token, endsAt: endsAt.toISOString() }
  },
})

export const endToken = operation(account.endToken, {
  permit: [signedIn],
  async run({ input, actor, now, write }) {
    write(
      k
        .updateTable('session')
        .set({ ended_at: now })
        .where('tenant_id', '=', actor.tenant)
        .where('account_id', '=', actor.id)
        .where('id', '=', input.id),
    )
    return { done: true } as const
  },
})
