// Kinds of notices: what each says, which way it goes, whether it waits for the morning; and the quiet hours.
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { channelWords } from '#modules/notice/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { timeOf } from '#web/day-minute.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useTitle } from '../frame/use-title.ts'
import { KindTabs } from '../kinds/KindTabs.tsx'
import { NoticeKindForm } from './NoticeKindForm.tsx'
import { RuleForm } from './RuleForm.tsx'
import { noticeWords } from './words.ts'
import '../kinds/kinds.css'
import './notices.css'

export type NoticeKinds = Output<'notice.kinds'>

export function NoticeKindsPage() {
  const t = useWords(noticeWords)
  const { code } = useParams({ strict: false })
  const navigate = useNavigate()
  const [rule, setRule] = useState(false)
  const { data, error, refetch } = useAnswer('notice.kinds', {})
  useTitle(t('kinds'))
  useLive('notice')
  const open = (next?: string) => {
    setRule(false)
    void navigate({ to: '/desk/notices/{-$code}', params: next ? { code: next } : {}, resetScroll: false })
  }
  const kind = data?.can.includes('setKind') && !rule ? data.kinds.find((one) => one.code === code) : undefined
  return (
    <main className="wide">
      <article className="sheet">
        <KindTabs />
        {data ? <Read data={data} chosen={kind?.code} onOpen={open} onRule={() => setRule(true)} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </article>
      {kind || (rule && data) ? (
        <aside className="side-panel sheet">
          {kind ? <NoticeKindForm key={kind.code} kind={kind} onDone={() => open()} onCancel={() => open()} /> : null}
          {rule && data ? (
            <RuleForm rule={data.rule} onDone={() => setRule(false)} onCancel={() => setRule(false)} />
          ) : null}
        </aside>
      ) : null}
    </main>
  )
}

type ReadProps = {
  readonly data: NoticeKinds
  readonly chosen: string | undefined
  readonly onOpen: (code: string) => void
  readonly onRule: () => void
}

function Read({ data: { kinds, rule, can }, chosen, onOpen, onRule }: ReadProps) {
  const t = useWords(noticeWords)
  return (
    <>
      <h1>{t('kinds')}</h1>
      <p className="q">{t('kindsLead')}</p>
      <p className="n-rule">
        {t('quietLine', {
          from: timeOf(rule.quietFrom),
          to: timeOf(rule.quietTo),
          digest: timeOf(rule.digestAt),
        })}{' '}
        {can.includes('setRule') ? (
          <button type="button" className="tool" onClick={onRule}>
            {t('edit')}
          </button>
        ) : null}
      </p>
      <table className="t keeps-head n-table">
        <thead>
          <tr>
            <th>{t('kind')}</th>
            <th>{t('ways')}</th>
            <th>{t('when')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <Row key={kind.code} kind={kind} on={kind.code === chosen} onOpen={can.length > 0 ? onOpen : undefined} />
          ))}
        </tbody>
      </table>
    </>
  )
}

type RowProps = {
  readonly kind: NoticeKinds['kinds'][number]
  readonly on: boolean
  readonly onOpen: ((code: string) => void) | undefined
}

function Row({ kind, on, onOpen }: RowProps) {
  const t = useWords(noticeWords)
  const lang = useLang()
  const name = pick(kind.nameZh, kind.nameEn, lang)
  const says = kind.to !== 'staff' ? pick(kind.smsZh, kind.smsEn, lang) : pick(kind.titleZh, kind.titleEn, lang)
  return (
    <tr className={on ? 'is-on' : ''}>
      <td className="n-first">
        {onOpen ? (
          <button type="button" className="row-open" aria-expanded={on} onClick={() => onOpen(kind.code)}>
            {name}
          </button>
        ) : (
          name
        )}
        <span className="s q sub-line">{says}</span>
      </td>
      <td className="nw">
        {kind.channels.map((channel) => channelWords[channel][lang]).join(lang === 'zh' ? '、' : ', ')}
      </td>
      <td className="nw">{t(kind.urgent ? 'atOnce' : 'canWait')}</td>
    </tr>
  )
}
