// Telling people things, many at once: lines in inboxes, and letters by SMS or e-mail where the kind says so.
import { type Statement, together } from '#kernel/database.ts'
import { newCode, newId } from '#kernel/ids.ts'
import type { Context } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { reporterPhonesOf } from '#modules/matter/index.ts'
import { type NoticeRows, noticeRows, quietOf, usualQuiet } from './kinds.ts'
import { openEmail, writeLetter } from './letter.ts'
import { afterQuiet, nextDigest } from './quiet.ts'
import { type NewNotice, planDigests, putNotices, type Recipient, recipients } from './store.ts'
import type { Said } from './template.ts'
import type { KindView } from './usual-kind.ts'
import { findPeople, type Guarded, type Meant, type To } from './whom.ts'
import { noticeProblems } from './words.ts'

/** `reporter`: whoever reported this matter and left a number. */
export type Receiver = { readonly reporter: string } | To

export type Saying = {
  readonly to: Receiver
  readonly kind: string
  readonly about: { readonly kind: string; readonly id: string }
  readonly said: Said
  readonly at: Date
  /** Nobody is told of his own deed. */
  readonly except: string | null
  /** Whoever may not do what it asks for: as if he were not there. */
  readonly without?: readonly string[]
  /** Only who may see this row is told. */
  readonly guard?: Guarded
  /** Said at once although its kind could wait. */
  readonly urgent?: boolean
}

type Telling = Pick<Context, 'actor' | 'tx' | 'keys' | 'now' | 'directory' | 'url'>

/** A receipt sent by SMS is given for this message alone, is shorter than the one given at the report, and ends. */
const RECEIPT_LENGTH = 16
const RECEIPT_MS = 45 * 86_400_000
/** A landline cannot show a link. */
const MOBILE = /^1\d{10}$/

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

  toAccount(saying: Saying, kind: KindView, one: Recipient, room: 'desk' | 'field'): void {
    const { rule } = this.rows
    const { about, at } = saying
    const urgent = kind.urgent || saying.urgent === true
    const sendAt = urgent ? at : afterQuiet(at, quietOf(one, rule))
    if (kind.channels.includes('inbox')) {
      this.lines.set(`${one.id} ${kind.code} ${about.id}`, {
        ...{ id: newId(), account: one.id, kind: kind.code, about, said: saying.said },
        ...{ urgent, notBefore: sendAt, at },
      })
      if (!urgent && !one.digest_due && !this.digests.has(one.id))
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

export type Heard = {
  readonly told: number
  /** People told of what lies outside their area: their open pages follow themselves, not the area. */
  readonly apart: ReadonlyMap<string, number>
}

const asWanted = ({ to, guard, without = [] }: Saying) => ('reporter' in to ? [] : [{ to, guard, without }])
const NOBODY: Meant = { accounts: [], kind: undefined }

/** Says all of it with a few questions and one round of writing, however much it is. */
export async function tell(context: Telling, sayings: readonly Saying[]): Promise<Heard> {
  const apart = new Map<string, number>()
  if (sayings.length === 0) return { told: 0, apart }
  const { actor, tx, keys, now } = context
  const reporters = sayings.flatMap(({ to }) => ('reporter' in to ? [to.reporter] : []))
  const [rows, find, phones] = await together([
    noticeRows(tx, actor.tenant),
    findPeople(tx, actor.tenant, sayings.flatMap(asWanted), now),
    reporters.length ? reporterPhonesOf(tx, keys, actor.tenant, reporters) : undefined,
  ])
  const meant = sayings.map((saying) => ({ saying, ...(asWanted(saying).map(find)[0] ?? NOBODY) }))
  const ids = new Set(meant.flatMap(({ accounts }) => accounts.map(({ id }) => id)))
  const people = new Map((await recipients(tx, actor.tenant, [...ids])).map((one) => [one.id, one]))
  const round = new Round(context, rows)
  let told = 0
  for (const { saying, accounts, kind: otherwise } of meant) {
    const code = otherwise ?? saying.kind
    const kind = rows.kinds.get(code)
    if (!kind) throw new Problem(noticeProblems.noKind, { kind: code })
    if ('reporter' in saying.to) {
      const { reporter } = saying.to
      told += round.toReporter(saying, kind, reporter, phones?.get(reporter))
    }
    for (const { id, room, apart: isApart } of accounts) {
      const one = people.get(id)
      if (!one || id === saying.except) continue
      round.toAccount(saying, kind, one, room)
      if (isApart) apart.set(id, one.area_pos)
      told++
    }
  }
  await round.write()
  return { told, apart }
}
