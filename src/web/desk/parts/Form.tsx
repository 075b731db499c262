// A form in place. What is wrong is said beside the field, in our own words, and nothing typed is lost.
import { createContext, type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { controlsOf, fromServer, isWrong, type Wrong, wordFor } from './form-check.ts'
import { deskPartWords } from './words.ts'

/** What is wrong, for the fields inside. */
export const WrongFields = createContext<Wrong>({})

/** The values of a form as texts; a box that is ticked is 'on', one that is not is ''. */
export type Values = (name: string) => string

type FormProps = {
  readonly label: string
  readonly send: string
  readonly sending?: string
  readonly look?: 'primary' | 'danger'
  readonly busy: boolean
  readonly problem: CallProblem | null
  readonly onSend: (values: Values, form: HTMLFormElement) => void
  readonly onCancel?: (() => void) | undefined
  /** What will follow, beside the button. */
  readonly consequence?: ReactNode
  readonly children: ReactNode
}

export function Form({
  label,
  send,
  sending,
  look = 'primary',
  busy,
  problem,
  onSend,
  onCancel,
  consequence,
  children,
}: FormProps) {
  const t = useWords(deskPartWords)
  const form = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<Wrong>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy || !form.current) return
    const bad = controlsOf(form.current).filter(isWrong)
    setWrong(Object.fromEntries(bad.map((control) => [control.name, wordFor(control, t)])))
    if (bad[0]) return bad[0].focus()
    const data = new FormData(form.current)
    onSend((name) => String(data.get(name) ?? '').trim(), form.current)
  }
  /** A field that was wrong is looked at again while it is being corrected, and only such a field. */
  const reconsider = () =>
    setTimeout(() => {
      const names = Object.keys(wrong)
      if (names.length === 0 || !form.current) return
      const still = controlsOf(form.current).filter((control) => names.includes(control.name) && isWrong(control))
      setWrong(Object.fromEntries(still.map((control) => [control.name, wordFor(control, t)])))
    })
  return (
    <form
      ref={form}
      className="form"
      aria-label={label}
      noValidate
      onSubmit={submit}
      onChange={reconsider}
      onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
    >
      <WrongFields value={{ ...fromServer(problem, t), ...wrong }}>{children}</WrongFields>
      <ProblemNote problem={problem} />
      <div className="acts">
        <Button type="submit" look={look} busy={busy} {...(sending ? { busyLabel: sending } : {})}>
          {send}
        </Button>
        {onCancel ? (
          <Button look="plain" onPress={onCancel}>
            {t('cancel')}
          </Button>
        ) : null}
        {consequence ? <span className="s q">{consequence}</span> : null}
      </div>
    </form>
  )
}
