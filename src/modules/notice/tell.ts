// Telling people things, many at once: lines in inboxes, and letters by SMS or e-mail where the kind says so.
import type { Role } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { type Statement, together } from '#kernel/database.ts'
import { newCode, newId } from '#kernel/ids.ts'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { workersAtEach } from '#modules/account/index.ts'
import { reporterPhonesOf } from '#modules/matter/index.ts'
import { type NoticeRows, noticeRows, quietOf, usualQuiet } from './kinds.ts'
import { openEmail, writeLetter } from './letter.ts'
import { afterQuiet, nextDigest } from './quiet.ts'
import { type NewNotice, planDigests, putNotices, type Recipient, recipients } from './store.ts'
import type { Said } from './template.ts'
import type { KindView } from './usual-kinds.ts'
import { noticeProblems } from './words.ts'

export type To =
  | { readonly account: string }
  /** Whoever reported this matter and left a number. */
  | { readonly reporter: string }
  /** Everybody who holds one of the roles there today; where nobody does, those of `otherwise`. */
  | { readonly roles: readonly Role[]; readonly areaPos: number; readonly otherwise: readonly Role[] }

export type Saying = {
  readonly to: To
  readonly kind: string
  readonly about: { readonly kind: string; readonly id: string }
  readonly said: Said
  readonly at: Date
  readonly except: string | null
}

type Telling = Pick<Context, 'actor' | 'tx' | 'keys' | 'now' | 'directory' | 'url'>

/** A receipt sent by SMS is given for this message alone, is shorter than the one given at the report, and ends. */
const RECEIPT_LENGTH = 16
const RECEIPT_MS = 45 * 86_400_000
const FIELD: readonly Role[] = ['grid_worker', 'building_head', 'volunteer', 'patrol_member']
/** A landline cannot show a link. */
const MOBILE = /^1\d{10}$/

type Held = { readonly accounts: readonly string[]; readonly room: 'desk' | 'field' }

/** Who is meant by each saying, with one question for all places. */
async function heldBy({ actor, tx, now }: Telling, sayings: readonly Saying[]): Promise<(to: To) => Held> {
  const places = sayings.flatMap(({ to }) => ('roles' in to ? [to] : []))
  const positions = [...new Set(places.map(({ areaPos }) => areaPos))]
  const roles = [...new Set(places.flatMap((to) => [...to.roles, ...to.otherwise]))].sort()
  const workers = positions.length ? await workersAtEach(tx, actor.tenant, positions, roles, localDay(now)) : []
  const there = Map.groupBy(workers, ({ pos }) => pos)
  return (to) => {
    if ('account' in to) return { accounts: [to.account], room: 'desk' }
    if ('reporter' in to) return { accounts: [], room: 'desk' }
    const holding = (roles: readonly Role[]) =>
      (there.get(to.areaPos) ?? []).filter(({ role }) => roles.includes(role as Role))
    const first = holding(to.roles)
    const held = first.length ? first : holding(to.otherwise)
    const isField = held.length > 0 && held.every(({ role }) => FIELD.includes(role as Role))
    return { accounts: [...new Set(held.map(({ id }) => id))], room: isField ? 'field' : 'desk' }
  }
}

/** What a round of telling gathers before anything is written. */
class Round {
  readonly context: Telling
  readonly rows: NoticeRows
  /** By who, what and about what: said twice in one round it is one line. */
  readonly lines = new Map<string, NewNotice>()
  readonly digests = new Map<string, Date>()
  readonly letters: Statement<unknown>[] = []

  constructor(context: Telling, rows: NoticeRows) {
    this.context = context
    this.rows = rows
  }

  private letter(saying: Saying, kind: KindView, letter: Parameters<typeof writeLetter>[4]): void {
    const write = (statement: Statement<unknown>) => this.letters.push(statement)
    writeLetter({ ...this.context, write }, kind, saying.about, saying.said, letter)
  }

