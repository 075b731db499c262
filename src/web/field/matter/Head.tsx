// What a matter is, where, and how long there is.
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { MatterState } from '#web/parts/State.tsx'
import { TimeHeld, TimeLeft } from '#web/parts/TimeLeft.tsx'
import { pausedUntil } from '../../parts/paused-until.ts'
import { Go } from '../Go.tsx'
import { Led } from '../Led.tsx'
import type { Matter } from './Record.tsx'
import { matterWords } from './words.ts'

type Known = Pick<Matter, 'id' | 'title' | 'address' | 'state' | 'round' | 'clock' | 'startedAt' | 'warnAt' | 'dueAt'> &
  Parameters<typeof Led>[0]['row'] & { readonly requests?: Matter['requests'] }

export function Head({ matter }: { readonly matter: Known }) {
  return (
    <div className="head">
      <h1>{matter.title}</h1>
      <p className="where">
        <Icon name="pin" />
        {matter.address}
      </p>
      <Led row={matter} told={matter.state === 'paused' && matter.requests !== undefined} />
      <Limit matter={matter} />
    </div>
  )
}

function Limit({ matter }: { readonly matter: Known }) {
  const t = useWords(matterWords)
  const { clock, startedAt, warnAt, dueAt, id } = matter
  const until = pausedUntil(matter)
  if (until) return <TimeHeld until={until} />
  if (!clock || !startedAt || !warnAt || !dueAt) return <MatterState state={matter.state} round={matter.round} />
  return (
    <>
      <TimeLeft limit={{ startedAt, warnAt, dueAt }} kind={clock} />
      <Go to={`/matters/${id}?do=why`} stay className="why">
        {t('why')}
      </Go>
    </>
  )
}
