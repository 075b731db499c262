// GET services and the definition of one.
import type { OutsideRequest } from '#kernel/http/outside.ts'
import { open311 } from '../contract.ts'
import type { Answer } from './answer.ts'
import { districtOf } from './jurisdiction.ts'
import type { Params } from './params.ts'

export async function serviceList(asked: OutsideRequest, params: Params): Promise<Answer> {
  const { lang } = asked
  const { services } = await asked.ask(open311.services, { district: await districtOf(asked, params) })
  const value = services.map(({ code, name, hint, family, words }) => ({
    service_code: code,
    service_name: name[lang],
    description: hint[lang],
    metadata: true,
    type: 'realtime',
    // A comma would cut one word in two.
    keywords: words.map((word) => word.replaceAll(',', ' ')).join(', '),
    group: family,
  }))
  return { root: 'services', value }
}

export async function definition(asked: OutsideRequest, params: Params, id: string): Promise<Answer> {
  const { lang } = asked
  const district = await districtOf(asked, params)
  const { code, attributes } = await asked.ask(open311.service, { district, code: id.slice(0, 40) })
  const value = {
    service_code: code,
    attributes: attributes.map(({ code: attribute, datatype, required, asks, help, values }, at) => ({
      variable: true,
      code: attribute,
      datatype,
      required,
      datatype_description: help[lang],
      order: at + 1,
      description: asks[lang],
      ...(values.length ? { values: values.map(({ key, name }) => ({ key, name: name[lang] })) } : {}),
    })),
  }
  return { root: 'service_definition', value }
}
