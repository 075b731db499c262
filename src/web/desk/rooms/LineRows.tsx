// A list that is written in both languages, a row of fields each: services, tools.
import { useState } from 'react'
import { useWords } from '#web/lang.ts'
import type { Values } from '../parts/Form.tsx'
import { CellField } from './CellField.tsx'
import { roomWords } from './words.ts'

/** `id`: of a tool that is there already; `least`: so many of it are out. */
export type Line = {
  readonly id?: string
  readonly zh: string
  readonly en: string
  readonly total?: number
  readonly least?: number
}
export type Draft = { readonly key: number; readonly line: Line | undefined }

/** Rows as they are being edited; without any line one empty row waits. */
export function useDrafts(lines: readonly Line[]) {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    lines.length > 0 ? lines.map((line, key) => ({ key, line })) : [{ key: 0, line: undefined }],
  )
  const add = () => setDrafts([...drafts, { key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, line: undefined }])
  const drop = (key: number) => setDrafts(drafts.filter((one) => one.key !== key))
  return { drafts, add, drop }
}

/** What the rows say, in their order; rows left empty are none. */
export const linesOf = (name: string, drafts: readonly Draft[], value: Values): Line[] =>
  drafts
    .map(({ line }, at) => ({
      ...(line?.id ? { id: line.id } : {}),
      ...{ zh: value(`${name}.${at}.zh`), en: value(`${name}.${at}.en`) },
      total: Number(value(`${name}.${at}.total`)),
    }))
    .filter(({ zh, en }) => zh !== '' || en !== '')

type LineRowsProps = ReturnType<typeof useDrafts> & {
  /** What the list is called in the command: a refused line is then marked where it stands. */
  readonly name: string
  readonly legend: string
  readonly help: string
  readonly most: readonly [zh: number, en: number]
  readonly counted?: boolean
}

export function LineRows({ name, legend, help, drafts, add, drop, most, counted = false }: LineRowsProps) {
  const t = useWords(roomWords)
  return (
    <fieldset className="f line-rows">
      <legend>{legend}</legend>
      <span className="help">{help}</span>
      {drafts.map(({ key, line }, at) => (
        <div key={key} className={counted ? 'line-row counted' : 'line-row'}>
          <CellField
            name={`${name}.${at}.zh`}
            label={t('inZh', { at: at + 1 })}
            placeholder={t('zhHint')}
            defaultValue={line?.zh}
            required={drafts.length > 1 || line !== undefined}
            maxLength={most[0]}
          />
          <CellField
            name={`${name}.${at}.en`}
            label={t('inEn', { at: at + 1 })}
            placeholder={t('enHint')}
            defaultValue={line?.en}
            required={drafts.length > 1 || line !== undefined}
            maxLength={most[1]}
          />
          {counted ? (
            <CellField
              name={`${name}.${at}.total`}
              label={t('howMany', { at: at + 1 })}
              type="number"
              min={Math.max(1, line?.least ?? 0)}
              max={999}
              required
              defaultValue={line?.total ?? 1}
            />
          ) : null}
          {line?.least ? (
            <span className="s q nw">{t('isOut', { count: line.least })}</span>
          ) : (
            <button type="button" className="tool" onClick={() => drop(key)}>
              {t('takeOut')}
              <span className="vh"> {line?.zh ?? at + 1}</span>
            </button>
          )}
        </div>
      ))}
      <button type="button" className="tool" onClick={add}>
        {t('addRow')}
      </button>
    </fieldset>
  )
}
