// The receipt: the only key of somebody without an account, shown to be copied and, if wanted, remembered by the phone.
import { showCode } from '#kernel/ids.ts'
import { html, type Markup } from '#web/parts/html.ts'
import type { Tell } from '../tell.ts'
import { storyWords as w } from './words.ts'

/** In groups of four that stay whole, as it is copied by hand. */
export const grouped = (receipt: string): Markup =>
  html`${showCode(receipt)
    .split('-')
    .map((group, at) => html`${at > 0 && html`-<wbr>`}<span class="nw">${group}</span>`)}`

export const receiptCard = (receipt: string, title: string, tell: Tell): Markup => html`<section class="key sheet pad">
  <h2>${tell(w.keyTitle)}</h2><p class="l code">${grouped(receipt)}</p><p>${tell(w.key)}</p>${keepButton(receipt, title, tell)}</section>`

/** Works with the script alone, since only the phone itself can remember. */
export const keepButton = (
  receipt: string,
  title: string,
  tell: Tell,
): Markup => html`<div data-keep="${receipt}" data-title="${title}" hidden>
  <button type="button" class="btn block">${tell(w.keep)}</button>
  <p class="s" role="status" hidden>${tell(w.kept)} <button type="button" class="btn plain">${tell(w.unkeep)}</button></p></div>`
