// The web server: the only file that knows Hono. It finds the way to operations, pages and built files, nothing more.
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { anonymous } from '../access.ts'
import { clock } from '../clock.ts'
import type { Signature } from '../contract.ts'
import { perform } from '../door.ts'
import { urgencyOf } from '../guard/turns.ts'
import { newName } from '../ids.ts'
import type { Asked } from '../operation.ts'
import { doorProblems, Problem } from '../problem.ts'
import type { Counted } from '../watch/meter.ts'
import { type Lang, readLang } from '../words.ts'
import {
  type Answering,
  againAfter,
  answerApi,
  asProblem,
  langOf,
  problemResponse,
  refuseForeignOrigin,
} from './api.ts'
import { boundConnections, CONNECTIONS, type ConnectionBounds, serverOptions } from './connections.ts'
import type { ProblemCodes } from './describe.ts'
import { securityHeaders } from './headers.ts'
import { credentialOf, identify, readCookies } from './identity.ts'
import type { Live } from './live.ts'
import { answerLive } from './live-stream.ts'
import { openApi } from './openapi.ts'
import type { Outside, OutsideRequest } from './outside.ts'
import type { Page, PageAnswer, PageRequest } from './page.ts'
import { isForm, readForm, type SentFile, type SentForm } from './request.ts'
import { HEALTH, type Marks, openMarks, REQUEST_HEADER } from './seen.ts'
import { type Connection, knock, visitOf } from './visit.ts'

export type Web = Answering & {
  readonly live: Live
  /** What operations may refuse with, for the open description. */
  readonly problemCodes?: ProblemCodes
  readonly pages: readonly Page[]
  readonly outside: readonly Outside[]
  /** The page for a failure, in the reader's language; with the number of the request when it was our fault. */
  readonly problemPage: (problem: Problem, lang: Lang, big: boolean) => string
  readonly dist: string
  /** Told of a failure nobody foresaw: in which operation or page, and the number of the request. */
  readonly log: (where: string, error: unknown, request: string) => void
  /** Told of each request when it has been answered. */
  readonly seen?: (request: Counted) => void
  readonly ready: () => Promise<boolean>
  /** Told to stop: answers still, and asks whoever is connected to come back on another connection. */
  readonly leaving?: () => boolean
}

const EMPTY: ReadonlyMap<string, readonly string[]> = new Map()

export function webApp(web: Web): Hono {
  const app = new Hono()
  const { house } = web
  const fixed = Object.entries(securityHeaders(house.url.startsWith('https:')))
  const marks = openMarks()
  const fail = failing(web, marks)

  app.use(async (c, next) => {
    await next()
    if (web.leaving?.()) c.res.headers.set('connection', 'close')
    for (const [name, value] of fixed) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    c.res.headers.set(REQUEST_HEADER, marks.numberOf(c.req.raw))
    const seen = marks.seen(c.req.raw, c.res, c.error && asProblem(c.error))
    if (seen) web.seen?.(seen)
  })
  app.use('/:first/*', async (c, next) => {
    const first = c.req.param('first')
    if (ROOMS.has(first)) marks.name(c.req.raw, first)
    await next()
  })
  const knocking = async (c: Context, next: () => Promise<void>) => {
    await knock(web.gate, visitOf(web.gate, c.req.raw, c.env as Connection), credentialOf(c.req.raw, house.url))
    await next()
  }
  for (const path of ['/api/*', '/open311/*', '/q/*', '/r/*', '/m/*']) app.use(path, knocking)
  serveOperations(app, web, marks)
  for (const page of web.pages)
    app.on(page.method, page.path, async (c) => {
      marks.name(c.req.raw, page.path.startsWith('/style/') ? 'style' : `${page.method} ${page.path}`)
      const params = c.req.param() as Record<string, string>
      return pageResponse(await answerPage(web, page, c.req.raw, params, c.env as Connection))
    })
  for (const door of web.outside)
    for (const path of [door.path, `${door.path}/*`])
      app.all(path, (c) => {
        const request = c.req.raw
        marks.name(request, door.path.slice(1))
        const log = (error: unknown) => web.log(door.path.slice(1), error, marks.numberOf(request))
        return door.answer(outsideRequest(web, request, c.env as Connection, log))
      })
  serveBuilt(app, web.dist)
  app.onError((error, c) => fail(error, c.req.raw))
  app.notFound((c) => fail(new Problem(doorProblems.missing), c.req.raw))
  return app
}

