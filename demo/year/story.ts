// What most stories share: taken, handed on, finished, checked, rated, each at a minute of its own.
import type { AgencyKey } from '../agencies.ts'
import { agency } from '../agencies.ts'
import { kinds } from '../kinds.ts'
import type { Satisfaction, Step } from '../matters/matter.ts'
import * as does from '../matters/steps.ts'
import { clerks } from '../staff/clerks.ts'
import { between, dice, oneOf } from './dice.ts'
import { Pen } from './pen.ts'
import * as phrases from './phrases.ts'
import type { Said } from './said.ts'

/** Who answers for the place, and what is told there. */
export type Scene = {
  readonly label: string
  readonly said: Said
  /** Of the grid; the desk where the grid has none. */
  readonly worker: string
  readonly staffed: boolean
  /** Two different people who may check: the desk's, or the head where the desk did the work. */
  readonly desk: string
  readonly head: string
  /** By scan: whoever told it can rate it. */
  readonly scanned: boolean
  /** Minute of the day it was told at; before the office opens or after it closes, somebody comes the next morning. */
  readonly minute: number
  /** Told when nobody is in. */
  readonly outOfHours: boolean
  /** It must be over on the same day. */
  readonly soon: boolean
}

export const clerkOf = (key: AgencyKey) => clerks.find((one) => one.agency === key)!.login
export const nameOf = (key: AgencyKey) => agency(key).name.zh
export const kindOf = ({ kind }: Said) => kinds.find((one) => one.code === kind)!

/** Pictures that the kind asks for. */
export const proofs = (said: Said): number => (kindOf(said).proof === 'photo' ? 1 : 0)

export class Story {
  readonly scene: Scene
  readonly pen: Pen
  readonly steps: Step[] = []

  constructor(scene: Scene) {
    this.scene = scene
    this.pen = new Pen(scene.minute)
  }

  add(...steps: Step[]): this {
    this.steps.push(...steps)
    return this
  }

  #between(what: string, least: number, most: number) {
    return between(`${this.scene.label} ${what}`, least, most)
  }

  /** Minutes of work: little where little time is given. */
  work(): number {
    const { limit } = kindOf(this.scene.said)
    if (limit.counting === 'always')
      return limit.minutes <= 240 ? this.#between('work', 30, 45) : this.#between('work', 80, 120)
    return this.#between('work', 60, 110)
  }

  take(): this {
    const { worker, said, outOfHours } = this.scene
    const when = outOfHours
      ? this.pen.on(1, this.#between('take', 515, 525))
      : this.pen.in(this.#between('take', 5, 16))
    this.add(does.take(when, worker))
    return this.add(does.answer(this.pen.in(this.#between('answer', 12, 30)), worker, said.first))
  }

  /** Hands it to an agency, which signs for it. */
  hand(key: AgencyKey, words = '', helpers: AgencyKey[] = []): this {
    this.add(does.dispatch(this.pen.in(this.#between(`hand ${key}`, 6, 14)), this.scene.desk, key, words, helpers))
    return this.sign(clerkOf(key))
  }

  sign(who: string): this {
    return this.add(does.sign(this.pen.in(this.#between(`sign ${who}`, 10, 24)), who))
  }

  /** The same day, or where the limit leaves room one or two days later. */
  #done(): Step['when'] {
    const { said, label, soon } = this.scene
    const { minutes, counting } = kindOf(said).limit
    const chance = dice(`${label} days`)
    const days =
      soon || counting === 'always' || minutes < 840 ? 0 : minutes >= 1260 && chance < 0.25 ? 2 : chance < 0.6 ? 1 : 0
    return days === 0 ? this.pen.in(this.work()) : this.pen.on(days, this.#between('finish', 545, 700))
  }

  finish(who: string, done = this.scene.said.done, when = this.#done()): this {
    return this.add(does.finish(when, who, done, proofs(this.scene.said)))
  }

  /** Checked and replied to; `by` where the desk itself did the work. */
  verify(by = this.scene.desk, reply = this.scene.said.reply): this {
    const { label, worker, head } = this.scene
    const checker = by === worker ? head : by
    const thanks = oneOf(`${label} thanks`, phrases.thanks)
    return this.add(does.verify(this.pen.in(this.#between('verify', 35, 75)), checker, `${thanks}${reply}`))
  }

  /** Whoever scanned rates it, or never does. */
  rate(surely = false): this {
    const { label, scanned } = this.scene
    if (!scanned || (!surely && dice(`${label} rates`) < 0.24)) return this
    const stars = oneOf(`${label} stars`, phrases.stars) as Satisfaction
    const said = stars > 3 ? oneOf(`${label} said`, phrases.kindly) : oneOf(`${label} said`, phrases.sparingly)
    return this.add(does.rate(this.pen.evening(this.#between('rate', 1130, 1280)), stars, said))
  }

  /** The desk was late with it, or had to step in: the head of the community answers for that. */
  answerFor(words: string): this {
    return this.add(does.acknowledge(this.pen.in(this.#between('seen', 20, 40)), this.scene.head, words))
  }
}
