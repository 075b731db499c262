// Joining a household of the same home: which one, and what he is to its head.
import { relationWords } from '#modules/register/words.ts'
import { useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { PickField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import type { Entry } from './PersonRecord.tsx'
import { usePersonLine } from './person-line.ts'
import { registerWords } from './words.ts'

const HEAD = '02'

export function JoinForm({ entry, onDone, onCancel }: FormProps & { readonly entry: Entry }) {
  const t = useWords(registerWords)
  const lang = useLang()
  const line = usePersonLine()
  const home = useAnswer('register.home', { id: entry.homeId ?? '' }, { enabled: entry.homeId !== null })
  const heads = (home.data?.inside ?? []).filter(
    (one) => one.householdId && one.householdId !== entry.householdId && one.relation === HEAD,
  )
  const join = useCommand('register.joinHousehold', {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
  if (home.data && heads.length === 0)
    return (
      <div className="form" role="note">
        <p>{t('noOtherHousehold')}</p>
      </div>
    )
  return (
    <Form
      label={t('joinHousehold')}
      send={t('joinHousehold')}
      busy={join.isPending}
      problem={join.error}
      onCancel={onCancel}
      onSend={(value) =>
        join.mutate({
          input: {
            ...{ id: entry.id, version: entry.version },
            ...{ householdId: value('household'), relation: value('relation') },
          },
        })
      }
    >
      <PickField
        name="household"
        label={t('whichHousehold')}
        required
        options={heads.map((one) => ({ value: one.householdId!, label: `${one.name} ${line(one)}` }))}
      />
      <PickField
        name="relation"
        label={t('relation')}
        options={[
          { value: '', label: '–' },
          ...Object.entries(relationWords)
            .filter(([code]) => code !== HEAD)
            .map(([value, word]) => ({ value, label: word[lang] }))
            .sort((a, b) => a.value.localeCompare(b.value)),
        ]}
      />
    </Form>
  )
}
