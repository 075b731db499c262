// For the privacy officer: a list that got about is pasted here, and the export it comes from is told, with how sure that is.
import { useState } from 'react'
import { classWords } from '#modules/register/words.ts'
import { type Output, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { nowMs } from '#web/now.ts'
import { Empty } from '#web/parts/Problem.tsx'
import { fullTime } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { Facts } from '../parts/Facts.tsx'
import { Field, ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { cellsIn, textOf } from './cells.ts'
import { traceWords } from './words.ts'
import './trace.css'

type Traced = Output<'register.traceExport'>

/** By tens: how seldom it would be another one. */
function sureness(odds: number) {
  if (odds >= 6) return 'very'
  if (odds >= 4) return 'well'
  return odds >= 2 ? 'some' : 'hardly'
}

function Found({ traced, found }: { readonly traced: Traced; readonly found: NonNullable<Traced['found']> }) {
  const t = useWords(traceWords)
  const lang = useLang()
  const { marked, matching, byChance, odds } = traced
  return (
    <>
      <h2 className="l">{t('found')}</h2>
      <Facts
        facts={[
          [t('no'), found.no],
          [t('who'), `${found.askedBy} · ${fullTime(found.askedAt, new Date(nowMs()), lang)}`],
          [
            t('what'),
            `${pick(found.area, found.areaEn, lang)} · ${classWords[found.class][lang]} · ${t('lines', { count: found.lines })}`,
          ],
          [t('approved'), found.decidedBy],
          [t('match'), t('matchText', { marked, matching, byChance })],
          [t('sure'), <b key="sure">{t(`sure.${sureness(odds)}`)}</b>],
        ]}
      />
      <p className="q">{t('notProof')}</p>
    </>
  )
}

function Answer({ traced }: { readonly traced: Traced }) {
  const t = useWords(traceWords)
  if (traced.found) return <Found traced={traced} found={traced.found} />
  return (
    <Empty title={t('notFound')}>
      {traced.marked === 0 ? t('noMarks') : t('notFoundText', { marked: traced.marked })}
    </Empty>
  )
}

export function TracePage() {
  const t = useWords(traceWords)
  const [empty, setEmpty] = useState(false)
  const [traced, setTraced] = useState<Traced>()
  const ask = useCommand('register.traceExport', { onDone: setTraced })
  useTitle(t('title'))
  const send = async (text: string, file: FormDataEntryValue | null) => {
    const read = file instanceof File && file.size > 0 ? textOf(await file.arrayBuffer()) : ''
    const cells = cellsIn(`${text}\n${read}`)
    setTraced(undefined)
    setEmpty(cells.length === 0)
    if (cells.length > 0) ask.mutate({ input: { cells } })
  }
  return (
    <main className="wide">
      <article className="sheet pad trace">
        <h1>{t('title')}</h1>
        <p className="q">{t('lead')}</p>
        <p className="s q">{t('noted')}</p>
        <Form
          label={t('title')}
          send={t('go')}
          busy={ask.isPending}
          problem={ask.error}
          onSend={(value, form) => void send(value('text'), new FormData(form).get('file'))}
        >
          <ProseField name="text" label={t('text')} help={t('textHelp')} rows={8} maxLength={200_000} />
          <Field name="file" label={t('file')}>
            {(wiring) => <input type="file" accept=".csv,.txt,text/csv,text/plain" {...wiring} />}
          </Field>
        </Form>
        {empty ? (
          <p className="err" role="alert">
            {t('empty')}
          </p>
        ) : null}
        <div role="status">{traced ? <Answer traced={traced} /> : null}</div>
      </article>
    </main>
  )
}
