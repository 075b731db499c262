// Numbers to call, as links that dial.
import { html, type Markup } from '#web/parts/html.ts'
import { icon, type Tell } from './tell.ts'
import { residentWords as w } from './words.ts'

export const callButton = (phone: string, label: Markup | string): Markup =>
  html`<a class="btn block" href="tel:${phone.replace(/[^\d+]/g, '')}"><span>${icon('phone')}${label} <span class="nw">${phone}</span></span></a>`

/** 119, 120 and 110 stand before everything that takes longer than a call. */
export const emergencyNumbers = (tell: Tell): Markup => html`<section class="sos" aria-label="${tell(w.sosLabel)}">
  <p>${icon('flame')}${tell(w.sosTitle)}</p>
  <ul>
    <li><a href="tel:119"><b>119</b><span>${tell(w.fire)}</span></a></li>
    <li><a href="tel:120"><b>120</b><span>${tell(w.ambulance)}</span></a></li>
    <li><a href="tel:110"><b>110</b><span>${tell(w.police)}</span></a></li>
  </ul></section>`
