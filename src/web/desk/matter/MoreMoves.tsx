// What can be done besides what usually comes next, behind one button.
import { useId } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { useDisclosure } from '../frame/use-disclosure.ts'
import { moveWords } from './move-words.ts'
import type { Move } from './moves.ts'

type MoreMovesProps = {
  readonly moves: readonly Move[]
  readonly chosen: Move | undefined
  readonly onChoose: (move: Move) => void
}

export function MoreMoves({ moves, chosen, onChoose }: MoreMovesProps) {
  const t = useWords(moveWords)
  const id = useId()
  const { open, toggle, close, place } = useDisclosure<HTMLDivElement>()
  if (moves.length === 0) return null
  return (
    <div className="more" ref={place}>
      <button type="button" className="btn plain" aria-expanded={open} aria-controls={id} onClick={toggle}>
        {chosen && moves.includes(chosen) ? t(`do.${chosen}`) : t('more')}
        <Icon name="down" />
      </button>
      <div className="more-list" id={id} hidden={!open}>
        {moves.map((move) => (
          <button
            type="button"
            key={move}
            onClick={() => {
              close()
              onChoose(move)
            }}
          >
            {t(`do.${move}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
