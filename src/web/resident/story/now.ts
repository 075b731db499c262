// The first sentence of the page: where the matter stands, what happens next and by when.
import type { Lang } from '#kernel/words.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import type { IconName } from '#web/parts/icons.ts'
import { PAUSING } from '#web/parts/paused-until.ts'
import { clockTime, dateWords, spanWords } from '#web/parts/when.ts'
import { icon, teller } from '../tell.ts'
import { pauseWords, routeWords } from './outcome-words.ts'
import { answerLimit, type Story } from './story.ts'
import { storyWords as w } from './words.ts'

type Said = {
  readonly sign: IconName
  readonly state: Markup
  readonly head: Markup
  readonly more?: Markup | undefined
}

export function nowSection(story: Story, justSent: boolean, now: Date, lang: Lang): Markup {
  const { sign, state, head, more } = whereItStands(story, justSent, now, lang)
  return html`<section class="say${sign === 'triangle' && ' late'}"><span class="st">${icon(sign, '')}${state}</span><h1>${head}</h1>${more && html`<p>${more}</p>`}</section>`
}

function whereItStands(story: Story, justSent: boolean, now: Date, lang: Lang): Said {
  const tell = teller(lang)
  const grid = story.gridName
  switch (story.state) {
    case 'reported':
      if (story.promise?.late) return lateSaid(story, now, lang)
      return justSent
        ? { sign: 'tick', state: tell(w.arrived, { grid }), head: promised(story, now, lang), more: tell(w.thenHere) }
        : {
            sign: 'ring',
            state: handedOn(story) ? tell(w.settling) : tell(w.reported, { grid }),
            head: promised(story, now, lang),
            more: tell(w.thenHere),
          }
    case 'handling': {
      if (story.promise?.late) return lateSaid(story, now, lang)
      const again = story.round > 1
      return {
        sign: again ? 'reopened' : 'ring',
        state: again ? tell(w.again, { round: story.round }) : tell(w.handling),
        head: promised(story, now, lang),
        more: tell(w.thenHere),
      }
    }
    case 'finished':
      return { sign: 'half', state: tell(w.finished), head: tell(w.checkHead), more: tell(w.check) }
    case 'replied':
      return {
        sign: 'tick',
        state: tell(w.replied),
        head: untilWhen(story, now, lang),
        more: whenReopened(story, lang),
      }
    case 'closed':
      return closedSaid(story, now, lang)
    case 'dispatched':
    case 'paused':
    case 'declined':
    case 'merged':
    case 'archived':
      return story.promise?.late ? lateSaid(story, now, lang) : onItsWay(story, now, lang)
    case 'withdrawn':
      return { sign: 'returned', state: tell(w.withdrawn), head: tell(w.withdrawnHead), more: tell(w.withdrawnMore) }
  }
}

/** It went to somebody else than the grid: whose business it is may be open again, and who calls is not its worker. */
const handedOn = ({ steps }: Story): boolean => steps.some(({ to }) => to !== '')

const ofStep = ({ steps }: Story, move: string) => steps.findLast((step) => step.move === move)

/** Handed on, held up, not for us, joined to another, put away: each says why and what comes. */
function onItsWay(story: Story, now: Date, lang: Lang): Said {
  const tell = teller(lang)
  switch (story.state) {
    case 'paused':
      return pausedSaid(story, now, lang)
    case 'declined': {
      const route = ofStep(story, 'decline')?.route
      const head = route ? tell(w.declinedTo, { route: tell(routeWords[route].name) }) : tell(w.declinedHead)
      return { sign: 'returned', state: tell(w.declined), head, more: tell(w.declinedMore) }
    }
    case 'merged':
      return joinedSaid(story, lang)
    case 'archived':
      return { sign: 'tick', state: tell(w.archived), head: tell(w.archivedHead), more: tell(w.withdrawnMore) }
    default: {
      const to = story.steps.findLast((step) => step.to)?.to
      const state = to ? tell(w.dispatchedTo, { to }) : tell(w.dispatched)
      return { sign: 'ring', state, head: promised(story, now, lang), more: tell(w.thenHere) }
    }
  }
}

