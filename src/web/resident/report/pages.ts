// From a scanned code to a sent matter: ask what, ask who, send. Each step works without script and keeps what was typed.
import type { StagedFile } from '#kernel/files/files.ts'
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { matter } from '#modules/matter/contract.ts'
import { type Mistakes, one } from '../fields.ts'
import { type Reader, readerOf } from '../frame.ts'
import { serviceNamed } from '../order/menu.ts'
import { type Here, hereOf, unknownCode } from '../place/here.ts'
import { languageCookie, lettersCookie } from '../switches.ts'
import { type Draft, emptyDraft, readDraft, toldWords, whatMistakes, whoMistakes } from './draft.ts'
import { waitStep } from './wait.ts'
import { whatStep } from './what.ts'
import { whoStep } from './who.ts'

export const whatPage: Page = {
  method: 'GET',
  path: '/q/:code/report',
  answer: async (request) => {
    const here = await hereOf(request)
    if (!here) return unknownCode(request)
    // A service of the menu: what it is is settled; a code that is none is a report like any other.
    const kind = await serviceNamed(request, here.code, request.query.get('service'))
    return whatStep(request, readerOf(request), here, kind ? { ...emptyDraft, order: true, kind } : emptyDraft)
  },
}

/** Takes step 2 to step 3, step 3 back to step 2, and either one anew in larger letters or the other language. */
export const whoPage: Page = {
  method: 'POST',
  path: '/q/:code/report',
  answer: async (request) => {
    const here = await hereOf(request)
    if (!here) return unknownCode(request)
    const { fields } = request
    const { reader, cookies } = switched(request)
    const { draft, mistakes } = await readDraft(request)
    const onlySwitched = cookies.length > 0
    const onStep3 = one(fields, 'step') === '3'
    if (fields.has('edit')) return { ...(await whatStep(request, reader, here, draft, mistakes)), cookies }
    if (onlySwitched && !onStep3) return { ...(await whatStep(request, reader, here, draft)), cookies }
    const wrong: Mistakes = { ...mistakes, ...whatMistakes(draft, request) }
    if (Object.keys(wrong).length > 0) return { ...(await whatStep(request, reader, here, draft, wrong)), cookies }
    return { ...(await whoStep(request, reader, here, draft, { key: keyOf(request) })), cookies }
  },
}

export const sendPage: Page = {
  method: 'POST',
  path: '/q/:code/send',
  answer: async (request) => {
    const here = await hereOf(request)
    if (!here) return unknownCode(request)
    const reader = { ...readerOf(request), here: `/q/${here.code}/report` }
    const { draft, mistakes } = await readDraft(request)
    const wrong: Mistakes = { ...mistakes, ...whatMistakes(draft, request) }
    if (Object.keys(wrong).length > 0) return whatStep(request, reader, here, draft, wrong)
    const key = keyOf(request)
    const who = whoMistakes(draft, request)
    if (Object.keys(who).length > 0) return whoStep(request, reader, here, draft, { key, mistakes: who })
    try {
      return await send(request, here, draft, key)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.entry === doorProblems.proofNeeded)
        return waitStep(request, reader, here, draft, { key, problem: error })
      return whoStep(request, reader, here, draft, {
        key,
        mistakes: { send: error.body(request.lang).message },
        refused: error.status,
      })
    }
  },
}

async function send(request: PageRequest, here: Here, draft: Draft, key: string): Promise<PageAnswer> {
  const { shots, voices, spot, name, phone, kind, sameAs } = draft
  const uploads = new Map<string, StagedFile>([...shots, ...voices].map(({ file }) => [file.id, file]))
  const ids = (of: Draft['shots']) => of.map(({ file }) => file.id)
  const given = {
    ...{ ...(name && { name }), ...(phone && { phone }), ...(kind && { kind }), ...pointOf(draft) },
    ...(matter.report.input.shape.sameAs.safeParse(sameAs || undefined).data && { sameAs: sameAs! }),
  }
  const sent = await request.ask(
    matter.report,
    { code: here.code, words: toldWords(draft), spot, ...given, photos: ids(shots), voices: ids(voices) },
    { key, uploads, pass: one(request.fields, 'pass') || undefined },
  )
  return { to: sent.receipt ? `/r/${sent.receipt}?sent=1` : sent.page }
}

/** A position outside the country, or none, is no reason to stop somebody: the code says where it is. */
function pointOf({ lon, lat }: Draft): { lon?: number; lat?: number } {
  const { shape } = matter.report.input
  const at = { lon: shape.lon.safeParse(lon || undefined).data, lat: shape.lat.safeParse(lat || undefined).data }
  return at.lon !== undefined && at.lat !== undefined ? { lon: at.lon, lat: at.lat } : {}
}

const KEY = /^[\w-]{8,80}$/

/** Kept while the same step is shown again, so that pressing twice sends once. */
function keyOf(request: PageRequest): string {
  const key = one(request.fields, 'key')
  return one(request.fields, 'step') === '3' && KEY.test(key) ? key : request.newKey()
}

/** The switches of the frame send the form along; the page answers itself in the new way and remembers it. */
function switched(request: PageRequest): { reader: Reader; cookies: string[] } {
  const letters = one(request.fields, 'letters')
  const language = one(request.fields, 'language')
  const big = letters ? letters === 'big' : request.big
  const lang = language === 'zh' || language === 'en' ? language : request.lang
  const cookies = [...(letters ? [lettersCookie(big)] : []), ...(language ? [languageCookie(lang)] : [])]
  return { reader: { ...readerOf(request), big, lang }, cookies }
}
