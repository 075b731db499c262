// Counts of an area and a period, and the form they are sent in.
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { writeXlsx } from '#kernel/sheets/write.ts'
import { say } from '#kernel/words.ts'
import { areaById } from '#modules/area/index.ts'
import { mattersCounted } from '#modules/matter/index.ts'
import { filesCounted, filesOfMatters, kindsOf } from '#modules/mediation/index.ts'
import { study } from '../contract.ts'
import { formRows, preventionRows } from '../form.ts'
import { formWords } from '../form-words.ts'
import { counts, countsInFull, type Reach, reachOf } from '../rights.ts'
import { areasBelow, preventedIn, sweptIn } from '../store.ts'
import { groups, signs } from '../told.ts'
import { total } from '../total.ts'
import { PREVENTED } from '../words.ts'

type Asked = { readonly areaId?: string | undefined; readonly from: string; readonly to: string }
/** Two seasons of a year each, and the weeks around them. */
const SIGN_DAYS = 800
/** Of the kinds of matters, those that people have with each other (family 02, their code’s first two signs). */
const BETWEEN_PEOPLE = '02'
const DAY_MS = 86_400_000

/** The area asked for, or that of the reader's own post; and of it the part that he may count. */
async function whereOf(tx: Tx, actor: Actor, areaId: string | undefined) {
  const named = areaId ? await areaById(tx, actor.tenant, areaId) : undefined
  if (areaId && !named) throw new Problem(doorProblems.missing)
  const reach = reachOf(actor, named)
  const own = actor.posts.find((post) => reach.spans.some(({ pos }) => pos === post.pos))
  const area = named ?? (await areaById(tx, actor.tenant, own!.areaId))
  return { area: area!, reach }
}

/** A day to come holds nothing; who is told joined figures is told whole years, which nothing can be subtracted from. */
function daysOf({ from, to }: Asked, { joined }: Reach, today: string) {
  if (!joined) return { from, to: to < today ? to : today }
  const year = (to < today ? to : today).slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** Matters between people that did not become a file: each is told once. */
async function mattersAlone(tx: Tx, tenant: string, { spans }: Reach, from: string, to: string) {
  const [matters, filed] = await Promise.all([
    mattersCounted(tx, tenant, spans, BETWEEN_PEOPLE, from, to),
    filesOfMatters(tx, tenant, spans, from),
  ])
  const known = new Set(filed)
  return matters.filter(({ id }) => !known.has(id))
}

/** What was swept and what did not come to it: counts that areas entered, told to who reads the areas. */
async function preventionOf(tx: Tx, tenant: string, reach: Reach, days: { from: string; to: string }) {
  if (reach.joined) return { swept: null, prevented: [] }
  const [swept, entered] = await Promise.all([
    sweptIn(tx, tenant, reach.spans, days.from, days.to),
    preventedIn(tx, tenant, reach.spans, days.from.slice(0, 7), days.to.slice(0, 7)),
  ])
  const of = (kind: string) => entered.find((one) => one.kind === kind)
  const prevented = PREVENTED.map((kind) => ({ kind, cases: of(kind)?.cases ?? 0, people: of(kind)?.people ?? 0 }))
  return { swept: swept!, prevented }
}

export const figures = operation(study.figures, {
  permit: [counts],
  async run({ input, tx, actor, now }) {
    const { tenant } = actor
    const { area, reach } = await whereOf(tx, actor, input.areaId)
    const today = localDay(now)
    const days = daysOf(input, reach, today)
    const long = localDay(new Date(now.getTime() - SIGN_DAYS * DAY_MS))
    const [files, kinds, areas, recent, matters, prevention] = await Promise.all([
      filesCounted(tx, tenant, reach.spans, days.from, days.to),
      kindsOf(tx, tenant),
      areasBelow(tx, tenant, area.id),
      reach.joined ? [] : filesCounted(tx, tenant, reach.spans, long, today),
      reach.joined ? [] : mattersAlone(tx, tenant, reach, long, today),
      preventionOf(tx, tenant, reach, days),
    ])
    const about = { kinds, areas, joined: reach.joined, today }
    return {
      ...{ ...days, areaName: area.name, areaNameEn: area.name_en, joined: reach.joined },
      total: total(files, today, reach.joined),
      ...groups(files, about),
      signs: signs(recent, matters, about),
      ...prevention,
    }
  },
})

export const form = operation(study.form, {
  permit: [countsInFull],
  async run({ input, tx, actor, now }) {
    const { area, reach } = await whereOf(tx, actor, input.areaId)
    const today = localDay(now)
    const days = daysOf(input, reach, today)
    const [files, kinds, swept, prevented] = await Promise.all([
      filesCounted(tx, actor.tenant, reach.spans, days.from, days.to),
      kindsOf(tx, actor.tenant),
      sweptIn(tx, actor.tenant, reach.spans, days.from, days.to),
      preventedIn(tx, actor.tenant, reach.spans, days.from.slice(0, 7), days.to.slice(0, 7)),
    ])
    const lang = input.lang ?? actor.lang
    const name = lang === 'en' && area.name_en ? area.name_en : area.name
    const note = say(formWords.note, lang)
      .replace('{area}', name)
      .replace('{from}', days.from)
      .replace('{to}', days.to)
      .replace('{day}', today)
    const out = new PassThrough()
    const sheets = [...formRows(files, { kinds, lang, cutOff: today }), preventionRows(swept!, prevented, lang)]
    const [bytes] = await Promise.all([
      buffer(out),
      writeXlsx(
        out,
        sheets.map((sheet) => ({ ...sheet, note, widths: [28, ...Array.from({ length: 24 }, () => 9)] })),
      ),
    ])
    const file = `${say(formWords.file, lang)}-${days.from}-${days.to}.xlsx`
    return { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: file, bytes }
  },
})
