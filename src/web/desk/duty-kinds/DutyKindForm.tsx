// Adds a kind of duty or changes one: level, names, what is to be done, whether somebody must hold it, the post it brings.
import { useState } from 'react'
import { roleWords } from '#modules/account/words.ts'
import { levelWords } from '#modules/area/lifecycle.ts'
import { type Input, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { ChangedNote } from '../parts/ChangedNote.tsx'
import { LineField, PickField, ProseField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { codeOf, lastSort } from '../room-kinds/families.ts'
import type { DutyKind } from './DutyKindsPage.tsx'
import { dutyKindWords } from './words.ts'

type NewKind = Input<'duty.setKind'>
const LEVELS = ['subdistrict', 'community', 'grid', 'building', 'unit'] as const satisfies readonly NewKind['level'][]
const ROLES = [
  ...(['community_head', 'community_staff', 'grid_worker', 'building_head', 'volunteer', 'patrol_member'] as const),
] as const satisfies readonly NonNullable<NewKind['role']>[]
const NO_ROLE = 'none'

type DutyKindFormProps = {
  readonly kind: DutyKind | undefined
  readonly kinds: readonly DutyKind[]
  readonly may: boolean
  readonly onDone: (code: string) => void
  readonly onCancel: () => void
  /** Opens it anew, as it is now. */
  readonly onReload: () => void
}

const inputOf = (value: Values, kind: DutyKind | undefined): NewKind => ({
  code: kind?.code ?? codeOf(value('en'), 'teams')!,
  level: LEVELS.find((one) => one === value('level')) ?? 'grid',
  ...{ zh: value('zh'), en: value('en'), dutiesZh: value('dutiesZh'), dutiesEn: value('dutiesEn') },
  expected: value('expected') === 'on',
  role: ROLES.find((one) => one === value('role')) ?? null,
  ...{ sort: Number(value('sort')), retired: value('retired') === 'on', version: kind?.version ?? 0 },
})

export function DutyKindForm({ kind: shown, kinds, may, onDone, onCancel, onReload }: DutyKindFormProps) {
  const t = useWords(dutyKindWords)
  const lang = useLang()
  // What was read when the form was opened: a change by somebody else must not slip under what is typed here.
  const [kind] = useState(shown)
  const save = useCommand('duty.setKind')
  /** A new kind must not fall on one that is there. */
  const checkName = (input: HTMLInputElement) => {
    const code = codeOf(input.value, 'teams')
    const free = code && !kinds.some((one) => one.code === code)
    input.setCustomValidity(kind || free ? '' : t(code ? 'nameTaken' : 'nameOdd'))
  }
  const title = kind ? pick(kind.zh, kind.en, lang) : t('new')
  return (
    <>
      <h2 className="l">{title}</h2>
      <fieldset disabled={!may}>
        <Form
          label={title}
          send={t('save')}
          busy={save.isPending}
          problem={save.error}
          onCancel={onCancel}
          onSend={(value) =>
            save.mutate(
              { input: inputOf(value, kind) },
              {
                onSuccess: ({ code }) => {
                  tell(t('saved', { name: pick(value('zh'), value('en'), lang) }))
                  onDone(code)
                },
              },
            )
          }
        >
          <PickField
            name="level"
            label={t('level')}
            defaultValue={kind?.level ?? 'grid'}
            options={LEVELS.map((value) => ({ value, label: levelWords[value][lang] }))}
          />
          <LineField name="zh" label={t('zh')} defaultValue={kind?.zh} required maxLength={40} />
          <LineField
            name="en"
            label={t('en')}
            defaultValue={kind?.en}
            required
            maxLength={80}
            onChange={({ target }) => checkName(target)}
          />
          <ProseField name="dutiesZh" label={t('dutiesZh')} defaultValue={kind?.dutiesZh} required maxLength={300} />
          <ProseField name="dutiesEn" label={t('dutiesEn')} defaultValue={kind?.dutiesEn} required maxLength={500} />
          <TickField name="expected" label={t('expectedHelp')} initial={kind?.expected ?? false} />
          <Rest kind={kind} kinds={kinds} />
        </Form>
        <ChangedNote problem={save.error} onReload={onReload} />
      </fieldset>
    </>
  )
}

/** The post it brings, its place in the list, and retiring it. */
function Rest({ kind, kinds }: Pick<DutyKindFormProps, 'kind' | 'kinds'>) {
  const t = useWords(dutyKindWords)
  const role = useWords(roleWords)
  return (
    <>
      <PickField
        name="role"
        label={t('role')}
        help={t('roleHelp')}
        defaultValue={kind?.role ?? NO_ROLE}
        options={[{ value: NO_ROLE, label: t('noRole') }, ...ROLES.map((value) => ({ value, label: role(value) }))]}
      />
      <LineField
        name="sort"
        label={t('sort')}
        help={t('sortHelp')}
        type="number"
        min={-10_000}
        max={10_000}
        required
        defaultValue={kind?.sort ?? lastSort(kinds)}
      />
      {kind ? <TickField name="retired" label={t('retire')} initial={kind.retired} /> : null}
    </>
  )
}
