// The limits that every matter has, and the words that mean danger.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import type { LimitKind } from '#web/parts/TimeLeft.tsx'
import { limitWords } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { DangerForm } from './DangerForm.tsx'
import { KindTabs } from './KindTabs.tsx'
import { LimitForm } from './LimitForm.tsx'
import { kindWords } from './words.ts'
import './kinds.css'

export type Rules = Output<'matter.rules'>
type Open = { readonly what: Exclude<LimitKind, 'finish'> } | { readonly what: 'danger'; readonly at: number }

export function LimitsPage() {
  const t = useWords(kindWords)
  const [open, setOpen] = useState<Open>()
  const { data, error, refetch } = useAnswer('matter.rules', {})
  useTitle(t('tabLimits'))
  const close = () => setOpen(undefined)
  const limit = open && open.what !== 'danger' ? data?.limits.find(({ clock }) => clock === open.what) : undefined
  return (
    <main className="wide">
      <article className="sheet">
        <KindTabs />
        {data ? <Read rules={data} onOpen={setOpen} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={8} />}
      </article>
      {limit || (open?.what === 'danger' && data) ? (
        <aside className="side-panel sheet">
          {limit ? <LimitForm key={limit.clock} limit={limit} onDone={close} onCancel={close} /> : null}
          {open?.what === 'danger' && data ? (
            <DangerForm key={open.at} rules={data.dangers} at={open.at} onDone={close} onCancel={close} />
          ) : null}
        </aside>
      ) : null}
    </main>
  )
}

function Read({
  rules: { limits, dangers, can },
  onOpen,
}: {
  readonly rules: Rules
  readonly onOpen: (open: Open) => void
}) {
  const t = useWords(kindWords)
  const lang = useLang()
  return (
    <>
      <h1>{t('limits')}</h1>
      <p className="q">{t('limitsLead')}</p>
      <table className="t">
        <thead>
          <tr>
            <th>{t('clock')}</th>
            <th className="num">{t('clockLimit')}</th>
            <th>{t('basis')}</th>
            <th>
              <span className="vh">{t('edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {limits.map(({ clock, limitMinutes, counting, basis, basisEn }) => (
            <tr key={clock}>
              <td>{t(`clock.${clock}`)}</td>
              <td className="num">{limitWords(limitMinutes, counting, lang)}</td>
              <td>{pick(basis, basisEn, lang)}</td>
              <td className="num">
                {can.includes('setLimit') ? (
                  <button type="button" className="tool" onClick={() => onOpen({ what: clock })}>
                    {t('edit')}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2 className="danger-head">{t('dangers')}</h2>
      <p className="q">{t('dangersLead')}</p>
      <Dangers dangers={dangers} may={can.includes('setDangers')} onOpen={(at) => onOpen({ what: 'danger', at })} />
    </>
  )
}

type DangersProps = { readonly dangers: Rules['dangers']; readonly may: boolean; readonly onOpen: (at: number) => void }

function Dangers({ dangers, may, onOpen }: DangersProps) {
  const t = useWords(kindWords)
  const lang = useLang()
  const join = lang === 'zh' ? '、' : ', '
  return (
    <>
      <table className="t">
        <thead>
          <tr>
            <th>{t('call')}</th>
            <th>{t('dangerWords')}</th>
            <th>{t('says')}</th>
            <th>
              <span className="vh">{t('edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {dangers.map((rule, at) => (
            <tr key={rule.zh}>
              <td className="nw">
                <b>{rule.call}</b>
              </td>
              <td>
                {rule.words.join(join)}
                {rule.except.length > 0 ? (
                  <span className="s q sub-line">
                    {t('except')} {rule.except.join(join)}
                  </span>
                ) : null}
              </td>
              <td>{rule[lang].replace('{word}', '……')}</td>
              <td className="num">
                {may ? (
                  <button type="button" className="tool" onClick={() => onOpen(at)}>
                    {t('edit')}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {may ? (
        <p className="q-foot">
          <Button onPress={() => onOpen(dangers.length)}>{t('addDanger')}</Button>
        </p>
      ) : null}
    </>
  )
}
