// What the reader may do with a matter: buttons from `can`, one of them the main step; a form opens in place.
import { useEffect, useRef, useState } from 'react'
import { queries, useCommand } from '#web/call.ts'
import { currentLang, useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useKeys } from '../frame/use-keys.ts'
import { AnswerForm } from './forms/AnswerForm.tsx'
import { FinishForm } from './forms/FinishForm.tsx'
import { SendBackForm } from './forms/SendBackForm.tsx'
import { VerifyForm } from './forms/VerifyForm.tsx'
import { type Move, mainMove, movesOf } from './moves.ts'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

export type MoveFormProps = {
  readonly matter: Matter
  /** The move is made. */
  readonly onDone: () => void
  readonly onCancel: () => void
}

const FORMS = { answer: AnswerForm, finish: FinishForm, verify: VerifyForm, sendBack: SendBackForm } as const

/** Says what happens next, from the record as it is after the move. */
function useNextSaid(id: string): (move: Move) => void {
  const t = useWords(matterWords)
  return (move) => {
    const after = queries.getQueryData<Matter>(['matter.get', { id }])
    const when = after?.dueAt ? clockTime(after.dueAt, new Date(nowMs()), currentLang()) : ''
    tell(t(`did.${move}`, { when, who: after?.handlerName ?? '' }))
  }
}

export function Actions({ matter }: { readonly matter: Matter }) {
  const t = useWords(matterWords)
  const lang = useLang()
  const [open, setOpen] = useState<Exclude<Move, 'take'>>()
  const place = useRef<HTMLDivElement>(null)
  const said = useNextSaid(matter.id)
  const take = useCommand('matter.take', { onDone: () => said('take') })
  const main = mainMove(matter)
  const moves = movesOf(matter.can).toSorted((a, b) => Number(b === main) - Number(a === main))
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('form input, form textarea')?.focus()
  }, [open])
  // Somebody else may have moved the matter while a form was open.
  const shown = open && moves.includes(open) ? open : undefined
  const act = (move: Move) =>
    move === 'take' ? take.mutate({ input: { id: matter.id } }) : setOpen(shown === move ? undefined : move)
  useKeys({ a: main && !shown ? () => act(main) : undefined })
  if (moves.length === 0) return null
  const done = (move: Move) => () => {
    setOpen(undefined)
    said(move)
    place.current?.closest('.rec')?.querySelector<HTMLElement>('h1')?.focus()
  }
  const Shown = shown && FORMS[shown]
  return (
    <div ref={place}>
      <div className="can">
        {moves.map((move) => (
          <Button
            key={move}
            {...(move === main && !shown ? { look: 'primary', hotkey: 'a' } : {})}
            busy={move === 'take' && take.isPending}
            busyLabel={t('doing.take')}
            {...(move === 'take' ? {} : { 'aria-expanded': shown === move })}
            onPress={() => act(move)}
          >
            {t(`do.${move}`)}
          </Button>
        ))}
      </div>
      <ProblemNote problem={take.error} />
      {Shown && shown ? (
        <Shown key={`${shown}-${lang}`} matter={matter} onDone={done(shown)} onCancel={() => setOpen(undefined)} />
      ) : null}
    </div>
  )
}
