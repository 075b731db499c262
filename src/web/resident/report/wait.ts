// Very many report just now: a page that carries the whole report, and sends it after half a second of work, or after some seconds of patience.
import type { PageAnswer, PageRequest } from '#kernel/http/page.ts'
import type { Problem } from '#kernel/problem.ts'
import { duty } from '#modules/duty/contract.ts'
import { html } from '#web/parts/html.ts'
import { sumScript } from '../assets.ts'
import { callButton, emergencyNumbers } from '../calls.ts'
import { frame, type Reader } from '../frame.ts'
import type { Here } from '../place/here.ts'
import { teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { type Draft, hidden } from './draft.ts'
import { FORM } from './what.ts'
import { reportWords as w } from './words.ts'

type Asked = { readonly seconds?: number; readonly challenge?: unknown; readonly ticket?: string }

/**
 * The report is not sent yet and nothing of it is lost. With script the phone works and sends by itself; without, the
 * button appears once the ticket has waited, and whoever does not want to wait finds a number to call.
 */
export async function waitStep(
  request: PageRequest,
  reader: Reader,
  here: Here,
  draft: Draft,
  { key, problem }: { readonly key: string; readonly problem: Problem },
): Promise<PageAnswer> {
  const tell = teller(reader.lang)
  const { seconds = 20, challenge, ticket = '' } = problem.details as Asked
  const phone = await phoneOf(request, here)
  const fields = ['words', 'when', 'spot', 'lon', 'lat', 'name', 'phone', 'kind', 'sameAs'] as const
  const main = html`
    <form id="${FORM}" class="steps" method="post" action="/q/${here.code}/send" data-busy="${tell(residentWords.sending)}">
      <input type="hidden" name="step" value="3"><input type="hidden" name="key" value="${key}">
      <input type="hidden" name="pass" value="${ticket}">
      ${hidden(draft, fields)}
      ${draft.voices.map((voice) => html`<input type="hidden" name="voice" value="${voice.ticket}">`)}
      ${draft.shots.map((shot) => html`<input type="hidden" name="ticket" value="${shot.ticket}">`)}
      <div class="lead" data-sum="${JSON.stringify(challenge ?? null)}"><h1>${tell(w.waitTitle)}</h1>
        <p role="status" data-working hidden>${tell(w.waitWorking)}</p>
        <p data-waiting>${tell(w.waitSeconds, { seconds })}</p></div>
      <button class="btn primary block patient" id="send">${tell(w.waitSend)}</button>
    </form>
    ${phone && html`<section class="sheet pad"><p>${tell(w.waitCall)}</p>${callButton(phone, tell(w.waitPhone))}</section>`}
    ${emergencyNumbers(tell)}`
  const kept = { form: FORM, action: `/q/${here.code}/report` }
  return {
    html: frame(reader, {
      title: w.waitTitle[reader.lang],
      main,
      back: { send: 'edit' },
      kept,
      scripts: [sumScript.address],
    }),
    status: 429,
  }
}

async function phoneOf(request: PageRequest, here: Here): Promise<string | undefined> {
  const who = await request.ask(duty.here, { code: here.code }).catch(() => undefined)
  return (who?.onDuty ? who.worker?.phone : undefined) ?? who?.nightPhone ?? undefined
}
