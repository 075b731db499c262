// 走访: the building, the home, who is known there; what the system knows is not asked again.
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { Shape } from '#web/parts/State.tsx'
import { useMay } from '#web/session.ts'
import { Bones } from '../Bones.tsx'
import { Ways } from '../report/Ways.tsx'
import { useTitle } from '../use-title.ts'
import { ChooseBuilding, ChooseHome, type Chosen } from './ChooseHome.tsx'
import { Known } from './Known.tsx'
import { visitWords } from './words.ts'
import './visit.css'

export function Visit() {
  const t = useWords(visitWords)
  const may = useMay()
  const [building, setBuilding] = useState<Chosen>()
  const [home, setHome] = useState<string>()
  const [done, setDone] = useState<string>()
  useTitle(t('title'))
  useLive('register')
  const next = (address: string) => {
    setDone(address)
    setHome(undefined)
  }
  return (
    <main className="report visit">
      <Ways on="/visit" />
      <h1 className="vh">{t('title')}</h1>
      {done ? (
        <p className="visit-done">
          <Shape name="tick" />
          {t('doneText', { address: done })}
        </p>
      ) : null}
      {building ? null : <ChooseBuilding onChoose={setBuilding} />}
      {building && !home ? (
        <ChooseHome building={building} onChoose={setHome} onOther={() => setBuilding(undefined)} />
      ) : null}
      {home ? (
        <AtTheDoor key={home} id={home} may={may('register.enter')} onDone={next} onOther={() => setHome(undefined)} />
      ) : null}
    </main>
  )
}

type AtTheDoorProps = {
  readonly id: string
  readonly may: boolean
  readonly onDone: (address: string) => void
  readonly onOther: () => void
}

/** A visit begins with the first tap that says what came of it, or when somebody is entered; it ends with its outcome. */
function AtTheDoor({ id, may, onDone, onOther }: AtTheDoorProps) {
  const t = useWords(visitWords)
  const { data: home, error, refetch } = useAnswer('register.home', { id })
  const [visit, setVisit] = useState<string>()
  const begin = useCommand('register.beginVisit', { onDone: (begun) => setVisit(begun.id) })
  const end = useCommand('register.endVisit', { onDone: () => onDone(home?.address ?? '') })
  if (!home) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <Bones />
  const finish = async (outcome: 'talked' | 'nobody' | 'refused') => {
    const running = visit ?? (await begin.mutateAsync({ input: { homeId: id } }).catch(() => undefined))?.id
    if (running) end.mutate({ input: { id: running, outcome } })
  }
  const busy = begin.isPending || end.isPending
  return (
    <>
      <div className="visit-head">
        <h2>{home.address}</h2>
        <button type="button" className="btn plain" onClick={onOther}>
          {t('otherHome')}
        </button>
      </div>
      {may && !visit ? (
        <div className="visit-acts">
          <button
            type="button"
            className="btn primary block"
            disabled={busy}
            onClick={() => begin.mutate({ input: { homeId: id } })}
          >
            {t('begin')}
          </button>
          <button type="button" className="btn block" disabled={busy} onClick={() => void finish('nobody')}>
            {t('nobody')}
          </button>
        </div>
      ) : null}
      <Known home={home} visit={visit} />
      <ProblemNote problem={begin.error ?? end.error} />
      {visit ? (
        <div className="visit-acts">
          <button type="button" className="btn primary block" disabled={busy} onClick={() => void finish('talked')}>
            {t('done')}
          </button>
          <button type="button" className="btn block" disabled={busy} onClick={() => void finish('refused')}>
            {t('refused')}
          </button>
        </div>
      ) : null}
    </>
  )
}