function pausedSaid(story: Story, now: Date, lang: Lang): Said {
  const tell = teller(lang)
  const { reason, until } = story.steps.findLast(({ move }) => PAUSING.includes(move)) ?? {}
  const head =
    reason && until
      ? tell(w.pausedUntil, { reason: tell(pauseWords[reason]), day: bold(dateWords(until, now, lang)) })
      : tell(w.pausedHead)
  return { sign: 'pause', state: tell(w.paused), head, more: tell(w.pausedMore) }
}

function joinedSaid({ joined }: Story, lang: Lang): Said {
  const tell = teller(lang)
  const state = tell(w.merged)
  if (joined?.reply) return { sign: 'tick', state, head: tell(w.joinedReplied), more: tell(w.joinedMore) }
  const how = joined ? matterLife.states[joined.state][lang] : ''
  return {
    sign: 'ring',
    state,
    head: how ? tell(w.joinedHow, { how }) : tell(w.mergedHead),
    more: tell(w.joinedGoesOn),
  }
}

/** How it ended is told as it was: rated by its reporter, or closed without an answer of his. */
function closedSaid(story: Story, now: Date, lang: Lang): Said {
  const tell = teller(lang)
  if (story.asksEffect)
    return { sign: 'half', state: tell(w.closed), head: tell(w.effectHead), more: tell(w.effectMore) }
  const lapsed = story.steps.findLast(({ move }) => move === 'rate' || move === 'lapse')?.move === 'lapse'
  const head = tell(lapsed ? w.lapsedHead : w.closedHead)
  return { sign: 'tick', state: tell(w.closed), head, more: stillOpen(story, now, lang) }
}

const bold = (time: string): Markup => html`<span class="nw">${time}</span>`

/** A day with its weekday and the clock may part at the bracket: in large letters they are longer than a line. */
const moment = (time: string): Markup => html`${time.split(/(?=（)|(?<=）)/).map(bold)}`

function promised(story: Story, now: Date, lang: Lang): Markup {
  const tell = teller(lang)
  const { promise, phone } = story
  if (!promise) return tell(w.noPromise)
  const time = moment(clockTime(promise.at, now, lang))
  if (promise.what === 'take') return tell(w.willTake, { time })
  if (promise.what === 'finish') return tell(w.willFinish, { time })
  if (handedOn(story)) return tell(phone ? w.willCallHanded : w.willAnswerHanded, { time })
  return tell(phone ? w.willCall : w.willAnswer, { time })
}

/** A broken promise is said as such, with what the reader can do about it. */
function lateSaid({ promise, no }: Story, now: Date, lang: Lang): Said {
  const tell = teller(lang)
  const time = moment(clockTime(promise!.at, now, lang))
  const was = { take: w.wasTake, answer: w.wasAnswer, finish: w.wasFinish }[promise!.what]
  return { sign: 'triangle', state: tell(w.late), head: tell(was, { time }), more: tell(w.sorry, { no: bold(no) }) }
}

function untilWhen({ disputeUntil, can }: Story, now: Date, lang: Lang): Markup {
  const tell = teller(lang)
  if (!can.includes('dispute') || disputeUntil === null) return tell(w.tellUsOpen)
  return tell(w.tellUs, { day: bold(dateWords(disputeUntil, now, lang)) })
}

function whenReopened(story: Story, lang: Lang): Markup {
  const tell = teller(lang)
  const limit = answerLimit(story)
  return limit === null || !story.phone
    ? tell(w.reopens)
    : tell(w.reopensWithin, { span: bold(spanWords(limit, lang)) })
}

const stillOpen = ({ disputeUntil, can }: Story, now: Date, lang: Lang): Markup | undefined =>
  disputeUntil !== null && can.includes('dispute')
    ? teller(lang)(w.closedMore, { day: bold(dateWords(disputeUntil, now, lang)) })
    : undefined
