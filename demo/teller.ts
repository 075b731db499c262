// Performs what a script tells: the report and each step, as the operation of the person who did it.
import { type Actor, anonymous, machine } from '#kernel/access.ts'
import { clock, localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { type House, perform } from '#kernel/door.ts'
import type { StagedFile } from '#kernel/files/files.ts'
import { actorOf } from '#kernel/http/identity.ts'
import { inScope } from '#kernel/scope.ts'
import { operations } from '#modules/index.ts'
import type { DemoMatter } from './matters/matter.ts'
import type { Scheduled } from './matters/schedule.ts'
import { person } from './staff.ts'
import { inputOf } from './step-inputs.ts'
import type { Street } from './telling.ts'
import type { Overheard } from './year/overheard.ts'

export type Told = {
  readonly script: DemoMatter
  readonly street: Street
  id?: string
  receipt?: string | null
  /** What was last asked of the desk. */
  requestId?: string
}
type Step = Scheduled
type Uploads = ReadonlyMap<string, StagedFile>
type Answer = Record<string, unknown>
/** A scene by its name, drawn for the matter as large as it is to be seen. */
export type Scene = (script: DemoMatter, name: string) => Buffer

const sceneFor = (script: DemoMatter, at: number): string => {
  if (/井盖/.test(script.words)) return 'lid'
  return at % 2 === 0 ? 'before' : 'socket'
}

/** Moves that the resident makes with his receipt. */
const BY_RECEIPT = new Set(['rate', 'dispute', 'confirm', 'withdraw'])

export class Teller {
  readonly house: House
  readonly scene: Scene
  readonly #codes = new Map<string, Promise<Map<string, string>>>()
  readonly #actors = new Map<string, Promise<Actor>>()
  readonly #told = new Map<string, Told>()
  readonly #drawn = new WeakMap<object, Promise<Uploads>>()

  constructor(house: House, scene: Scene) {
    this.house = house
    this.scene = scene
  }

  async do(actor: Actor, name: string, input: object, uploads?: Uploads): Promise<Answer> {
    return (await perform(this.house, operations.get(name)!, actor, input, uploads ? { uploads } : {})) as Answer
  }

  /** The printed code of a door, as the resident in front of it reads it. */
  async #codeOf({ tenant }: Street, areaId: string): Promise<string> {
    let codes = this.#codes.get(tenant)
    if (!codes) {
      codes = inScope(this.house.db, machine(tenant, 'demo'), async (tx) => {
        const places = k.selectFrom('place').select(['area_id', 'code']).where('tenant_id', '=', tenant)
        const rows = await tx.all(places.where('retired_at', 'is', null).where('kind', '!=', 'room'))
        return new Map(rows.map((row) => [row.area_id, row.code]))
      })
      this.#codes.set(tenant, codes)
    }
    return (await codes).get(areaId)!
  }

  /** Posts of the desks stay; a grid worker may have a stand-in for some days; what an agency was handed changes at any moment. */
  who(street: Street, login: string): Promise<Actor> {
    const fresh = () => actorOf(this.house, street.tenant, street.people.get(login)!)
    const { role } = person(login)
    if (role === 'department_clerk' || role === 'expert') return fresh()
    const of = role === 'grid_worker' ? `${localDay(clock.now())} ${login}` : login
    const known = this.#actors.get(of)
    if (known) return known
    const made = fresh()
    this.#actors.set(of, made)
    return made
  }

  /** Begins to draw what a step will show, so that the next steps need not wait for it. */
  draw(script: DemoMatter, step?: Step): Promise<Uploads> | undefined {
    const of = step ?? script
    const known = this.#drawn.get(of)
    if (known) return known
    const count = step?.do === 'finish' ? step.photos : step ? 0 : (script.onTheSpot?.photos ?? script.photos ?? 0)
    if (count === 0) return undefined
    const shows = (at: number) => (step || script.onTheSpot ? 'after' : sceneFor(script, at))
    const drawn = Promise.all(
      Array.from({ length: count }, (_, at) =>
        this.house.files.stagePhoto(this.scene(script, shows(at)), `photo-${at}.jpg`),
      ),
    ).then((files) => new Map(files.map((file) => [file.id, file])))
    // Whoever waits for it is told; until then nobody is.
    drawn.catch(() => {})
    this.#drawn.set(of, drawn)
    return drawn
  }

  async #photos(script: DemoMatter, step?: Step): Promise<Uploads> {
    return (await this.draw(script, step)) ?? new Map()
  }

  async begin(told: Told): Promise<void> {
    const { script, street } = told
    if (script.key) this.#told.set(script.key, told)
    if (script.onTheSpot) await this.#record(told, script.onTheSpot)
    else if (script.way === 'listening') await this.#hear(told)
    else await this.#report(told)
    if (!told.id) throw new Error(`nothing was made of “${script.words}” in ${street.tenant}`)
  }

  #areaOf({ script, street }: Told): string {
    const { building, unit, grid } = script
    return street.areas.get(building ? (unit ? `${building} ${unit}` : building) : grid!)!
  }

  async #report(told: Told): Promise<void> {
    const { script, street } = told
    const { spot, kind, reporter, recordedBy, way } = script
    const areaId = this.#areaOf(told)
    const uploads = await this.#photos(script)
    const actor = recordedBy ? await this.who(street, recordedBy) : anonymous('zh')
    const answer = await this.do(
      actor,
      'matter.report',
      {
        ...(recordedBy ? { areaId } : { code: await this.#codeOf(street, areaId) }),
        ...{ words: script.words, photos: [...uploads.keys()], ...reporter },
        ...{ ...(spot && { spot }), ...(kind && { kind }), ...(way && { way }) },
      },
      uploads,
    )
    told.id = answer.id as string
    told.receipt = answer.receipt as string | null
  }

  async #record(told: Told, { who, done, as }: NonNullable<DemoMatter['onTheSpot']>): Promise<void> {
    const { script, street } = told
    const uploads = await this.#photos(script)
    const { kind, words, spot } = script
    const row = { areaId: this.#areaOf(told), kind, words, done, photos: [...uploads.keys()] }
    const input = { ...row, ...(spot && { spot }), ...(as && { result: as }) }
    told.id = (await this.do(await this.who(street, who), 'matter.record', input, uploads)).id as string
  }

  /** A line of the listening ledger that becomes a matter. */
  async #hear(told: Told): Promise<void> {
    const { script, street } = told
    const { kind, words, recordedBy } = script
    const actor = await this.who(street, recordedBy!)
    const line = await this.do(actor, 'matter.hear', { areaId: this.#areaOf(told), way: 'tea', kind, words })
    told.id = (await this.do(actor, 'matter.raiseHeard', { id: line.id, version: line.version })).id as string
  }

  /** A line that stays one; two in five are explained on the spot. */
  async hear(street: Street, { who, grid, way, kind, words, told }: Overheard): Promise<void> {
    const actor = await this.who(street, who)
    const line = await this.do(actor, 'matter.hear', { areaId: street.areas.get(grid), way, kind, words })
    if (told) await this.do(actor, 'matter.settleHeard', { id: line.id, version: line.version })
  }

  async step(told: Told, step: Step): Promise<void> {
    const { script, street, id, receipt } = told
    if (step.do === 'clock') return this.sweep(street)
    if (BY_RECEIPT.has(step.do)) {
      // Who wrote it down for him has no receipt: his word on it comes another way, or not at all.
      if (receipt) await this.do(anonymous('zh'), `matter.${step.do}`, { receipt, ...inputOf(step, told, this.#told) })
      return
    }
    const actor = await this.who(street, (step as { who: string }).who)
    const uploads = step.do === 'finish' ? await this.#photos(script, step) : undefined
    const input = { id, ...inputOf(step, told, this.#told), ...(uploads && { photos: [...uploads.keys()] }) }
    const answer = await this.do(actor, `matter.${step.do}`, input, uploads)
    if (step.do === 'ask') told.requestId = answer.requestId as string
  }

  /** Whatever the clock has to do by now, until nothing is due. */
  async sweep({ tenant }: Street): Promise<void> {
    const linli = machine(tenant, 'clock')
    for (let more = true; more; ) {
      const { due } = (await this.do(linli, 'matter.due', {})) as { due: { id: string; what: string }[] }
      const moved = new Set<string>()
      for (const { id, what } of due) {
        // One round makes one move of each matter: what follows is due in the next.
        if (!moved.has(id)) await this.do(linli, `matter.${what}`, { id })
        moved.add(id)
      }
      more = moved.size < due.length
    }
  }
}
