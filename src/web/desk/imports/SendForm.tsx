// Choosing a file, what it lists and whose area it is of; it goes up as one stream, however large it is.
import { type FormEvent, useState } from 'react'
import { classWords } from '#modules/register/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { useMe } from '#web/session.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { beginSending } from './sending.ts'
import { CLASSES, importWords } from './words.ts'

type Class = (typeof CLASSES)[number]

export function SendForm({ onDone }: { readonly onDone: (id?: string) => void }) {
  const t = useWords(importWords)
  const lang = useLang()
  const post = useMe().data?.posts[0]
  const [code, setCode] = useState<Class>('registered')
  const [area, setArea] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const areaId = area ?? post?.areaId
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File) || file.size === 0 || !areaId) return setWrong(t('chooseFile'))
    setWrong(undefined)
    void beginSending({ areaId, class: code, name: file.name.slice(0, 120) }, file)
  }
  return (
    <form className="form" noValidate onSubmit={send}>
      <h2>{t('newFile')}</h2>
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
        <a href={`/api/register.template?class=${code}&lang=${lang}`} download>
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
        <Button type="submit" look="primary">
          {t('send')}
        </Button>
        <Button onPress={() => onDone()}>{t('close')}</Button>
      </div>
    </form>
  )
}
