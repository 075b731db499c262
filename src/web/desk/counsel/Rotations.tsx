// Weekly patterns: who takes turns in which room, filled in until a day; and those who sit.
import { type ReactNode, useState } from 'react'
import { localInstant } from '#kernel/clock.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { timeOf } from '#web/day-minute.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords, dayLine } from '#web/parts/when.ts'
import { useMe } from '#web/session.ts'
import { WEEKDAYS } from '../rooms/words.ts'
import { FillForm } from './FillForm.tsx'
import { RotationForm } from './RotationForm.tsx'
import { rotationWords } from './rotation-words.ts'
import { Sitting } from './Sitting.tsx'
import { useKindWord } from './use-kind-word.ts'

export type Rotation = Output<'counsel.rotations'>['rotations'][number]

export function Rotations({ tabs }: { readonly tabs: ReactNode }) {
  const t = useWords(rotationWords)
  const areaId = useMe().data?.posts[0]?.areaId
  const { data, error, refetch } = useAnswer(
    'counsel.rotations',
    { areaId: areaId ?? '' },
    { keep: true, enabled: areaId !== undefined },
  )
  const [setting, setSetting] = useState(false)
  return (
    <main className="one">
      <section className="sheet page-note advisers">
        {tabs}
        <h1>{t('title')}</h1>
        <p className="counsel-gap">{t('lead')}</p>
        {data?.can.includes('setRotation') && !setting ? (
          <p>
            <Button onPress={() => setSetting(true)}>{t('set')}</Button>
          </p>
        ) : null}
        {areaId && setting ? <RotationForm areaId={areaId} onDone={() => setSetting(false)} /> : null}
        {data?.rotations.length === 0 && !setting ? <Empty title={t('none')}>{t('noneText')}</Empty> : null}
        <ul className="counsel-rows rotation-rows">
          {data?.rotations.map((one) => (
            <One key={one.id} rotation={one} />
          ))}
        </ul>
        {areaId && data ? <Sitting areaId={areaId} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonText lines={9} />}
      </section>
    </main>
  )
}

function One({ rotation }: { readonly rotation: Rotation }) {
  const t = useWords(rotationWords)
  const lang = useLang()
  const now = useNow()
  const kind = useKindWord()
  const rooms = useAnswer('room.list', {}).data?.rooms ?? []
  const [filling, setFilling] = useState(false)
  const [skipped, setSkipped] = useState<Output<'counsel.fillRotation'>['skipped']>([])
  const end = useCommand('counsel.endRotation', { onDone: () => tell(t('ended')) })
  const room = rooms.find(({ id }) => id === rotation.roomId)
  const nameOf = (id: string) => {
    const who = rotation.people.find((one) => one.id === id)
    return who ? pick(who.name, who.nameEn, lang) : ''
  }
  const day = (one: string) => dayLine(localInstant(one, '12:00'), now, lang)
  return (
    <li>
      <div className="rotation">
        <h2>
          {WEEKDAYS[rotation.weekday]?.[lang]} {timeOf(rotation.from)}–{timeOf(rotation.to)}
        </h2>
        <p>
          {[kind(rotation.kind), room ? pick(room.name, room.nameEn, lang) : ''].filter(Boolean).join(' · ')}{' '}
          <span className="q nw">
            {rotation.filledTo
              ? t('filledTo', { day: dateWords(localInstant(rotation.filledTo, '12:00'), now, lang) })
              : t('notFilled')}
          </span>
        </p>
        <p className="s">
          <span className="q">{t('turns')}</span>{' '}
          {rotation.turns.map((turn) => turn.map(nameOf).join(lang === 'zh' ? '、' : ', ')).join(' → ')}
        </p>
        {skipped.length ? (
          <p className="s" role="status">
            {t('skipped', {
              days: skipped.map((one) => `${day(one.day)} ${t(`why.${one.why}`)}`).join(lang === 'zh' ? '，' : ', '),
            })}
          </p>
        ) : null}
        {end.error ? <ProblemNote problem={end.error} /> : null}
        {filling ? (
          <FillForm id={rotation.id} onSkipped={setSkipped} onDone={() => setFilling(false)} />
        ) : (
          <p className="counsel-acts">
            {rotation.can.includes('fillRotation') ? (
              <Button onPress={() => setFilling(true)}>{t('fill')}</Button>
            ) : null}
            {rotation.can.includes('endRotation') ? (
              <Button
                look="plain"
                busy={end.isPending}
                onPress={() => end.mutate({ input: { id: rotation.id, version: rotation.version } })}
              >
                {t('end')}
              </Button>
            ) : null}
          </p>
        )}
      </div>
    </li>
  )
}
