// Tells the stories of the matrix's matters by the people of their grid, with canaries in everything personal.
import sharp from 'sharp'
import { matter } from '#modules/matter/contract.ts'
import { webm } from '#test/recordings.ts'
import type { Street } from '#test/street.ts'
import { type Canaries, EXIF_CANARY, type Nest } from './canaries.ts'
import { STATES, type State } from './expected/roles.ts'
import type { SpotName } from './relations.ts'

export type MatterThere = {
  readonly id: string
  readonly receipt: string
  readonly photo: string
  readonly voice: string
}
/** Kind 0305: noise of building sites and shops, finished with words and without a photo. */
export const KIND = '0305'
/** States beside the straight way from the report to its rating. */
const ASIDE: readonly State[] = ['withdrawn', 'dispatched', 'declined', 'merged', 'paused']
const WORKER = 'zhouxiaolan'
const DESK = 'chenjing'

/** No two are alike, since each is as wide as its number. */
const pictureOf = (number: number): Promise<Buffer> =>
  sharp({ create: { width: 32 + number, height: 24, channels: 3, background: '#6a5' } })
    .withExif({ IFD0: { Artist: EXIF_CANARY, Copyright: EXIF_CANARY } })
    .jpeg()
    .toBuffer()

/** A printed code for each spot, by the name of its place. */
export const BOARDS: Record<SpotName, string> = {
  'grid 12': '第12网格公告栏',
  'building 3': '清荷苑3号楼',
  'grid 13': '第13网格公告栏',
  Tinglan: '汀兰苑1号楼',
  Yunhu: '云湖里1号楼',
}

class Teller {
  readonly street: Street
  readonly canaries: Canaries
  readonly nests = new Map<string, Nest>()
  readonly agency: string
  pictures = 0
  /** An open matter of the same grid, into which another is merged. */
  other = ''

  constructor(street: Street, canaries: Canaries, agency: string) {
    this.street = street
    this.canaries = canaries
    this.agency = agency
  }

  async photo(nest: Nest) {
    const { files } = this.street.house
    const staged = await files.stagePhoto(await pictureOf(++this.pictures), 'a.jpg')
    for (const size of ['full', 'small'] as const) this.canaries.photo((await files.read(staged.id, size))!, nest)
    return staged
  }

  async voice(nest: Nest) {
    const { files } = this.street.house
    const staged = await files.stageVoice(webm({ seconds: 1 + this.pictures }), 'a.webm')
    this.canaries.voice((await files.read(staged.id, 'full'))!, nest)
    return staged
  }

  /** A matter reported in front of a printed code, by somebody who leaves name and number. */
  async report(spot: SpotName): Promise<MatterThere> {
    const { street, canaries } = this
    const nest: Nest = { subject: '', spot, district: spot === 'Yunhu' ? '990201' : '990101' }
    const photo = await this.photo(nest)
    const voice = await this.voice(nest)
    const words = `商铺外放音响${canaries.text('title', nest)}。晚上十点还在响${canaries.text('words', nest)}`
    const sent = await street.stranger.do(
      matter.report,
      {
        code: await street.codeOf(BOARDS[spot]),
        kind: KIND,
        words,
        spot: `东侧${canaries.text('spot', nest)}`,
        name: canaries.name(nest),
        phone: canaries.phone(nest),
        photos: [photo.id],
        voices: [voice.id],
      },
      {
        uploads: new Map([
          [photo.id, photo],
          [voice.id, voice],
        ]),
      },
    )
    nest.subject = sent.id
    canaries.known(sent.receipt!, 'receipt', nest)
    this.nests.set(sent.id, nest)
    return { id: sent.id, receipt: sent.receipt!, photo: photo.id, voice: voice.id }
  }

  /** Its words off the straight way: handed on, put aside, refused, joined, taken back, put away. */
  async aside(state: State, { id, receipt }: MatterThere): Promise<void> {
    const { street, canaries, agency, other } = this
    const nest = this.nests.get(id)!
    const inner = (text: string) => `${text}${canaries.text('inner', nest)}`
    const desk = street.as(DESK)
    const route = 'court'
    if (state === 'withdrawn') await street.stranger.do(matter.withdraw, { receipt, why: inner('不用了') })
    if (state === 'dispatched') await desk.do(matter.dispatch, { id, agencyId: agency, words: inner('请劝说') })
    if (state === 'declined')
      await desk.do(matter.decline, { id, reason: `这是两家之间的事${canaries.text('reply', nest)}`, route })
    if (state === 'merged') await desk.do(matter.merge, { id, into: other, why: inner('同一家店') })
    if (state !== 'paused') return
    await street.as(WORKER).do(matter.take, { id })
    const requestId = await this.asks(id, 'pause', inner('等店主回来'))
    await desk.do(matter.pause, { id, requestId })
  }

  /** The worker asks the desk for a pause or for more time. */
  async asks(id: string, what: 'pause' | 'extend', words: string): Promise<string> {
    const until = '2026-12-18T10:00:00+08:00'
    return (await this.street.as(WORKER).do(matter.ask, { id, what, reason: 'reporter', words, until })).requestId
  }

  /** Tells a matter's story up to a state, by the people of its grid. */
  async upTo(state: State): Promise<MatterThere> {
    const told = await this.report('grid 12')
    const { id, receipt } = told
    const { street, canaries } = this
    const nest = this.nests.get(id)!
    const worker = street.as(WORKER)
    if (state === 'reported') return told
    if (ASIDE.includes(state)) {
      await this.aside(state, told)
      return told
    }
    await worker.do(matter.take, { id })
    if (state === 'handling') return told
    await worker.do(matter.answer, { id, said: `已打电话${canaries.text('inner', nest)}`, via: 'phone' })
    await worker.do(matter.finish, { id, result: 'explained', done: `已劝说${canaries.text('inner', nest)}` })
    if (state === 'finished') return told
    await street.as(DESK).do(matter.verify, { id, reply: `店主答应十点后关音响${canaries.text('reply', nest)}` })
    if (state === 'replied') return told
    await street.stranger.do(matter.rate, { receipt, satisfaction: 5, said: `安静了${canaries.text('inner', nest)}` })
    if (state === 'archived') await street.linli.do(matter.archive, { id })
    return told
  }
}

/** A matter in every state and one more in 第12网格, and one at each other spot; what its worker asked; a line that was heard. */
export async function tellMatters(street: Street, canaries: Canaries, agency: string) {
  const teller = new Teller(street, canaries, agency)
  const matters = {} as Record<State, MatterThere>
  const other = await teller.report('grid 12')
  teller.other = other.id
  for (const state of STATES) matters[state] = await teller.upTo(state)
  for (const spot of ['building 3', 'grid 13', 'Tinglan', 'Yunhu'] as const) await teller.report(spot)
  const { id } = matters.handling
  const inner = (text: string) => `${text}${canaries.text('inner', teller.nests.get(id)!)}`
  const requests = {
    pause: await teller.asks(id, 'pause', inner('等店主回来')),
    extend: await teller.asks(id, 'extend', inner('要多跑几趟')),
  }
  const nest: Nest = { subject: '', spot: 'grid 12', district: '990101' }
  const words = `晚上音响太响${canaries.text('inner', nest)}`
  const areaId = await street.areaId('第12网格')
  const heard = await street.as(WORKER).do(matter.hear, { areaId, way: 'tea', words })
  nest.subject = heard.id
  return { matters, otherPhoto: other.photo, other: other.id, requests, heard }
}
