// What was reported and what was answered, with the photos before and after.
import type { Lang } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dateWords, fullTime } from '#web/parts/when.ts'
import { callButton } from '../calls.ts'
import { icon, teller } from '../tell.ts'
import { routeWords } from './outcome-words.ts'
import { lastTime, pictures, type Story, titleOf } from './story.ts'
import { storyWords as w } from './words.ts'

type Photo = Story['photoList'][number]

const photoUrl = (receipt: string, photo: Photo, size: 'full' | 'small'): string =>
  `/api/matter.storyPhoto?${new URLSearchParams({ receipt, file: photo.id, size })}`

function figure(photo: Photo, receipt: string, caption: Markup, alt: string, late: boolean, lang: Lang): Markup {
  return html`<figure><a href="${photoUrl(receipt, photo, 'full')}"><img src="${photoUrl(receipt, photo, 'small')}" width="${photo.width}" height="${photo.height}" alt="${alt}"${late && html` loading="lazy"`}><span class="vh">${w.full[lang]}</span></a>
    <figcaption>${caption}</figcaption></figure>`
}

/** All photos of one purpose; `at` is the day they were taken. */
function figures(story: Story, purpose: Photo['purpose'], receipt: string, now: Date, lang: Lang): Markup[] {
  const tell = teller(lang)
  const what = (purpose === 'reported' ? w.before : w.after)[lang]
  const at = lastTime(story, purpose === 'reported' ? 'report' : 'finish')
  const day = at && html`<span class="nw">${dateWords(at, now, lang)}</span>`
  const caption = day ? tell(w.onDay, { what, day }) : html`${what}`
  return pictures(story, purpose).map((photo, index) =>
    figure(photo, receipt, caption, tell(w.photoAlt, { what, no: index + 1 }).text, index > 1, lang),
  )
}

/** While something is still to come, or to be asked back. */
const CALLS: readonly Story['state'][] = ['reported', 'dispatched', 'handling', 'paused', 'declined']

export function whatSection(story: Story, receipt: string, code: Markup | false, now: Date, lang: Lang): Markup {
  const tell = teller(lang)
  const reported = story.reply ? [] : figures(story, 'reported', receipt, now, lang)
  return html`<section class="what"><h2>${titleOf(story, lang)}</h2><p>${story.address}</p>
    ${code && html`<p class="s q">${tell(w.yourNumber, { code })}</p>`}
    ${story.phone && html`<p class="s q">${tell(w.yourPhone, { phone: html`<span class="nw">${story.phone}</span>` })}</p>`}
    <p class="s q">${tell(w.matterNo, { no: html`<span class="nw">${story.no}</span>` })}</p>
    ${reported.length > 0 && html`<div class="two">${reported}</div>`}
    ${hisVoice(story, receipt, lang)}
    ${story.words !== story.title && html`<details><summary>${tell(w.yoursWords)}${icon('down')}</summary><p class="said">${story.words}</p></details>`}
    ${CALLS.includes(story.state) && story.worker?.phone && callButton(story.worker.phone, tell(w.callWorker, { name: html`<span class="nw">${story.worker.name}</span>` }))}</section>`
}

/** What he said himself, to be heard again. */
const hisVoice = ({ voiceList }: Story, receipt: string, lang: Lang): Markup | false =>
  voiceList.length > 0 &&
  html`<ul class="takes" aria-label="${w.yourVoice[lang]}">${voiceList.map(
    ({ id }, at) =>
      html`<li><audio controls preload="metadata" src="/api/matter.storyVoice?${new URLSearchParams({ receipt, file: id }).toString()}" aria-label="${teller(lang)(w.voiceNo, { no: at + 1 })}"></audio></li>`,
  )}</ul>`

/** Why it is not for the subdistrict, and where it is at home, with what that is. */
export function declinedSection(story: Story, now: Date, lang: Lang): Markup | false {
  const step = story.steps.findLast(({ move }) => move === 'decline')
  if (story.state !== 'declined' || !step) return false
  const tell = teller(lang)
  const route = step.route && routeWords[step.route]
  return html`<section><h2>${tell(w.declinedWhy)}</h2><div class="reply sheet pad"><p class="said">${step.text}</p>
    ${route && html`<p class="with">${icon('info')}<span><b>${route.name[lang]}</b><br>${route.how[lang]}</span></p>`}
    <p class="s q"><span class="nw">${fullTime(step.at, now, lang)}</span></p></div></section>`
}

/** The reply to the matter that this one was joined to; none of the other’s words or photos. */
export function joinedSection({ joined }: Story, now: Date, lang: Lang): Markup | false {
  if (!joined?.reply || !joined.repliedAt) return false
  return html`<section><h2>${w.joinedReply[lang]}</h2><div class="reply sheet pad"><p class="said">${joined.reply}</p>
    <p class="s q"><span class="nw">${fullTime(joined.repliedAt, now, lang)}</span></p></div></section>`
}

export function replySection(story: Story, receipt: string, now: Date, lang: Lang): Markup | false {
  const { reply } = story
  if (!reply) return false
  const tell = teller(lang)
  const before = figures(story, 'reported', receipt, now, lang)
  const after = figures(story, 'finished', receipt, now, lang)
  // Pairs beside each other as long as there are both; the rest follows.
  const paired = before.flatMap((one, at) => [one, after[at]]).concat(after.slice(before.length))
  return html`<section><h2>${tell(story.state === 'replied' || story.state === 'closed' ? w.reply : w.replyBefore)}</h2><div class="reply sheet pad"><p class="said">${reply.text}</p>
    ${paired.length > 0 && html`<div class="two">${paired}</div>`}
    <p class="s q">${tell(w.replyBy, { by: reply.by })}<br><span class="nw">${fullTime(reply.at, now, lang)}</span></p></div></section>`
}
