// Choosing a file, what it lists and whose area it is of; it goes up as one stream, however large it is.
import { type FormEvent, useState } from 'react'
import { classWords } from '#modules/register/words.ts'
import { askAgain, type Output, sendFile } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { useMe } from '#web/session.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { importWords } from './words.ts'

const CLASSES = ['registered', 'floating', 'home', 'rented', 'special', 'organisation', 'school'] as const
type Class = Output<'register.batch'>['class']

export function SendForm({ onDone }: { readonly onDone: (id?: string) => void }) {
  const t = useWords(importWords)
  const lang = useLang()
  const post = useMe().data?.posts[0]
  const [code, setCode] = useState<Class>('registered')
  const [area, setArea] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [problem, setProblem] = useState<CallProblem>()
  const areaId = area ?? post?.areaId
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File) || file.size === 0 || !areaId) return setWrong(t('chooseFile'))
    setWrong(undefined)
    setProblem(undefined)
    setBusy(true)
    try {
      const { id } = await sendFile({ areaId, class: code, name: file.name.slice(0, 120) }, file)
      await askAgain('register')
      onDone(id)
    } catch (error) {
      setProblem(error as CallProblem)
      setBusy(false)
    }
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <h2>{t('newFile')}</h2>
      <ProblemNote problem={problem} />
      <label className="f">
        <span>{t('class')}</span>
        <select value={code} onChange={(event) => setCode(event.target.value as Class)}>
          {CLASSES.map((one) => (
            <option key={one} value={one}>
              {classWords[one][lang]}
            </option>
          ))}
        </select>
      </label>
      <p>
        <a href={`/api/register.template?class=${code}`} download>
          {t('templates')}: {classWords[code][lang]}
        </a>
      </p>
      {post ? (
        <AreaField
          name="areaId"
          label={t('area')}
          initial={{ id: post.areaId, label: post.areaName, note: '' }}
          onChange={(chosen) => setArea(chosen?.id)}
        />
      ) : null}
      <label className="f">
        <span>{t('file')}</span>
        <input type="file" name="file" accept=".xlsx,.csv,.zip" aria-invalid={wrong ? true : undefined} />
        <span className="s q">{wrong ?? t('fileHelp')}</span>
      </label>
      <div className="acts">
        <Button type="submit" look="primary" busy={busy} busyLabel={t('sending')}>
          {t('send')}
        </Button>
        <Button onPress={() => onDone()}>{t('close')}</Button>
      </div>
    </form>
  )
}
