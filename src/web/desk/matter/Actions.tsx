// What the reader may do with a matter: buttons from `can`, one of them the main step, the rest in a menu; a form opens in place.
import { Suspense, useEffect, useRef, useState } from 'react'
import { queries, useCommand } from '#web/call.ts'
import { currentLang, useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useKeys } from '../frame/use-keys.ts'
import { FORMS } from './forms.ts'
import { MoreMoves } from './MoreMoves.tsx'
import { moveWords } from './move-words.ts'
import { type AtOnce, isAtOnce, type Move, mainMove, movesOf, spread } from './moves.ts'
import type { Matter } from './Record.tsx'

export type MoveFormProps = {
  readonly matter: Matter
  /** The move is made. */
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Says what happens next, from the record as it is after the move. */
function useNextSaid(id: string): (move: Move) => void {
  const t = useWords(moveWords)
  return (move) => {
    const after = queries.getQueryData<Matter>(['matter.get', { id }])
    const due = after?.dueAt ? clockTime(after.dueAt, new Date(nowMs()), currentLang()) : ''
    const when = after?.dueAt && Date.parse(after.dueAt) <= nowMs() ? t('passed', { when: due }) : due
    tell(t(`did.${move}`, { when, who: after?.handlerName ?? '', agency: after?.agencyName ?? '' }))
  }
}

/** Moves made by one press. */
function useAtOnce(id: string, said: (move: Move) => void) {
  const take = useCommand('matter.take', { onDone: () => said('take') })
  const sign = useCommand('matter.sign', { onDone: () => said('sign') })
  const resume = useCommand('matter.resume', { onDone: () => said('resume') })
  const all = { take, sign, resume } as const
  return {
    press: (move: AtOnce) => all[move].mutate({ input: { id } }),
    isBusy: (move: Move) => isAtOnce(move) && all[move].isPending,
    problem: take.error ?? sign.error ?? resume.error,
  }
}

/** When the form is there, and not while it is fetched, the first of its fields has the focus. */
function FocusFirst({ place }: { readonly place: React.RefObject<HTMLElement | null> }) {
  useEffect(() => {
    place.current
      ?.querySelector<HTMLElement>('form :is(input:not(.vh), textarea, select):not([type="hidden"])')
      ?.focus()
  }, [place])
  return null
}

/** `granted`: a request waits for an answer, and that is the main step. */
export function Actions({ matter, granted }: { readonly matter: Matter; readonly granted: boolean }) {
  const t = useWords(moveWords)
  const lang = useLang()
  const [open, setOpen] = useState<Move>()
  const place = useRef<HTMLDivElement>(null)
  const said = useNextSaid(matter.id)
  const once = useAtOnce(matter.id, said)
  const main = granted ? undefined : mainMove(matter)
  const { near, rest } = spread(matter)
  // Somebody else may have moved the matter while a form was open.
  const shown = open && movesOf(matter.can).includes(open) ? open : undefined
  const act = (move: Move) => (isAtOnce(move) ? once.press(move) : setOpen(shown === move ? undefined : move))
  useKeys({ a: main && !shown ? () => act(main) : undefined })
  if (near.length + rest.length === 0) return null
  const done = (move: Move) => () => {
    setOpen(undefined)
    said(move)
    place.current?.closest('.rec')?.querySelector<HTMLElement>('h1')?.focus()
  }
  const Shown = shown && !isAtOnce(shown) ? FORMS[shown] : undefined
  return (
    <div ref={place}>
      <div className="can">
        {near.map((move) => (
          <Button
            key={move}
            {...(move === main && !shown ? { look: 'primary', hotkey: 'a' } : {})}
            busy={once.isBusy(move)}
            {...(isAtOnce(move) ? { busyLabel: t(`doing.${move}`) } : { 'aria-expanded': shown === move })}
            onPress={() => act(move)}
          >
            {t(`do.${move}`)}
          </Button>
        ))}
        <MoreMoves moves={rest} chosen={shown} onChoose={act} />
      </div>
      <ProblemNote problem={once.problem} />
      {Shown && shown ? (
        <Suspense fallback={<SkeletonText lines={4} title={false} />}>
          <Shown key={`${shown}-${lang}`} matter={matter} onDone={done(shown)} onCancel={() => setOpen(undefined)} />
          <FocusFirst key={shown} place={place} />
        </Suspense>
      ) : null}
    </div>
  )
}
