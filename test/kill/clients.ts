// People who report through HTTP and do not give up: each report is sent with its key until it is answered.
import { setTimeout as pause } from 'node:timers/promises'

export type Acknowledged = {
  /** When the try began that was answered, in milliseconds. */
  readonly sentAt: number
  readonly at: number
  readonly key: string
  readonly words: string
  readonly id: string
  readonly no: string
  readonly receipt: string
}

export type Sending = {
  readonly acknowledged: readonly Acknowledged[]
  /** How each single try ended: a status, or that there was no answer. */
  readonly tries: Readonly<Record<string, number>>
  /** The different words with which a try was put off, each with its status. */
  readonly putOff: ReadonlySet<string>
  /** Refusals that no further try would change; there must be none. */
  readonly refused: readonly string[]
  readonly done: Promise<void>
}

const ANSWER_MS = 15_000
const MOST_TRIES = 600

type Asked = { url: string; code: string; count: number; clients: number; mark: string; more?: () => string }

/** `clients` at once send `count` reports for the door of `code`; `mark` makes their words findable, `more` follows it. */
export function sendAll({ more = () => '', ...of }: Asked): Sending {
  const acknowledged: Acknowledged[] = []
  const tries: Record<string, number> = {}
  const putOff = new Set<string>()
  const refused: string[] = []
  let next = 0

  const tryOnce = async (key: string, words: string): Promise<boolean> => {
    const sentAt = performance.now()
    const answer = await fetch(`${of.url}/api/matter.report`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ code: of.code, words, phone: '13800001234' }),
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    const outcome = answer && text !== undefined ? String(answer.status) : 'no answer'
    tries[outcome] = (tries[outcome] ?? 0) + 1
    if (!answer || text === undefined) return false
    if (answer.status === 200) {
      const { id, no, receipt } = JSON.parse(text) as Acknowledged
      acknowledged.push({ sentAt, at: performance.now(), key, words, id, no, receipt })
      return true
    }
    putOff.add(`${answer.status} ${text}`)
    if (answer.status < 500 && answer.status !== 429) refused.push(`${answer.status} ${text}`)
    return answer.status < 500 && answer.status !== 429
  }

  const client = async (): Promise<void> => {
    for (;;) {
      const mine = next++
      if (mine >= of.count) return
      const key = `${of.mark}-${String(mine).padStart(6, '0')}`
      const words = `楼道灯不亮 ${key}${more()}`
      for (let n = 0; !(await tryOnce(key, words)); n++) {
        if (n > MOST_TRIES) throw new Error(`${key} was not answered in ${MOST_TRIES} tries`)
        await pause(50 + 10 * Math.min(n, 15))
      }
    }
  }

  const done = Promise.all(Array.from({ length: of.clients }, client)).then(() => {})
  return { acknowledged, tries, putOff, refused, done }
}
