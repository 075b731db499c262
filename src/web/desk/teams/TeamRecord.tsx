// One team: who is in it, who is on duty when, gaps and swaps.
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { type Act, Buttons, type FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { Strip, spansWords } from '../rooms/RoomWeek.tsx'
import { WEEKDAYS } from '../rooms/words.ts'
import { DutyForm } from './DutyForm.tsx'
import { SwapForm } from './SwapForm.tsx'
import { Swaps } from './Swaps.tsx'
import { TeamForm } from './TeamForm.tsx'
import { TeamGap } from './TeamGap.tsx'
import { teamWords } from './words.ts'

export type Rostered = Output<'duty.team'>

export function TeamRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('duty.team', { id })
  if (data) return <Read rostered={data} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={9} />
}

function useActs(rostered: Rostered): Act[] {
  const t = useWords(teamWords)
  const { team, shifts } = rostered
  const acts: (Act | false)[] = [
    team.can.includes('swap') &&
      shifts.length > 0 && {
        ...{ id: 'swap', label: t('swap') },
        form: (props) => <SwapForm rostered={rostered} {...props} />,
      },
    team.can.includes('setTeam') && {
      ...{ id: 'edit', label: t('editTeam') },
      form: (props) => <TeamForm team={team} areaId={team.areaId} {...props} />,
    },
    team.can.includes('endTeam') && {
      ...{ id: 'end', label: t('endTeam'), look: 'plain' as const },
      form: (props) => <EndTeamForm rostered={rostered} {...props} />,
    },
  ]
  return acts.filter((act) => act !== false)
}

function Read({ rostered }: { readonly rostered: Rostered }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const { team } = rostered
  return (
    <>
      <RecordHead
        facts={
          <>
            <span>{pick(team.kindZh, team.kindEn, lang)}</span>
            <span>{pick(team.areaName, team.areaNameEn, lang)}</span>
            {team.placeName ? <span>{t('place', { place: pick(team.placeName, team.placeNameEn, lang) })}</span> : null}
          </>
        }
        title={pick(team.name, team.nameEn, lang)}
        address={`/desk/teams/${team.id}`}
        printed
      >
        <p className="room-now">
          <TeamGap team={team} />
          <span className="q">{pick(team.purposeZh, team.purposeEn, lang)}</span>
        </p>
      </RecordHead>
      <Buttons acts={useActs(rostered)} />
      <Week rostered={rostered} />
      <Roster rostered={rostered} />
      <Swaps rostered={rostered} />
    </>
  )
}

function Week({ rostered: { team, gaps } }: { readonly rostered: Rostered }) {
  const t = useWords(teamWords)
  const lang = useLang()
  if (team.cover.every((day) => day.length === 0)) return null
  return (
    <section className="room-part">
      <h2>{t('cover')}</h2>
      <p className="s q">{t('rosterLead')}</p>
      <table className="room-week">
        <tbody>
          {team.cover.map((spans, at) => (
            <tr key={WEEKDAYS[at]!.en}>
              <th scope="row">{WEEKDAYS[at]![lang]}</th>
              <td className="strip">
                <Strip spans={spans} uncovered={gaps[at] ?? []} />
              </td>
              <td className="nw">{spans.length > 0 ? spansWords(spans) : <span className="q">–</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Members as rows, weekdays as columns. */
function Roster({ rostered }: { readonly rostered: Rostered }) {
  const t = useWords(teamWords)
  const lang = useLang()
  const [open, setOpen] = useState<string>()
  const { team, shifts } = rostered
  const close = () => setOpen(undefined)
  const chosen = team.members.find(({ id }) => id === open)
  return (
    <section className="room-part">
      <h2>{t('roster')}</h2>
      {chosen ? <DutyForm key={chosen.id} rostered={rostered} member={chosen} onDone={close} onCancel={close} /> : null}
      <div className="means-scroll">
        <table className="t means">
          <thead>
            <tr>
              <th>{t('who')}</th>
              {WEEKDAYS.map((day) => (
                <th key={day.en}>{day[lang]}</th>
              ))}
              <th>
                <span className="vh">{t('setDuty')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {team.members.map((member) => (
              <tr key={member.id}>
                <td>
                  <b className="nw">{pick(member.name, member.nameEn, lang)}</b>
                  <span className="sub-line s q">
                    {[
                      t(member.seat),
                      pick(member.taskZh, member.taskEn, lang),
                      member.bodyName,
                      !member.shown && t('hidden'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </td>
                {WEEKDAYS.map((day, at) => (
                  <td key={day.en} className="s">
                    {shifts
                      .filter(({ memberId, weekday }) => memberId === member.id && weekday === at)
                      .map(({ id, from, to }) => (
                        <span key={id} className="duty-cell">
                          {spansWords([[from, to]])}
                        </span>
                      ))}
                  </td>
                ))}
                <td className="num">
                  {team.can.includes('setRoster') ? (
                    <button type="button" className="tool" onClick={() => setOpen(member.id)}>
                      {t('setDuty')}
                    </button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function EndTeamForm({ rostered: { team }, onDone, onCancel }: FormProps & { readonly rostered: Rostered }) {
  const t = useWords(teamWords)
  const end = useCommand('duty.endTeam', {
    touches: ['room'],
    onDone: () => {
      tell(t('ended'))
      onDone()
    },
  })
  return (
    <Form
      label={t('endTeam')}
      send={t('endTeam')}
      look="danger"
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      onSend={() => end.mutate({ input: { id: team.id, version: team.version } })}
    >
      <p>{t('endNote')}</p>
    </Form>
  )
}
