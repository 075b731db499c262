// 入格事项清单: what the grid may be asked to do, on which basis, led by whom.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { ItemForm } from './ItemForm.tsx'
import { KindTabs } from './KindTabs.tsx'
import { kindWords } from './words.ts'
import './kinds.css'

export type Item = Output<'matter.items'>['items'][number]
const NEW = 'new'

export function AccessListPage() {
  const t = useWords(kindWords)
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useAnswer('matter.items', {})
  useTitle(t('tabItems'))
  const may = data?.can.includes('setItem') ?? false
  const close = () => setOpen(undefined)
  const item = data?.items.find(({ id }) => id === open)
  return (
    <main className="wide">
      <article className="sheet">
        <KindTabs />
        <div className="table-head">
          <div>
            <h1>{t('tabItems')}</h1>
            <p className="q">{t('itemsLead')}</p>
          </div>
          <Button onPress={() => print()}>{t('print')}</Button>
          {may ? <Button onPress={() => setOpen(NEW)}>{t('newItem')}</Button> : null}
        </div>
        {data?.items.length === 0 ? <Empty title={t('empty')}>{t('emptyText')}</Empty> : null}
        {data && data.items.length > 0 ? <ItemTable items={data.items} chosen={open} onOpen={setOpen} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={10} />}
      </article>
      {/* Without a right to change there is nothing to press in it, yet it scrolls. */}
      <aside className="side-panel sheet" {...(may ? {} : { tabIndex: 0 })}>
        {item || open === NEW ? (
          <ItemForm key={`${open} ${item?.version ?? 0}`} item={item} may={may} onDone={close} onCancel={close} />
        ) : (
          <p className="q">{t(may ? 'chooseItem' : 'chooseItemToRead')}</p>
        )}
      </aside>
    </main>
  )
}

type ItemTableProps = {
  readonly items: readonly Item[]
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
}

function ItemTable({ items, chosen, onOpen }: ItemTableProps) {
  const t = useWords(kindWords)
  const lang = useLang()
  const said = (both: { zh: string; en: string }) => both[lang] || both.zh
  return (
    <table className="t keeps-head">
      <thead>
        <tr>
          <th>{t('code')}</th>
          <th>{t('item')}</th>
          <th>{t('lead1')}</th>
          <th>{t('duties')}</th>
          <th>{t('frequency')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, kind, name, lead, duties, frequency }) => (
          <tr key={id} className={id === chosen ? 'is-on' : ''}>
            <td className="nw">{kind}</td>
            <td>
              <button type="button" className="row-open" aria-expanded={id === chosen} onClick={() => onOpen(id)}>
                {said(name)}
              </button>
            </td>
            <td>{said(lead)}</td>
            <td className="nw">{duties.map((duty) => t(`duty.${duty}`)).join(lang === 'zh' ? '、' : ', ')}</td>
            <td>{said(frequency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
