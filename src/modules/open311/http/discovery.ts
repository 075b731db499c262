// Service discovery: which doors there are, whom to ask, and what is more than the specification.
import type { OutsideRequest } from '#kernel/http/outside.ts'
import { open311 } from '../contract.ts'
import { writeWhen } from '../when.ts'
import { type Answer, BARE_TYPES } from './answer.ts'
import { everyDistrict } from './jurisdiction.ts'

const GEOREPORT = 'http://wiki.open311.org/GeoReport_v2'
const FORMATS = [BARE_TYPES.xml, BARE_TYPES.json]

const SAYS = {
  contact: {
    zh: (home: string) => `邻里：${home}/ 。请联系各区的系统管理员。`,
    en: (home: string) => `Linli: ${home}/ . Please ask the system administrator of the district.`,
  },
  key: {
    zh: (list: string) => `密钥由各区系统管理员在办公桌“外部系统”页发放。jurisdiction_id：${list}。`,
    en: (list: string) =>
      `The system administrator of a district gives keys on the desk’s page “Other systems”. jurisdiction_id: ${list}.`,
  },
  more: {
    zh: 'GET servicerequestupdates：公开事项的进展（start_date、end_date、updated_after、service_request_id）；GET requests 另有 updated_after、updated_before、page、page_size；回答头 Linli-Cursor 是下一次的 updated_after。',
    en: 'GET servicerequestupdates: how public requests go on (start_date, end_date, updated_after, service_request_id); GET requests also takes updated_after, updated_before, page, page_size; the header Linli-Cursor of an answer is the updated_after to ask with next.',
  },
} as const

export async function discovery(asked: OutsideRequest): Promise<Answer> {
  const { lang, home } = asked
  const districts = await everyDistrict(asked)
  const [first] = districts
  const told = first && (await asked.ask(open311.services, { district: first.id }))
  const changeset = writeWhen(told?.changedAt ?? new Date(0))
  const endpoint = (specification: string) => ({
    specification,
    url: `${home}/open311/v2`,
    changeset,
    type: told?.demo ? 'test' : 'production',
    formats: FORMATS,
  })
  const listed = districts.map(({ code, name, nameEn }) => `${code} ${lang === 'en' ? nameEn || name : name}`)
  const format = /\.json$/i.test(asked.url.pathname) ? 'json' : 'xml'
  return {
    root: 'discovery',
    value: {
      changeset,
      contact: SAYS.contact[lang](home),
      key_service: SAYS.key[lang](listed.join(lang === 'zh' ? '，' : ', ')),
      // The second says what is more than the specification (docs/open311.md), at the same address.
      endpoints: [endpoint(GEOREPORT), { ...endpoint(`${home}/open311/v2#updates`), description: SAYS.more[lang] }],
    },
    ...(/\.(json|xml)$/i.test(asked.url.pathname) ? { headers: { 'content-type': BARE_TYPES[format] } } : {}),
  }
}
