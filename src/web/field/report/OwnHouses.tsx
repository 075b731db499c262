// The houses of one's own grid, folded: where most of what is reported lies, without typing.
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { type Me, useMe } from '#web/session.ts'
import { PlaceOptions } from './PlaceOptions.tsx'
import type { Place } from './place.ts'
import { reportWords } from './words.ts'

const HOUR_MS = 3_600_000

type Post = Me['posts'][number]
type OwnHousesProps = { readonly onChoose: (place: Place) => void }

export function OwnHouses({ onChoose }: OwnHousesProps) {
  const grids = useMe().data?.posts.filter(({ level }) => level === 'grid') ?? []
  return grids.map((post) => <GridHouses key={post.id} post={post} onChoose={onChoose} />)
}

function GridHouses({ post, onChoose }: OwnHousesProps & { readonly post: Post }) {
  const t = useWords(reportWords)
  const lang = useLang()
  const { data } = useAnswer('area.tree', { under: post.areaId, level: 'building' }, { staleMs: HOUR_MS })
  if (!data) return null
  const grid: Place = { id: post.areaId, name: t('placeGrid', { grid: post.areaName }), path: '' }
  const houses = data.areas.map((house) => ({
    id: house.id,
    name: pick(house.name, house.nameEn, lang),
    path: house.address,
  }))
  return (
    <details className="fold">
      <summary>
        {t('placeOwn', { grid: post.areaName, count: houses.length })}
        <Icon name="down" />
      </summary>
      <PlaceOptions places={[...houses, grid]} onChoose={onChoose} />
    </details>
  )
}
