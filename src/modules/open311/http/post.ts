// POST requests: the form of another system, checked, its photos drawn anew, sent in as one matter.
import { SHANGHAI_MS } from '#kernel/clock.ts'
import type { StagedFile } from '#kernel/files/files.ts'
import { photoProblems } from '#kernel/files/photos.ts'
import type { OutsideRequest } from '#kernel/http/outside.ts'
import type { SentFile } from '#kernel/http/request.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { open311 } from '../contract.ts'
import { noticeOf, open311Problems } from '../words.ts'
import type { Answer } from './answer.ts'
import { namedDistrict } from './jurisdiction.ts'
import { attributes, decimal, formOf, one, type Params, wrongValue } from './params.ts'

const MOST_PHOTOS = 9
const LONGEST_KEY = 100
/** Version 2.1 says `media`, clients of version 2 send `media_url` or `photo`, one or several. */
const PHOTO_FIELD = /^(media|media_url|photos?|images?|files?)\d*(\[\d*\])?$/i

/** The district of the key, before a photo is drawn or anything else is looked at. */
async function keyOf(asked: OutsideRequest, params: Params): Promise<{ key: string; district: string }> {
  const key = one(params, 'api_key')
  if (!key || key.length > LONGEST_KEY) throw new Problem(open311Problems.noKey)
  const { district } = await asked.ask(open311.holder, { key }).catch((error: unknown) => {
    if (error instanceof Problem && error.entry === doorProblems.missing) throw new Problem(open311Problems.noKey)
    throw error
  })
  const named = await namedDistrict(asked, params)
  if (named && named !== district)
    throw new Problem(open311Problems.otherDistrict, { id: one(params, 'jurisdiction_id') })
  return { key, district }
}

/** A family name goes first where it is written so. */
function nameOf(params: Params): { name?: string } {
  const [first, last] = [one(params, 'first_name'), one(params, 'last_name')]
  if (!first && !last) return {}
  const chinese = /\p{Script=Han}/u.test(`${first ?? ''}${last ?? ''}`)
  const name = chinese ? `${last ?? ''}${first ?? ''}` : [first, last].filter(Boolean).join(' ')
  return { name: name.slice(0, 40) }
}

function positionOf(params: Params): { lon?: number; lat?: number } {
  const [lat, lon] = [decimal(params, 'lat', 'latitude'), decimal(params, 'long', 'lng', 'lon', 'longitude')]
  if (lat === undefined && lon === undefined) return {}
  if (lat === undefined || lon === undefined) throw new Problem(open311Problems.noPlace)
  return { lat, lon }
}

/** Text as a form carries it: a tab is a blank to whoever reads it. */
const text = (params: Params, name: string, most: number): string | undefined => {
  const given = one(params, name)?.replaceAll('\t', ' ')
  if (given !== undefined && (given.length < 2 || given.length > most))
    throw new Problem(open311Problems.tooLong, { field: name, limit: `2–${most}` })
  return given
}

/** E-mail, device and account are not among them: nobody here writes to the one or follows the others. */
function sentIn(params: Params) {
  const code = one(params, 'service_code')
  if (code === undefined) throw new Problem(open311Problems.noServiceGiven)
  const [words, address] = [text(params, 'description', 4000), text(params, 'address_string', 200)]
  const [addressId, phone] = [one(params, 'address_id'), one(params, 'phone')]
  const media = [...(params.get('media_url') ?? []), ...(params.get('media_url[]') ?? [])].map((url) => url.trim())
  return {
    ...{ code: code.slice(0, 40), attributes: attributes(params), ...positionOf(params), ...nameOf(params) },
    ...(words ? { words } : {}),
    ...(address ? { address: address.replace(/\s+/g, ' ') } : {}),
    ...(addressId ? { addressId: addressId.slice(0, 60) } : {}),
    ...(phone ? { phone: phone.slice(0, 40) } : {}),
    ...(media.length ? { media } : {}),
  }
}

async function stage(asked: OutsideRequest, files: readonly SentFile[]): Promise<Map<string, StagedFile>> {
  const strange = files.find(({ field }) => !PHOTO_FIELD.test(field))
  if (strange) throw wrongValue(strange.field, strange.name)
  if (files.length > MOST_PHOTOS) throw new Problem(photoProblems.tooMany, { limit: MOST_PHOTOS })
  const staged = new Map<string, StagedFile>()
  for (const file of files) {
    const one = await asked.stagePhoto(file)
    staged.set(one.id, one)
  }
  return staged
}

/** `11-22 13:30`, the wall time in Shanghai. */
const wallTime = (at: string) =>
  new Date(new Date(at).getTime() + SHANGHAI_MS).toISOString().slice(5, 16).replace('T', ' ')

export async function postRequest(asked: OutsideRequest): Promise<Answer> {
  const { params, files } = await formOf(asked)
  const { key } = await keyOf(asked, params)
  const sent = sentIn(params)
  const uploads = await stage(asked, files)
  const again = asked.request.headers.get('idempotency-key')
  const answer = await asked.ask(
    open311.send,
    { key, ...sent, photos: [...uploads.keys()] },
    { key: again ?? asked.newKey(), uploads },
  )
  const notice = noticeOf(answer, wallTime(answer.takenBy), asked.lang)
  return {
    root: 'service_requests',
    value: [{ service_request_id: answer.no, service_notice: notice, account_id: null }],
  }
}
