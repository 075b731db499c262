// Both sides beside each other, with whoever speaks for them; what happened and what is asked.
import { useWords } from '#web/lang.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

type Party = File['parties'][number]

export function Sides({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const own = (side: Party['side']) => file.parties.filter((one) => one.side === side)
  return (
    <>
      <section className="sides" aria-label={t('sides')}>
        {(['applicant', 'respondent'] as const).map((side) => (
          <div key={side}>
            <p className="who">{t(side)}</p>
            {own(side).map((party) => (
              <Who key={party.id} party={party} />
            ))}
          </div>
        ))}
      </section>
      <dl className="says">
        <dt>{t('facts')}</dt>
        <dd>{file.facts}</dd>
        {file.requests ? (
          <>
            <dt>{t('requests')}</dt>
            <dd>{file.requests}</dd>
          </>
        ) : null}
      </dl>
    </>
  )
}

function Who({ party }: { readonly party: Party }) {
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
      {party.consent === 'refused' ? <span className="who need">{t('refusedHere')}</span> : null}
    </h3>
  )
}
