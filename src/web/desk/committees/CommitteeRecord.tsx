// One committee: what it lacks, its term and stamp, who sits in it, and changing each in place.
import { Link } from '@tanstack/react-router'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { type Act, Buttons, type FormProps } from '../parts/Buttons.tsx'
import { Facts } from '../parts/Facts.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { OpenCallForm } from './CallForms.tsx'
import { Calls } from './Calls.tsx'
import { ChangeCommitteeForm } from './ChangeCommitteeForm.tsx'
import { ComplainForm, Complaints } from './Complaints.tsx'
import { callWords } from './call-words.ts'
import { complaintWords } from './complaint-words.ts'
import { Lacks } from './Lacks.tsx'
import { Need } from './Need.tsx'
import { SeatForm } from './SeatForm.tsx'
import { Seats } from './Seats.tsx'
import { useSkillNames } from './use-skill-name.ts'
import { committeeWords } from './words.ts'

export type Committee = Output<'committee.get'>

export function CommitteeRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('committee.get', { id })
  if (data) return <Read committee={data} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={9} />
}

function useActs(committee: Committee): Act[] {
  const t = useWords(committeeWords)
  const complaint = useWords(complaintWords)
  const calls = useWords(callWords)
  const all: (Act & { readonly needs: string })[] = [
    { id: 'seat', needs: 'seat', label: t('seat'), form: (props) => <SeatForm committee={committee} {...props} /> },
    {
      ...{ id: 'openCall', needs: 'seat', label: calls('open') },
      form: (props) => <OpenCallForm committee={committee} {...props} />,
    },
    {
      ...{ id: 'change', needs: 'change', label: t('change') },
      form: (props) => <ChangeCommitteeForm committee={committee} {...props} />,
    },
  ]
  const complain = {
    ...{ id: 'complain', needs: 'complain', label: complaint('complain') },
    form: (props: FormProps) => <ComplainForm committee={committee} {...props} />,
  }
  return [...all, complain].filter(({ needs }) => committee.can.includes(needs))
}

function Read({ committee }: { readonly committee: Committee }) {
  const t = useWords(committeeWords)
  const lang = useLang()
  const { names } = useSkillNames()
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{pick(committee.kindZh, committee.kindEn, lang)}</span>
            <span>{pick(committee.areaName, committee.areaNameEn, lang)}</span>
            <span className="nw">{t('members', { count: committee.members })}</span>
          </>
        }
        title={pick(committee.name, committee.nameEn, lang)}
        address={`/desk/committees/${committee.id}`}
        printed
      >
        <p className="room-now">
          {committee.fullTime.need || committee.fullTime.has ? (
            <span className="need-line">
              {t('fullTime')} <Need {...committee.fullTime} />
            </span>
          ) : null}
          {committee.phone ? <span className="nw">{committee.phone}</span> : null}
        </p>
        <Lacks gaps={committee.gaps} />
      </RecordHead>
      <Buttons acts={useActs(committee)} />
      <div className="committee-facts">
        <Facts
          facts={[
            [t('term'), t('termOf', { from: committee.termStart, to: committee.termEnd })],
            [t('word'), committee.word],
            [t('stamp'), committee.stampName],
            ...(committee.industry.length ? [[t('industry'), names(committee.industry)] as const] : []),
            [t('basis'), committee.basis],
            [t('norm'), committee.normBasis],
          ]}
        />
      </div>
      <Seats committee={committee} />
      {committee.can.includes('seat') ? <Calls committee={committee} /> : null}
      {committee.can.includes('change') ? <Complaints committee={committee} /> : null}
      {committee.rooms.length ? (
        <section className="room-part">
          <h2>{t('under')}</h2>
          <ul className="lines">
            {committee.rooms.map((room) => (
              <li key={room.id}>
                <Link to="/desk/committees/{-$id}" params={{ id: room.id }}>
                  {pick(room.name, room.nameEn, lang)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
