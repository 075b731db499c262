// The story of a matter with dates and kept promises, newest first.

import { isOpen, type Life } from '#kernel/lifecycle.ts'
import type { Lang } from '#kernel/words.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dateWords, dayAndTime, spanWords, wallTime, withUnits } from '#web/parts/when.ts'
import { icon, teller } from '../tell.ts'
import { pauseWords, routeWords } from './outcome-words.ts'
import type { Story } from './story.ts'
import { keptWords, stepWords, storyWords as w } from './words.ts'

type Step = Story['steps'][number]

export function stepsSection(story: Story, now: Date, lang: Lang): Markup {
  // Of two at one moment the later made stands first, too: they come in the order in which they were made.
  const newestFirst = story.steps.toReversed().sort((a, b) => b.at.localeCompare(a.at))
  const goesOn = isOpen(matterLife as Life, story.state)
  return html`<section><h2>${w.story[lang]}</h2><ol class="story">${newestFirst.map(
    (
      step,
      at,
    ) => html`<li${at === 0 && goesOn && html` class="now"`}><time datetime="${step.at}">${dayAndTime(step.at, now, lang)}</time>
      <p>${sentence(step, story, now, lang)}</p>${step.text && step.move !== 'decline' && html`<blockquote>${step.text}</blockquote>`}${promise(step, now, lang)}</li>`,
  )}</ol></section>`
}

/** A step that has no sentence here is told by its name in the life. */
function sentence(step: Step, { gridName }: Story, now: Date, lang: Lang): Markup {
  const { move, name, reason, route, until, to } = step
  const tell = teller(lang)
  const words = stepWords[move]
  if (!words) return html`${(matterLife as Life).moves[move]?.[lang] ?? move}`
  return tell(!name && words.nobody ? words.nobody : words, {
    name: name && html`<span class="nw">${name}</span>`,
    grid: gridName,
    to: to || (lang === 'zh' ? '负责的单位' : 'the agency in charge'),
    reason: reason ? tell(pauseWords[reason]) : ((matterLife as Life).moves[move]?.[lang] ?? move),
    until: until ? html`<span class="nw">${dateWords(until, now, lang)}</span>` : '',
    route: tell(routeWords[route ?? 'other'].name),
  })
}

/** Lengths up to half a day are compared as lengths, longer limits as a date: that is how they were promised. */
const AS_LENGTH_MINUTES = 240

/** A number stands off the Chinese word before it, a word does not: “用了 48 分钟”, “用了不到 1 分钟”. */
const after = (span: string, lang: Lang): string => (lang === 'zh' && /^\d/.test(span) ? ` ${span}` : span)

function promise({ kept, minutes, limitMinutes, dueAt }: Step, now: Date, lang: Lang): Markup | false {
  if (kept === null) return false
  const tell = teller(lang)
  const asLength = minutes !== null && limitMinutes !== null && limitMinutes <= AS_LENGTH_MINUTES
  if (!asLength && dueAt === null) return false
  const text = asLength
    ? tell(kept ? keptWords.keptSpan : keptWords.lateSpan, {
        limit: withUnits(spanWords(limitMinutes, lang)),
        used: withUnits(after(spanWords(minutes, lang), lang)),
      })
    : tell(kept ? keptWords.keptDue : keptWords.lateDue, { due: `${dateWords(dueAt!, now, lang)} ${wallTime(dueAt!)}` })
  return html`<span class="kept${!kept && ' broken'}">${icon(kept ? 'tick' : 'triangle', '')}<span>${text}</span></span>`
}
