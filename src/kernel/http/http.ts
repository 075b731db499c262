// The web server: the only file that knows Hono. It finds the way to operations, pages and built files, nothing more.
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { anonymous } from '../access.ts'
import { clock } from '../clock.ts'
import type { Signature } from '../contract.ts'
import { perform } from '../door.ts'
import { newName } from '../ids.ts'
import type { Asked } from '../operation.ts'
import { doorProblems, Problem } from '../problem.ts'
import { type Lang, readLang } from '../words.ts'
import { type Answering, answerApi, asProblem, langOf, problemResponse, refuseForeignOrigin } from './api.ts'
import type { ProblemCodes } from './describe.ts'
import { securityHeaders } from './headers.ts'
import { credentialOf, identify, readCookies } from './identity.ts'
import type { Live } from './live.ts'
import { answerLive } from './live-stream.ts'
import { openApi } from './openapi.ts'
import type { Outside, OutsideRequest } from './outside.ts'
import type { Page, PageAnswer, PageRequest } from './page.ts'
import { isForm, readForm } from './request.ts'

export type Web = Answering & {
  readonly live: Live
  /** What operations may refuse with, for the open description. */
  readonly problemCodes?: ProblemCodes
  readonly pages: readonly Page[]
  readonly outside: readonly Outside[]
  /** The page for a failure, in the reader's language. */
  readonly problemPage: (problem: Problem, lang: Lang, big: boolean) => string
  readonly dist: string
  readonly log: (line: string) => void
  readonly ready: () => Promise<boolean>
  /** Told to stop: answers still, and asks whoever is connected to come back on another connection. */
  readonly leaving?: () => boolean
}

/** Where a connection comes from; undefined when a test asks without one. */
const addressOf = (env: unknown): string | undefined =>
  (env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket?.remoteAddress

const EMPTY: ReadonlyMap<string, readonly string[]> = new Map()

export function webApp(web: Web): Hono {
  const app = new Hono()
  const { house } = web
  const fixed = Object.entries(securityHeaders(house.url.startsWith('https:')))
  const log = (error: unknown) => web.log(error instanceof Error ? (error.stack ?? error.message) : String(error))

  app.use(async (c, next) => {
    await next()
    if (web.leaving?.()) c.res.headers.set('connection', 'close')
    for (const [name, value] of fixed) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) =>
    !web.leaving?.() && (await web.ready().catch(() => false))
      ? c.json({ ready: true })
      : c.json({ ready: false }, 503),
  )
  app.get('/api/openapi.json', (c) => c.json(openApi([...web.operations.values()], house.url, web.problemCodes ?? {})))
  app.get('/api/live', (c) =>
    answerLive(house, web.live, c.req.raw, (receipt) => house.directory.find('receipt', receipt)),
  )
  app.on(['GET', 'POST'], '/api/:operation', (c) =>
    answerApi(web, c.req.param('operation'), c.req.raw, addressOf(c.env)),
  )

  for (const page of web.pages)
    app.on(page.method, page.path, async (c) => {
      const asked = await pageRequest(web, c.req.raw, c.req.param() as Record<string, string>)
      return pageResponse(await page.answer(asked))
    })

  for (const door of web.outside)
    for (const path of [door.path, `${door.path}/*`])
      app.all(path, (c) => door.answer(outsideRequest(web, c.req.raw, log)))

  app.use('/assets/*', compress())
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: web.dist }))
  for (const room of ['desk', 'field']) {
    const shell = serveStatic({ root: web.dist, path: `${room}.html` })
    app.get(`/${room}`, noCache, shell)
    app.get(`/${room}/*`, noCache, shell)
  }

  const fail = (error: unknown, request: Request): Response => {
    const cookies = readCookies(request.headers.get('cookie'))
    const chosen = new URL(request.url).searchParams.get('lang') ?? cookies.get('lang')
    const lang = readLang(chosen, request.headers.get('accept-language') ?? undefined)
    const wantsPage =
      !new URL(request.url).pathname.startsWith('/api/') ||
      (request.headers.get('accept') ?? '').startsWith('text/html')
    if (!wantsPage) return problemResponse(error, lang, log)
    const problem = asProblem(error)
    if (!(error instanceof Problem)) log(error)
    const big = cookies.get('big') === '1'
    return new Response(web.problemPage(problem, lang, big), {
      status: problem.status,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
  }
  app.onError((error, c) => fail(error, c.req.raw))
  app.notFound((c) => fail(new Problem(doorProblems.missing), c.req.raw))
  return app
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

function outsideRequest(web: Web, request: Request, log: (error: unknown) => void): OutsideRequest {
  const { house } = web
  const lang = langOf(request) ?? 'zh'
  return {
    ...{ request, url: new URL(request.url), lang, home: house.url, newKey: newName, log },
    ask: (signature, input, extra) => perform(house, operationOf(web, signature), anonymous(lang), input, extra),
    stagePhoto: (file) => house.files.stagePhoto(file.bytes, file.name),
  }
}

async function pageRequest(web: Web, request: Request, params: Record<string, string>): Promise<PageRequest> {
  const { house } = web
  const credential = credentialOf(request, house.url)
  if (request.method === 'POST') refuseForeignOrigin(request, house.url, credential)
  const url = new URL(request.url)
  const cookies = readCookies(request.headers.get('cookie'))
  const lang = readLang(
    url.searchParams.get('lang') ?? cookies.get('lang'),
    request.headers.get('accept-language') ?? undefined,
  )
  const actor = await identify(house, credential, lang)
  const form = isForm(request) ? await readForm(request) : undefined
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
    ask: (signature, input, extra) => perform(house, operationOf(web, signature), actor, input, extra),
    stagePhoto: (file) => house.files.stagePhoto(file.bytes, file.name),
    stageVoice: (file) => house.files.stageVoice(file.bytes, file.name),
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

/** Longer than any request may take to arrive and be answered. */
const MOST_WAIT_MS = 150_000
const LOOK_MS = 20

/** Serves until closed. Slow senders are cut off: headers within 15 s, a whole request within 120 s. */
export function listen(app: Hono, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port, hostname: host, serverOptions: { headersTimeout: 15_000, requestTimeout: 120_000 } },
      (info) => resolve({ port: info.port, close: () => drain(server as HttpServer, answering) }),
    )
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
