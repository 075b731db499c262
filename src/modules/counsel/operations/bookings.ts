// Slots that residents book without an account; the phone is for a reminder and is masked until the day.

import type { z } from 'zod'
import { type Actor, anyone, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newCode, newId, showCode } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { enterByDistrict } from '#modules/room/index.ts'
import { counsel } from '../contract.ts'
import { enterByBooking, receiptKey } from '../enter.ts'
import { readPhone } from '../phone.ts'
import { keeps, sitsThere } from '../rights.ts'
import { maskedPhone, openPhone, sealPhone } from '../sealing.ts'
import type { PublicAnswer } from '../shapes.ts'
import { freeSlots, slotsOf } from '../slots.ts'
import {
  type BookingRow,
  bookingById,
  bookingsOf,
  bookingsShown,
  change,
  clinicById,
  lockClinic,
  ticketsOf,
} from '../store.ts'
import { canOf, clinicLines, overUntil, tellClinics } from '../view.ts'
import { counselProblems } from '../words.ts'
import { ticketView } from './queue.ts'

const RECEIPT_LENGTH = 20

const anybody = anyone('sessions are public, and no account is needed to book one (mission M17)')
const chosen = (input: { clinicId: string }, tx: Tx, actor: Actor) => lockClinic(tx, actor.tenant, input.clinicId)

type Booked = BookingRow & { readonly area_pos: number; readonly day: string }

/** A booking with the place and day of its session; for a command the session is locked, as `book` locks it. */
const bookedIn =
  (clinicOf: typeof clinicById) =>
  async (tx: Tx, tenant: string, id: string): Promise<Booked | undefined> => {
    const found = await bookingById(tx, tenant, id)
    const clinic = found && (await clinicOf(tx, tenant, found.clinic_id))
    const row = clinic && (await bookingById(tx, tenant, id))
    return row && { ...row, area_pos: clinic.area_pos, day: clinic.day }
  }

const own = (_: unknown, tx: Tx, actor: Actor) => bookedIn(clinicById)(tx, actor.tenant, actor.place ?? '')
const ownLocked = (_: unknown, tx: Tx, actor: Actor) => bookedIn(lockClinic)(tx, actor.tenant, actor.place ?? '')
const namedLocked = (input: { id: string }, tx: Tx, actor: Actor) => bookedIn(lockClinic)(tx, actor.tenant, input.id)
const named = (input: { id: string }, tx: Tx, actor: Actor) => bookedIn(clinicById)(tx, actor.tenant, input.id)

export const book = operation(counsel.book, {
  permit: [anybody],
  enter: enterByDistrict,
  sight: 'tenant',
  subject: chosen,
  async run({ input, subject, tx, actor, now, keys, directory, made }) {
    const row = subject!
    const phone = readPhone(input.phone)
    const over = overUntil(row.day, now)
    if (row.state !== 'planned' || !slotsOf(row).includes(input.from) || input.from <= over)
      throw new Problem(counselProblems.noSlot)
    const taken = (await bookingsOf(tx, actor.tenant, [row.id])).map((one) => one.from_minute)
    if (!freeSlots(row, taken, over).includes(input.from)) throw new Problem(counselProblems.slotTaken)
    const [id, receipt] = [newId(), newCode(RECEIPT_LENGTH)]
    await tx.all(
      k.insertInto('clinic_booking').values({
        ...{ tenant_id: actor.tenant, id, clinic_id: row.id, from_minute: input.from, topic: input.topic },
        ...{ phone: sealPhone(keys, actor.tenant, id, phone), key_version: keys.version, state: 'booked' },
        ...{ made_at: now, changed_at: now },
      }),
    )
    await tx.all(directory.entry('receipt', receiptKey(receipt), { tenant: actor.tenant, subject: id }, now))
    made({ id, area_pos: row.area_pos, version: 1 })
    return { receipt: showCode(receipt), day: row.day, from: input.from }
  },
})

type Topic = z.output<typeof PublicAnswer>['topic']

export const booking = operation(counsel.booking, {
  permit: [anyone('holds the receipt of a booking')],
  enter: enterByBooking,
  sight: 'tenant',
  subject: own,
  async run({ subject, tx, actor, now }) {
    const row = subject!
    const clinic = (await clinicById(tx, actor.tenant, row.clinic_id))!
    const { told } = await tellClinics(tx, actor.tenant, [clinic], now)
    return {
      clinic: told[0]!,
      from: row.from_minute,
      topic: row.topic as Topic,
      booked: row.state === 'booked',
      lost: row.lost,
    }
  },
})

export const dropBooking = operation(counsel.dropBooking, {
  permit: [anyone('holds the receipt of a booking')],
  enter: enterByBooking,
  sight: 'tenant',
  subject: ownLocked,
  async run({ subject, tx, actor, now }) {
    const row = subject!
    // His number has no purpose any more.
    if (row.state === 'booked')
      await change(tx, actor.tenant, 'clinic_booking', row, { state: 'dropped', phone: null, to_tell: false }, now)
    return { id: row.id }
  },
})

/** On the day itself those who sit and those who keep the session may call; before, nobody needs the number. */
export const bookedPhone = operation(counsel.bookedPhone, {
  permit: [keeps, sitsThere],
  sight: 'tenant',
  subject: named,
  async run({ subject, now, keys }) {
    const row = subject!
    if (row.state !== 'booked' && !row.to_tell) throw new Problem(doorProblems.missing)
    if (!row.to_tell && row.day !== localDay(now)) throw new Problem(counselProblems.notYet, { day: row.day })
    return { phone: openPhone(keys, row) }
  },
})

export const toldBooking = operation(counsel.toldBooking, {
  permit: [keeps, sitsThere],
  sight: 'tenant',
  subject: namedLocked,
  async run({ subject, tx, actor, now }) {
    const row = subject!
    // Nobody calls him any more.
    const over = row.state === 'booked' ? {} : { phone: null }
    if (row.to_tell) await change(tx, actor.tenant, 'clinic_booking', row, { to_tell: false, ...over }, now)
    return { id: row.id }
  },
})

const clinicNamed = (input: { id: string }, tx: Tx, actor: Actor) => clinicById(tx, actor.tenant, input.id)

export const clinic = operation(counsel.clinic, {
  permit: [signedIn, machineOnly],
  sight: 'tenant',
  subject: clinicNamed,
  async run({ subject, tx, actor, now, keys, url }) {
    const row = subject!
    const works = keeps.allows(actor, row) || sitsThere.allows(actor, row)
    const [lines, bookings, numbers] = await Promise.all([
      clinicLines(tx, actor, [row], now),
      bookingsShown(tx, actor.tenant, row.id),
      ticketsOf(tx, actor.tenant, [row.id]),
    ])
    const callable = row.day === localDay(now)
    return {
      ...lines[0]!,
      can: canOf(actor, row, now),
      url: `${url}/clinic/${row.code}`,
      advised: row.advised,
      handedOn: row.handed_on,
      // Who booked is for those who receive him.
      bookings: (works ? bookings : []).map((one) => ({
        ...{ id: one.id, from: one.from_minute, topic: one.topic as Topic, phone: maskedPhone(keys, one) },
        ...{ toTell: one.to_tell, lost: one.lost },
        can: [...(callable || one.to_tell ? ['bookedPhone'] : []), ...(one.to_tell ? ['toldBooking'] : [])],
      })),
      tickets: numbers.map((one) => ticketView(one, works)),
    }
  },
})
