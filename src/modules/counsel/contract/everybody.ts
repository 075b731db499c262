// What residents may ask and do: read answers, book a slot and drop it, take a number.
import { z } from 'zod'
import { Id, line, personal } from '#kernel/contract.ts'
import { Clinic, Minute, PublicAnswer, Topic } from '../shapes.ts'

const Code = z.string().min(6).max(40)
const Receipt = z.string().min(12).max(60)

export const everybodyPromises = {
  law: {
    kind: 'query',
    summary: { zh: '法律服务（公开）：解答和可约的时段', en: 'Law at the doorstep (public): answers and free times' },
    input: z.strictObject({ district: Id, words: line(0, 40).default(''), topic: Topic.optional() }),
    output: z.object({
      answers: z.array(PublicAnswer),
      clinics: z.array(Clinic),
      /** Legal advisers in office, by the communities they stand by. */
      advisers: z.array(
        z.object({
          ...{ name: z.string(), nameEn: z.string(), firm: z.string() },
          ...{ areaName: z.string(), areaNameEn: z.string(), hoursZh: z.string(), hoursEn: z.string() },
        }),
      ),
    }),
  },
  book: {
    kind: 'command',
    summary: { zh: '约一个时段', en: 'Book a time' },
    counted: { as: 'intake', by: 'clinicId' },
    input: z.strictObject({
      district: Id,
      clinicId: Id,
      from: Minute,
      topic: Topic,
      phone: personal('counsel.phone', line(5, 20)),
    }),
    output: z.object({ receipt: z.string(), day: z.string(), from: Minute }),
  },
  booking: {
    kind: 'query',
    summary: { zh: '凭回执看预约', en: 'A booking by its receipt' },
    input: z.strictObject({ receipt: Receipt }),
    output: z.object({ clinic: Clinic, from: Minute, topic: Topic, booked: z.boolean(), lost: z.boolean() }),
  },
  dropBooking: {
    kind: 'command',
    summary: { zh: '凭回执取消预约', en: 'Cancel a booking by its receipt' },
    input: z.strictObject({ receipt: Receipt }),
    output: z.object({ id: Id }),
  },
  queue: {
    kind: 'query',
    summary: { zh: '现场排到几号（公开）', en: 'Which number it is (public)' },
    input: z.strictObject({ code: Code }),
    output: z.object({
      clinic: Clinic,
      /** Numbers are given at this moment. */
      open: z.boolean(),
      waiting: z.array(z.number()),
      called: z.array(z.number()),
    }),
  },
  takeNumber: {
    kind: 'command',
    summary: { zh: '取一个号', en: 'Take a number' },
    counted: { as: 'intake', by: 'code' },
    input: z.strictObject({ code: Code }),
    output: z.object({ no: z.number(), before: z.number() }),
  },
} as const
