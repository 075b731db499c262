// Tells the demo's disputes: each step by whoever takes it, on its day, as far as today.
import type { Actor } from '#kernel/access.ts'
import { localInstant } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { type Extra, type House, perform } from '#kernel/door.ts'
import { actorOf } from '#kernel/http/identity.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { operations } from '#modules/index.ts'
import type { mediation } from '#modules/mediation/contract.ts'
import { followUpDays, usualRules } from '#modules/mediation/index.ts'
import type { DemoDispute, Ending } from './disputes/dispute.ts'
import { disputes } from './disputes.ts'
import type { Moment } from './load-matters.ts'
import { scannedPage } from './scanned.ts'
import type { Street } from './telling.ts'

type Uploads = NonNullable<Extra['uploads']>
type Step = { readonly after: number; readonly hour: string; readonly tell: () => Promise<unknown> }
type File = OutputOf<(typeof mediation)['get']>

const DESK = 'anxiaoya'
/** Days from the application. */
const ON = { accept: 1, visit: 3, alone: 6, hold: 8, again: 12, over: 14 } as const
const MEETING = { mode: 'room', from: 870, until: 960, place: '和议厅' } as const
const MOVE = { failed: 'fail', withdrawn: 'withdraw', refused: 'refuse', handedOn: 'handOn' } as const

const [WEEKS = 0, MONTHS = 0] = usualRules.get('followUp')!.numbers

/** What nobody comes in with: a sweep finds pets in the stairs, things in the corridor, fees that stay unpaid. */
const FOUND: ReadonlySet<string> = new Set(['RM02-05', 'RM02-06', 'RM17-03'])

class DisputeTeller {
  readonly #house: House
  readonly #street: Street
  readonly #told: DemoDispute
  readonly #where: { readonly gridId: string; readonly committeeId: string }
  readonly #today: string
  #id = ''

  constructor(
    house: House,
    street: Street,
    told: DemoDispute,
    where: { gridId: string; committeeId: string },
    today: string,
  ) {
    this.#house = house
    this.#street = street
    this.#told = told
    this.#where = where
    this.#today = today
  }

  // What somebody was handed changes from step to step, so nobody is remembered.
  async #do<T>(login: string, verb: string, input: object, uploads?: Uploads): Promise<T> {
    const { tenant, people } = this.#street
    const actor: Actor = await actorOf(this.#house, tenant, people.get(login)!)
    return (await perform(
      this.#house,
      operations.get(`mediation.${verb}`)!,
      actor,
      input,
      uploads ? { uploads } : {},
    )) as T
  }

  #lead = <T>(verb: string, more: object = {}) => this.#do<T>(this.#told.lead, verb, { id: this.#id, ...more })

  /** One scanned page of a paper, whose it is or what it proves. */
  async #scan(more: object) {
    const page = await this.#house.files.stagePhoto(await scannedPage(), 'page.jpg')
    const input = { id: this.#id, ...more, photos: [page.id] }
    await this.#do(this.#told.lead, 'addScan', input, new Map([[page.id, page]]))
  }

