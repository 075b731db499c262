// A word of a sentence that can be chosen: 看【清荷社区】里【轮到我】的事. Its list is fetched on the way to it.
import { lazy, Suspense, useState } from 'react'

export type Choice = { readonly id: string; readonly label: string; readonly note?: string | undefined }
export type ChoiceGroup = { readonly title: string; readonly choices: readonly Choice[] }

export type WordProps = {
  /** What is being chosen, for those who cannot see the sentence around it. */
  readonly label: string
  readonly chosen: string
  readonly groups: readonly ChoiceGroup[]
  readonly onChoose: (id: string) => void
  /** The list is about to be shown. */
  readonly onOpen?: () => void
}

const fetchList = () => import('./WordList.tsx')
const WordList = lazy(async () => ({ default: (await fetchList()).WordList }))

export function Word(props: WordProps) {
  const { label, chosen, groups, onOpen } = props
  const [reached, setReached] = useState(false)
  const word = groups.flatMap(({ choices }) => choices).find(({ id }) => id === chosen)?.label ?? chosen
  const approach = () => {
    onOpen?.()
    void fetchList()
  }
  const plain = (
    <button
      type="button"
      className="w"
      aria-haspopup="listbox"
      aria-label={`${word} ${label}`}
      onPointerEnter={approach}
      onFocus={approach}
      onClick={() => setReached(true)}
      onKeyDown={({ key }) => (key === 'ArrowDown' || key === 'ArrowUp') && setReached(true)}
    >
      {word}
    </button>
  )
  if (!reached) return plain
  return (
    <Suspense fallback={plain}>
      <WordList {...props} />
    </Suspense>
  )
}
