// `GET /api/live`: server-sent events for open pages. An event names what changed; the page asks again for what it may read.
import type { House } from '../door.ts'
import { doorProblems, Problem } from '../problem.ts'
import { credentialOf, identify } from './identity.ts'
import { type Change, type Live, mayHear } from './live.ts'

const BEAT_MS = 15_000
/** Open lines of one process, and of one session or receipt: a person has some windows, a crowd has no end. */
const MOST_LINES = 2_000
const MOST_OF_ONE = 20
const AGAIN_S = 30
/** A reader who takes nothing in is cut off: his page comes back and is told what it missed. */
const MOST_UNREAD = 1_000

const lines = new WeakMap<Live, Map<string, number>>()

/** Takes a place among the open lines; returns how to leave it. Throws Problem 503 when there is none, 429 when his are used. */
function enterLine(live: Live, whose: string): () => void {
  const open = lines.get(live) ?? new Map<string, number>()
  lines.set(live, open)
  const own = open.get(whose) ?? 0
  if (own >= MOST_OF_ONE) throw new Problem(doorProblems.tooMany, { seconds: AGAIN_S })
  if ([...open.values()].reduce((sum, one) => sum + one, 0) >= MOST_LINES)
    throw new Problem(doorProblems.busy, { seconds: AGAIN_S })
  open.set(whose, own + 1)
  return () => {
    const left = (open.get(whose) ?? 1) - 1
    if (left > 0) open.set(whose, left)
    else open.delete(whose)
  }
}

/** A reporter's page follows one matter by its receipt; `watch` turns it into the actor who may hear of that row. */
export async function answerLive(
  house: House,
  live: Live,
  request: Request,
  watch: (receipt: string) => Promise<{ tenant: string; subject: string } | undefined>,
): Promise<Response> {
  // A HEAD would open a stream that nobody reads and nobody ends.
  if (request.method !== 'GET') throw new Problem(doorProblems.missing)
  const credential = credentialOf(request, house.url)
  const receipt = new URL(request.url).searchParams.get('receipt')
  const watched = receipt ? await watch(receipt) : undefined
  const person = await identify(house, credential, undefined)
  let actor = watched
    ? { ...person, kind: 'reporter' as const, tenant: watched.tenant, ids: [watched.subject], spans: [], posts: [] }
    : person
  if (!actor.tenant) throw new Problem(doorProblems.signIn)
  const leave = enterLine(live, credential?.secret ?? receipt ?? '')
  const since = request.headers.get('last-event-id')
  const encoder = new TextEncoder()
  let end = () => {}
  const stream = new ReadableStream({
    async start(controller) {
      const push = (text: string) => {
        if ((controller.desiredSize ?? 0) < -MOST_UNREAD) return end()
        try {
          controller.enqueue(encoder.encode(text))
        } catch {
          // The reader has gone in the meantime.
          end()
        }
      }
      const tell = (change: Change) =>
        push(
          `id: ${change.position}\ndata: ${JSON.stringify({ kind: change.kind, id: change.subject, version: change.version })}\n\n`,
        )
      const stop = live.hear((change) => {
        if (mayHear(actor, change, house.hearers)) tell(change)
      })
      // A beat keeps proxies awake, and is when rights are looked at again: who was sent away hears nothing more.
      house.watch.streams += 1
      const beat = setInterval(async () => {
        push(': still here\n\n')
        if (watched) return
        const again = await identify(house, credential, undefined, { asleep: true }).catch(() => actor)
        if (again.kind === 'anonymous') end()
        else actor = again
      }, BEAT_MS)
      beat.unref()
      end = () => {
        clearInterval(beat)
        stop()
        leave()
        house.watch.streams -= 1
        end = () => {}
        try {
          controller.close()
        } catch {
          // The reader has already gone.
        }
      }
      push('retry: 2000\n: connected\n\n')
      for (const change of (since && (await live.since(actor.tenant, since))) || [])
        if (mayHear(actor, change, house.hearers)) tell(change)
    },
    cancel: () => end(),
  })
  request.signal.addEventListener('abort', () => end())
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