  /** Proofs of identity when the two sides sit down, as the forms ask for. */
  async #identities(givenOn: string) {
    const { parties } = await this.#lead<File>('get')
    for (const party of parties) await this.#scan({ paper: 'identity', partyId: party.id, name: '证件复印件', givenOn })
    await this.#scan({ paper: 'evidence', partyId: parties[0]!.id, name: '现场照片', givenOn })
  }

  /** The day so many days after the application. */
  #day = (after: number) => dayText(dayNumber(this.#today) - this.#told.daysAgo + after)

  #terms = () =>
    this.#told.terms.map(({ words, fen, afterDays }) => ({
      ...{ words, dueOn: this.#day(ON.over + afterDays) },
      ...(fen ? { fen } : {}),
    }))

  async #apply() {
    const { kind, building, about, facts, requests, sides, referredBy } = this.#told
    const [applicant, respondent] = sides
    const { id } = await this.#do<{ id: string }>(DESK, 'apply', {
      ...{ gridId: this.#where.gridId, kind, title: `${building} ${about}`, address: building, facts, requests },
      ...(referredBy ? { source: 'referred', referredBy } : FOUND.has(kind) ? { source: 'initiative' } : {}),
      parties: [
        { side: 'applicant', ...applicant },
        { side: 'respondent', ...respondent },
      ],
    })
    this.#id = id
  }

  async #accept() {
    const { committeeId } = this.#where
    const leadId = this.#street.people.get(this.#told.lead)
    await this.#do(DESK, 'accept', { id: this.#id, committeeId, leadId })
    await this.#lead('disclose')
  }

  /** At the visit whoever has not said so yet agrees to mediation, and the first session is agreed on. */
  async #visit() {
    await this.#lead('record', {
      ...{ kind: 'visit', mode: 'site', heldOn: this.#day(ON.visit), from: 1130, until: 1175 },
      ...{ place: this.#told.building, present: '双方住户', words: '两家都看过现场，拍了照片，各听了一遍说法。' },
    })
    const { parties } = await this.#lead<File>('get')
    for (const { id: partyId, consent } of parties)
      if (consent === 'open') await this.#lead('consent', { partyId, consent: 'agreed' })
    await this.#plan(ON.hold)
  }

  #plan = (after: number) => this.#lead('planMeeting', { ...MEETING, heldOn: this.#day(after) })

  /** Of a file told in full: who knows the building helps at the second session. */
  async #invite() {
    const { parties, meetings } = await this.#lead<File>('get')
    const meetingId = meetings.find(({ state }) => state === 'planned')!.id
    const agreedBy = parties.map(({ id }) => id)
    const words = '双方都信得过他，请他来说说楼里一向怎么办的。'
    await this.#lead('invite', { meetingId, name: '楼长 安师傅', words, agreedBy })
  }

  async #alone() {
    const { parties } = await this.#lead<File>('get')
    const words = this.#told.apart!
    await this.#lead('note', { partyId: parties[0]!.id, heldOn: this.#day(ON.alone), words })
  }

  async #hold(after: number, result: string) {
    const { meetings } = await this.#lead<File>('get')
    const meetingId = meetings.find(({ state }) => state === 'planned')!.id
    await this.#lead('hold', {
      ...{ ...MEETING, present: '双方到场', heldOn: this.#day(after), meetingId },
      ...{ words: `${this.#told.facts}双方当面各说了一遍。`, result, toldRights: true, undisputed: [this.#told.facts] },
    })
  }

  async #firstSession() {
    await this.#hold(ON.hold, '说清了各自的难处，约好再谈。')
    await this.#plan(ON.again)
    if (this.#told.papers) await this.#invite()
  }

  async #written() {
    const { facts, requests } = this.#told
    await this.#lead('agree', { facts, dispute: requests, terms: this.#terms(), copies: 3 })
    const { agreement } = await this.#lead<File>('get')
    const signedOn = this.#day(ON.over)
    for (const { signerId, role } of agreement!.missing)
      await this.#lead('sign', { signerId, way: role === 'stamp' ? 'stamp' : 'paper', signedOn })
    // Marriage, adoption and inheritance are signed on paper, and the page itself must be in the file.
    if (this.#told.papers || this.#told.kind.startsWith('RM01'))
      await this.#scan({ paper: 'signed', name: '签字页', givenOn: signedOn })
    await this.#lead('takeEffect')
  }

  async #other(ending: Exclude<Ending, 'written' | 'oral' | 'declined'>) {
    const { parties } = await this.#lead<File>('get')
    const more = {
      failed: { routes: ['court', 'legal_aid'], words: '两次没有谈拢，双方都愿意走法院。' },
      withdrawn: { words: '双方自己谈好了，申请人撤回。' },
      refused: { partyId: parties[1]!.id, routes: ['court', 'administrative'] },
      handedOn: { body: 'police', words: '涉及殴打，移送派出所处理。' },
    }[ending]
    await this.#lead(MOVE[ending], more)
  }

  async #kept(on: string, at: number) {
    const { agreement } = await this.#lead<File>('get')
    const { id: termId } = agreement!.terms[at]!
    await this.#lead('performed', { termId, kept: true, on })
    if (this.#told.papers) await this.#scan({ paper: 'receipt', termId, name: '履行凭证', givenOn: on })
  }

  async #followUp(on: string) {
    const { followUps } = await this.#lead<File>('get')
    const followUpId = followUps.find(({ dueOn, state }) => dueOn === on && state === 'planned')?.id
    // Done already, together with another of the same home.
    if (followUpId) await this.#lead('followUp', { followUpId, on, holds: true, words: '双方都说没有再犯。' })
  }

  #after(): Step[] {
    const visits = followUpDays(this.#day(ON.over), WEEKS, MONTHS).map(
      (day) => dayNumber(day) - dayNumber(this.#day(0)),
    )
    const kept = this.#told.terms.map(({ afterDays }) => ON.over + afterDays)
    const last = Math.max(...visits, ...kept) + 1
    return [
      ...kept.map((after, at) => ({ after, hour: '17:40', tell: () => this.#kept(this.#day(after), at) })),
      ...visits.map((after) => ({ after, hour: '19:10', tell: () => this.#followUp(this.#day(after)) })),
      { after: last, hour: '10:20', tell: () => this.#lead('settle') },
      ...(this.#told.papers
        ? [{ after: last + 6, hour: '10:30', tell: () => this.#do(DESK, 'archive', { id: this.#id }) }]
        : []),
    ]
  }

  #end(): Step[] {
    const { ending } = this.#told
    if (ending === 'written') return [{ after: ON.over, hour: '16:00', tell: () => this.#written() }, ...this.#after()]
    if (ending === 'oral') {
      const tell = () => this.#lead('agreeOrally', { terms: this.#terms() })
      return [{ after: ON.over, hour: '16:00', tell }, ...this.#after()]
    }
    const tell = () => this.#other(ending as Exclude<Ending, 'written' | 'oral' | 'declined'>)
    return [{ after: ON.over, hour: '16:00', tell }]
  }

  steps(): Step[] {
    const { ending, apart, papers } = this.#told
    const begun = { after: 0, hour: '09:30', tell: () => this.#apply() }
    if (ending === 'declined') {
      const over = { id: '', reason: 'otherBody', routes: ['arbitration'] }
      return [begun, { after: 1, hour: '15:00', tell: () => this.#do(DESK, 'decline', { ...over, id: this.#id }) }]
    }
    return [
      begun,
      { after: ON.accept, hour: '10:00', tell: () => this.#accept() },
      { after: ON.visit, hour: '19:40', tell: () => this.#visit() },
      ...(apart ? [{ after: ON.alone, hour: '09:50', tell: () => this.#alone() }] : []),
      ...(papers ? [{ after: ON.hold, hour: '16:00', tell: () => this.#identities(this.#day(ON.hold)) }] : []),
      { after: ON.hold, hour: '16:10', tell: () => this.#firstSession() },
      { after: ON.again, hour: '16:10', tell: () => this.#hold(ON.again, '办法谈得差不多了。') },
      ...this.#end(),
    ]
  }
}

type Places = { readonly grids: ReadonlyMap<string, string>; readonly committees: ReadonlyMap<string, string> }

/** Everything that has happened in the disputes before today. `grids`: of each building by its name. */
export function disputeMoments(house: House, street: Street, { grids, committees }: Places, today: string): Moment[] {
  return disputes.flatMap((told) => {
    const gridId = grids.get(told.building)
    const committeeId = committees.get(told.committee)
    if (!gridId || !committeeId) throw new Error(`demo: ${told.building} or ${told.committee} is not there`)
    const teller = new DisputeTeller(house, street, told, { gridId, committeeId }, today)
    const from = dayNumber(today) - told.daysAgo
    return teller
      .steps()
      .filter(({ after }) => after < told.daysAgo)
      .map(({ after, hour, tell }) => ({
        at: localInstant(dayText(from + after), hour),
        what: `${told.building} ${told.about}`,
        tell: async () => void (await tell()),
      }))
  })
}