/** What is not a page: health, the open description, live lines and every operation. */
function serveOperations(app: Hono, web: Web, marks: Marks): void {
  const { house } = web
  app.get('/healthz', (c) => {
    marks.name(c.req.raw, HEALTH)
    return c.json({ ok: true })
  })
  app.get('/readyz', async (c) => {
    marks.name(c.req.raw, HEALTH)
    const ready = !web.leaving?.() && (await web.ready().catch(() => false))
    return ready ? c.json({ ready: true }) : c.json({ ready: false }, 503)
  })
  app.get('/api/openapi.json', (c) => {
    marks.name(c.req.raw, 'openapi')
    return c.json(openApi([...web.operations.values()], house.url, web.problemCodes ?? {}))
  })
  app.get('/api/live', (c) => {
    marks.name(c.req.raw, 'live')
    return answerLive(house, web.live, c.req.raw, (receipt) => house.directory.find('receipt', receipt))
  })
  app.on(['GET', 'POST'], '/api/:operation', (c) => {
    const operation = c.req.param('operation')
    if (web.operations.has(operation)) marks.name(c.req.raw, operation)
    return answerApi(web, operation, c.req.raw, c.env as Connection)
  })
}

/** First parts of addresses below which files are served as they were built. */
const ROOMS = new Set(['desk', 'field', 'assets'])

function serveBuilt(app: Hono, dist: string): void {
  app.use('/assets/*', compress())
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: dist }))
  for (const room of ['desk', 'field']) {
    const shell = serveStatic({ root: dist, path: `${room}.html` })
    app.get(`/${room}`, noCache, shell)
    app.get(`/${room}/*`, noCache, shell)
  }
}

/** How a failure is answered. What nobody foresaw goes to the log, and its reader gets the number it stands there under. */
function failing(web: Web, marks: Marks): (error: unknown, request: Request) => Response {
  return (error, request) => {
    const cookies = readCookies(request.headers.get('cookie'))
    const { pathname, searchParams } = new URL(request.url)
    const lang = readLang(
      searchParams.get('lang') ?? cookies.get('lang'),
      request.headers.get('accept-language') ?? undefined,
    )
    const number = marks.numberOf(request)
    if (!(error instanceof Problem)) web.log(marks.operationOf(request), error, number)
    const problem = asProblem(error, number)
    const wantsPage = !pathname.startsWith('/api/') || (request.headers.get('accept') ?? '').startsWith('text/html')
    if (!wantsPage) return problemResponse(problem, lang)
    return new Response(web.problemPage(problem, lang, cookies.get('big') === '1'), {
      status: problem.status,
      headers: { 'content-type': 'text/html; charset=utf-8', ...againAfter(problem) },
    })
  }
}

const operationOf = <T extends Signature>(web: Web, signature: T) =>
  web.operations.get(signature.name) as Asked<T['input'], T['output']>

function pageResponse(answer: PageAnswer): Response {
  const response =
    'to' in answer
      ? new Response(null, { status: 303, headers: { location: answer.to } })
      : 'body' in answer
        ? new Response(answer.body, {
            headers: { 'content-type': answer.type, 'cache-control': answer.cache ?? 'no-store' },
          })
        : new Response(answer.html, {
            status: answer.status ?? 200,
            headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
          })
  for (const cookie of answer.cookies ?? []) response.headers.append('set-cookie', cookie)
  return response
}

async function noCache(c: { res: Response }, next: () => Promise<void>): Promise<void> {
  await next()
  c.res.headers.set('cache-control', 'no-cache')
}

