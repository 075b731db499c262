// Which of three steps this is, where it is about, and its question.
import { html, type Markup } from '#web/parts/html.ts'
import { type Tell, whole } from '../tell.ts'
import { reportWords as w } from './words.ts'

export const stepHead = (step: Markup, question: Markup, place: string, tell: Tell): Markup =>
  html`<div><p class="step">${tell(w.step, { step: html`<b>${step}</b>`, place: whole(place) })}</p><h1>${question}</h1></div>`
