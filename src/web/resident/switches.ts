// What a reader chose for all pages, remembered by the browser: large letters and language.
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { type Lang, readLang } from '#kernel/words.ts'

const YEAR = 'Path=/; Max-Age=31536000; SameSite=Lax'

export const lettersCookie = (big: boolean): string => `big=${big ? 1 : 0}; ${YEAR}`
export const languageCookie = (lang: Lang): string => `lang=${lang}; ${YEAR}`

/** An address of ours, or the first page: nobody is sent to another site by a link that looks like ours. */
export function ownPath(back: string | undefined): string {
  const origin = 'http://linli.invalid'
  if (!back?.startsWith('/') || !URL.canParse(back, origin)) return '/'
  const url = new URL(back, origin)
  return url.origin === origin && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/'
}

export const lettersPage: Page = {
  method: 'POST',
  path: '/style/big',
  answer: async ({ fields, big }) => ({
    to: ownPath(fields.get('back')?.[0]),
    cookies: [lettersCookie(!big)],
  }),
}

/** `?lang=en` holds from here on, not for one page. */
export const remembersLanguage = (page: Page): Page => ({
  ...page,
  answer: async (request: PageRequest): Promise<PageAnswer> => {
    const answer = await page.answer(request)
    const asked = request.query.get('lang')
    if (!asked || 'body' in answer) return answer
    return { ...answer, cookies: [...(answer.cookies ?? []), languageCookie(readLang(asked, undefined))] }
  },
})
