// What a scanned code stands for, or that it stands for nothing.
import type { OutputOf } from '#kernel/contract.ts'
import type { PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { Problem } from '#kernel/problem.ts'
import type { Lang } from '#kernel/words.ts'
import { place } from '#modules/place/contract.ts'
import { html } from '#web/parts/html.ts'
import { emergencyNumbers } from '../calls.ts'
import { codeForm } from '../codes.ts'
import { frame, readerOf } from '../frame.ts'
import { named, teller } from '../tell.ts'
import { placeWords as w } from './words.ts'

export type Here = OutputOf<typeof place.here>

/** A code that is too short, unknown or replaced all look the same. */
export async function hereOf(request: PageRequest): Promise<Here | undefined> {
  try {
    return await request.ask(place.here, { code: request.params.code ?? '' })
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 400)) return undefined
    throw error
  }
}

/** Without its name a grid is just “网格”. */
export function gridName(here: Here, lang: Lang): string {
  const grid = here.path.find((area) => area.level === 'grid')
  return grid ? named(grid, lang) : lang === 'zh' ? '网格' : 'the grid'
}

export function unknownCode(request: PageRequest): PageAnswer {
  const reader = readerOf(request)
  const tell = teller(reader.lang)
  const main = html`<div class="lead"><h1>${tell(w.unknownTitle)}</h1><p>${tell(w.unknown)}</p></div>
    ${codeForm(tell, request.params.code)}${emergencyNumbers(tell)}`
  return { html: frame(reader, { title: w.unknownTitle[reader.lang], main }), status: 404 }
}
