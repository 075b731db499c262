// Recording a tie: of somebody to a home, an organisation or a person; of a home to who owns or rents it; what is managed.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { tieWords } from '#modules/register/words.ts'
import { type Input, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { FoundField } from './FoundField.tsx'
import { registerWords } from './words.ts'

type Kind = Input<'register.tie'>['kind']
type ToKind = Input<'register.tie'>['toKind']

/** What a person may be tied to, and by what. */
const WAYS = {
  owns: ['owns', 'home'],
  rents: ['rents', 'home'],
  works_at: ['works_at', 'organisation'],
  looks_after: ['looks_after', 'person'],
  looks_after_area: ['looks_after', 'area'],
} as const satisfies Readonly<Record<string, readonly [Kind, ToKind]>>
type Way = keyof typeof WAYS

function useTold(onDone: () => void) {
  const t = useWords(registerWords)
  return () => {
    tell(t('saved'))
    onDone()
  }
}

const Since = () => {
  const t = useWords(registerWords)
  const today = localDay(new Date(nowMs()))
  return <LineField name="fromDay" label={t('sinceDay')} type="date" defaultValue={today} max={today} required />
}

function OtherEnd({ to, but }: { readonly to: ToKind; readonly but: string }) {
  const t = useWords(registerWords)
  if (to === 'area') return <AreaField name="to" label={t('otherArea')} required />
  if (to === 'home') return <FoundField name="to" of="homes" label={t('otherHome')} />
  if (to === 'person') return <FoundField name="to" of="people" label={t('otherPerson')} but={but} />
  return <FoundField name="to" of="organisations" label={t('otherOrganisation')} />
}

/** Of somebody. */
export function PersonTieForm({ id, onDone, onCancel }: FormProps & { readonly id: string }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const [way, setWay] = useState<Way>('owns')
  const add = useCommand('register.tie', { onDone: useTold(onDone) })
  const [kind, toKind] = WAYS[way]
  return (
    <Form
      label={t('addTie')}
      send={t('save')}
      busy={add.isPending}
      problem={add.error}
      onCancel={onCancel}
      onSend={(value) => add.mutate({ input: { id, kind, toKind, toId: value('to'), fromDay: value('fromDay') } })}
    >
      <PickField
        name="way"
        label={t('tieKind')}
        value={way}
        onChange={({ target }) => setWay(target.value as Way)}
        options={(Object.keys(WAYS) as Way[]).map((value) => ({
          value,
          label: value === 'looks_after_area' ? t('looksAfterArea') : tieWords[WAYS[value][0]][lang],
        }))}
      />
      <OtherEnd key={toKind} to={toKind} but={id} />
      <Since />
    </Form>
  )
}

/** Who owns or rents this home. */
export function HomeTieForm({ home, onDone, onCancel }: FormProps & { readonly home: { readonly id: string } }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const add = useCommand('register.tie', { onDone: useTold(onDone) })
  return (
    <Form
      label={t('homeTie')}
      send={t('save')}
      busy={add.isPending}
      problem={add.error}
      onCancel={onCancel}
      onSend={(value) =>
        add.mutate({
          input: {
            ...{ id: value('who'), kind: value('kind') === 'rents' ? 'rents' : 'owns', toKind: 'home' },
            ...{ toId: home.id, fromDay: value('fromDay') },
          },
        })
      }
    >
      <PickField
        name="kind"
        label={t('tieKind')}
        options={(['owns', 'rents'] as const).map((value) => ({ value, label: tieWords[value][lang] }))}
      />
      <FoundField name="who" of="people" label={t('otherPerson')} />
      <Since />
    </Form>
  )
}

const ELSEWHERE = 'area'

/** What an organisation manages: a compound of the area, or any other place. */
export function ManageForm({ id, at, onDone, onCancel }: FormProps & { readonly id: string; readonly at: string }) {
  const t = useWords(registerWords)
  const add = useCommand('register.manage', { onDone: useTold(onDone) })
  const { data } = useAnswer('register.compounds', { areaId: at })
  const [place, setPlace] = useState<string>()
  const compounds = data?.compounds ?? []
  const chosen = place ?? compounds[0]?.id ?? ELSEWHERE
  return (
    <Form
      label={t('manage')}
      send={t('save')}
      busy={add.isPending}
      problem={add.error}
      onCancel={onCancel}
      onSend={(value) =>
        add.mutate({
          input: { id, areaId: chosen === ELSEWHERE ? value('to') : chosen, fromDay: value('fromDay') },
        })
      }
    >
      <PickField
        name="place"
        label={t('otherArea')}
        value={chosen}
        onChange={({ target }) => setPlace(target.value)}
        options={[
          ...compounds.map((one) => ({ value: one.id, label: one.name })),
          { value: ELSEWHERE, label: t('otherPlace') },
        ]}
      />
      {chosen === ELSEWHERE ? <AreaField name="to" label={t('building')} required /> : null}
      <Since />
    </Form>
  )
}
