// The body of a sheet that is one thing to write: what happens then, phrases to tap, the words, sent.
import type { ReactNode } from 'react'
import type { Text } from '#kernel/words.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import type { Drafting } from '../draft/use-draft.ts'
import { Phrases } from '../Phrases.tsx'
import { SendNote } from '../SendNote.tsx'
import { SheetFoot } from '../Sheet.tsx'
import { fieldWords } from '../words.ts'

type SayBodyProps = {
  readonly label: string
  /** What happens when it is sent. */
  readonly then?: string
  readonly phrases?: readonly Text[]
  readonly value: string
  readonly most: number
  readonly onChange: (value: string) => void
  /** Below the words: what else goes along. */
  readonly children?: ReactNode
  /** What is still missing; the button waits for it. */
  readonly missing: string | undefined
  readonly draft: Pick<Drafting<unknown>, 'failed' | 'drop'>
  readonly send: { readonly isPending: boolean; readonly error: CallProblem | null }
  readonly busyLabel: string
  readonly act: string
  readonly onSend: () => void
}

export function SayBody(props: SayBodyProps) {
  const { label, then, phrases = [], value, most, onChange, children, draft, send } = props
  const again = useWords(fieldWords)('sendAgain')
  const unsent = send.error?.mayPass || (draft.failed && !send.error)
  return (
    <>
      {then ? <p>{then}</p> : null}
      <div className="f">
        <label htmlFor="say">{label}</label>
        {phrases.length > 0 ? <Phrases phrases={phrases} value={value} onChange={onChange} /> : null}
        <textarea id="say" rows={3} maxLength={most} value={value} onChange={(event) => onChange(event.target.value)} />
      </div>
      {children}
      <SheetFoot>
        <SendNote problem={send.error} failed={draft.failed && !send.isPending} onDrop={draft.drop} />
        {props.missing ? <p className="s">{props.missing}</p> : null}
        <Button
          look="primary"
          block
          isDisabled={props.missing !== undefined}
          busy={send.isPending}
          busyLabel={props.busyLabel}
          onPress={props.onSend}
        >
          {unsent ? again : props.act}
        </Button>
      </SheetFoot>
    </>
  )
}
