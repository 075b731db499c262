// What the register promises somebody who comes with his own telephone instead of a slip.
import { z } from 'zod'
import { Instant, secret } from '#kernel/contract.ts'

const Phone = secret(z.string().trim().min(5).max(40))

export const phoneWayPromises = {
  askCode: {
    kind: 'command',
    summary: { zh: '要一个短信验证码，看自己的登记', en: 'Ask for a code by SMS, to see one’s own entry' },
    inPerson: {
      zh: '本人用自己的手机来看，程序不能代替。',
      en: 'by the person with his own telephone, never by a program.',
    },
    input: z.strictObject({ phone: Phone }),
    /** The same whether anything was sent or not. */
    output: z.object({ minutes: z.number() }),
    forgets: true,
    counted: { as: 'ownCode', by: 'phone' },
  },
  enterByPhone: {
    kind: 'command',
    summary: {
      zh: '凭短信验证码和证件号码后六位看自己的登记',
      en: 'Open one’s own entry by a code and the last six of the ID number',
    },
    inPerson: {
      zh: '本人用自己的手机来看，程序不能代替。',
      en: 'by the person with his own telephone, never by a program.',
    },
    input: z.strictObject({
      phone: Phone,
      code: secret(z.string().trim().min(1).max(20)),
      /** The last six signs of the number of the identity card. */
      tail: secret(z.string().trim().min(1).max(20)),
    }),
    /** As a slip from the desk, for half an hour. */
    output: z.object({ slip: z.string(), until: Instant }),
    forgets: true,
    counted: { as: 'ownTry', by: 'phone' },
  },
} as const
