// Both sides beside each other, with whoever speaks for them; what happened and what is asked.
import { useState } from 'react'
import { ask, type Output } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { careWords } from './care-words.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

type Party = File['parties'][number]

export function Sides({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  // Kept in this component alone, so it is gone as soon as the record is left.
  const [full, setFull] = useState<Output<'mediation.reveal'>>()
  const [problem, setProblem] = useState<CallProblem>()
  // Who sits down together has answered by that.
  const asked = file.can.includes('consent') && !file.records.some(({ kind }) => kind === 'session')
  const own = (side: Party['side']) =>
    file.parties
      .filter((one) => one.side === side)
      .map((one) => ({ ...one, ...full?.parties.find(({ id }) => id === one.id) }))
  return (
    <>
      <section className="sides" aria-label={t('sides')}>
        {(['applicant', 'respondent'] as const).map((side) => (
          <div key={side}>
            <p className="who">{t(side)}</p>
            {own(side).map((party) => (
              <Who key={party.id} party={party} asked={asked} />
            ))}
          </div>
        ))}
      </section>
      {file.can.includes('reveal') && !full ? (
        <p className="reveal">
          <Button onPress={() => void ask('mediation.reveal', { id: file.id }).then(setFull, setProblem)}>
            {t('reveal')}
          </Button>
          <span className="s q">{t('revealNote')}</span>
        </p>
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <dl className="says">
        <dt>{t('facts')}</dt>
        <dd>{file.facts}</dd>
        {file.requests ? (
          <>
            <dt>{t('requests')}</dt>
            <dd>{file.requests}</dd>
          </>
        ) : null}
        {file.care.length > 0 ? (
          <>
            <dt>{t('care')}</dt>
            <dd>{file.care.map((one) => careWords[one][lang]).join(lang === 'zh' ? '；' : '; ')}</dd>
          </>
        ) : null}
      </dl>
    </>
  )
}

function Who({ party, asked }: { readonly party: Party; readonly asked: boolean }) {
  const t = useWords(mediationWords)
  const role = party.agentOf
    ? t('agentOf', { scope: t(party.agentScope ?? 'general') })
    : party.represents
      ? t('represents')
      : ''
  const more = [
    party.address,
    party.phone,
    role,
    party.legalRepresentative ? t('legal', { name: party.legalRepresentative }) : '',
    party.heads ? t('heads', { count: party.heads }) : '',
  ].filter(Boolean)
  return (
    <h3>
      {party.name}
      {more.map((one) => (
        <span key={one} className="who nw">
          {one}
        </span>
      ))}
      {asked && party.consent === 'open' && !party.agentOf && !party.represents ? (
        <span className="who nw">{t('notSaidYet')}</span>
      ) : null}
      {party.consent === 'refused' ? <span className="who need">{t('refusedHere')}</span> : null}
    </h3>
  )
}
