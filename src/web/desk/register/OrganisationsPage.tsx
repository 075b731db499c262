// Organisations of an area: the table at the left, one of them at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { classWords, organisationKindWords } from '#modules/register/words.ts'
import { type Output, usePages } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { OrganisationForm } from './OrganisationForm.tsx'
import { OrganisationRecord } from './OrganisationRecord.tsx'
import { RegisterTabs } from './RegisterTabs.tsx'
import { registerWords } from './words.ts'
import '../kinds/kinds.css'

export type Organisation = Output<'register.organisations'>['organisations'][number]

export function OrganisationsPage() {
  const t = useWords(registerWords)
  const navigate = useNavigate()
  const { id } = useParams({ from: '/frame/desk/organisations/{-$id}' })
  const at = useMe().data?.posts[0]?.areaId
  const [adding, setAdding] = useState(false)
  useLive('register')
  useTitle(t('organisations'))
  const open = (one: string | undefined) => {
    setAdding(false)
    void navigate({ to: '/desk/organisations/{-$id}', params: { id: one }, resetScroll: false })
  }
  return (
    <main className="wide">
      <article className="sheet">
        <RegisterTabs />
        {at ? <List at={at} chosen={id} onOpen={open} onAdd={() => setAdding(true)} /> : <SkeletonList rows={8} />}
      </article>
      {adding && at ? (
        <aside className="side-panel sheet">
          <OrganisationForm
            organisation={undefined}
            at={at}
            onDone={() => setAdding(false)}
            onCancel={() => setAdding(false)}
          />
        </aside>
      ) : null}
      {!adding && id ? (
        <aside className="side-panel sheet">
          <OrganisationRecord key={id} id={id} onDone={() => open(undefined)} />
        </aside>
      ) : null}
    </main>
  )
}

type ListProps = {
  readonly at: string
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
  readonly onAdd: () => void
}

function List({ at, chosen, onOpen, onAdd }: ListProps) {
  const t = useWords(registerWords)
  const lang = useLang()
  const { data, error, refetch, hasNextPage, fetchNextPage } = usePages('register.organisations', { areaId: at })
  if (!data) return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonList rows={8} />
  const rows = data.pages.flatMap((page): readonly Organisation[] => page.organisations)
  return (
    <>
      <div className="table-head">
        <div>
          <h1>{t('organisations')}</h1>
        </div>
        {data.pages[0]?.can.includes('addOrganisation') ? (
          <Button onPress={onAdd}>{t('addOrganisation')}</Button>
        ) : null}
      </div>
      {rows.length === 0 ? <Empty title={t('noOrganisations')}>{t('noOrganisationsText')}</Empty> : null}
      {rows.length > 0 ? (
        <table className="t keeps-head">
          <thead>
            <tr>
              <th>{t('organisationName')}</th>
              <th>{t('class')}</th>
              <th>{t('kind')}</th>
              <th>{t('contact')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={row.id === chosen ? 'is-on' : ''}>
                <td>
                  <button type="button" className="row-open" onClick={() => onOpen(row.id)}>
                    {row.name}
                  </button>
                </td>
                <td>{classWords[row.class][lang]}</td>
                <td>{organisationKindWords[row.kind]?.[lang]}</td>
                <td className="nw">
                  {row.contactName} {row.contactPhone}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {hasNextPage ? (
        <p className="q-foot">
          <Button look="plain" onPress={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      ) : null}
    </>
  )
}
