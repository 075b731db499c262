// Homes: one building as floors and rooms at the left, one home with who lives in it at the right.
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { AddHomeForm } from './AddHomeForm.tsx'
import { HomeRecord } from './HomeRecord.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'
import { registerWords } from './words.ts'

type Home = Output<'register.homes'>['homes'][number]

export function HomesPage() {
  const t = useWords(registerWords)
  const { id } = useParams({ from: '/frame/desk/homes/{-$id}' })
  const [area, setArea] = useState<string>()
  const [adding, setAdding] = useState(false)
  const me = useMe()
  const at = area ?? me.data?.posts[0]?.areaId
  const { data, error, refetch } = useAnswer(
    'register.homes',
    { areaId: at ?? '' },
    { enabled: at !== undefined, keep: true },
  )
  useLive('register')
  useTitle(t('homes'))
  const close = () => setAdding(false)
  return (
    <main className="two narrow-too">
      <section aria-label={t('homes')}>
        <RegisterTabs />
        <div className="conditions">
          <div>
            <AreaField name="area" label={t('building')} onChange={(found) => setArea(found?.id)} />
          </div>
        </div>
        {data?.can.includes('addHome') ? (
          <p className="list-act">
            <Button onPress={() => setAdding(true)}>{t('addHome')}</Button>
          </p>
        ) : null}
        {data && data.homes.length > 0 ? <Houses homes={data.homes} chosen={adding ? undefined : id} /> : null}
        {data?.homes.length === 0 ? <Empty title={t('noHomes')}>{t('noHomesText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </section>
      <article className="rec sheet">
        {adding ? <AddHomeForm onDone={close} onCancel={close} /> : null}
        {!adding && id ? <HomeRecord key={id} id={id} /> : null}
        {adding || id ? null : <p className="q">{t('chooseRoom')}</p>}
      </article>
    </main>
  )
}

type HousesProps = { readonly homes: readonly Home[]; readonly chosen: string | undefined }

/** What stands before unit and room: the building as its homes are written. */
const houseOf = ({ address, unit, room }: Home): string => {
  const tail = `${unit}${room}`
  return tail && address.endsWith(tail)
    ? `${address.slice(0, -tail.length)} ${unit}`.trim()
    : (address.split(' ')[0] ?? address)
}

function grouped<K>(homes: readonly Home[], keyOf: (home: Home) => K): [K, Home[]][] {
  const groups = new Map<K, Home[]>()
  for (const home of homes) groups.set(keyOf(home), [...(groups.get(keyOf(home)) ?? []), home])
  return [...groups]
}

/** Each unit as a table: floors from above, rooms from left to right. */
function Houses({ homes, chosen }: HousesProps) {
  const t = useWords(registerWords)
  return grouped(homes, houseOf).map(([house, inside], at, houses) => (
    <section key={house} className="register-part" aria-label={house}>
      <h2 className="house-name">
        {house}
        {houses[at - 1]?.[1][0]?.buildingId === inside[0]?.buildingId ? null : (
          <PeopleOf building={inside[0]?.buildingId ?? null} />
        )}
      </h2>
      <table className="house">
        <tbody>
          {grouped(inside, (home) => home.floor)
            .sort(([a], [b]) => (b ?? -99) - (a ?? -99))
            .map(([floor, rooms]) => (
              <tr key={floor ?? 'none'}>
                <th scope="row">{floor === null ? t('noFloor') : t('floor', { floor })}</th>
                <td className="house-rooms">
                  {rooms
                    .sort((a, b) => a.room.localeCompare(b.room))
                    .map((home) => (
                      <Room key={home.id} home={home} isChosen={home.id === chosen} />
                    ))}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  ))
}

/** Everybody of the building in one list. */
function PeopleOf({ building }: { readonly building: string | null }) {
  const t = useWords(registerWords)
  if (!building) return null
  return (
    <Link to="/desk/register/{-$id}" params={{ id: undefined }} search={{ area: building }} className="s">
      {t('peopleOfBuilding')}
    </Link>
  )
}

function Room({ home, isChosen }: { readonly home: Home; readonly isChosen: boolean }) {
  const t = useWords(registerWords)
  return (
    <Link
      to="/desk/homes/{-$id}"
      params={{ id: home.id }}
      resetScroll={false}
      className="house-room"
      aria-current={isChosen ? 'true' : undefined}
    >
      {home.room || home.address}
      <span>
        {home.people ? t('people1', { count: home.people }) : t('emptyHome')}
        {home.let ? ` · ${t('let')}` : ''}
      </span>
    </Link>
  )
}
