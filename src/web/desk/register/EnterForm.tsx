// Entering somebody in a home.
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { HomeFull } from './HomeRecord.tsx'
import { chosenIn, filledIn, PersonFields } from './PersonFields.tsx'
import { usePersonLine } from './person-line.ts'
import { registerWords } from './words.ts'

const HEAD = '02'

export function EnterForm({ home, onDone, onCancel }: FormProps & { readonly home: HomeFull }) {
  const t = useWords(registerWords)
  const line = usePersonLine()
  const enter = useCommand('register.enter', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  const heads = home.inside.filter((one) => one.householdId && one.relation === HEAD)
  return (
    <Form
      label={t('enter')}
      send={t('save')}
      busy={enter.isPending}
      problem={enter.error}
      onCancel={onCancel}
      onSend={(value) =>
        enter.mutate({
          input: {
            ...{ homeId: home.id, name: value('name'), another: value('another') === 'on' },
            ...filledIn(value),
            ...chosenIn(value),
            ...(value('household') ? { household: value('household') as 'new' } : {}),
            ...(value('came') ? { came: value('came') } : {}),
          },
        })
      }
    >
      <PersonFields anew />
      <PickField
        name="household"
        label={t('household')}
        defaultValue={heads[0]?.householdId ?? 'new'}
        options={[
          { value: 'new', label: t('newHousehold') },
          ...heads.map((one) => ({ value: one.householdId!, label: `${one.name} ${line(one)}` })),
          { value: '', label: t('noHousehold') },
        ]}
      />
      <LineField name="came" label={t('came')} help={t('cameHelp')} type="date" max={localDay(new Date(nowMs()))} />
      {enter.error?.code === 'register.known' ? <TickField name="another" label={t('another')} /> : null}
    </Form>
  )
}
