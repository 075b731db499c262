// Merges a matter into another one: what its reporter said and what lies near first, then both side by side.

import { useState } from 'react'
import { GOES_ON } from '#modules/matter/lifecycle.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { useSettled } from '../../frame/use-settled.ts'
import { LineField } from '../../parts/Field.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import type { Matter } from '../Record.tsx'
import { SideBySide } from './SideBySide.tsx'
import { formWords } from './words.ts'

export type Mergeable = Pick<Matter, 'id' | 'title' | 'kind' | 'gridId' | 'sameAs'>
type MergeFormProps = Omit<MoveFormProps, 'matter'> & { readonly matter: Mergeable }
type Other = { readonly id: string; readonly title: string; readonly sub: string }

function useNear({ id, title, kind, gridId, sameAs }: Mergeable): Other[] {
  const t = useWords(formWords)
  const lang = useLang()
  const { data } = useAnswer(
    'matter.similar',
    { words: title, kind, ...(gridId ? { areaId: gridId } : {}) },
    { enabled: gridId !== null, staleMs: 60_000 },
  )
  return (data?.near ?? [])
    .filter((near) => near.id !== id && GOES_ON.includes(near.state))
    .toSorted((a, b) => Number(b.id === sameAs) - Number(a.id === sameAs))
    .map((near) => ({
      id: near.id,
      title: near.title || pick(near.kindZh, near.kindEn, lang),
      sub: `${near.no} · ${t(near.id === sameAs ? 'mergeSame' : near.here ? 'mergeHere' : 'mergeNear')}`,
    }))
}

/** A number or words find what is open, wherever the reader may see it. */
function useFound(words: string, without: string) {
  const enough = words.length > 1
  const { data, error, isFetching } = useAnswer(
    'matter.list',
    { view: 'open', sort: 'newest', limit: 20, find: words },
    { enabled: enough, keep: true },
  )
  const found: Other[] = (enough ? (data?.matters ?? []) : [])
    .filter(({ id, state }) => id !== without && GOES_ON.includes(state))
    .slice(0, 8)
    .map(({ id, no, title, address }) => ({ id, title, sub: `${no} · ${address}` }))
  return { found, enough, error, asking: isFetching }
}

export function MergeForm({ matter, onDone, onCancel }: MergeFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const [words, setWords] = useState('')
  const [into, setInto] = useState<string | undefined>(matter.sameAs ?? undefined)
  const near = useNear(matter)
  const { found, enough, error, asking } = useFound(useSettled(words), matter.id)
  const others = enough ? found : near
  const other = useAnswer('matter.get', { id: into ?? '' }, { enabled: into !== undefined })
  const merge = useCommand('matter.merge', { onDone })
  return (
    <Form
      label={go('do.merge')}
      send={other.data ? t('mergeSend', { no: other.data.no }) : go('do.merge')}
      busy={merge.isPending}
      problem={merge.error}
      onCancel={onCancel}
      consequence={t('mergeAfter')}
      onSend={(value) => into && merge.mutate({ input: { id: matter.id, into, why: value('why') } })}
    >
      <LineField
        name="find"
        label={t('mergeFind')}
        help={t('mergeFindHelp')}
        value={words}
        onChange={({ target }) => setWords(target.value.trim())}
        maxLength={40}
      />
      {others.length === 0 && asking ? null : (
        <Others others={others} chosen={into} none={t(enough ? 'mergeNotFound' : 'mergeNone')} onChoose={setInto} />
      )}
      <ProblemNote problem={error ?? other.error} />
      {other.data ? <SideBySide id={matter.id} other={other.data} /> : null}
      <LineField name="why" label={t('mergeWhy')} maxLength={500} />
    </Form>
  )
}

type OthersProps = {
  readonly others: readonly Other[]
  readonly chosen: string | undefined
  /** What is said where there is nothing to choose. */
  readonly none: string
  readonly onChoose: (id: string) => void
}

function Others({ others, chosen, none, onChoose }: OthersProps) {
  const t = useWords(formWords)
  if (others.length === 0) return <p className="s q">{none}</p>
  return (
    <fieldset className="f">
      <legend>{t('mergeInto')}</legend>
      <div className="merge-list">
        {others.map(({ id, title, sub }) => (
          <label className="choice" key={id}>
            <input type="radio" name="into" value={id} checked={chosen === id} onChange={() => onChoose(id)} />
            <span>
              {title}
              <span className="s q sub-line">{sub}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
