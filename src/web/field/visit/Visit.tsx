// 走访: the building, the home, who is known there; what the system knows is not asked again.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { Shape } from '#web/parts/State.tsx'
import { useMay } from '#web/session.ts'
import { Bones } from '../Bones.tsx'
import { useDraftOwner } from '../draft/use-draft.ts'
import { Ways } from '../report/Ways.tsx'
import { useTitle } from '../use-title.ts'
import { go, useWay } from '../way.ts'
import { ChooseBuilding, ChooseHome, type Chosen } from './ChooseHome.tsx'
import { Known } from './Known.tsx'
import { readVisit, visitName } from './outbox.ts'
import { Pending } from './Pending.tsx'
import { useDoor } from './use-door.ts'
import { visitWords } from './words.ts'
import './visit.css'

type Done = { readonly address: string; readonly kept: boolean }

export function Visit() {
  const t = useWords(visitWords)
  const may = useMay()
  const account = useDraftOwner()
  const [building, setBuilding] = useState<Chosen>()
  const [done, setDone] = useState<Done>()
  const home = /^[0-9a-f-]{36}$/.exec(useWay().query.get('home') ?? '')?.[0]
  const choose = (id: string | undefined) => go(id ? `/visit?home=${id}` : '/visit', { replace: true })
  useTitle(t('title'))
  useLive('register')
  if (!account) return <Bones />
  return (
    <main className="report visit">
      <Ways on="/visit" />
      <h1 className="vh">{t('title')}</h1>
      {done && !home ? (
        <p className="visit-done">
          <Shape name="tick" />
          {t(done.kept ? 'doneKept' : 'doneText', { address: done.address })}
        </p>
      ) : null}
      {building || home ? null : <ChooseBuilding onChoose={setBuilding} />}
      {building && !home ? (
        <ChooseHome building={building} onChoose={choose} onOther={() => setBuilding(undefined)} />
      ) : null}
      {home ? (
        <AtTheDoor
          key={home}
          id={home}
          name={visitName(account, home)}
          may={may('register.enter')}
          onDone={(left) => {
            setDone(left)
            choose(undefined)
          }}
          onOther={() => choose(undefined)}
        />
      ) : null}
    </main>
  )
}

type AtTheDoorProps = {
  readonly id: string
  /** Of what is kept on the phone for this home. */
  readonly name: string
  readonly may: boolean
  readonly onDone: (done: Done) => void
  readonly onOther: () => void
}

const OUTCOMES = ['talked', 'nobody', 'refused'] as const

/** A visit begins with the first thing that is entered or said to have come of it; it ends with its outcome. */
function AtTheDoor({ id, name, may, onDone, onOther }: AtTheDoorProps) {
  const t = useWords(visitWords)
  const { data: home, error, refetch } = useAnswer('register.home', { id })
  const door = useDoor(name, home)
  const [busy, setBusy] = useState(false)
  const steps = door.visiting?.steps ?? []
  const ended = steps.some(({ act }) => act === 'endVisit')
  const pending = <Pending name={name} />
  if (!home)
    return (
      <>
        {pending}
        {error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <Bones />}
      </>
    )
  const finish = async (outcome: (typeof OUTCOMES)[number]) => {
    setBusy(true)
    await door.give('endVisit', { outcome })
    setBusy(false)
    const left = readVisit(name)
    // What the server did not take is settled here first; what only waits for the network is not waited for.
    if (!left?.steps.some(({ refused }) => refused)) onDone({ address: home.address, kept: left !== undefined })
  }
  return (
    <>
      <div className="visit-head">
        <h2>{home.address}</h2>
        <button type="button" className="btn plain" onClick={onOther}>
          {t('otherHome')}
        </button>
      </div>
      {pending}
      <Known home={home} may={may && !ended} door={door} />
      {may && !ended ? (
        <div className="visit-acts">
          {OUTCOMES.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className={outcome === 'talked' ? 'btn primary block' : 'btn block'}
              disabled={busy}
              onClick={() => void finish(outcome)}
            >
              {t(outcome === 'talked' ? 'done' : outcome)}
            </button>
          ))}
        </div>
      ) : null}
    </>
  )
}
