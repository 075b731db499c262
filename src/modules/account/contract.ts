// What the account module promises: signing in, accounts, posts, sessions, tokens.
import { z } from 'zod'
import { ROLES } from '#kernel/access.ts'
import { contract, Day, Id, line, personal, secret } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'
import { moduleWords } from './words.ts'

/** Roles that an account can hold by a post; resident, reporter and machine have no account. */
export const PostRole = z.enum(ROLES).exclude(['resident', 'reporter', 'machine'])
const Login = personal(
  'account.login',
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9._-]{2,39}$/),
)
/** Length is what counts; at least 10 characters, Chinese ones too. */
const Password = secret(z.string().min(10).max(200))
const Totp = secret(z.string().regex(/^\d{6}$/))

const SCOPES = Object.keys(moduleWords).flatMap((module) => [`${module}.read` as const, `${module}.change` as const])
/** What a token may ask of one module: its questions, or its commands. */
export const Scope = z.enum(SCOPES as [ScopeName, ...ScopeName[]])
export type ScopeName = `${keyof typeof moduleWords}.${'read' | 'change'}`

export const PostView = z.object({
  id: Id,
  role: PostRole,
  areaId: Id,
  areaName: z.string(),
  level: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  standsIn: z.boolean(),
  /** The agency a department's clerk works for. */
  agencyId: Id.nullable(),
  ended: z.boolean(),
})

export const Account = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  nameEn: z.string(),
  workPhone: z.string(),
  state: z.enum(['active', 'disabled']),
  joined: z.boolean(),
  locked: z.boolean(),
  posts: z.array(PostView),
  version: z.number(),
  can: z.array(z.string()),
})

const Done = z.object({ done: z.literal(true) })

const BY_HIMSELF: Text = {
  zh: '登录和退出是人的事；令牌本身就是凭证。',
  en: 'signing in and out is for people; a token is a proof of its own.',
}
const WHO_MAY: Text = {
  zh: '账号、密码和岗位决定谁能做什么，程序不能给自己或别人加权限。',
  en: 'accounts, passwords and posts decide who may do what; no program widens its own rights or anybody’s.',
}
const NO_MORE: Text = {
  zh: '令牌不能再造令牌，也不能延长或收回别的令牌。',
  en: 'a token makes no tokens, and prolongs or ends none.',
}
const OneAccount = z.strictObject({ id: Id })
const Invitation = z.object({ id: Id, invitation: z.string(), page: z.string(), endsAt: z.string() })

