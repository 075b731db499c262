// Saying it instead of typing it: a file of the phone's own recorder, or, with the script, a button on the page.
import { html, type Markup } from '#web/parts/html.ts'
import { describedBy, type Mistakes, mistake } from '../fields.ts'
import { icon, type Tell } from '../tell.ts'
import { type Draft, MOST_VOICES } from './draft.ts'
import { reportWords as w } from './words.ts'

/** As the server takes it; the recorder of the page stops there by itself. */
const MOST_SECONDS = 60

export function voiceField({ voices }: Draft, mistakes: Mistakes, tell: Tell): Markup {
  const wrong = 'voices' in mistakes
  const said = html`data-again="${tell(w.recAgain)}" data-stop="${tell(w.recStop)}" data-denied="${tell(w.recDenied)}" data-full="${tell(w.voicesFull)}" data-drop="${tell(w.drop)}" data-name="${tell(w.voice)}"`
  return html`<fieldset class="f${wrong && ' bad'}" id="voices" tabindex="-1" data-voices="${MOST_VOICES}" data-seconds="${MOST_SECONDS}" ${said}${describedBy('voices', true, wrong)}>
    <legend>${tell(w.speak)}</legend><p class="help" id="voices-help">${tell(w.speakHelp)}</p>${mistake('voices', mistakes)}
    <ul class="takes">${voices.map(
      (
        { ticket },
        at,
      ) => html`<li><input type="hidden" name="voice" value="${ticket}"><span>${icon('mic')}${tell(w.voice, { no: at + 1 })}</span>
        <label class="drop"><input type="checkbox" name="mute" value="${at}">${tell(w.drop)}<span class="vh">${tell(w.voice, { no: at + 1 })}</span></label></li>`,
    )}</ul>
    <label class="add low">${icon('mic')}<span>${tell(w.recFile)}</span><input type="file" name="voices" accept="audio/*" capture></label>
    <button type="button" class="btn block rec" hidden>${icon('mic')}<span>${tell(w.recStart)}</span></button>
    <progress max="${MOST_SECONDS}" value="0" aria-hidden="true" hidden></progress>
    <p class="s q" role="status"></p></fieldset>`
}
