// How something stands: a shape, a word and, for four meanings only, a colour; always the three together.
import type { ReactNode } from 'react'
import { matterLife, type MatterState as State } from '#modules/matter/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Drawing } from './Icon.tsx'
import { partWords } from './words.ts'

/** The signs that mean a state; other drawings never stand for one. */
export type ShapeName = 'ring' | 'half' | 'triangle' | 'tick' | 'pause' | 'reopened' | 'returned' | 'missing'
/** `need` has weight and shape but no colour: reopened, returned, missing. */
export type Tone = 'due' | 'late' | 'done' | 'held' | 'need'

export const Shape = ({ name }: { readonly name: ShapeName }) => <Drawing name={name} />

type MarkProps = {
  readonly shape?: ShapeName
  readonly tone?: Tone | undefined
  /** On a tinted ground, where it stands alone. */
  readonly tag?: boolean
  readonly children: ReactNode
}

export function Mark({ shape, tone, tag, children }: MarkProps) {
  return (
    <span className={['st', tone, tag && 'tag'].filter(Boolean).join(' ')}>
      {shape ? <Shape name={shape} /> : null}
      {children}
    </span>
  )
}

const LOOKS: Record<State, { readonly shape?: ShapeName; readonly tone?: Tone }> = {
  reported: { shape: 'ring' },
  handling: { shape: 'ring' },
  finished: { shape: 'ring' },
  replied: { shape: 'tick', tone: 'done' },
  closed: { shape: 'tick', tone: 'done' },
  dispatched: { shape: 'ring' },
  paused: { shape: 'pause', tone: 'held' },
  declined: {},
  merged: {},
  withdrawn: {},
  archived: {},
}

type MatterStateProps = { readonly state: State; readonly round?: number; readonly tag?: boolean }

/** The state of a matter in the reader's language; one that was reopened says so while it is being handled. */
export function MatterState({ state, round = 1, tag = false }: MatterStateProps) {
  const lang = useLang()
  const t = useWords(partWords)
  if (state === 'handling' && round > 1)
    return (
      <Mark shape="reopened" tone="need" tag={tag}>
        {t('reopened')}
      </Mark>
    )
  return (
    <Mark {...LOOKS[state]} tag={tag}>
      {matterLife.states[state][lang]}
    </Mark>
  )
}
