// The buttons of a record and the form that one of them opens in place.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { deskPartWords } from './words.ts'

export type FormProps = { readonly onDone: () => void; readonly onCancel: () => void }

export type Act = {
  readonly id: string
  readonly label: string
  readonly look?: 'primary' | 'danger' | 'plain'
  readonly form: (props: FormProps) => ReactNode
}

/** Of more than eight the rarer ones stand behind one button. */
const MOST = 8
const SHOWN = 6

/** At most one form is open; when it is done or put away, the focus goes back to the title of the record. */
export function Buttons({ acts }: { readonly acts: readonly Act[] }) {
  const t = useWords(deskPartWords)
  const [open, setOpen] = useState<string>()
  const [all, setAll] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('form input:not(.vh), form textarea, form select')?.focus()
  }, [open])
  if (acts.length === 0) return null
  const shown = acts.find(({ id }) => id === open)
  // What was chosen from the rarer ones stays beside the usual ones as long as its form is open.
  const few = acts.length > MOST && !all ? acts.filter((one, at) => at < SHOWN || one === shown) : acts
  const close = () => {
    setOpen(undefined)
    place.current?.closest('.rec')?.querySelector<HTMLElement>('h1')?.focus()
  }
  return (
    <div ref={place}>
      <div className="can">
        {few.map(({ id, label, look }) => (
          <Button
            key={id}
            {...(look && !shown ? { look } : {})}
            aria-expanded={id === open}
            onPress={() => [setOpen(id === open ? undefined : id), setAll(false)]}
          >
            {label}
          </Button>
        ))}
        {few.length < acts.length ? (
          <Button look="plain" aria-expanded={false} onPress={() => setAll(true)}>
            {t('more')}
          </Button>
        ) : null}
      </div>
      {shown ? <div key={shown.id}>{shown.form({ onDone: close, onCancel: close })}</div> : null}
    </div>
  )
}
