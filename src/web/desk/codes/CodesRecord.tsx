// The codes of one area and below: finding, printing, adding.
import { useDeferredValue, useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Icon } from '#web/parts/Icon.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMay } from '#web/session.ts'
import { type Act, Buttons } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { AddDoorsForm } from './AddDoorsForm.tsx'
import { AddPlaceForm } from './AddPlaceForm.tsx'
import { PlaceTable } from './PlaceTable.tsx'
import { sheetAddress } from './sheet-address.ts'
import { codeWords } from './words.ts'

export type Place = Output<'place.list'>['places'][number]

const PAGE = 100
const MOST = 500

export function CodesRecord({ id }: { readonly id: string }) {
  const area = useAnswer('area.get', { id })
  if (area.data) return <Read area={area.data} />
  return area.error ? (
    <PageProblem problem={area.error} onAgain={() => void area.refetch()} />
  ) : (
    <SkeletonText lines={9} />
  )
}

function useActs(area: Output<'area.get'>): Act[] {
  const t = useWords(codeWords)
  const may = useMay()
  const acts: (Act | false)[] = [
    may('place.addDoors') && {
      id: 'doors',
      label: t('addDoors'),
      form: (props) => <AddDoorsForm areaId={area.id} {...props} />,
    },
    may('place.add') && { id: 'add', label: t('add'), form: (props) => <AddPlaceForm areaId={area.id} {...props} /> },
  ]
  return acts.filter((act) => act !== false)
}

function Read({ area }: { readonly area: Output<'area.get'> }) {
  const t = useWords(codeWords)
  const lang = useLang()
  const { data } = useAnswer('place.list', { areaId: area.id, limit: PAGE })
  const total = data?.total ?? 0
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{t('facts')}</span>
            {data ? <span>{t('count', { total })}</span> : null}
          </>
        }
        title={pick(area.name, area.nameEn, lang)}
        address={`/desk/codes/${area.id}`}
      >
        {total > 0 ? (
          <p className="goto">
            <a className="btn primary" href={sheetAddress({ areaId: area.id })} target="_blank" rel="noreferrer">
              <Icon name="print" />
              {t('print')}
            </a>
          </p>
        ) : null}
      </RecordHead>
      <Buttons acts={useActs(area)} />
      <Places areaId={area.id} />
    </>
  )
}

function Places({ areaId }: { readonly areaId: string }) {
  const t = useWords(codeWords)
  const [typed, setTyped] = useState('')
  const [limit, setLimit] = useState(PAGE)
  const words = useDeferredValue(typed.trim())
  const asked = { areaId, limit, ...(words ? { words } : {}) }
  const { data, error, refetch } = useAnswer('place.list', asked, { keep: true })
  const none = words ? (
    <p className="q">{t('emptyFind', { words })}</p>
  ) : (
    <Empty title={t('empty')}>{t('emptyText')}</Empty>
  )
  return (
    <div className="places">
      <LineField
        name="words"
        label={t('find')}
        help={t('findHelp')}
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {data ? <PlaceTable places={data.places} /> : error ? null : <SkeletonList rows={6} />}
      {error && !data ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
      {data?.total === 0 ? none : null}
      {data && data.total > data.places.length ? (
        <div className="q-foot">
          {limit < MOST ? <Button onPress={() => setLimit(limit + PAGE)}>{t('more')}</Button> : null}
          <span className="s q">{t('shown', { shown: data.places.length, total: data.total })}</span>
        </div>
      ) : null}
    </div>
  )
}
