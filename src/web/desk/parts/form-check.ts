// Looks over a form before it is sent, and words what is wrong with a field.
import type { CallProblem } from '#web/call-problem.ts'
import { currentLang, type Say } from '#web/lang.ts'
import type { deskPartWords } from './words.ts'

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** Sentences by the name of the field. */
export type Wrong = Readonly<Record<string, string>>

type T = Say<typeof deskPartWords>

/** What the field is called: its label, or the legend of its group. */
const labelOf = (control: Control): string =>
  (control.type === 'radio' ? control.closest('fieldset')?.querySelector('legend') : control.labels?.[0])
    ?.textContent ?? ''

const lengthOf = (control: Control): number => [...control.value.trim()].length

const leastOf = (control: Control): number => ('minLength' in control ? Math.max(0, control.minLength) : 0)

export function wordFor(control: Control, t: T): string {
  const { validity } = control
  if (validity.valueMissing || (control.required && lengthOf(control) === 0))
    return t('needed', { label: labelOf(control) })
  if (lengthOf(control) < leastOf(control)) return t('tooShort', { count: leastOf(control) })
  if (validity.tooLong && 'maxLength' in control) return t('tooLong', { count: control.maxLength })
  return validity.customError ? control.validationMessage : t('notFitting')
}

/** Blanks are no answer, and a text set by the page counts like one that was typed, which the browser's check leaves out. */
export const isWrong = (control: Control): boolean =>
  !control.validity.valid ||
  (control.required && lengthOf(control) === 0) ||
  (lengthOf(control) > 0 && lengthOf(control) < leastOf(control))

export const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLElement && 'validity' in element && 'name' in element && element.name !== '',
  )

type Issue = { readonly path: string; readonly code: string; readonly message: string }

/** Why a value is refused by a rule of the house is said in both languages; everything else is about its form. */
function reasonFor({ code, message }: Issue, t: T): string {
  const [zh, en] = message.split(' · ')
  return code === 'custom' && zh && en ? `${currentLang() === 'zh' ? zh : en}${t('stop')}` : t('notFitting')
}

/** Which fields the server wants corrected, by their whole path and by its first part. */
export function fromServer(problem: CallProblem | null, t: T): Wrong {
  const issues: readonly Issue[] =
    problem?.code === 'door.invalid' && Array.isArray(problem.details.issues) ? problem.details.issues : []
  return Object.fromEntries(
    issues.flatMap((issue) => {
      const reason = reasonFor(issue, t)
      return [
        [issue.path.split('.')[0], reason],
        [issue.path, reason],
      ]
    }),
  )
}
