// One team: who is in it, who is on duty when, gaps and swaps.
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { type Act, Buttons, type FormProps } from '../parts/Buttons.tsx'
import { Form } from '../parts/Form.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { Roster } from './Roster.tsx'
import { SwapForm } from './SwapForm.tsx'
import { Swaps } from './Swaps.tsx'
import { TeamDays } from './TeamDays.tsx'
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
      <TeamDays rostered={rostered} />
      <Swaps rostered={rostered} />
      <Roster rostered={rostered} />
    </>
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
