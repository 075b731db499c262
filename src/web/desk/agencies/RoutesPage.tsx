// Routing rules: which kind goes to which agency where; rulings of leaders are offered as rules.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { AgencyTabs } from './AgencyTabs.tsx'
import { Offers } from './Offers.tsx'
import { RouteForm } from './RouteForm.tsx'
import { useKindName } from './use-kind-name.ts'
import { agencyWords } from './words.ts'
import '../kinds/kinds.css'

export type Route = Output<'matter.routes'>['routes'][number]
const NEW = 'new'

export function RoutesPage() {
  const t = useWords(agencyWords)
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useAnswer('matter.routes', {}, { keep: true })
  useLive('matter')
  useTitle(t('routes'))
  const may = data?.can.includes('setRoute') ?? false
  const close = () => setOpen(undefined)
  const chosen = data?.routes.find(({ id }) => id === open)
  return (
    <main className="wide">
      <article className="sheet">
        <AgencyTabs />
        <div className="table-head">
          <div>
            <h1>{t('routes')}</h1>
            <p className="q">{t('routesLead')}</p>
          </div>
          {may ? <Button onPress={() => setOpen(NEW)}>{t('newRoute')}</Button> : null}
        </div>
        {data && may ? <Offers offers={data.offers} /> : null}
        {data && data.routes.length > 0 ? (
          <RouteTable routes={data.routes} may={may} chosen={open} onOpen={setOpen} />
        ) : null}
        {data?.routes.length === 0 ? <Empty title={t('noRoutes')}>{t('noRoutesText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </article>
      {chosen || open === NEW ? (
        <aside className="side-panel sheet">
          <RouteForm key={`${open} ${chosen?.version ?? 0}`} route={chosen} onDone={close} onCancel={close} />
        </aside>
      ) : null}
    </main>
  )
}

type RouteTableProps = {
  readonly routes: readonly Route[]
  readonly may: boolean
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
}

function RouteTable({ routes, may, chosen, onOpen }: RouteTableProps) {
  const t = useWords(agencyWords)
  const kind = useKindName()
  return (
    <table className="t keeps-head">
      <thead>
        <tr>
          <th>{t('kindOf')}</th>
          <th>{t('area')}</th>
          <th>{t('agency')}</th>
          <th>{t('how')}</th>
          <th>{t('basis')}</th>
          <th>{t('owner')}</th>
          <th>
            <span className="vh">{t('edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {routes.map((route) => (
          <tr key={route.id} className={route.id === chosen ? 'is-on' : ''}>
            <td>
              {kind(route.kind)} <span className="s q">{route.kind}</span>
            </td>
            <td>{route.areaName}</td>
            <td>
              <b>{route.agencyName}</b>
            </td>
            <td className="nw">{t(route.direct ? 'directShort' : 'byDesk')}</td>
            <td>{route.basis}</td>
            <td>
              {route.ownerName}
              <span className="s q sub-line nw">
                {route.to ? t('until', { from: route.from, to: route.to }) : t('openEnd', { from: route.from })}
              </span>
            </td>
            <td className="num">
              {may ? (
                <button
                  type="button"
                  className="tool"
                  aria-label={t('editOf', { name: `${kind(route.kind)} ${route.agencyName}` })}
                  onClick={() => onOpen(route.id)}
                >
                  {t('edit')}
                </button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
