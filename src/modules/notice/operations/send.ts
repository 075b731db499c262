// Telling somebody something: into his inbox, and by SMS or e-mail where the kind says so. Performed by reactions alone.
import { z } from 'zod'
import { type Actor, machineOnly, ROLES, type Role } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { contract, Id } from '#kernel/contract.ts'
import { newCode, newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import type { Lang } from '#kernel/words.ts'
import { workersAt } from '#modules/account/index.ts'
import { areaById } from '#modules/area/index.ts'
import { reporterPhoneOf } from '#modules/matter/index.ts'
import { About, KindCode, Values } from '../contract.ts'
import { bodyOf, noticeRows, type RuleView, smsOf, titleOf } from '../kinds.ts'
import { putOut, sealOut } from '../outbox-store.ts'
import { afterQuiet, nextDigest, type QuietHours } from '../quiet.ts'
import { dueDigest, putNotice, type Recipient, recipients } from '../store.ts'
import { fill, type Said, textsOf } from '../template.ts'
import type { KindView } from '../usual-kinds.ts'
import { noticeProblems } from '../words.ts'

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

export type Sending = Context<z.output<typeof signature.input>, undefined>

/** A receipt sent by SMS is given for this message alone, is shorter than the one given at the report, and ends. */
const RECEIPT_LENGTH = 16
const RECEIPT_MS = 45 * 86_400_000
const FIELD: readonly Role[] = ['grid_worker', 'building_head', 'volunteer', 'patrol_member']

const usual = (rule: RuleView): QuietHours => ({ from: rule.quietFrom, to: rule.quietTo })

export function quietOf(wish: Pick<Recipient, 'quiet' | 'quiet_from' | 'quiet_to'>, rule: RuleView): QuietHours {
  if (wish.quiet === 'none') return { from: 0, to: 0 }
  return wish.quiet === 'own' ? { from: wish.quiet_from!, to: wish.quiet_to! } : usual(rule)
}

type Letter = {
  readonly channel: 'sms' | 'email'
  readonly to: { readonly kind: 'account' | 'reporter'; readonly id: string; readonly address: string }
  readonly lang: Lang
  readonly link: string
  readonly sendAt: Date
}

/** The row that a sweep will send. Links are the one secret in it, so the message is sealed like the address. */
export function writeLetter(
  { actor, keys, now, write }: Pick<Context, 'actor' | 'keys' | 'now' | 'write'>,
  kind: KindView,
  about: { readonly kind: string; readonly id: string },
  said: Said,
  { channel, to, lang, link, sendAt }: Letter,
  items: readonly string[] = [],
): void {
  const row = { tenant_id: actor.tenant, id: newId() }
  const texts = { ...textsOf(said, lang), link }
  const values = Object.fromEntries(Object.entries(texts).filter(([name]) => name !== 'kind' && name !== 'area'))
  const subject = fill(titleOf(kind, lang), texts)
  const text =
    channel === 'sms'
      ? fill(smsOf(kind, lang), texts)
      : [fill(bodyOf(kind, lang), texts), ...items, link].filter((part) => part !== '').join('\n\n')
  write(
    putOut({
      ...row,
      channel,
      kind: kind.code,
      about_kind: about.kind,
      about_id: about.id,
      to_kind: to.kind,
      to_id: to.id,
      ...sealOut(keys, row, to.address, {
        subject: channel === 'email' ? subject : '',
        text,
        template: `${kind.code}.${lang}`,
        values: channel === 'sms' ? values : {},
      }),
      sendAt,
      now,
    }),
  )
}

async function tellReporter(context: Sending, matter: string, kind: KindView, rule: RuleView): Promise<number> {
  const { input, actor, tx, keys, now, write, directory, url } = context
  const phone = kind.channels.includes('sms') && (await reporterPhoneOf(tx, keys, actor.tenant, matter))
  // A landline cannot show a link.
  if (!phone || !/^1\d{10}$/.test(phone)) return 0
  const receipt = newCode(RECEIPT_LENGTH)
  const ends = new Date(now.getTime() + RECEIPT_MS)
  write(directory.entry('receipt', receipt, { tenant: actor.tenant, subject: matter }, now, ends))
  writeLetter(context, kind, input.about, input.said, {
    channel: 'sms',
    to: { kind: 'reporter', id: matter, address: phone },
    lang: 'zh',
    link: `${url}/r/${receipt}`,
    sendAt: kind.urgent ? now : afterQuiet(now, usual(rule)),
  })
  return 1
}

function tellOne(context: Sending, one: Recipient, kind: KindView, rule: RuleView, room: 'desk' | 'field'): void {
  const { input, actor, now, write, keys, url } = context
  const sendAt = kind.urgent ? now : afterQuiet(now, quietOf(one, rule))
  if (kind.channels.includes('inbox')) {
    write(
      putNotice({
        tenant: actor.tenant,
        id: newId(),
        account: one.id,
        kind: kind.code,
        about: input.about,
        said: input.said,
        urgent: kind.urgent,
        notBefore: sendAt,
        now,
      }),
    )
    if (!kind.urgent && !one.digest_due)
      write(dueDigest(actor.tenant, one.id, nextDigest(sendAt, one.digest_at ?? rule.digestAt, one.digest_on), now))
  }
  const link = `${url}/${room}/${input.about.kind}s/${input.about.id}`
  const letter = { lang: one.lang, link, sendAt }
  const to = (address: string) => ({ kind: 'account' as const, id: one.id, address })
  if (kind.channels.includes('sms') && /^1\d{10}$/.test(one.work_phone))
    writeLetter(context, kind, input.about, input.said, { ...letter, channel: 'sms', to: to(one.work_phone) })
  if (kind.channels.includes('email') && one.email)
    writeLetter(context, kind, input.about, input.said, {
      ...letter,
      channel: 'email',
      to: to(openEmail(keys, actor, one)),
    })
}

export const emailAt = (tenant: string, account: string) => ({
  tenant,
  table: 'notice_wish',
  column: 'email',
  row: account,
})

export const openEmail = (keys: Context['keys'], actor: Actor, one: { id: string; email: Buffer | null }): string =>
  keys.open(one.email!, emailAt(actor.tenant, one.id))

/** What `send` does, for operations of this module that say several things in one go; returns how many were told. */
export async function say(context: Sending): Promise<number> {
  const { input, actor, tx, now, made } = context
  const { kinds, rule } = await noticeRows(tx, actor.tenant)
  const kind = kinds.get(input.kind)
  if (!kind) throw new Problem(noticeProblems.noKind, { kind: input.kind })
  const { to } = input
  if ('reporter' in to) return tellReporter(context, to.reporter, kind, rule)
  let accounts: readonly string[]
  let room: 'desk' | 'field' = 'desk'
  if ('account' in to) accounts = [to.account]
  else {
    const area = await areaById(tx, actor.tenant, to.areaId)
    if (!area) return 0
    const there = (roles: readonly Role[]) =>
      roles.length ? workersAt(tx, actor.tenant, area.area_pos, roles, localDay(now)) : Promise.resolve([])
    const first = await there(to.roles)
    const held = first.length ? first : await there(to.otherwise)
    accounts = held.map((one) => one.id)
    room = held.length > 0 && held.every((one) => FIELD.includes(one.role as Role)) ? 'field' : 'desk'
    // Pages of whoever works there look again. Named after the area, since a reporter's page follows the matter's own id.
    made({ id: area.id, area_pos: area.area_pos })
  }
  const people = await recipients(
    tx,
    actor.tenant,
    [...new Set(accounts)].filter((id) => id !== input.except),
  )
  for (const one of people) tellOne(context, one, kind, rule, room)
  if ('account' in to && people[0]) made({ id: people[0].id, area_pos: people[0].area_pos })
  return people.length
}

export const send = operation(signature, {
  permit: [machineOnly],
  run: async (context) => ({ told: await say(context) }),
})
