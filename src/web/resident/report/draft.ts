// What somebody has typed so far. Each step carries all of it in hidden fields, so nothing is lost and nothing is stored.
import type { StagedFile } from '#kernel/files/files.ts'
import type { PageRequest } from '#kernel/http/page.ts'
import { Problem } from '#kernel/problem.ts'
import { matter } from '#modules/matter/contract.ts'
import { SPOKEN } from '#modules/matter/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { type Mistakes, one } from '../fields.ts'
import { reportWords as w } from './words.ts'

/** A file that is on our disk but belongs to nothing yet; the ticket is proof that this reader sent it. */
export type Shot = { readonly ticket: string; readonly file: StagedFile }

export type Draft = {
  readonly words: string
  readonly spot: string
  readonly name: string
  readonly phone: string
  /** Chosen by the reader; empty for “not sure”, undefined before he was asked. */
  readonly kind: string | undefined
  /** A service was chosen from the menu: `kind` is settled, and `when` says when somebody is at home. */
  readonly order: boolean
  readonly when: string
  /** The open matter that he takes for the same; empty for none, undefined before he was asked. */
  readonly sameAs: string | undefined
  readonly lon: string
  readonly lat: string
  readonly shots: readonly Shot[]
  readonly voices: readonly Shot[]
}

export const MOST_PHOTOS = 9
export const MOST_VOICES = 3

export const emptyDraft: Draft = {
  ...{ words: '', spot: '', name: '', phone: '', kind: undefined, order: false, when: '', sameAs: undefined },
  ...{ lon: '', lat: '', shots: [], voices: [] },
}

/** The words as they are sent: typed, or that they were spoken, and when somebody is at home. */
export const toldWords = ({ words, when, voices }: Draft): string => {
  const said = words.trim() || (voices.length > 0 ? SPOKEN : '')
  return said && when ? `${said}\n在家时间：${when}` : said
}

/** The sent fields as a draft, new files staged; what is wrong with them stands beside. */
export async function readDraft(request: PageRequest): Promise<{ draft: Draft; mistakes: Mistakes }> {
  const { fields, lang } = request
  const photos = await filesOf(request, {
    ...{ field: 'photos', ticket: 'ticket', drop: 'drop', most: MOST_PHOTOS, full: w.full[lang] },
    ...{ gone: w.photosGone[lang], stage: request.stagePhoto },
  })
  const voices = await filesOf(request, {
    ...{ field: 'voices', ticket: 'voice', drop: 'mute', most: MOST_VOICES, full: w.voicesFull[lang] },
    ...{ gone: w.voicesGone[lang], stage: request.stageVoice },
  })
  const draft: Draft = {
    words: one(fields, 'words').replace(/\r\n?/g, '\n'),
    spot: one(fields, 'spot').trim(),
    name: one(fields, 'name').trim(),
    phone: plainPhone(one(fields, 'phone')),
    kind: fields.get('kind')?.[0],
    order: one(fields, 'order') === '1',
    when: one(fields, 'when').trim(),
    sameAs: fields.get('sameAs')?.[0],
    lon: one(fields, 'lon'),
    lat: one(fields, 'lat'),
    shots: photos.kept,
    voices: voices.kept,
  }
  return {
    draft,
    mistakes: {
      ...(photos.wrong && { photos: photos.wrong }),
      ...(voices.wrong && { voices: voices.wrong }),
    },
  }
}

type Sending = {
  /** Of the files themselves, of those sent before, and of the boxes that take one back. */
  readonly field: string
  readonly ticket: string
  readonly drop: string
  readonly most: number
  readonly full: string
  readonly gone: string
  readonly stage: PageRequest['stagePhoto']
}

/** What was sent before and is still there, and what came now. One bad file does not cost the good ones. */
async function filesOf(request: PageRequest, what: Sending): Promise<{ kept: Shot[]; wrong: string }> {
  const tickets = [...new Set(request.fields.get(what.ticket) ?? [])].slice(0, what.most)
  const dropped = new Set(request.fields.get(what.drop) ?? [])
  const known = tickets.map((ticket) => ({ ticket, file: request.redeem(ticket) }))
  const kept = known.flatMap(({ ticket, file }, at) => (file && !dropped.has(String(at)) ? [{ ticket, file }] : []))
  const wrong = known.some(({ file }) => !file) ? [what.gone] : []
  // One more than there is room for, so that the page can say so; whoever sends hundreds is not served hundreds.
  for (const sent of request.files.filter((file) => file.field === what.field).slice(0, what.most + 1)) {
    if (kept.length >= what.most) {
      wrong.push(what.full)
      break
    }
    try {
      const file = await what.stage(sent)
      kept.push({ file, ticket: request.ticket(file) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      wrong.push(error.body(request.lang).message)
    }
  }
  return { kept, wrong: wrong.join(' ') }
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

export function whatMistakes(draft: Draft, request: PageRequest): Mistakes {
  const { lang } = request
  const words = toldWords(draft)
  return {
    ...(!shape.words.safeParse(words).success && {
      words: (words.length > 2000 ? w.wordsLong : w.wordsShort)[lang],
    }),
    ...(!shape.spot.safeParse(draft.spot).success && { spot: w.spotWrong[lang] }),
    ...(!shape.spot.safeParse(draft.when).success && { when: w.whenWrong[lang] }),
  }
}

export function whoMistakes({ name, phone }: Draft, request: PageRequest): Mistakes {
  const { lang } = request
  return {
    ...(phone && !shape.phone.safeParse(phone).success && { phone: w.phoneWrong[lang] }),
    ...(name && !shape.name.safeParse(name).success && { name: w.nameWrong[lang] }),
  }
}

type HiddenField = 'words' | 'spot' | 'name' | 'phone' | 'kind' | 'lon' | 'lat' | 'when' | 'sameAs'

/** Fields that this step does not ask for travel hidden; empty ones need not travel. */
export const hidden = (draft: Draft, names: readonly HiddenField[]): Markup =>
  html`${draft.order && html`<input type="hidden" name="order" value="1">`}${names.map((name) => draft[name] !== undefined && (draft[name] !== '' || name === 'sameAs') && html`<input type="hidden" name="${name}" value="${draft[name]}">`)}`

/** The small picture inside the page itself: staged photos have no address of their own. */
export async function pictureOf(request: PageRequest, shot: Shot): Promise<string | undefined> {
  const bytes = await request.smallPhoto(shot.file)
  return bytes && `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`
}
