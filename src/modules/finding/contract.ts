// What finding promises: one box for everything its reader may see, and a whole number by itself.
import { z } from 'zod'
import { contract, Id, personal, typing, words } from '#kernel/contract.ts'
import type { Text } from '#kernel/words.ts'
import { isWholeNumber } from './words.ts'

const IN_PERSON: Text = {
  zh: '按整个号码找人，要本人登录',
  en: 'looking somebody up by a whole number is done by the one who signed in',
}

/** Masked as in every list. */
const FoundPerson = z.object({
  id: Id,
  name: z.string(),
  phone: z.string(),
  birthYear: z.number().nullable(),
  address: z.string(),
})
const FoundHome = z.object({ id: Id, address: z.string(), unit: z.string(), room: z.string() })
const FoundArea = z.object({ id: Id, level: z.string(), name: z.string(), nameEn: z.string(), path: z.string() })
const FoundOrganisation = z.object({
  id: Id,
  class: z.string(),
  name: z.string(),
  code: z.string(),
  address: z.string(),
})
const FoundMatter = z.object({ id: Id, no: z.string(), title: z.string(), address: z.string(), state: z.string() })

const LEAST = 2
const MOST = 60

export const finding = contract('finding', {
  find: {
    kind: 'query',
    summary: {
      zh: '一个框里找人、房屋、地方、单位和事项',
      en: 'People, homes, places, organisations and matters from one box',
    },
    input: z.strictObject({ words: words(typing(MOST).refine((text) => text.trim().length >= LEAST)) }),
    output: z.object({
      people: z.array(FoundPerson),
      homes: z.array(FoundHome),
      areas: z.array(FoundArea),
      organisations: z.array(FoundOrganisation),
      matters: z.array(FoundMatter),
      /** Groups of which there is more than is shown. */
      more: z.array(z.enum(['people', 'homes', 'areas', 'organisations', 'matters'])),
      /** Whether names are looked for at all: only inside one's own community. */
      names: z.boolean(),
    }),
  },
  number: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    summary: {
      zh: '按整个电话或身份证号找人（会记录、计次）',
      en: 'Somebody by a whole phone or ID number (recorded and counted)',
    },
    input: z.strictObject({ whole: personal('register.hash', typing(30).refine(isWholeNumber)) }),
    output: z.object({ people: z.array(FoundPerson), left: z.number() }),
  },
})
