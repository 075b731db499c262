// Makes or changes a working group and its members.
import { useState } from 'react'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Group } from './Groups.tsx'
import { dutyWords } from './words.ts'

const SEATS = ['head', 'deputy', 'member'] as const
type Member = {
  readonly key: number
  readonly name: string
  readonly seat: (typeof SEATS)[number]
  readonly accountId: string | null
}

const seatOf = (value: string) => SEATS.find((seat) => seat === value) ?? 'member'

function firstMembers(group: Group | undefined): Member[] {
  const known = group?.members.map(({ name, seat, accountId }, key) => ({ key, name, seat, accountId }))
  return known ?? SEATS.map((seat, key) => ({ key, name: '', seat, accountId: null }))
}

type GroupFormProps = FormProps & { readonly group: Group | undefined; readonly areaId: string }

export function GroupForm({ group, areaId, onDone, onCancel }: GroupFormProps) {
  const t = useWords(dutyWords)
  const [members, setMembers] = useState(() => firstMembers(group))
  const save = useCommand('duty.setGroup', {
    onDone: () => {
      tell(t('savedGroup'))
      onDone()
    },
  })
  const add = () =>
    setMembers((before) => [
      ...before,
      { key: Math.max(-1, ...before.map(({ key }) => key)) + 1, name: '', seat: 'member', accountId: null },
    ])
  return (
    <Form
      label={t(group ? 'editGroup' : 'newGroup')}
      send={t('saveGroup')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onCancel}
      onSend={(value) =>
        save.mutate({
          input: {
            ...(group ? { id: group.id, version: group.version } : {}),
            areaId,
            name: value('name'),
            nameEn: value('nameEn'),
            purpose: value('purpose'),
            members: members
              .map(({ key, accountId, name }) => ({
                name: value(`member-${key}`),
                seat: seatOf(value(`seat-${key}`)),
                // An account stays with its name; another name is another person.
                ...(accountId && value(`member-${key}`) === name ? { accountId } : {}),
              }))
              .filter(({ name }) => name !== ''),
          },
        })
      }
    >
      <div className="row2">
        <LineField name="name" label={t('groupName')} defaultValue={group?.name} required maxLength={60} />
        <LineField name="nameEn" label={t('nameEn')} defaultValue={group?.nameEn} maxLength={120} />
      </div>
      <LineField name="purpose" label={t('purpose')} defaultValue={group?.purpose} maxLength={300} />
      <Members
        members={members}
        onTakeOut={(key) => setMembers((before) => before.filter((member) => member.key !== key))}
        onAdd={add}
      />
    </Form>
  )
}

type MembersProps = {
  readonly members: readonly Member[]
  readonly onTakeOut: (key: number) => void
  readonly onAdd: () => void
}

function Members({ members, onTakeOut, onAdd }: MembersProps) {
  const t = useWords(dutyWords)
  return (
    <fieldset className="f">
      <legend>{t('members')}</legend>
      <span className="help">{t('membersHelp')}</span>
      {members.map(({ key, name, seat }) => (
        <div className="member" key={key}>
          <input name={`member-${key}`} aria-label={t('name')} defaultValue={name} maxLength={40} />
          <select name={`seat-${key}`} aria-label={t('seat')} defaultValue={seat}>
            {SEATS.map((each) => (
              <option key={each} value={each}>
                {t(`seat.${each}`)}
              </option>
            ))}
          </select>
          <button type="button" className="tool" onClick={() => onTakeOut(key)}>
            {t('takeOut')}
          </button>
        </div>
      ))}
      <button type="button" className="tool" onClick={onAdd}>
        {t('addMember')}
      </button>
    </fieldset>
  )
}
