// What a step's details are called in a sentence: names in a row, days, reasons, and what a meeting decided.
import { type Lang, say } from '#kernel/words.ts'
import type { Output } from '#web/call.ts'
import { pauseWords, routeWords, urgencyWords } from './matter-words.ts'
import { storyWords } from './story-words.ts'
import { dateWords, fullTime } from './when.ts'

type Step = Output<'matter.get'>['steps'][number]
type Detail = Step['detail']

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : [])
const named = (
  words: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  value: unknown,
  lang: Lang,
) => words[text(value)]?.[lang] ?? ''

/** Values for the words of storyWords; what a step does not have is empty. */
export function detailValues({ detail, at }: Step, lang: Lang): Record<string, string> {
  const row = (value: unknown) => list(value).join(storyWords.listJoin[lang])
  const optional = (word: 'withHelpers' | 'byItem' | 'withTeam', name: string, value: string) =>
    value ? say(storyWords[word], lang, { [name]: value }) : ''
  const time = (value: unknown) => (text(value) ? fullTime(text(value), at, lang) : '')
  return {
    helpers: optional('withHelpers', 'helpers', row(detail.helpers)),
    item: optional('byItem', 'item', text(detail.item)),
    team: detail.noLeader === true ? storyWords.noLeader[lang] : optional('withTeam', 'team', row(detail.team)),
    ...{ agencies: row(detail.agencies), who: row(detail.who), until: time(detail.until), at: time(detail.at) },
    ...{ agency: text(detail.agency), basis: text(detail.basis), to: text(detail.to) },
    ...{ into: text(detail.into), no: text(detail.no) },
    route: named(routeWords, detail.route, lang),
    reason: named(pauseWords, detail.reason, lang),
    grade: named(urgencyWords, detail.grade, lang),
  }
}

type Decision = { readonly what: string; readonly owner: string; readonly by: string | null }

/** “换井座，市政养护所负责，11月24日前”: one line a decision. */
export function decisionsOf(detail: Detail, at: string, lang: Lang): string[] {
  const decisions = (Array.isArray(detail.decisions) ? detail.decisions : []) as Decision[]
  return decisions.map(({ what, owner, by }) =>
    say(by ? storyWords.decisionBy : storyWords.decision, lang, {
      ...{ what, owner },
      by: by ? dateWords(`${by}T04:00:00Z`, at, lang) : '',
    }),
  )
}
