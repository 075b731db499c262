// One's own entry by telephone: a code is sent, and with it and the last six of the ID number a slip is given for half an hour.
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { anyone, machine, machineOnly } from '#kernel/access.ts'
import { contract, Id, secret } from '#kernel/contract.ts'
import type { Keys } from '#kernel/crypto.ts'
import { newId, newNumber } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { readPhone } from '../classes/phone.ts'
import { halfWidth } from '../classes/plain-text.ts'
import { register } from '../contract.ts'
import { openField, phoneDigits } from '../people/sealed.ts'
import { newSlip } from '../people/slip.ts'
import { COUNTED_DAYS, changeCode, lockCode, type OwnCode, ownersOf, putCode, tenantsOf, usedBy } from './store.ts'
import { endsWith, readTail } from './tail.ts'
import { CODE_MINUTES, registerProblems } from './words.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** What one telephone may have sent to it. */
const CODES = { hour: 3, day: 6 } as const
const WRONG_CODES = 5
/** A day's wrong last figures, and those of a month, after which only the desk helps: some thousand fit a known birth day. */
const WRONG_TAILS = { day: 5, month: 15 } as const
/** More than share one telephone in a home. */
const MOST_OWNERS = 12
const OPEN_MINUTES = 30

const Lang = z.enum(['zh', 'en'])
const Phone = secret(z.string().min(5).max(20))
const Code = secret(z.string().length(6))

const {
  sendCode: sendCodeSignature,
  tellCode: tellCodeSignature,
  openByPhone: openSignature,
} = contract('register', {
  sendCode: {
    kind: 'command',
    summary: { zh: '把验证码发给登记过的手机', en: 'Send a code to a telephone that stands in the register' },
    input: z.strictObject({ phone: Phone, lang: Lang }),
    output: z.object({}),
  },
  tellCode: {
    kind: 'command',
    summary: { zh: '发一个验证码', en: 'Tell somebody his code' },
    input: z.strictObject({ id: Id, phone: Phone, code: Code, minutes: z.number(), lang: Lang }),
    output: z.object({}),
  },
  openByPhone: {
    kind: 'command',
    summary: { zh: '核对验证码和证件号码后六位', en: 'Compare code and last figures' },
    input: z.strictObject({ phone: Phone, code: secret(z.string()), tail: secret(z.string()) }),
    output: z.object({ slip: z.string().nullable(), until: z.string() }),
    forgets: true,
  },
})

const phoneHash = (keys: Keys, tenant: string, phone: string) => keys.mac('own code phone', `${tenant} ${phone}`)
const codeHash = (keys: Keys, id: string, code: string) => keys.mac('own code', `${id} ${code}`)

const mobile = (typed: string): string | undefined => {
  const read = readPhone(halfWidth(typed))
  const digits = read && phoneDigits(read.phone)
  return digits && /^1\d{10}$/.test(digits) ? digits : undefined
}