function outsideRequest(
  web: Web,
  request: Request,
  connection: Connection,
  log: (error: unknown) => void,
): OutsideRequest {
  const { house, gate } = web
  const lang = langOf(request) ?? 'zh'
  const actor = anonymous(lang)
  const visit = visitOf(gate, request, connection)
  return {
    ...{ request, url: new URL(request.url), lang, home: house.url, newKey: newName, log },
    ask: (signature, input, extra) =>
      gate.turns.take(urgencyOf(signature), () =>
        gate.guard.admit(signature, actor, input, { ...visit, key: extra?.key ?? visit.key }, () =>
          perform(house, operationOf(web, signature), actor, input, extra),
        ),
      ),
    async stagePhoto(file) {
      await gate.guard.sent(visit.address, actor, file.bytes.byteLength)
      return house.files.stagePhoto(file.bytes, file.name)
    },
  }
}

/** The form is read before the page takes its turn: a slow sender waits on his own line. */
async function answerPage(
  web: Web,
  page: Page,
  request: Request,
  params: Record<string, string>,
  connection: Connection,
): Promise<PageAnswer> {
  if (request.method === 'POST') refuseForeignOrigin(request, web.house.url, credentialOf(request, web.house.url))
  const form = isForm(request) ? await readForm(request) : undefined
  return web.gate.turns.take(page.method === 'POST' ? 'act' : 'read', async () =>
    page.answer(await pageRequest(web, request, params, form, connection)),
  )
}

async function pageRequest(
  web: Web,
  request: Request,
  params: Record<string, string>,
  form: SentForm | undefined,
  connection: Connection,
): Promise<PageRequest> {
  const { house, gate } = web
  const url = new URL(request.url)
  const cookies = readCookies(request.headers.get('cookie'))
  const lang = readLang(
    url.searchParams.get('lang') ?? cookies.get('lang'),
    request.headers.get('accept-language') ?? undefined,
  )
  const actor = await identify(house, credentialOf(request, house.url), lang)
  const { address } = visitOf(gate, request, connection)
  const counted = async (file: SentFile) => {
    await gate.guard.sent(address, actor, file.bytes.byteLength)
    return file
  }
  return {
    params,
    query: url.searchParams,
    fields: form?.fields ?? EMPTY,
    files: form?.files ?? [],
    lang,
    big: cookies.get('big') === '1',
    actor,
    path: url.pathname,
    now: clock.now(),
    ask: (signature, input, { pass, ...extra } = {}) =>
      gate.guard.admit(signature, actor, input, { address, key: extra.key, pass }, () =>
        perform(house, operationOf(web, signature), actor, input, extra),
      ),
    stagePhoto: (file) => counted(file).then(({ bytes, name }) => house.files.stagePhoto(bytes, name)),
    stageVoice: (file) => counted(file).then(({ bytes, name }) => house.files.stageVoice(bytes, name)),
    ticket: (file) => house.files.ticket(file),
    redeem: (ticket) => house.files.redeem(ticket),
    smallPhoto: (file) => house.files.read(file.id, 'small'),
    newKey: newName,
  }
}

export type Server = {
  readonly port: number
  /** Takes no new connection, answers every request that has begun, then ends the lines of live pages: they come back elsewhere. */
  close(): Promise<void>
}

export type Listening = { readonly trusts?: (address: string) => boolean; readonly bounds?: ConnectionBounds }

/** Longer than any request may take to arrive and be answered. */
const MOST_WAIT_MS = 150_000
const LOOK_MS = 20

/** Serves until closed. Slow senders and too many connections are cut off (connections.ts). `trusts`: our own proxies. */
export function listen(
  app: Hono,
  port: number,
  host: string,
  { trusts = () => false, bounds = CONNECTIONS }: Listening = {},
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host, serverOptions: serverOptions(bounds) }, (info) =>
      resolve({ port: info.port, close: () => drain(server as HttpServer, answering) }),
    )
    boundConnections(server as HttpServer, bounds, trusts)
    const answering = new Set<ServerResponse>()
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.startsWith('/api/live')) return
      answering.add(response)
      response.once('close', () => answering.delete(response))
    })
    server.on('error', reject)
  })
}

async function drain(server: HttpServer, answering: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  const since = clock.ticks()
  while (answering.size > 0 && clock.ticks() - since < MOST_WAIT_MS) await pause(LOOK_MS)
  server.closeAllConnections()
  await closed
}
