// Partner bodies and the people they have seconded: two tables, forms at the side.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useMe } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { RoomTabs } from '../rooms/RoomTabs.tsx'
import { showMe } from '../rooms/show-me.ts'
import { BodyForm } from './BodyForm.tsx'
import { SecondedTable } from './SecondedTable.tsx'
import { SecondForm } from './SecondForm.tsx'
import { teamWords } from './words.ts'
import '../rooms/rooms.css'

export type Body = Output<'duty.bodies'>['bodies'][number]
type Open = { readonly body: Body | undefined } | 'second'

export function BodiesPage() {
  const t = useWords(teamWords)
  const home = useMe().data?.posts[0]?.areaId
  const [open, setOpen] = useState<Open>()
  const asked = home ? { areaId: home } : {}
  const bodies = useAnswer('duty.bodies', asked, { keep: true })
  const people = useAnswer('duty.seconded', asked, { keep: true })
  useLive('duty')
  useTitle(t('bodiesTitle'))
  const close = () => setOpen(undefined)
  return (
    <main className={open ? 'wide narrow-too' : 'ledger narrow-too'}>
      <article className="sheet means-sheet">
        <RoomTabs />
        <h1>{t('bodiesTitle')}</h1>
        <p className="q">{t('bodiesLead')}</p>
        <div className="means-head">
          <h2>{t('bodies')}</h2>
          {bodies.data?.can.includes('setBody') ? (
            <Button onPress={() => setOpen({ body: undefined })}>{t('newBody')}</Button>
          ) : null}
        </div>
        {bodies.data ? <BodyTable bodies={bodies.data.bodies} onOpen={(body) => setOpen({ body })} /> : null}
        {!bodies.data && bodies.error ? (
          <PageProblem problem={bodies.error} onAgain={() => void bodies.refetch()} />
        ) : null}
        {bodies.data || bodies.error ? null : <SkeletonList rows={6} />}
        <div className="means-head">
          <h2>{t('seconded')}</h2>
          {people.data?.can.includes('second') ? (
            <Button onPress={() => setOpen('second')}>{t('newSecond')}</Button>
          ) : null}
        </div>
        <ProblemNote problem={people.error} />
        {people.data ? <SecondedTable people={people.data.people} /> : null}
      </article>
      {open && home ? (
        <aside ref={showMe} className="side-panel sheet">
          {open === 'second' ? (
            <SecondForm bodies={bodies.data?.bodies ?? []} onDone={close} onCancel={close} />
          ) : (
            <BodyForm key={open.body?.id} body={open.body} areaId={home} onDone={close} onCancel={close} />
          )}
        </aside>
      ) : null}
    </main>
  )
}

function BodyTable({ bodies, onOpen }: { readonly bodies: readonly Body[]; readonly onOpen: (body: Body) => void }) {
  const t = useWords(teamWords)
  const lang = useLang()
  if (bodies.length === 0) return <Empty title={t('noBodies')}>{t('noBodiesText')}</Empty>
  return (
    <div className="means-scroll">
      <table className="t stacks bodies">
        <thead>
          <tr>
            <th>{t('body')}</th>
            <th>{t('offers')}</th>
            <th>{t('contact')}</th>
            <th>{t('phone')}</th>
            <th className="num">{t('sent')}</th>
            <th>
              <span className="vh">{t('editBody')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bodies.map((body) => (
            <tr key={body.id}>
              <td>
                <b>{pick(body.name, body.nameEn, lang)}</b>
                <span className="sub-line s q">
                  {pick(body.kindZh, body.kindEn, lang)} · {pick(body.areaName, body.areaNameEn, lang)}
                </span>
              </td>
              <td>{pick(body.offersZh, body.offersEn, lang)}</td>
              <td className="nw">{body.contact}</td>
              <td className="nw">{body.phone}</td>
              <td className="num" data-label={body.seconded > 0 ? t('sent') : undefined}>
                {body.seconded || ''}
              </td>
              <td className="num">
                {body.can.includes('setBody') ? (
                  <button type="button" className="tool" onClick={() => onOpen(body)}>
                    {t('editBody')}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
