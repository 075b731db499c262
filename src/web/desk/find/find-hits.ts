// What a few typed words find: people, homes, places, organisations and matters that the reader may see.
import { useEffect, useState } from 'react'
import { levelWords } from '#modules/area/lifecycle.ts'
import { groupWords, isWholeNumber } from '#modules/finding/words.ts'
import { ask, type Output, useAnswer } from '#web/call.ts'
import { CallProblem } from '#web/call-problem.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import { findWords } from './words.ts'

export type Hit = {
  readonly key: string
  readonly title: string
  readonly sub: string
  readonly href: string
}
export type Group = {
  readonly key: keyof typeof groupWords
  readonly title: string
  readonly hits: readonly Hit[]
  readonly more: boolean
}
type Found = Output<'finding.find'>
type Person = Found['people'][number]

/** One character finds half a subdistrict. */
export const ENOUGH = 2
const SEPARATOR = ' · '
const joined = (...parts: (string | number | null)[]): string => parts.filter(Boolean).join(SEPARATOR)

function useTexts() {
  const lang = useLang()
  const t = useWords(findWords)
  const person = ({ id, name, phone, birthYear, address }: Person): Hit => ({
    key: id,
    title: name,
    sub: joined(phone, birthYear && t('born', { year: birthYear }), address),
    href: `/desk/register/${id}`,
  })
  const groups = (found: Found): Group[] => {
    const hits: Record<Group['key'], Hit[]> = {
      people: found.people.map(person),
      homes: found.homes.map(({ id, address }) => ({
        ...{ key: id, title: address, sub: '', href: `/desk/homes/${id}` },
      })),
      areas: found.areas.map(({ id, name, nameEn, level, path }) => ({
        ...{ key: id, title: pick(name, nameEn, lang), href: `/desk?area=${id}&view=open` },
        sub: joined(level in levelWords ? levelWords[level as keyof typeof levelWords][lang] : '', path),
      })),
      organisations: found.organisations.map(({ id, name, code, address }) => ({
        ...{ key: id, title: name, sub: joined(code, address), href: `/desk/organisations/${id}` },
      })),
      matters: found.matters.map(({ id, title, no, address }) => ({
        ...{ key: id, title, sub: joined(no, address), href: `/desk/matters/${id}` },
      })),
    }
    return (Object.keys(groupWords) as Group['key'][])
      .map((key) => ({ key, title: groupWords[key][lang], hits: hits[key], more: found.more.includes(key) }))
      .filter((group) => group.hits.length > 0)
  }
  return { groups, person, peopleTitle: groupWords.people[lang] }
}

/** By words, as they are typed. */
export function useFound(words: string) {
  const { groups } = useTexts()
  const enough = words.length >= ENOUGH
  const whole = isWholeNumber(words)
  const answer = useAnswer('finding.find', { words }, { enabled: enough && !whole, keep: true, staleMs: 60_000 })
  const found = enough && !whole ? answer.data : undefined
  return {
    ...{ enough, whole, groups: found ? groups(found) : [] },
    names: found?.names ?? true,
    problem: answer.error,
    asking: answer.isFetching,
  }
}

type Looked = {
  readonly number: string
  readonly group?: Group
  readonly left?: number
  readonly problem?: CallProblem
}

/** By a whole number: only when it is asked for, since each look is written down and counted. */
export function useNumber(words: string) {
  const { person, peopleTitle } = useTexts()
  const may = useMay()('finding.number')
  const [looked, setLooked] = useState<Looked>()
  // What belongs to another number does not stay on the page.
  useEffect(() => setLooked((was) => (was?.number === words ? was : undefined)), [words])
  const look = () =>
    void ask('finding.number', { whole: words })
      .then(({ people, left }) => {
        const group: Group = { key: 'people', title: peopleTitle, hits: people.map(person), more: false }
        setLooked({ number: words, group, left })
      })
      .catch((problem: unknown) => {
        if (problem instanceof CallProblem) setLooked({ number: words, problem })
        else throw problem
      })
  return { may, look, looked: looked?.number === words ? looked : undefined }
}