  toReporter(saying: Saying, kind: KindView, matter: string, phone: string | null | undefined): number {
    if (!phone || !MOBILE.test(phone) || !kind.channels.includes('sms')) return 0
    const { actor, directory, now, url } = this.context
    const receipt = newCode(RECEIPT_LENGTH)
    const ends = new Date(now.getTime() + RECEIPT_MS)
    this.letters.push(directory.entry('receipt', receipt, { tenant: actor.tenant, subject: matter }, now, ends))
    this.letter(saying, kind, {
      channel: 'sms',
      to: { kind: 'reporter', id: matter, address: phone },
      lang: 'zh',
      link: `${url}/r/${receipt}`,
      sendAt: kind.urgent ? saying.at : afterQuiet(saying.at, usualQuiet(this.rows.rule)),
    })
    return 1
  }

  toAccount(saying: Saying, kind: KindView, one: Recipient, room: Held['room']): void {
    const { rule } = this.rows
    const { about, at } = saying
    const sendAt = kind.urgent ? at : afterQuiet(at, quietOf(one, rule))
    if (kind.channels.includes('inbox')) {
      this.lines.set(`${one.id} ${kind.code} ${about.id}`, {
        ...{ id: newId(), account: one.id, kind: kind.code, about, said: saying.said },
        ...{ urgent: kind.urgent, notBefore: sendAt, at },
      })
      if (!kind.urgent && !one.digest_due && !this.digests.has(one.id))
        this.digests.set(one.id, nextDigest(sendAt, one.digest_at ?? rule.digestAt, one.digest_on))
    }
    const { actor, keys, url } = this.context
    const letter = { lang: one.lang, link: `${url}/${room}/${about.kind}s/${about.id}`, sendAt }
    const to = (address: string) => ({ kind: 'account' as const, id: one.id, address })
    if (kind.channels.includes('sms') && MOBILE.test(one.work_phone))
      this.letter(saying, kind, { ...letter, channel: 'sms', to: to(one.work_phone) })
    if (kind.channels.includes('email') && one.email)
      this.letter(saying, kind, { ...letter, channel: 'email', to: to(openEmail(keys, actor, one)) })
  }

  async write(): Promise<void> {
    const { tx, actor, now } = this.context
    await together([
      ...(this.lines.size ? [tx.all(putNotices(actor.tenant, [...this.lines.values()]))] : []),
      ...(this.digests.size ? [tx.all(planDigests(actor.tenant, this.digests, now))] : []),
      ...this.letters.map((statement) => tx.all(statement)),
    ])
  }
}

/** Says all of it with a few questions and one round of writing, however much it is; returns how many were told. */
export async function tell(context: Telling, sayings: readonly Saying[]): Promise<number> {
  if (sayings.length === 0) return 0
  const { actor, tx, keys } = context
  const reporters = sayings.flatMap(({ to }) => ('reporter' in to ? [to.reporter] : []))
  const [rows, held, phones] = await together([
    noticeRows(tx, actor.tenant),
    heldBy(context, sayings),
    reporters.length ? reporterPhonesOf(tx, keys, actor.tenant, reporters) : undefined,
  ])
  const meant = sayings.map((saying) => ({ saying, ...held(saying.to) }))
  const ids = new Set(meant.flatMap(({ accounts }) => accounts))
  const people = new Map((await recipients(tx, actor.tenant, [...ids])).map((one) => [one.id, one]))
  const round = new Round(context, rows)
  let told = 0
  for (const { saying, accounts, room } of meant) {
    const kind = rows.kinds.get(saying.kind)
    if (!kind) throw new Problem(noticeProblems.noKind, { kind: saying.kind })
    if ('reporter' in saying.to) {
      const { reporter } = saying.to
      told += round.toReporter(saying, kind, reporter, phones?.get(reporter))
    }
    for (const id of accounts) {
      const one = people.get(id)
      if (!one || id === saying.except) continue
      round.toAccount(saying, kind, one, room)
      told++
    }
  }
  await round.write()
  return told
}
