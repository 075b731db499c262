// Long form of I3: batches of a fresh street each, the whole list of payloads in every field in turn, all pages, both languages,
// with the content security policy and past it. Needs the built pages (npx vite build).
// node test/long/texts.ts [--batches=20] [--minutes=60]
// The last figures stand in results/texts.json, with how much was really done.
import { openTown } from '../journeys/browser.ts'
import { setClock } from '../street.ts'
import { reflect } from '../texts/forms.ts'
import { allAddresses } from '../texts/pages.ts'
import { payloads } from '../texts/payloads.ts'
import type { Planted } from '../texts/plant.ts'
import { noted, plant, untouched, visitor, walkPages } from '../texts/round.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const argument = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)
const BATCHES = Number(argument('batches') ?? 20)
const MINUTES = Number(argument('minutes') ?? 60)

const since = performance.now()
const isOver = () => performance.now() - since > MINUTES * 60_000

const done = { batches: 0, pages: 0, sent: 0, texts: 0, pairs: new Set<string>(), met: new Set<string>() }
const planted = new Set<string>()
const whole = new Set<string>()
const opened = new Set<string>()
const faults: string[] = []

/** Which payloads a field has met. */
function count(list: Iterable<Planted>): void {
  for (const { field, payloads: met } of list) {
    planted.add(field)
    done.texts++
    for (const { text } of met) {
      done.met.add(text)
      done.pairs.add(`${field} ${text}`)
    }
  }
}

const long = await longStreet()

/** Every `BATCHES`th page of the list, so that after all batches each was open; the policy is off in every second one. */
async function batch(n: number): Promise<void> {
  const street = await long.open()
  try {
    setClock('2026-11-18', '10:00')
    const planting = await plant(street, payloads, Math.floor((n * payloads.length) / BATCHES), n % 5 === 0)
    count(planting.planter.kept.values())
    faults.push(...planting.faults, ...untouched(planting).map((field) => `nothing was put into ${field}`))
    const town = await openTown(street)
    const mine = allAddresses(planting.world).filter((_, at) => at % BATCHES === n)
    const more = { bypassCSP: n % 2 === 1, lang: n % 3 === 2 ? ('en' as const) : ('zh' as const) }
    const walked = await walkPages(town, planting, mine, more)
    const nobody = await visitor(town, planting, { at: '/' }, more)
    const forms = noted()
    done.sent += await reflect(nobody, planting, forms, payloads, { from: n * 31 })
    await town.close().catch((error: unknown) => faults.push(String(error)))
    done.batches++
    done.pages += walked.pages
    for (const { at, role } of mine) opened.add(`${role} ${at.replace(/[0-9a-f-]{36}|[0-9A-Z]{12,}/g, '…')}`)
    for (const mark of walked.whole) whole.add(planting.planter.kept.get(mark)!.field)
    faults.push(...walked.faults, ...forms.faults)
  } finally {
    await street.close()
  }
}

try {
  for (let n = 0; n < BATCHES && !isOver(); n++) await batch(n)
} finally {
  await long.end()
}
const figures = {
  ...{ payloads: payloads.length, asked: BATCHES },
  ...{ batches: done.batches, seconds: Math.round((performance.now() - since) / 1000) },
  ...{ fields: planted.size, texts: done.texts, payloadsPlanted: done.met.size, pairs: done.pairs.size },
  ...{ pagesOpened: done.pages, pagesApart: opened.size, formsAndAddresses: done.sent, fieldsSeenWhole: whole.size },
  ...{ neverSeenWhole: [...planted].filter((field) => !whole.has(field)).sort(), faults: faults.slice(0, 20) },
}
keep('texts', 'trial', faults.length === 0 && done.batches === BATCHES, figures)
