// Another system sends a matter: it is reported like any other, by the way 'system', with routing, clocks and photos.
import type { z } from 'zod'
import { type Actor, systemOnly } from '#kernel/access.ts'
import { Id } from '#kernel/contract.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { areaById, areaNamedIn, areaWithCode } from '#modules/area/index.ts'
import { Phone, reportMatter, type ShownKind } from '#modules/matter/index.ts'
import { placeById } from '#modules/place/index.ts'
import { open311 } from '../contract.ts'
import { enterByKey } from '../enter.ts'
import { type Ask, answersIn, asksOf, SPOT } from '../questions.ts'
import { open311Problems } from '../words.ts'
import { liveKey } from './keys.ts'
import { serviceOf } from './services.ts'

type Sent = z.output<typeof open311.send.input>
type Spot = { readonly areaId?: string; readonly lon?: number; readonly lat?: number; readonly place?: string }

const SPOT_LENGTH = 60

/** An id of ours or an official code. A place is named as one that was scanned is: its own point and its grid. */
async function addressed(tx: Tx, tenant: string, id: string): Promise<Spot> {
  const isId = Id.safeParse(id).success
  const area = isId ? await areaById(tx, tenant, id) : await areaWithCode(tx, tenant, id)
  if (area) return { areaId: area.id }
  const place = isId ? await placeById(tx, tenant, id) : undefined
  if (!place || place.retired_at) throw new Problem(open311Problems.unknownAddress)
  return { place: place.id }
}

/** The position first, then the address by its id, then by its words. */
async function spotOf(tx: Tx, tenant: string, { lon, lat, addressId, address }: Sent): Promise<Spot> {
  if (lon !== undefined && lat !== undefined) return { lon, lat }
  if (addressId) return addressed(tx, tenant, addressId)
  if (!address) throw new Problem(open311Problems.noPlace)
  const area = await areaNamedIn(tx, tenant, address)
  if (area === 'none') throw new Problem(open311Problems.unknownAddress)
  if (area === 'several') throw new Problem(open311Problems.severalAddresses)
  return { areaId: area.id }
}

/** What the desk reads: the sender's words, then what he was asked, then where he says more is to be found. */
function told(sent: Sent, kind: ShownKind, asks: readonly Ask[]): { words: string; spot: string } {
  const attributes = sent.attributes ?? []
  const said = attributes.find(({ code }) => code === SPOT)?.values[0]?.trim() ?? ''
  const address = sent.address ?? ''
  const spot = said || (address.length <= SPOT_LENGTH ? address : '')
  const lines = [
    sent.words ?? kind.zh,
    ...answersIn(attributes, asks),
    ...(address && address !== spot ? [`地址：${address}`] : []),
    ...(sent.photos.length === 0 ? (sent.media ?? []).map((url) => `图片（在别处）：${url}`) : []),
  ]
  return { words: lines.join('\n'), spot }
}

/** With spaces, dashes and the country's code left out, as people and other systems write it. */
const dialled = (phone: string) => phone.replace(/[\s()-]/g, '').replace(/^(\+|00)86/, '')

export const send = operation(open311.send, {
  permit: [systemOnly],
  enter: enterByKey,
  async run(context) {
    const { input, tx, actor, perform } = context
    await liveKey(tx, context)
    const kind = await serviceOf(tx, actor.tenant, input.code)
    const asks = await asksOf(tx, actor.tenant, kind.code)
    const { place, ...where } = await spotOf(tx, actor.tenant, input)
    const phone = input.phone === undefined ? undefined : Phone.safeParse(dialled(input.phone))
    const sender: Actor = place ? { ...actor, place } : actor
    const matter = await perform(
      reportMatter,
      {
        ...told(input, kind, asks),
        ...where,
        kind: kind.code,
        ...(input.name ? { name: input.name } : {}),
        ...(phone?.success ? { phone: phone.data } : {}),
        photos: input.photos,
      },
      sender,
    )
    return {
      no: matter.no,
      takenBy: matter.promisedAt,
      limitMinutes: kind.limit_minutes,
      counting: kind.counting,
      emergency: matter.emergency,
      phoneDropped: phone?.success === false,
    }
  },
})