export const account = contract('account', {
  signIn: {
    inPerson: BY_HIMSELF,
    kind: 'command',
    forgets: true,
    counted: { as: 'signIn', by: 'login' },
    summary: { zh: '登录', en: 'Sign in' },
    input: z.strictObject({
      login: Login,
      password: secret(z.string().min(1).max(200)),
      code: Totp.optional(),
      /** What an earlier sign-in on this device gave it; browsers send it as a cookie. */
      device: secret(z.string().max(200)).optional(),
    }),
    output: z.object({
      token: z.string(),
      device: z.string(),
      name: z.string(),
      endsAt: z.string(),
      room: z.enum(['desk', 'field']),
    }),
  },
  signOut: {
    inPerson: BY_HIMSELF,
    kind: 'command',
    summary: { zh: '退出', en: 'Sign out' },
    input: z.strictObject({}),
    output: Done,
  },
  me: {
    kind: 'query',
    summary: { zh: '我是谁，有哪些岗位', en: 'Who I am and which posts I hold' },
    input: z.strictObject({}),
    output: z.object({
      id: Id,
      name: z.string(),
      lang: z.enum(['zh', 'en']),
      tenantName: z.string(),
      posts: z.array(
        z.object({
          id: Id,
          role: PostRole,
          areaId: Id,
          areaName: z.string(),
          areaNameEn: z.string(),
          level: z.string(),
          standsIn: z.boolean(),
        }),
      ),
      /** Operations these posts could ever perform; pages show their entries by it. */
      may: z.array(z.string()),
      now: z.string(),
    }),
  },
  setLang: {
    kind: 'command',
    summary: { zh: '换语言', en: 'Change language' },
    input: z.strictObject({ lang: z.enum(['zh', 'en']) }),
    output: Done,
  },
  changePassword: {
    inPerson: WHO_MAY,
    kind: 'command',
    forgets: true,
    summary: { zh: '改密码', en: 'Change password' },
    input: z.strictObject({ old: secret(z.string().min(1).max(200)), new: Password }),
    output: Done,
  },
  list: {
    kind: 'query',
    summary: { zh: '账号', en: 'Accounts' },
    input: z.strictObject({
      words: line(1, 40).optional(),
      areaId: Id.optional(),
      role: PostRole.optional(),
      limit: z.number().int().min(1).max(100).default(50),
      after: line(0, 80).optional(),
    }),
    output: z.object({ accounts: z.array(Account), total: z.number(), next: z.string().nullable() }),
  },
  get: { kind: 'query', summary: { zh: '一个账号', en: 'One account' }, input: OneAccount, output: Account },
  add: {
    inPerson: WHO_MAY,
    kind: 'command',
    forgets: true,
    summary: { zh: '开账号，发邀请', en: 'Open an account and invite' },
    input: z.strictObject({
      login: Login,
      name: personal('account.name', line(1, 40)),
      nameEn: personal('account.name', line(0, 80)).default(''),
      workPhone: personal('account.workPhone', line(0, 20)).default(''),
      role: PostRole,
      areaId: Id,
      from: Day.optional(),
      to: Day.optional(),
    }),
    output: Invitation,
  },
  invite: {
    inPerson: WHO_MAY,
    kind: 'command',
    forgets: true,
    summary: { zh: '重新邀请：重设密码和动态口令', en: 'Invite again: new password and second factor' },
    input: OneAccount,
    output: Invitation,
  },
  join: {
    inPerson: WHO_MAY,
    kind: 'command',
    forgets: true,
    counted: { as: 'join', by: 'invitation' },
    summary: { zh: '接受邀请：设密码，领动态口令', en: 'Accept the invitation: set password, get the second factor' },
    input: z.strictObject({ invitation: secret(z.string().min(16).max(60)), password: Password }),
    output: z.object({ login: z.string(), secret: z.string(), uri: z.string() }),
  },
  grant: {
    inPerson: WHO_MAY,
    kind: 'command',
    summary: { zh: '任命岗位', en: 'Give a post' },
    input: z.strictObject({
      id: Id,
      role: PostRole,
      areaId: Id,
      from: Day.optional(),
      to: Day.optional(),
      standsInFor: Id.optional(),
      agencyId: Id.optional(),
    }),
    output: PostView,
  },
  endPost: {
    inPerson: WHO_MAY,
    kind: 'command',
    summary: { zh: '解除岗位', en: 'End a post' },
    input: z.strictObject({ postId: Id }),
    output: Done,
  },
  disable: {
    inPerson: WHO_MAY,
    kind: 'command',
    summary: { zh: '停用账号', en: 'Disable an account' },
    input: OneAccount,
    output: Done,
  },
  enable: {
    inPerson: WHO_MAY,
    kind: 'command',
    summary: { zh: '恢复账号', en: 'Enable an account again' },
    input: OneAccount,
    output: Done,
  },
  tokens: {
    inPerson: NO_MORE,
    kind: 'query',
    summary: { zh: '我的接口令牌', en: 'My API tokens' },
    input: z.strictObject({}),
    output: z.object({
      tokens: z.array(
        z.object({
          id: Id,
          name: z.string(),
          madeAt: z.string(),
          endsAt: z.string(),
          kind: z.enum(['web', 'token']),
          current: z.boolean(),
          /** How a token begins; the rest was shown once. Empty for a session. */
          prefix: z.string(),
          scopes: z.array(Scope),
          /** The last day it was used, and the network it came from; null when it never was. */
          used: z.object({ on: z.string(), from: z.string() }).nullable(),
        }),
      ),
      /** Scopes that would open something to a token made now. */
      scopes: z.array(Scope),
    }),
  },
  addToken: {
    inPerson: NO_MORE,
    kind: 'command',
    forgets: true,
    summary: { zh: '新建接口令牌', en: 'Make an API token' },
    input: z.strictObject({
      name: line(1, 60),
      days: z.number().int().min(1).max(365).default(90),
      scopes: z.array(Scope).min(1).max(SCOPES.length),
    }),
    output: z.object({ id: Id, token: z.string(), endsAt: z.string() }),
  },
  endToken: {
    inPerson: NO_MORE,
    kind: 'command',
    summary: { zh: '作废令牌或登录', en: 'End a token or session' },
    input: z.strictObject({ id: Id }),
    output: Done,
  },
})
