// Asks for a list: of where, of whom, which columns, by which document.
import { useState } from 'react'
import { COLUMNS_OF, classWords, columnWords } from '#modules/register/words.ts'
import { type Output, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { AreaField } from '../parts/AreaField.tsx'
import type { FormProps } from '../parts/Buttons.tsx'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { exportWords } from './words.ts'

type Export = Output<'register.askExport'>
type Column = Export['columns'][number]

const FULL: readonly Column[] = ['fullName', 'fullPhone', 'birth']
const FIRST: readonly Column[] = ['name', 'sex', 'phone', 'address', 'use', 'let', 'called', 'kind']
const CLASSES = ['registered', 'floating', 'home', 'organisation', 'school', 'property'] as const
const FORMATS = ['xlsx', 'csv-utf8', 'csv-gb18030'] as const
const REASONS = ['service', 'emergency', 'check', 'statistics'] as const

const chosen = <T extends string>(all: readonly T[], value: string): T => all.find((one) => one === value) ?? all[0]!
type Class = (typeof CLASSES)[number]

const ticked = (of: Class, value: Values) => COLUMNS_OF[of].filter((column) => value(`column.${column}`) === 'on')

function Columns({ label, columns }: { readonly label: string; readonly columns: readonly Column[] }) {
  const lang = useLang()
  return (
    <fieldset className="f">
      <legend>{label}</legend>
      {columns.map((column) => (
        <TickField
          key={column}
          name={`column.${column}`}
          label={columnWords[column][lang]}
          initial={FIRST.includes(column)}
        />
      ))}
    </fieldset>
  )
}

export function AskExportForm({ onDone, onCancel }: FormProps) {
  const t = useWords(exportWords)
  const lang = useLang()
  const [noColumn, setNoColumn] = useState(false)
  const [of, setOf] = useState<Class>('registered')
  const columns = COLUMNS_OF[of]
  const ask = useCommand('register.askExport', {
    onDone: ({ no, state }: Export) => {
      tell(t(state === 'ready' ? 'asked' : 'askedWaiting', { no }))
      onDone()
    },
  })
  const send = (value: Values) => {
    const columns = ticked(of, value)
    setNoColumn(columns.length === 0)
    if (columns.length === 0) return
    ask.mutate({
      input: {
        ...{ areaId: value('area'), class: of, columns },
        ...{ format: chosen(FORMATS, value('format')), reason: chosen(REASONS, value('reason')) },
        for: { kind: 'document', no: value('document') },
      },
    })
  }
  return (
    <>
      <h2 className="l">{t('ask')}</h2>
      <Form
        label={t('ask')}
        send={t('send')}
        busy={ask.isPending}
        problem={ask.error}
        onCancel={onCancel}
        onSend={send}
      >
        <AreaField name="area" label={t('area')} required />
        <PickField
          name="class"
          label={t('class')}
          options={CLASSES.map((value) => ({ value, label: classWords[value][lang] }))}
          onChange={(event) => setOf(chosen(CLASSES, event.target.value))}
        />
        <Columns label={t('columns')} columns={columns.filter((column) => !FULL.includes(column))} />
        {columns.some((column) => FULL.includes(column)) ? <Columns label={t('fullColumns')} columns={FULL} /> : null}
        {of === 'registered' || of === 'floating' ? null : (
          <p className="s q">{t(`counts.${of === 'home' ? 'home' : 'body'}`)}</p>
        )}
        {noColumn ? (
          <p className="err" role="alert">
            {t('columnsNeeded')}
          </p>
        ) : null}
        <PickField
          name="reason"
          label={t('reason')}
          options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <LineField name="document" label={t('documentNo')} required minLength={4} maxLength={60} />
        <PickField
          name="format"
          label={t('format')}
          options={FORMATS.map((value) => ({ value, label: t(`format.${value}`) }))}
        />
      </Form>
    </>
  )
}
