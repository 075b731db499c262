// 更多: everything else that can be done with a matter here, each with a word on what it means.
import { useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import type { IconName } from '#web/parts/icons.ts'
import { levelNames } from '#web/parts/matter-words.ts'
import { useMay } from '#web/session.ts'
import { Go } from '../Go.tsx'
import { Sheet } from '../Sheet.tsx'
import { moreWords } from './more-words.ts'
import type { Matter } from './Record.tsx'
import type { SheetProps } from './RecordSheet.tsx'

const MORE = [
  { move: 'note', icon: 'mic', hint: 'noteHint' },
  { move: 'raise', icon: 'send', hint: 'raiseHint' },
  { move: 'invite', icon: 'people', hint: 'inviteHint' },
  { move: 'ask', icon: 'hourglass', hint: 'askHint' },
  { move: 'comment', icon: 'chat', hint: 'commentHint' },
] as const satisfies readonly { move: string; icon: IconName; hint: string }[]

/** Whoever may write a note need not comment on his own work. */
export const moreIn = ({ can }: Pick<Matter, 'can'>) =>
  MORE.filter(({ move }) => can.includes(move) && !(move === 'comment' && can.includes('note')))

/** A dispute that is being handled can be settled where it is. */
const settles = ({ can, gridId }: Matter) => can.includes('finish') && gridId !== null

export function MoreSheet({ matter, onClose }: Pick<SheetProps, 'matter' | 'onClose'>) {
  const t = useWords(moreWords)
  const lang = useLang()
  const maySettle = useMay()('mediation.recordOnSpot') && settles(matter)
  const to = levelNames[Math.min(matter.level + 1, levelNames.length - 1)]![lang]
  return (
    <Sheet title={t('more')} onClose={onClose}>
      <ul className="moves">
        {moreIn(matter).map(({ move, icon, hint }) => (
          <li key={move}>
            <Go to={`/matters/${matter.id}?do=${move}`} replace>
              <Icon name={icon} />
              <span>
                {t(move, { to })}
                <small>{t(hint)}</small>
              </span>
              <Icon name="next" />
            </Go>
          </li>
        ))}
        {maySettle ? (
          <li>
            <Go to={`/settle?matter=${matter.id}`}>
              <Icon name="people" />
              <span>
                {t('settle')}
                <small>{t('settleHint')}</small>
              </span>
              <Icon name="next" />
            </Go>
          </li>
        ) : null}
      </ul>
    </Sheet>
  )
}
