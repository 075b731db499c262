// Tells the demo's stories: every report and every step is an operation, performed by its person at its moment.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { type Actor, anonymous, machine } from '#kernel/access.ts'
import { localDay, localInstant } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { type House, perform } from '#kernel/door.ts'
import type { StagedFile } from '#kernel/files.ts'
import { actorOf } from '#kernel/identity.ts'
import { inScope } from '#kernel/scope.ts'
import { operations } from '#modules/index.ts'
import { demoSenders, spreadNotices, sweepNotices } from '#modules/notice/index.ts'
import type { DemoMatter } from './matters/matter.ts'
import { schedule } from './matters/schedule.ts'
import { matters } from './matters.ts'
import { goTo, type Street, workdayTest } from './telling.ts'

type Told = { script: DemoMatter; street: Street; id?: string; receipt?: string | null }
type Moment = { at: Date; what: string; tell: () => Promise<void> }

const PICTURES = ['before', 'socket', 'lid', 'after'] as const

/** Drawn scenes in place of photographs: nobody is on them. */
async function pictures(): Promise<Map<string, Buffer>> {
  const drawn = new Map<string, Buffer>()
  for (const name of PICTURES)
    drawn.set(
      name,
      await sharp(readFileSync(new URL(`./photos/photo-${name}.svg`, import.meta.url)), { density: 150 })
        .resize(1200)
        .jpeg()
        .toBuffer(),
    )
  return drawn
}

const sceneFor = (script: DemoMatter, at: number): (typeof PICTURES)[number] => {
  if (/井盖/.test(script.words)) return 'lid'
  return at % 2 === 0 ? 'before' : 'socket'
}

class Teller {
  readonly house: House
  readonly scenes: ReadonlyMap<string, Buffer>
  readonly codes = new Map<string, string>()

  constructor(house: House, scenes: ReadonlyMap<string, Buffer>) {
    this.house = house
    this.scenes = scenes
  }

  async photos(count: number, scene: (at: number) => string): Promise<ReadonlyMap<string, StagedFile>> {
    const staged = new Map<string, StagedFile>()
    for (let at = 0; at < count; at++) {
      const file = await this.house.files.stagePhoto(this.scenes.get(scene(at))!, `photo-${at}.jpg`)
      staged.set(file.id, file)
    }
    return staged
  }

  async do(
    actor: Actor,
    name: string,
    input: object,
    uploads?: ReadonlyMap<string, StagedFile>,
  ): Promise<Record<string, unknown>> {
    return (await perform(this.house, operations.get(name)!, actor, input, uploads ? { uploads } : {})) as Record<
      string,
      unknown
    >
  }

  /** The printed code of a door, as the resident in front of it reads it. */
  async codeOf(street: Street, areaId: string): Promise<string> {
    const row = await inScope(this.house.db, machine(street.tenant, 'demo'), (tx) =>
      tx.first(
        k
          .selectFrom('place')
          .select('code')
          .where('tenant_id', '=', street.tenant)
          .where('area_id', '=', areaId)
          .where('retired_at', 'is', null)
          .limit(1),
      ),
    )
    return row!.code
  }

  who = (street: Street, login: string): Promise<Actor> => actorOf(this.house, street.tenant, street.people.get(login)!)

  async report(told: Told): Promise<void> {
    const { script, street } = told
    const areaId = street.areas.get(
      script.building ? (script.unit ? `${script.building} ${script.unit}` : script.building) : script.grid!,
    )!
    const uploads = await this.photos(script.photos ?? 0, (at) => sceneFor(script, at))
    const input = {
      words: script.words,
      photos: [...uploads.keys()],
      ...(script.spot ? { spot: script.spot } : {}),
      ...(script.kind ? { kind: script.kind } : {}),
      ...(script.reporter?.name ? { name: script.reporter.name } : {}),
      ...(script.reporter?.phone ? { phone: script.reporter.phone } : {}),
    }
    const staff = script.recordedBy ? await this.who(street, script.recordedBy) : undefined
    const where = staff ? { areaId } : { code: await this.codeOf(street, areaId) }
    const actor = staff ?? anonymous('zh')
    const answer = await this.do(actor, 'matter.report', { ...input, ...where }, uploads)
    told.id = answer.id as string
    told.receipt = answer.receipt as string | null
  }

  async step(told: Told, step: DemoMatter['story'][number]): Promise<void> {
    const { street, id, receipt } = told
    const actor = 'who' in step ? await this.who(street, step.who) : anonymous('zh')
    switch (step.do) {
      case 'take':
        await this.do(actor, 'matter.take', { id })
        return
      case 'answer':
        await this.do(actor, 'matter.answer', {
          id,
          said: step.said,
          via: /电话|打给/.test(step.said) ? 'phone' : 'visit',
        })
        return
      case 'finish': {
        const uploads = await this.photos(step.photos, () => 'after')
        await this.do(
          actor,
          'matter.finish',
          { id, result: 'solved', done: step.result, photos: [...uploads.keys()] },
          uploads,
        )
        return
      }
      case 'sendBack':
        await this.do(actor, 'matter.sendBack', { id, reason: step.why })
        return
      case 'verify':
        await this.do(actor, 'matter.verify', { id, reply: step.reply })
        return
      case 'rate':
        if (receipt)
          await this.do(actor, 'matter.rate', { receipt, satisfaction: step.satisfaction, said: step.words ?? '' })
        return
      case 'dispute':
        if (receipt)
          await this.do(actor, 'matter.dispute', {
            receipt,
            why: step.why,
            ...(step.satisfaction ? { satisfaction: step.satisfaction } : {}),
          })
        return
      case 'withdraw':
        if (receipt) await this.do(actor, 'matter.withdraw', { receipt, why: step.why })
    }
  }
}

export async function loadMatters(house: House, first: Street, second: Street, today: Date): Promise<void> {
  const teller = new Teller(house, await pictures())
  const isWorkday = workdayTest()
  const moments: Moment[] = matters.flatMap((script) => {
    const street = first.areas.has(script.building ?? script.grid!) ? first : second
    const told: Told = { script, street }
    const { reported, steps } = schedule(script, localDay(today), isWorkday)
    return [
      { at: localInstant(reported.day, reported.at), what: script.words, tell: () => teller.report(told) },
      ...steps.map((step) => ({
        at: localInstant(step.day, step.at),
        what: `${step.do} ${script.words}`,
        tell: () => teller.step(told, step),
      })),
    ]
  })
  moments.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const moment of moments) {
    goTo(moment.at)
    await moment.tell().catch((error) => {
      throw new Error(`${moment.what}: ${error.message}`, { cause: error })
    })
    // At its moment too, and to the demo phone whatever is set: no message may leave for an invented number.
    await spreadNotices(house)
    await sweepNotices(house, demoSenders)
  }
}
