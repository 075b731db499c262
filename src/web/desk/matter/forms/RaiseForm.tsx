// Passes a matter up: to the desk of the community, of the subdistrict, or to a leader by name with a team.
import { useState } from 'react'
import { TOP_LEVEL } from '#modules/matter/lifecycle.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { levelNames } from '#web/parts/matter-words.ts'
import { useMay } from '#web/session.ts'
import { AccountField } from '../../parts/AccountField.tsx'
import { ProseField } from '../../parts/Field.tsx'
import type { Found } from '../../parts/FindField.tsx'
import { Form } from '../../parts/Form.tsx'
import type { MoveFormProps } from '../Actions.tsx'
import { moveWords } from '../move-words.ts'
import { formWords } from './words.ts'

type TeamProps = { readonly team: readonly Found[]; readonly onChange: (team: readonly Found[]) => void }

function Team({ team, onChange }: TeamProps) {
  const t = useWords(formWords)
  return (
    <>
      <AccountField
        key={team.length}
        name="member"
        label={t('team')}
        onChange={(one) => one && !team.some(({ id }) => id === one.id) && onChange([...team, one])}
      />
      {team.length > 0 ? (
        <ul className="picked">
          {team.map((one) => (
            <li key={one.id} className="tag">
              {one.label}{' '}
              <button type="button" className="tool" onClick={() => onChange(team.filter(({ id }) => id !== one.id))}>
                {t('takeOut', { name: one.label })}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

export function RaiseForm({ matter, onDone, onCancel }: MoveFormProps) {
  const t = useWords(formWords)
  const go = useWords(moveWords)
  const lang = useLang()
  const may = useMay()
  const [team, setTeam] = useState<readonly Found[]>([])
  const raise = useCommand('matter.raise', { onDone })
  const next = Math.min(TOP_LEVEL, matter.level + 1)
  const toLeader = next === TOP_LEVEL
  return (
    <Form
      label={go('do.raise')}
      send={t('raiseSend')}
      busy={raise.isPending}
      problem={raise.error}
      onCancel={onCancel}
      onSend={(value) =>
        raise.mutate({
          input: {
            id: matter.id,
            why: value('why'),
            ...(toLeader && value('leader') ? { leaderId: value('leader') } : {}),
            team: team.map(({ id }) => id),
          },
        })
      }
    >
      <p>
        <b>{t('raiseTo', { level: levelNames[next]?.[lang] ?? '' })}</b> {t('raiseHelp')}
      </p>
      {toLeader ? <p className="s q">{t('leaderHelp')}</p> : null}
      {toLeader && may('account.list') ? (
        <>
          <AccountField name="leader" label={t('leader')} />
          <Team team={team} onChange={setTeam} />
        </>
      ) : null}
      <ProseField name="why" label={t('raiseWhy')} maxLength={1000} />
    </Form>
  )
}
