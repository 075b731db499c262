// What was entered at a door, kept in the order of the taps and sent in it: at once where there is a network, later where
// there is none. Each step has its own key, so however often it is sent it happens once; what is refused waits for a word.
import { clock } from '#kernel/clock.ts'
import { askAgain, type Command, type Input, perform } from '#web/call.ts'
import { CallProblem } from '#web/call-problem.ts'
import { newKey } from '#web/new-key.ts'
import { type Draft, dropDraft, keepDraft, keptDrafts, readDraft } from '../draft/store.ts'

export type Act = 'beginVisit' | 'enter' | 'change' | 'moveOut' | 'endVisit'
type Told = Readonly<Record<string, unknown>>

/** `household` of somebody new may be `@` and the key of the step that makes it. */
export type Step = {
  readonly key: string
  readonly act: Act
  readonly input: Told
  /** Whom it is about, as he was written or is known. */
  readonly name: string
  /** Why the server did not take it; everything behind it waits. */
  readonly refused?: { readonly code: string; readonly message: string }
}

export type Visiting = {
  readonly homeId: string
  /** The server's id of the visit, once it has begun there. */
  readonly visit: string | null
  readonly steps: readonly Step[]
  /** What earlier steps came to, by their keys: the household that one of them made. */
  readonly households: Readonly<Record<string, string>>
  /** Versions of entries after the steps of this visit, by their ids. */
  readonly versions: Readonly<Record<string, number>>
}

type Kept = Draft<Visiting>

/** A visit nobody ended is not taken up again the next day. */
const LASTS_MS = 12 * 3_600_000
const KIND = '/register.visit/'

export const visitName = (account: string, homeId: string): string => `${account}${KIND}${homeId}`

export function readVisit(name: string): Visiting | undefined {
  const kept = readDraft(name) as Kept | undefined
  const over = kept && kept.fields.steps.length === 0 && kept.savedAt < clock.now().getTime() - LASTS_MS
  return over ? undefined : kept?.fields
}

const EMPTY = { visit: null, steps: [], households: {}, versions: {} } as const

function keep(name: string, title: string, fields: Visiting, failed: boolean): void {
  const key = readDraft(name)?.key ?? newKey()
  keepDraft({ name, key, fields, title, page: `/visit?home=${fields.homeId}`, photos: [], failed })
}

function change(name: string, by: (fields: Visiting) => Visiting, failed?: boolean): void {
  const kept = readDraft(name) as Kept | undefined
  if (kept) keep(name, kept.title, by(kept.fields), failed ?? kept.failed)
}

export const newStep = (act: Act, input: Told, name = ''): Step => ({ key: newKey(), act, input, name })

/** Puts a step at the end; the visit begins with the first one. */
export function addStep(name: string, homeId: string, title: string, step: Step): void {
  const fields = readVisit(name) ?? { ...EMPTY, homeId }
  const begun = fields.visit !== null || fields.steps.some(({ act }) => act === 'beginVisit')
  const begin = begun ? [] : [newStep('beginVisit', { homeId })]
  keep(name, title, { ...fields, steps: [...fields.steps, ...begin, step] }, readDraft(name)?.failed ?? false)
}

/** Takes a step out, as if it had never been written. */
export function dropStep(name: string, key: string): void {
  change(name, (fields) => ({ ...fields, steps: fields.steps.filter((step) => step.key !== key) }))
  settle(name)
}

/** Sends a refused step as it is now meant: something else is sent, so it gets another key. */
export const mendStep = (name: string, key: string, more: Told): void =>
  change(name, (fields) => ({
    ...fields,
    versions: { ...fields.versions, ...versionIn(fields, key, more) },
    steps: fields.steps.map((step) => (step.key === key ? again(step, more, newKey()) : step)),
  }))

/** What is written over what somebody else has written speaks to his version. */
function versionIn({ steps }: Visiting, key: string, { version }: Told): Record<string, number> {
  const id = steps.find((step) => step.key === key)?.input.id
  return typeof id === 'string' && typeof version === 'number' ? { [id]: version } : {}
}

