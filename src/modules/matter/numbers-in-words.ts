// People write numbers into their words; whoever has no business with them sees them as he sees the reporter's own: masked.
import { reporterPhone } from './personal.ts'

const MOBILE = /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/g
/** An ID number: area, birthday, order, check. Its tail tells as much as its whole. */
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g

export const maskNumbers = (text: string): string =>
  text
    .replace(IDENTITY, (found) => `${found.slice(0, 2)}${'*'.repeat(16)}`)
    .replace(MOBILE, (found) => reporterPhone.mask(found.replace(/\D/g, '')))

const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}/
/** The commonest family names (Ministry of Public Security, report on names of 2023), before what follows a name in speech. */
const NAMED =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗](?:\p{Script=Han}{0,2}(?:先生|女士|大爷|大妈|阿姨|叔叔|师傅)|\p{Script=Han}{1,2}(?:家的|他家|她家|说|骂|的电话|的手机))/u

/** What in somebody's words points to a person: shown while he types, so that he can leave it out. A hint, never a refusal. */
export function hintsIn(text: string): ('number' | 'name')[] {
  const masked = maskNumbers(text) !== text || PLATE.test(text)
  return [...(masked ? (['number'] as const) : []), ...(NAMED.test(text) ? (['name'] as const) : [])]
}
