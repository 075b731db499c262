// `GET /api/live`: server-sent events for open pages. An event names what changed; the page asks again for what it may read.
import type { House } from '../door.ts'
import { doorProblems, Problem } from '../problem.ts'
import { credentialOf, identify } from './identity.ts'
import { type Change, type Live, mayHear } from './live.ts'

const BEAT_MS = 15_000
/** A reader who takes nothing in is cut off: his page comes back and is told what it missed. */
const MOST_UNREAD = 1_000

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
