// Which district is meant: the one named, the one of the key, or the first.
import type { OutsideRequest } from '#kernel/http/outside.ts'
import { Problem } from '#kernel/problem.ts'
import { districts } from '#modules/area/index.ts'
import { open311Problems } from '../words.ts'
import { one, type Params } from './params.ts'

export const everyDistrict = async (asked: OutsideRequest) => (await asked.ask(districts.signature, {})).districts

/** The id of the district whose official code is asked for; undefined when none is. */
export async function namedDistrict(asked: OutsideRequest, params: Params): Promise<string | undefined> {
  const code = one(params, 'jurisdiction_id')
  if (code === undefined) return undefined
  const found = (await everyDistrict(asked)).find((district) => district.code === code)
  if (!found) throw new Problem(open311Problems.noJurisdiction, { id: code.slice(0, 80) })
  return found.id
}

/** Without a name it is the first by its code, so that a client of one district needs to know none. */
export async function districtOf(asked: OutsideRequest, params: Params): Promise<string> {
  const named = await namedDistrict(asked, params)
  if (named) return named
  const [first] = await everyDistrict(asked)
  if (!first) throw new Problem(open311Problems.noJurisdiction, { id: '' })
  return first.id
}