async function isLocked({ tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>, phone: Buffer) {
  const back = (ms: number) => new Date(now.getTime() - ms)
  const since = { hour: back(60 * MINUTE_MS), day: back(DAY_MS), month: back(COUNTED_DAYS * DAY_MS) }
  const used = await usedBy(tx, actor.tenant, phone, since)
  return {
    tries: used.wrongToday >= WRONG_TAILS.day || used.wrong >= WRONG_TAILS.month,
    codes: used.hour >= CODES.hour || used.day >= CODES.day,
  }
}

/** Performed by reactions of whoever sends: here nothing is known of SMS. */
export const tellCode = operation(tellCodeSignature, { permit: [machineOnly], run: async () => ({}) })

export const sendCode = operation(sendCodeSignature, {
  permit: [machineOnly],
  async run(context) {
    const { input, actor, tx, keys, now, write, made, perform } = context
    const phone_mac = phoneHash(keys, actor.tenant, input.phone)
    const locked = await isLocked(context, phone_mac)
    if (locked.tries || locked.codes) return {}
    const owners = await ownersOf(tx, actor.tenant, keys.blinds(actor.tenant, 'phone', input.phone), 1)
    if (owners.length === 0) return {}
    const id = newId()
    const code = String(newNumber(0, 1_000_000)).padStart(6, '0')
    const ends_at = new Date(now.getTime() + CODE_MINUTES * MINUTE_MS)
    write(
      putCode({ tenant_id: actor.tenant, id, phone_mac, code_mac: codeHash(keys, id, code), ends_at, made_at: now }),
    )
    made({ id, area_pos: 0, state: 'sent' })
    await perform(tellCode, { id, phone: input.phone, code, minutes: CODE_MINUTES, lang: input.lang })
    return {}
  },
})

export const askCode = operation(register.askCode, {
  permit: [anyone('the answer is the same whether anything was sent; a code goes to the telephone alone')],
  async run({ input, actor, tx, perform }) {
    const phone = mobile(input.phone)
    if (!phone) throw new Problem(registerProblems.ownMobile)
    for (const tenant of await tenantsOf(tx))
      await perform(sendCode, { phone, lang: actor.lang }, machine(tenant, 'own page'))
    return { minutes: CODE_MINUTES }
  },
})

type Opening = Context<{ phone: string; code: string; tail: string }, undefined>

/** Whose last six these are, among those with this telephone. */
async function ownerWith({ input, actor, tx, keys }: Opening): Promise<string | undefined> {
  const tail = readTail(input.tail)
  if (!tail) return undefined
  const phones = keys.blinds(actor.tenant, 'phone', input.phone)
  for (const row of await ownersOf(tx, actor.tenant, phones, MOST_OWNERS)) {
    const is = (number: string) => keys.blind(actor.tenant, 'id number', number).equals(row.number_mac!)
    if (await endsWith(openField(keys, row, 'birth'), tail, is)) return row.id
  }
  return undefined
}

const figures = (typed: string): string => halfWidth(typed).replace(/[\s-]/g, '')

/** Wrong tries are written, and so are no refusal of this operation: it answers that nothing was opened. */
export const openByPhone = operation(openSignature, {
  permit: [machineOnly],
  async run(context: Opening) {
    const { input, actor, tx, keys, directory, now, write, made } = context
    const refused = { slip: null, until: '' }
    const phone = phoneHash(keys, actor.tenant, input.phone)
    const row = await lockCode(tx, actor.tenant, phone, now, WRONG_CODES)
    if (!row) return refused
    const say = (state: string) => made({ id: row.id, area_pos: 0, state })
    if ((await isLocked(context, phone)).tries) {
      say('locked')
      return refused
    }
    const wrong = (count: 'wrong_codes' | 'wrong_tails') => {
      write(changeCode(row, { [count]: row[count] + 1 } satisfies Partial<OwnCode>))
      say(count === 'wrong_codes' ? 'wrong code' : 'wrong figures')
      return refused
    }
    if (!timingSafeEqual(codeHash(keys, row.id, figures(input.code)), row.code_mac)) return wrong('wrong_codes')
    const person = await ownerWith(context)
    if (!person) return wrong('wrong_tails')
    const { code, until, entry } = newSlip(directory, actor.tenant, person, now, OPEN_MINUTES * MINUTE_MS)
    write(entry)
    write(changeCode(row, { used_at: now }))
    say('opened')
    return { slip: code, until: until.toISOString() }
  },
})

export const enterByPhone = operation(register.enterByPhone, {
  permit: [anyone('who holds the telephone and knows the last six of his ID number')],
  async run({ input, tx, perform }) {
    const phone = mobile(input.phone)
    for (const tenant of phone ? await tenantsOf(tx) : []) {
      const given = { phone: phone!, code: input.code, tail: input.tail }
      const { slip, until } = await perform(openByPhone, given, machine(tenant, 'own page'))
      if (slip) return { slip, until }
    }
    // Kept: what was wrong is counted and stands in the journal.
    throw new Problem(registerProblems.ownWrong, {}, { keep: true })
  },
})