function again({ refused: _, ...step }: Step, more: Told, key = step.key): Step {
  return { ...step, key, input: { ...step.input, ...more } }
}

/** The visit is over on the server, or was never his: what is left is sent in a new one. */
export const beginAgain = (name: string): void =>
  change(name, (fields) => ({
    ...fields,
    visit: null,
    steps: [
      newStep('beginVisit', { homeId: fields.homeId }),
      ...fields.steps.filter(({ act }) => act !== 'beginVisit').map((step) => again(step, {}, newKey())),
    ],
  }))

/** What is sent for a step: with the visit, the household and the version that earlier steps have made. */
export function inputOf(step: Step, { visit, households, versions }: Visiting): Told {
  const { household, version, ...input } = step.input
  if (step.act === 'beginVisit') return input
  if (step.act === 'endVisit') return { ...input, id: visit }
  const made = typeof household === 'string' && household.startsWith('@') ? households[household.slice(1)] : household
  const now = versions[String(input.id)] ?? version
  return {
    ...{ ...input, visitId: visit },
    ...(made ? { household: made } : {}),
    ...(now === undefined ? {} : { version: now }),
  }
}

type Answer = { readonly id: string; readonly householdId?: string | null; readonly version?: number }

const done = (name: string, step: Step, answer: Answer): void =>
  step.act === 'endVisit' ? dropDraft(name) : record(name, step, answer)

const record = (name: string, step: Step, answer: Answer): void =>
  change(name, (fields) => ({
    ...fields,
    visit: step.act === 'beginVisit' ? answer.id : fields.visit,
    steps: fields.steps.filter(({ key }) => key !== step.key),
    households: answer.householdId ? { ...fields.households, [step.key]: answer.householdId } : fields.households,
    versions: answer.version === undefined ? fields.versions : { ...fields.versions, [answer.id]: answer.version },
  }))

/** Nothing left to send is nothing to remind of; nothing left at all is thrown away. */
function settle(name: string): void {
  const fields = readVisit(name)
  if (!fields) return
  const real = fields.steps.filter(({ act }) => act !== 'beginVisit')
  if (real.length > 0) return
  if (fields.visit === null) dropDraft(name)
  else change(name, (now) => now, false)
}

const sending = new Map<string, Promise<void>>()

/** Sends what waits, one step after the other, until all is sent, the line is lost or the server refuses one. */
export function sendVisit(name: string): Promise<void> {
  const running = sending.get(name) ?? Promise.resolve()
  const next = running.catch(() => {}).then(() => sendSteps(name))
  sending.set(name, next)
  return next
}

async function sendSteps(name: string): Promise<void> {
  for (let sent = false; ; sent = true) {
    const fields = readVisit(name)
    const step = fields?.steps[0]
    if (!fields || !step || step.refused) {
      settle(name)
      if (sent) await askAgain('register')
      return
    }
    const operation = `register.${step.act}` as Command
    const given = inputOf(step, fields) as Input<Command>
    const answer = await perform(operation, given, { key: step.key }).catch((problem: unknown) => problem)
    if (answer instanceof CallProblem) {
      // Signed out is as good as no line: nothing was done, and it is sent once he is back.
      const waits = answer.mayPass || answer.status === 401 || answer.status === 429
      if (!waits) refuse(name, step.key, answer)
      else change(name, (now) => now, true)
      if (sent) await askAgain('register')
      return
    }
    if (answer instanceof Error) throw answer
    done(name, step, answer as Answer)
  }
}

const refuse = (name: string, key: string, { code, message }: CallProblem): void =>
  change(
    name,
    (fields) => ({
      ...fields,
      steps: fields.steps.map((step) => (step.key === key ? { ...step, refused: { code, message } } : step)),
    }),
    true,
  )

/** Everything of this account that waits. */
export async function sendVisits(): Promise<void> {
  for (const { name } of keptDrafts().filter((one) => one.name.includes(KIND))) await sendVisit(name)
}
