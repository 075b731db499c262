// What somebody has typed so far. Each step carries all of it in hidden fields, so nothing is lost and nothing is stored.
import type { StagedFile } from '#kernel/files.ts'
import type { PageRequest } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import { matter } from '#modules/matter/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { type Mistakes, one } from '../fields.ts'
import { reportWords as w } from './words.ts'

/** A photo that is on our disk but belongs to nothing yet; the ticket is proof that this reader sent it. */
export type Shot = { readonly ticket: string; readonly file: StagedFile }

export type Draft = {
  readonly words: string
  readonly spot: string
  readonly name: string
  readonly phone: string
  /** Chosen by the reader; empty for “not sure”, undefined before he was asked. */
  readonly kind: string | undefined
  readonly lon: string
  readonly lat: string
  readonly shots: readonly Shot[]
}

export const MOST_PHOTOS = 9

export const emptyDraft: Draft = {
  words: '',
  spot: '',
  name: '',
  phone: '',
  kind: undefined,
  lon: '',
  lat: '',
  shots: [],
}

/** The sent fields as a draft, new photos staged; what is wrong with photos stands beside. */
export async function readDraft(request: PageRequest): Promise<{ draft: Draft; mistakes: Mistakes }> {
  const { fields } = request
  const tickets = [...new Set(fields.get('ticket') ?? [])].slice(0, MOST_PHOTOS)
  const dropped = new Set(fields.get('drop') ?? [])
  const kept = tickets
    .filter((_, at) => !dropped.has(String(at)))
    .flatMap((ticket) => {
      const file = request.redeem(ticket)
      return file ? [{ ticket, file }] : []
    })
  const gone = tickets.some((ticket) => !request.redeem(ticket))
  const { shots, refused } = await stage(request, kept)
  const draft: Draft = {
    words: one(fields, 'words').replace(/\r\n?/g, '\n'),
    spot: one(fields, 'spot').trim(),
    name: one(fields, 'name').trim(),
    phone: plainPhone(one(fields, 'phone')),
    kind: fields.get('kind')?.[0],
    lon: one(fields, 'lon'),
    lat: one(fields, 'lat'),
    shots,
  }
  const wrong = [gone ? w.photosGone[request.lang] : undefined, ...refused].filter((text) => text !== undefined)
  return { draft, mistakes: wrong.length > 0 ? { photos: wrong.join(' ') } : {} }
}

/** One bad photo does not cost the good ones. */
async function stage(request: PageRequest, kept: readonly Shot[]): Promise<{ shots: Shot[]; refused: string[] }> {
  const shots = [...kept]
  const refused: string[] = []
  // One more than there is room for, so that the page can say so; whoever sends hundreds is not served hundreds.
  for (const sent of request.files.filter((file) => file.field === 'photos').slice(0, MOST_PHOTOS + 1)) {
    if (shots.length >= MOST_PHOTOS) {
      refused.push(w.full[request.lang])
      break
    }
    try {
      const file = await request.stagePhoto(sent)
      shots.push({ file, ticket: request.ticket(file) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push(error.body(request.lang).message)
    }
  }
  return { shots, refused }
}

/** As people type numbers: blanks, full-width digits, +86, dashes in a mobile number. */
export function plainPhone(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/^\+?86-?(?=1)/, '')
  return /^1[\d-]+$/.test(plain) ? plain.replaceAll('-', '') : plain
}

const shape = matter.report.input.shape

export function whatMistakes({ words, spot }: Draft, request: PageRequest): Mistakes {
  const { lang } = request
  return {
    ...(!shape.words.safeParse(words).success && {
      words: (words.trim().length > 2000 ? w.wordsLong : w.wordsShort)[lang],
    }),
    ...(!shape.spot.safeParse(spot).success && { spot: w.spotWrong[lang] }),
  }
}

export function whoMistakes({ name, phone }: Draft, request: PageRequest): Mistakes {
  const { lang } = request
  return {
    ...(phone && !shape.phone.safeParse(phone).success && { phone: w.phoneWrong[lang] }),
    ...(name && !shape.name.safeParse(name).success && { name: w.nameWrong[lang] }),
  }
}

type HiddenField = 'words' | 'spot' | 'name' | 'phone' | 'kind' | 'lon' | 'lat'

/** Fields that this step does not ask for travel hidden; empty ones need not travel. */
export const hidden = (draft: Draft, names: readonly HiddenField[]): Markup =>
  html`${names.map((name) => draft[name] !== undefined && draft[name] !== '' && html`<input type="hidden" name="${name}" value="${draft[name]}">`)}`

/** The small picture inside the page itself: staged photos have no address of their own. */
export async function pictureOf(request: PageRequest, shot: Shot): Promise<string | undefined> {
  const bytes = await request.smallPhoto(shot.file)
  return bytes && `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`
}
