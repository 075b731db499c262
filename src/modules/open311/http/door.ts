// The door for other systems: Open311 GeoReport v2 below /open311, each address translated into one operation.
import type { Outside, OutsideRequest } from '#kernel/http/outside.ts'
import { Problem } from '#kernel/problem.ts'
import { open311Problems } from '../words.ts'
import { type Answer, type Format, send, sendProblem } from './answer.ts'
import { discovery } from './discovery.ts'
import { paramsOf } from './params.ts'
import { postRequest } from './post.ts'
import { requestById, requestList, token, updateList } from './requests.ts'
import { definition, serviceList } from './services.ts'

/** `id` is the last part of the address, without the format; '' where the address has none. */
type Way = { readonly get?: (asked: OutsideRequest, id: string) => Promise<Answer>; readonly post?: Way['get'] }

/** Clients write some of these in the singular too. */
const WAYS: readonly (readonly [RegExp, Way])[] = [
  [/^(?:v2)?$/, { get: discovery }],
  [/^(?:v2\/)?discovery$/, { get: discovery }],
  [/^v2\/services$/, { get: (asked) => serviceList(asked, paramsOf(asked.url)) }],
  [/^v2\/services?\/([^/]+)$/, { get: (asked, id) => definition(asked, paramsOf(asked.url), id) }],
  [/^v2\/requests$/, { get: (asked) => requestList(asked, paramsOf(asked.url)), post: postRequest }],
  [/^v2\/requests?\/([^/]+)$/, { get: (asked, id) => requestById(asked, paramsOf(asked.url), id) }],
  [/^v2\/tokens\/([^/]+)$/, { get: (asked, id) => token(asked, paramsOf(asked.url), id) }],
  [/^v2\/servicerequestupdates$/, { get: (asked) => updateList(asked, paramsOf(asked.url)) }],
]

/** The ending of the address decides; without one the browser's or program's wish, and XML, which every client can read. */
function formatOf(path: string, request: Request): Format {
  const ending = /\.(json|xml)$/i.exec(path)?.[1]?.toLowerCase()
  if (ending) return ending as Format
  return /\bjson\b/i.test(request.headers.get('accept') ?? '') ? 'json' : 'xml'
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Problem(open311Problems.noResource)
  }
}

function answer(asked: OutsideRequest, path: string): Promise<Answer> {
  const plain = path.replace(/\.(json|xml)$/i, '').replace(/^\/+|\/+$/g, '')
  for (const [fits, way] of WAYS) {
    const found = fits.exec(plain)
    if (!found) continue
    const { method } = asked.request
    const act = method === 'POST' ? way.post : method === 'GET' || method === 'HEAD' ? way.get : undefined
    if (!act) throw new Problem(open311Problems.wrongMethod, { method })
    return act(asked, decoded(found[1] ?? ''))
  }
  throw new Problem(open311Problems.noResource)
}

const PREFLIGHT = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type, idempotency-key',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
} as const

export const open311Door: Outside = {
  path: '/open311',
  async answer(asked) {
    const path = asked.url.pathname.slice(open311Door.path.length)
    const format = formatOf(path, asked.request)
    if (asked.request.method === 'OPTIONS') return new Response(null, { status: 204, headers: PREFLIGHT })
    try {
      return send(format, await answer(asked, path))
    } catch (error) {
      return sendProblem(asked, format, error)
    }
  },
}
