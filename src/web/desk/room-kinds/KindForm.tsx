// Adds a kind or changes one: names, place in the list, what its family says besides, and retiring it.
import { useState } from 'react'
import { pick, useLang, useWords } from '#web/lang.ts'
import type { FormProps } from '../parts/Buttons.tsx'
import { ChangedNote } from '../parts/ChangedNote.tsx'
import { LineField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { linesOf, useDrafts } from '../rooms/LineRows.tsx'
import { codeOf, type Family, type Kind, LEVELS, lastSort } from './families.ts'
import { MeansFields, RoomFields } from './OwnFields.tsx'
import { useSaveKind, useTaken } from './use-kinds.ts'
import { roomKindWords } from './words.ts'

type KindFormProps = Pick<FormProps, 'onCancel'> & {
  readonly family: Family
  readonly kind: Kind | undefined
  /** All of the family. */
  readonly kinds: readonly Kind[]
  readonly may: boolean
  readonly onDone: (code: string) => void
  /** Opens it anew, as it is now. */
  readonly onReload: () => void
}

const ownOf = (family: Family, value: Values): Partial<Kind> => {
  const expected = value('expected') === 'on'
  if (family === 'rooms') return { expected, level: LEVELS.find((one) => one === value('level')) ?? null }
  return family === 'means' ? { expected, unitZh: value('unitZh'), unitEn: value('unitEn') } : {}
}

export function KindForm({ family, kind: shown, kinds, may, onDone, onCancel, onReload }: KindFormProps) {
  // What was read when the form was opened: a change by somebody else must not slip under what is typed here.
  const [kind] = useState(shown)
  const t = useWords(roomKindWords)
  const lang = useLang()
  const { save, busy, problem } = useSaveKind(family, onDone)
  const taken = useTaken(family, kinds)
  const usual = useDrafts(kind?.usual ?? [])
  /** A new kind must not fall on one that is there: it would overwrite it. */
  const checkName = (input: HTMLInputElement) => {
    const code = codeOf(input.value, family)
    input.setCustomValidity(kind || (code && !taken.includes(code)) ? '' : t(code ? 'nameTaken' : 'nameOdd'))
  }
  const title = kind ? pick(kind.zh, kind.en, lang) : t(`new.${family}`)
  return (
    <>
      <h2 className="l">{title}</h2>
      <fieldset disabled={!may}>
        <Form
          label={title}
          send={t('save')}
          busy={busy}
          problem={problem}
          onCancel={onCancel}
          onSend={(value) =>
            save({
              code: kind?.code ?? codeOf(value('en'), family)!,
              ...{ zh: value('zh'), en: value('en'), sort: Number(value('sort')) },
              ...{ retired: value('retired') === 'on', version: kind?.version ?? 0 },
              ...ownOf(family, value),
              ...(family === 'rooms'
                ? { usual: linesOf('usual', usual.drafts, value).map(({ zh, en }) => ({ zh, en })) }
                : {}),
            })
          }
        >
          <LineField name="zh" label={t('zh')} defaultValue={kind?.zh} required maxLength={40} />
          <LineField
            name="en"
            label={t('en')}
            defaultValue={kind?.en}
            required
            maxLength={80}
            onChange={({ target }) => checkName(target)}
          />
          {family === 'rooms' ? <RoomFields kind={kind} usual={usual} /> : null}
          {family === 'means' ? <MeansFields kind={kind} /> : null}
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
          {kind ? <TickField name="retired" label={t(`retire.${family}`)} initial={kind.retired} /> : null}
        </Form>
        <ChangedNote problem={problem} onReload={onReload} />
      </fieldset>
    </>
  )
}
