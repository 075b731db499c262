// Makes or changes a team, its members and the hours when somebody should be on duty.
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { WeekFields, weekOf } from '../rooms/WeekFields.tsx'
import { type Draft, MemberFields } from './MemberFields.tsx'
import type { Team } from './TeamGap.tsx'
import { teamWords } from './words.ts'

const EMPTY_WEEK = Array.from({ length: 7 }, () => [])
type TeamFormProps = FormProps & { readonly team: Team | undefined; readonly areaId: string }

const seatOf = (value: string) => (value === 'head' || value === 'deputy' ? value : 'member')

function memberOf({ key, known }: Draft, value: Values) {
  const name = value(`name-${key}`)
  return {
    // Another name is another person: he starts without the shifts of the one before.
    ...(known && known.name === name ? { id: known.id } : {}),
    ...(known?.accountId && known.name === name ? { accountId: known.accountId } : {}),
    ...(value(`body-${key}`) ? { bodyId: value(`body-${key}`) } : {}),
    name,
    seat: seatOf(value(`seat-${key}`)),
    nameEn: value(`nameEn-${key}`),
    taskZh: value(`task-${key}`),
    taskEn: value(`taskEn-${key}`),
    shown: value(`shown-${key}`) === 'on',
  } as const
}

export function TeamForm({ team, areaId, onDone, onCancel }: TeamFormProps) {
  const t = useWords(teamWords)
  const lang = useLang()
  const kinds = useAnswer('duty.teamKinds', {}, { staleMs: 600_000 })
  const rooms = useAnswer('room.list', { areaId })
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    team ? team.members.map((known, key) => ({ key, known })) : [{ key: 0, known: undefined }],
  )
  const save = useCommand('duty.setTeam', {
    touches: ['room'],
    onDone: () => {
      tell(t('savedTeam'))
      onDone()
    },
  })
  const options = (kinds.data?.teams ?? [])
    .filter(({ code, retired }) => !retired || code === team?.kind)
    .map(({ code, zh, en }) => ({ value: code, label: pick(zh, en, lang) }))
  const places = (rooms.data?.rooms ?? []).map(({ id, name, nameEn }) => ({
    value: id,
    label: pick(name, nameEn, lang),
  }))
  if (!kinds.data || !rooms.data) return null
  return (
    <Form
      label={t(team ? 'editTeam' : 'newTeam')}
      send={t('saveTeam')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) =>
        save.mutate({
          input: {
            ...(team ? { id: team.id, version: team.version } : {}),
            ...{ areaId, kind: value('kind'), placeId: value('placeId') || null, cover: weekOf(value) },
            ...{ name: value('name'), nameEn: value('nameEn') },
            ...{ purposeZh: value('purposeZh'), purposeEn: value('purposeEn') },
            members: drafts.map((draft) => memberOf(draft, value)).filter(({ name }) => name !== ''),
          },
        })
      }
    >
      {team ? null : <h1>{t('newTeam')}</h1>}
      <div className="row2">
        <LineField name="name" label={t('name')} defaultValue={team?.name} required maxLength={60} />
        <LineField name="nameEn" label={t('nameEn')} defaultValue={team?.nameEn} maxLength={120} />
      </div>
      <div className="row2">
        <PickField name="kind" label={t('kind')} defaultValue={team?.kind} options={options} />
        <PickField
          name="placeId"
          label={t('room')}
          defaultValue={team?.placeId ?? ''}
          options={[{ value: '', label: t('noRoom') }, ...places]}
        />
      </div>
      <LineField name="purposeZh" label={t('purpose')} defaultValue={team?.purposeZh} maxLength={300} />
      <LineField name="purposeEn" label={t('purposeEn')} defaultValue={team?.purposeEn} maxLength={500} />
      <MemberFields drafts={drafts} onDrafts={setDrafts} />
      <div>
        <h3>{t('cover')}</h3>
        <p className="s q">{t('coverHelp')}</p>
      </div>
      <WeekFields weekly={team?.cover ?? EMPTY_WEEK} />
    </Form>
  )
}
