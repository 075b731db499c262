// 案号 （2026）邻街人调字第41号: the year, the word of the committee, a number that is never given twice (decided 25: gaps may be).
import type { Numbers } from '#kernel/numbers.ts'

/** `day`: YYYY-MM-DD, the day it is taken. */
export async function fileNumber(
  numbers: Numbers,
  tenant: string,
  committee: { readonly id: string; readonly word: string },
  day: string,
): Promise<string> {
  const year = day.slice(0, 4)
  const no = await numbers.next(tenant, `mediation ${committee.word} ${year}`)
  return `（${year}）${committee.word}人调字第${no}号`
}
