// What was found, on a page with an address; a whole number never stands in an address.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { useSettled } from '../frame/use-settled.ts'
import { useTitle } from '../frame/use-title.ts'
import { type Group, useFound, useNumber } from './find-hits.ts'
import { findWords } from './words.ts'
import './find.css'

function Section({ group, words }: { readonly group: Group; readonly words: string }) {
  const t = useWords(findWords)
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="l">
        {group.title}
      </h2>
      <ul className="hits">
        {group.hits.map(({ key, title, sub, href }) => (
          <li key={key}>
            <a href={href}>{title}</a>
            {sub ? <span className="s q">{sub}</span> : null}
          </li>
        ))}
      </ul>
      {group.more && group.key === 'matters' ? (
        <p className="s">
          <a href={`/desk?find=${encodeURIComponent(words)}`}>{t('moreMatters')}</a>
        </p>
      ) : null}
      {group.more && group.key !== 'matters' ? <p className="s q">{t('more')}</p> : null}
    </section>
  )
}

function ByNumber({ words }: { readonly words: string }) {
  const t = useWords(findWords)
  const { may, look, looked } = useNumber(words)
  if (!may) return <p className="q">{t('mayNot')}</p>
  return (
    <>
      <p className="q">{t('byNumberHelp')}</p>
      <Button look="primary" onPress={look}>
        {t('byNumber')}
      </Button>
      <ProblemNote problem={looked?.problem ?? null} />
      {looked?.group ? (
        <div role="status">
          {looked.group.hits.length ? <Section group={looked.group} words={words} /> : <p>{t('noBody')}</p>}
          <p className="s q">{t('left', { left: looked.left })}</p>
        </div>
      ) : null}
    </>
  )
}

function Words({ words }: { readonly words: string }) {
  const t = useWords(findWords)
  const { groups, enough, whole, names, problem, asking } = useFound(words)
  if (whole) return <ByNumber words={words} />
  if (!enough) return <p className="q">{t('start')}</p>
  return (
    <div aria-busy={asking}>
      <ProblemNote problem={problem} />
      {groups.map((group) => (
        <Section key={group.key} group={group} words={words} />
      ))}
      {groups.length === 0 && asking ? <SkeletonList rows={4} /> : null}
      {groups.length === 0 && !asking && !problem ? <p>{t('none', { words })}</p> : null}
      {names || asking ? null : <p className="s q">{t('noNames')}</p>}
    </div>
  )
}

export function FindPage() {
  const t = useWords(findWords)
  const id = useId()
  const navigate = useNavigate()
  const { q = '' } = useSearch({ strict: false })
  const [typed, setTyped] = useState(q)
  const words = useSettled(typed.trim())
  useTitle(t('title'))
  const change = (value: string) => {
    setTyped(value)
    // Figures may be somebody's number, which has no place in an address or a history.
    const plain = /\d{7,}/.test(value.normalize('NFKC').replace(/[\s-]/g, '')) ? '' : value.trim()
    void navigate({ to: '/desk/find', search: plain ? { q: plain } : {}, replace: true })
  }
  return (
    <main className="wide find-page">
      <article className="sheet">
        <h1>{t('title')}</h1>
        <div className="f">
          <label htmlFor={id}>{t('go')}</label>
          <span className="help">{t('help')}</span>
          <input
            id={id}
            value={typed}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => change(event.target.value)}
          />
        </div>
        <Words words={words} />
      </article>
    </main>
  )
}
