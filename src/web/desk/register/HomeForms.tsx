// Correcting a home, and ending one: what stands in the way is told before.
import { Link } from '@tanstack/react-router'
import { localDay } from '#kernel/clock.ts'
import { homeUseWords } from '#modules/register/words.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { HomeFull } from './HomeRecord.tsx'
import { usePersonLine } from './person-line.ts'
import { registerWords } from './words.ts'

type HomeFormProps = FormProps & { readonly home: HomeFull }

const number = (text: string): number | null => (text ? Number(text) : null)

/** What is told of a home; the address stays, since homes are known by it. */
const saidIn = (value: Values) => ({
  ...{ unit: value('unit'), floor: number(value('floor')), room: value('room') },
  ...{ use: value('use'), floorArea: number(value('floorArea')) },
})

function useDone({ onDone }: Pick<FormProps, 'onDone'>) {
  const t = useWords(registerWords)
  return () => {
    tell(t('saved'))
    onDone()
  }
}

export function ChangeHomeForm({ home, onDone, onCancel }: HomeFormProps) {
  const t = useWords(registerWords)
  const lang = useLang()
  const change = useCommand('register.changeHome', { onDone: useDone({ onDone }) })
  return (
    <Form
      label={t('changeHome')}
      send={t('save')}
      busy={change.isPending}
      problem={change.error}
      onCancel={onCancel}
      onSend={(value) => change.mutate({ input: { id: home.id, version: home.version, ...saidIn(value) } })}
    >
      <p className="help">{t('changeHomeHelp', { address: home.address })}</p>
      <LineField name="unit" label={t('unit')} maxLength={20} defaultValue={home.unit} />
      <LineField name="floor" label={t('floorNo')} type="number" min={-9} max={199} defaultValue={home.floor ?? ''} />
      <LineField name="room" label={t('room')} maxLength={20} defaultValue={home.room} />
      <PickField
        name="use"
        label={t('use')}
        defaultValue={home.use}
        options={Object.entries(homeUseWords).map(([value, word]) => ({ value, label: word[lang] }))}
      />
      <LineField
        name="floorArea"
        label={t('floorArea')}
        type="number"
        min={1}
        max={100000}
        step="any"
        defaultValue={home.floorArea ?? ''}
      />
    </Form>
  )
}

/** Who lives in it is to be moved first, and by whom it is let ended: named here, before anything is tried. */
export function EndHomeForm({ home, onDone, onCancel }: HomeFormProps) {
  const t = useWords(registerWords)
  const line = usePersonLine()
  const end = useCommand('register.endHome', { onDone: useDone({ onDone }) })
  const today = localDay(new Date(nowMs()))
  const running = home.ties.filter((tie) => tie.toDay === null).length
  if (home.inside.length > 0 || home.let)
    return (
      <div className="form" role="note">
        {home.inside.length > 0 ? <p>{t('endHomeInside', { count: home.inside.length })}</p> : null}
        <ul className="lines">
          {home.inside.map((person) => (
            <li key={person.id}>
              <Link to="/desk/register/{-$id}" params={{ id: person.id }}>
                {person.name}
              </Link>{' '}
              <span className="q">{line(person)}</span>
            </li>
          ))}
        </ul>
        {home.let ? <p>{t('endHomeLet')}</p> : null}
        <div className="acts">
          <Button look="plain" onPress={onCancel}>
            {t('understood')}
          </Button>
        </div>
      </div>
    )
  return (
    <Form
      label={t('endHome')}
      send={t('endHome')}
      look="danger"
      busy={end.isPending}
      problem={end.error}
      onCancel={onCancel}
      consequence={running ? t('endHomeTies', { count: running }) : t('endHomeText')}
      onSend={(value) => end.mutate({ input: { id: home.id, version: home.version, day: value('day') } })}
    >
      <LineField name="day" label={t('day')} type="date" defaultValue={today} min={home.asOf} max={today} required />
    </Form>
  )
}
