// 调解规则: every period, kind, tie and norm with its basis; whoever keeps them changes one beside the list.
import { useState } from 'react'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useMay } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { CommitteeKindForm, type Kind, SkillForm } from './CommitteeForms.tsx'
import { DaysForm, DisputeForm, PeriodForm, TieForm } from './RuleForms.tsx'
import { type RuleLine, RuleTable } from './RuleTable.tsx'
import { mediationRuleWords } from './words.ts'
import '../kinds/kinds.css'

type What = 'periods' | 'disputes' | 'ties' | 'committees' | 'days' | 'skills'
type Open = { readonly what: What; readonly key: string | undefined }

function useRules() {
  const [periods, disputes, ties, committees] = [
    useAnswer('mediation.rules', {}),
    useAnswer('mediation.kinds', {}),
    useAnswer('mediation.tieKinds', {}),
    useAnswer('committee.kinds', {}),
  ]
  const error = periods.error ?? disputes.error ?? ties.error ?? committees.error
  if (!periods.data || !disputes.data || !ties.data || !committees.data) return { rules: undefined, error }
  const { kinds, rules, skills, can } = committees.data
  return {
    error,
    rules: {
      ...{ periods: periods.data.rules, disputes: disputes.data.kinds, ties: ties.data.kinds },
      ...{ committees: kinds, days: rules, skills, can },
    },
  }
}
type Rules = NonNullable<ReturnType<typeof useRules>['rules']>

/** Each list as lines of one shape. */
function useLines(): (rules: Rules) => Readonly<Record<What, readonly RuleLine[]>> {
  const t = useWords(mediationRuleWords)
  const lang = useLang()
  const name = ({ zh, en }: { readonly zh: string; readonly en: string }) => pick(zh, en, lang)
  const days = (count: number) => t('oneDay', { count })
  const norm = ({ membersMin: min, membersMax: max, fullTime }: Kind) =>
    max === null ? t('normOpen', { min, fullTime }) : t('norm', { min, max, fullTime })
  return ({ periods, disputes, ties, committees, days: own, skills }) => ({
    periods: periods.map((one) => ({
      ...{ key: one.code, name: name(one), basis: one.basis },
      number: one.numbers.join(lang === 'zh' ? '、' : ', '),
    })),
    disputes: disputes.map((one) => ({
      ...{ key: one.code, name: name(one), number: days(one.days), basis: one.basis, retired: one.retired },
    })),
    ties: ties.map((one) => ({ key: one.code, name: name(one), basis: one.basis, retired: one.retired })),
    committees: committees.map((one) => ({
      ...{ key: one.code, name: name(one), number: norm(one), basis: one.normBasis, retired: one.retired },
    })),
    days: own.map((one) => ({ key: one.code, name: t(`rule.${one.code}`), number: days(one.days), basis: one.basis })),
    skills: skills.map((one) => ({ key: one.code, name: name(one), retired: one.retired })),
  })
}

export function MediationRulesPage() {
  const t = useWords(mediationRuleWords)
  const may = useMay()
  const [open, setOpen] = useState<Open>()
  const { rules, error } = useRules()
  const lines = useLines()
  useTitle(t('title'))
  const shown = rules ? lines(rules) : undefined
  const mayChange = (what: What): boolean => {
    if (what === 'committees') return rules?.can.includes('setKind') ?? false
    if (what === 'days') return rules?.can.includes('setRule') ?? false
    return what === 'skills' ? (rules?.can.includes('setSkill') ?? false) : may('mediation.setRule')
  }
  const table = (what: What, adds = false) =>
    shown ? (
      <RuleTable
        title={t(what)}
        lines={shown[what]}
        onEdit={mayChange(what) ? (key) => setOpen({ what, key }) : undefined}
        onAdd={adds && mayChange(what) ? () => setOpen({ what, key: undefined }) : undefined}
      />
    ) : null
  return (
    <main className="wide">
      <article className="sheet">
        <h1>{t('title')}</h1>
        <p className="q">{t('lead')}</p>
        {table('periods')}
        {table('disputes')}
        {table('ties')}
        {table('committees', true)}
        {table('days')}
        {table('skills', true)}
        {!rules && error ? <PageProblem problem={error} onAgain={() => location.reload()} /> : null}
        {rules || error ? null : <SkeletonList rows={10} />}
      </article>
      {open && rules ? (
        <aside className="side-panel sheet">
          <Opened key={`${open.what}/${open.key}`} open={open} rules={rules} onDone={() => setOpen(undefined)} />
        </aside>
      ) : null}
    </main>
  )
}

type OpenedProps = { readonly open: Open; readonly rules: Rules; readonly onDone: () => void }

function Opened({ open: { what, key }, rules, onDone }: OpenedProps) {
  const named = <T extends { readonly code: string }>(list: readonly T[]) => list.find(({ code }) => code === key)
  if (what === 'committees') return <CommitteeKindForm one={named(rules.committees)} onDone={onDone} />
  if (what === 'skills') return <SkillForm one={named(rules.skills)} onDone={onDone} />
  const [period, dispute, tie, days] = [
    named(rules.periods),
    named(rules.disputes),
    named(rules.ties),
    named(rules.days),
  ]
  if (what === 'periods' && period) return <PeriodForm one={period} onDone={onDone} />
  if (what === 'disputes' && dispute) return <DisputeForm one={dispute} onDone={onDone} />
  if (what === 'ties' && tie) return <TieForm one={tie} onDone={onDone} />
  return days ? <DaysForm one={days} onDone={onDone} /> : null
}
