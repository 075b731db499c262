// The lines of a list by pages, of each register its own: only what was asked for is opened, only what lists show is shown.
import type { Keys } from '#kernel/crypto.ts'
import type { Tx } from '#kernel/database.ts'
import type { Lang, Text } from '#kernel/words.ts'
import { TELLS_OF_PEOPLE } from '../contract/exports.ts'
import { type HomeRow, homesWithin } from '../homes/store.ts'
import { toHomes } from '../homes/view.ts'
import { toOrganisation } from '../organisations/contact.ts'
import { type OrganisationRow, organisationsWithin } from '../organisations/store.ts'
import { openField } from '../people/sealed.ts'
import { type PersonRow, peopleWithin, type Span } from '../people/store.ts'
import { toPerson } from '../people/view.ts'
import { type columnWords, homeUseWords, organisationKindWords } from '../words.ts'
import type { ExportRow } from './store.ts'
import { sexWords, yesNo } from './words.ts'

export type Column = keyof typeof columnWords
export type Left = { readonly person: string; readonly house: string }

/** `persons`: how many it says something of; `left`: who stands in it himself. */
export type Page = { readonly lines: string[][]; readonly persons: number; readonly left?: readonly Left[] }

export type Asked = {
  readonly row: ExportRow
  readonly span: Span
  readonly tx: Tx
  readonly keys: Keys
  readonly lang: Lang
}

const PAGE = 1000

export const columnsOf = (row: ExportRow) => row.columns as Column[]

const OPENED = { fullName: 'name', fullPhone: 'phone', birth: 'birth' } as const

const called = (words: Readonly<Record<string, Text>>, code: string, lang: Lang) => words[code]?.[lang] ?? code
const figure = (n: number | null) => (n === null ? '' : String(n))
const yes = (is: boolean | null, lang: Lang) => (is === null ? '' : yesNo[`${is}`][lang])

function personCells(columns: readonly Column[], row: PersonRow, keys: Keys, lang: Lang): string[] {
  const masked = columns.some((column) => !(column in OPENED)) ? toPerson(keys, row) : undefined
  return columns.map((column) => {
    switch (column) {
      case 'fullName':
      case 'fullPhone':
      case 'birth':
        return openField(keys, row, OPENED[column])
      case 'sex':
        return sexWords[row.sex]?.[lang] ?? ''
      case 'livesHere':
        return yes(row.lives_here, lang)
      case 'birthYear':
        return figure(row.birth_year)
      case 'name':
      case 'phone':
      case 'relation':
      case 'address':
      case 'source':
      case 'asOf':
        return masked![column]
      default:
        return ''
    }
  })
}

type Home = Awaited<ReturnType<typeof toHomes>>[number]

function homeCells(columns: readonly Column[], home: Home, lang: Lang): string[] {
  return columns.map((column) => {
    switch (column) {
      case 'address':
      case 'source':
      case 'asOf':
        return home[column]
      case 'use':
        return called(homeUseWords, home.use, lang)
      case 'floorArea':
        return figure(home.floorArea)
      case 'let':
        return yes(home.let, lang)
      case 'people':
        return figure(home.people)
      default:
        return ''
    }
  })
}

function organisationCells(columns: readonly Column[], row: OrganisationRow, keys: Keys, lang: Lang): string[] {
  const one = toOrganisation(keys, row)
  return columns.map((column) => {
    switch (column) {
      case 'called':
        return one.name
      case 'code':
        return one.code ?? ''
      case 'kind':
        return called(organisationKindWords, one.kind, lang)
      case 'address':
      case 'source':
      case 'asOf':
      case 'contactName':
      case 'contactPhone':
        return one[column]
      default:
        return ''
    }
  })
}

async function* peoplePages(asked: Asked, of: 'registered' | 'floating'): AsyncGenerator<Page> {
  const { row, span, tx, keys, lang } = asked
  let after: { pos: number; id: string } | undefined
  for (;;) {
    const page = await peopleWithin(tx, row.tenant_id, span, { class: of, state: 'here' }, after, PAGE)
    const left = page.map((one) => ({ person: one.id, house: one.household_id ?? one.home_id ?? one.id }))
    const lines = page.map((one) => personCells(columnsOf(row), one, keys, lang))
    yield { lines, persons: lines.length, left }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = { pos: last.area_pos, id: last.id }
  }
}

async function* homePages({ row, span, tx, lang }: Asked, tells: boolean): AsyncGenerator<Page> {
  let after: HomeRow | undefined
  for (;;) {
    const page = await homesWithin(tx, row.tenant_id, span, after, PAGE)
    const homes = await toHomes(tx, row.tenant_id, page)
    const persons = tells ? homes.reduce((sum, home) => sum + home.people, 0) : 0
    yield { lines: homes.map((home) => homeCells(columnsOf(row), home, lang)), persons }
    after = page.at(-1)
    if (!after || page.length < PAGE) return
  }
}

type Body = OrganisationRow['class']

async function* organisationPages(
  { row, span, tx, keys, lang }: Asked,
  of: Body,
  tells: boolean,
): AsyncGenerator<Page> {
  let after: OrganisationRow | undefined
  for (;;) {
    const page = await organisationsWithin(tx, row.tenant_id, span, of, after, PAGE)
    const named = page.filter((one) => one.contact_name !== null || one.contact_phone !== null)
    const lines = page.map((one) => organisationCells(columnsOf(row), one, keys, lang))
    yield { lines, persons: tells ? named.length : 0 }
    after = page.at(-1)
    if (!after || page.length < PAGE) return
  }
}

export function pagesOf(asked: Asked): AsyncGenerator<Page> {
  const { class: of } = asked.row
  const tells = columnsOf(asked.row).some((column) => TELLS_OF_PEOPLE.includes(column))
  if (of === 'registered' || of === 'floating') return peoplePages(asked, of)
  return of === 'home' ? homePages(asked, tells) : organisationPages(asked, of, tells)
}
