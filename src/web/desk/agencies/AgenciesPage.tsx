// Agencies that matters can be handed to: the table at the left, one of them at the right.
import { useState } from 'react'
import { agencyKindWords } from '#modules/agency/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useMay } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { AgencyForm } from './AgencyForm.tsx'
import { AgencyTabs } from './AgencyTabs.tsx'
import { agencyWords } from './words.ts'
import '../kinds/kinds.css'

export type Agency = Output<'agency.list'>['agencies'][number]
const NEW = 'new'

export function AgenciesPage() {
  const t = useWords(agencyWords)
  const may = useMay()
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useAnswer('agency.list', {}, { keep: true })
  useLive('agency')
  useTitle(t('agencies'))
  const close = () => setOpen(undefined)
  const chosen = data?.agencies.find(({ id }) => id === open)
  return (
    <main className="wide">
      <article className="sheet">
        <AgencyTabs />
        <div className="table-head">
          <div>
            <h1>{t('agencies')}</h1>
            <p className="q">{t('agenciesLead')}</p>
          </div>
          {may('agency.add') ? <Button onPress={() => setOpen(NEW)}>{t('newAgency')}</Button> : null}
        </div>
        {data && data.agencies.length > 0 ? (
          <AgencyTable agencies={data.agencies} chosen={open} onOpen={setOpen} />
        ) : null}
        {data?.agencies.length === 0 ? <Empty title={t('noAgencies')}>{t('noAgenciesText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </article>
      {chosen || open === NEW ? (
        <aside className="side-panel sheet">
          <AgencyForm key={`${open} ${chosen?.version ?? 0}`} agency={chosen} onDone={close} onCancel={close} />
        </aside>
      ) : null}
    </main>
  )
}

type AgencyTableProps = {
  readonly agencies: readonly Agency[]
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
}

function AgencyTable({ agencies, chosen, onOpen }: AgencyTableProps) {
  const t = useWords(agencyWords)
  const lang = useLang()
  return (
    <table className="t keeps-head">
      <thead>
        <tr>
          <th>{t('name')}</th>
          <th>{t('kind')}</th>
          <th>{t('serves')}</th>
          <th>{t('phone')}</th>
          <th>
            <span className="vh">{t('edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <tr key={agency.id} className={agency.id === chosen ? 'is-on' : ''}>
            <td>
              <b>{pick(agency.name, agency.nameEn, lang)}</b>
            </td>
            <td>{agencyKindWords[agency.kind][lang]}</td>
            <td>{agency.areaName}</td>
            <td className="nw">{agency.phone}</td>
            <td className="num">
              {agency.can.includes('change') ? (
                <button
                  type="button"
                  className="tool"
                  aria-label={t('editOf', { name: pick(agency.name, agency.nameEn, lang) })}
                  onClick={() => onOpen(agency.id)}
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
