// The two codes people type by hand: the one printed at a door, and the receipt of what they reported.
import { readCode } from '#kernel/ids.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { lineField, type Mistakes } from './fields.ts'
import type { Tell } from './tell.ts'
import { residentWords as w } from './words.ts'

const byHand = html`autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60"`

/** How the button looks: the main one where the form is what the page is for. */
type Look = 'btn block' | 'btn primary block'

/** Leads to /r/…; without script too. */
export const receiptForm = (
  tell: Tell,
  value = '',
  mistakes: Mistakes = {},
  look: Look = 'btn primary block',
): Markup => html`<form class="hand" method="get" action="/my">
  ${lineField({ name: 'receipt', label: tell(w.receiptLabel), help: tell(w.receiptHelp), value, mistakes, more: byHand })}
  <button class="${look}">${tell(w.receiptGo)}</button></form>`

export const codeForm = (
  tell: Tell,
  value = '',
  mistakes: Mistakes = {},
  look: Look = 'btn primary block',
): Markup => html`<form class="hand" method="get" action="/q">
  ${lineField({ name: 'code', label: tell(w.codeLabel), value, mistakes, more: byHand })}
  <button class="${look}">${tell(w.codeGo)}</button></form>`

/** What somebody typed or pasted, an address of ours too, as a code or receipt; undefined when too short to be one. */
export function typedCode(typed: string, least: number): string | undefined {
  const code = readCode(
    typed
      .normalize('NFKC')
      .replace(/^.*\/[qr]\//, '')
      .replace(/[?#].*$/, ''),
  )
  return code.length >= least && code.length <= 40 && /^[0-9A-Z]+$/.test(code) ? code : undefined
}

export const PLACE_CODE_LEAST = 6
export const RECEIPT_LEAST = 16
