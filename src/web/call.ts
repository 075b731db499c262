// Asks operations from the browser. Contracts are imported as types only: their names reach the page, Zod does not.
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { InputOf, OutputOf, Signature } from '#kernel/contract.ts'
import type { account } from '#modules/account/contract.ts'
import type { agency } from '#modules/agency/contract.ts'
import type { area } from '#modules/area/contract.ts'
import type { calendar } from '#modules/calendar/contract.ts'
import type { callback } from '#modules/callback/contract.ts'
import type { committee } from '#modules/committee/contract.ts'
import type { counsel } from '#modules/counsel/contract.ts'
import type { duty } from '#modules/duty/contract.ts'
import type { finding } from '#modules/finding/contract.ts'
import type { kin } from '#modules/kin/contract.ts'
import type { matter } from '#modules/matter/contract.ts'
import type { mediation } from '#modules/mediation/contract.ts'
import type { notice } from '#modules/notice/contract.ts'
import type { open311 } from '#modules/open311/contract.ts'
import type { place } from '#modules/place/contract.ts'
import type { register } from '#modules/register/contract.ts'
import type { retention } from '#modules/retention/contract.ts'
import type { room } from '#modules/room/contract.ts'
import type { study } from '#modules/study/contract.ts'
import type { upkeep } from '#modules/upkeep/contract.ts'
import { CallProblem, lost } from './call-problem.ts'
import { currentLang } from './lang.ts'
import { newKey } from './new-key.ts'

type Contracts = {
  account: typeof account
  agency: typeof agency
  area: typeof area
  calendar: typeof calendar
  callback: typeof callback
  duty: typeof duty
  finding: typeof finding
  matter: typeof matter
  notice: typeof notice
  open311: typeof open311
  place: typeof place
  register: typeof register
  retention: typeof retention
  room: typeof room
  committee: typeof committee
  mediation: typeof mediation
  counsel: typeof counsel
  study: typeof study
  kin: typeof kin
  upkeep: typeof upkeep
}

/** `'matter.take'`, typed by the contracts. */
export type Operation = { [M in keyof Contracts]: `${M}.${keyof Contracts[M] & string}` }[keyof Contracts]
type SignatureOf<N extends Operation> = N extends `${infer M extends keyof Contracts}.${infer V}`
  ? V extends keyof Contracts[M]
    ? Contracts[M][V] & Signature
    : never
  : never
type OfKind<K extends 'query' | 'command'> = {
  [N in Operation]: SignatureOf<N> extends { kind: K } ? N : never
}[Operation]

export type Query = OfKind<'query'>
export type Command = OfKind<'command'>
export type Input<N extends Operation> = InputOf<SignatureOf<N>>
export type Output<N extends Operation> = OutputOf<SignatureOf<N>>

const PATIENCE_MS = 30_000
/** A photo on a stairwell's network: one more second for every ten kilobytes. */
const BYTES_A_MS = 10

const patienceFor = (body: BodyInit): number => {
  if (!(body instanceof FormData)) return PATIENCE_MS
  const bytes = [...body.values()].reduce((sum, part) => sum + (part instanceof Blob ? part.size : part.length), 0)
  return PATIENCE_MS + bytes / BYTES_A_MS
}

let signedOut = () => {}
/** What a page does when the server no longer knows who is asking. */
export const whenSignedOut = (then: () => void): void => {
  signedOut = then
}

async function send(
  name: string,
  body: BodyInit,
  headers: Record<string, string>,
  patience = patienceFor(body),
): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'accept-language': currentLang(), ...headers },
      signal: AbortSignal.timeout(patience),
    })
  } catch {
    throw lost()
  }
  return answerOf(await response.json().catch(() => undefined), response)
}

/** What was answered. Throws the CallProblem that it is. */
export function answerOf(answer: unknown, { ok, status }: { readonly ok: boolean; readonly status: number }): unknown {
  if (ok && answer !== undefined) return answer
  const problem = CallProblem.from(answer, status)
  if (problem.code === 'door.signIn') signedOut()
  throw problem
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** Asks a question. Throws CallProblem. */
export const ask = <N extends Query>(name: N, input: Input<N>): Promise<Output<N>> =>
  send(name, JSON.stringify(input), JSON_TYPE) as Promise<Output<N>>

/**
 * Gives a command, once: a line lost on the way is tried again with the same key, so nothing happens twice.
 * Files travel beside the typed part as multipart. Throws CallProblem.
 */
export async function perform<N extends Command>(
  name: N,
  input: Input<N>,
  extra: { readonly key?: string; readonly files?: Readonly<Record<string, readonly File[]>> } = {},
): Promise<Output<N>> {
  const json = JSON.stringify(input)
  const key = { 'idempotency-key': extra.key ?? newKey() }
  const files = Object.entries(extra.files ?? {}).flatMap(([field, list]) => list.map((file) => [field, file] as const))
  const once = () => {
    if (files.length === 0) return send(name, json, { ...JSON_TYPE, ...key })
    const form = new FormData()
    form.append('json', json)
    for (const [field, file] of files) form.append(field, file)
    return send(name, form, key)
  }
  const again = (problem: unknown) => {
    if (problem instanceof CallProblem && problem.isLost) return once()
    throw problem
  }
  return once().catch(again) as Promise<Output<N>>
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, problem) => count < 2 && problem instanceof CallProblem && problem.mayPass,
      refetchOnWindowFocus: true,
      // Without a network a question fails and says so, instead of waiting unseen for the line to return.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** A question as TanStack Query takes it, for asking several at once. */
export const asking = <N extends Query>(name: N, input: Input<N>) => ({
  queryKey: [name, input] as const,
  queryFn: () => ask(name, input),
})

type Asking = {
  readonly enabled?: boolean
  /** Keeps the last answer on the page while the next one comes. */
  readonly keep?: boolean
  readonly staleMs?: number
}

/** The answer to a question, kept fresh. `error` is a CallProblem. */
export const useAnswer = <N extends Query>(
  name: N,
  input: Input<N>,
  { enabled = true, keep = false, staleMs }: Asking = {},
): UseQueryResult<Output<N>, CallProblem> =>
  useQuery<Output<N>, CallProblem>({
    ...asking(name, input),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
  })

type Paged = { [N in Query]: Output<N> extends { next: string | null } ? N : never }[Query]

/** A list that grows page by page. */
export const usePages = <N extends Paged>(name: N, input: Input<N>) =>
  useInfiniteQuery<Output<N>, CallProblem, { pages: Output<N>[] }, unknown[], string | undefined>({
    // Not the key of the same question asked once: what is kept under it has another shape.
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam }) =>
      ask(name, { ...(input as object), ...(pageParam ? { after: pageParam } : {}) } as Input<N>),
    initialPageParam: undefined,
    getNextPageParam: (page) => (page as { next: string | null }).next ?? undefined,
    placeholderData: keepPreviousData,
  })

/** Asks again whatever a module has answered; of one record when `id` is given. */
export const askAgain = (module: string, id?: string): Promise<void> =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [name, input] }) => {
      if (!String(name).startsWith(`${module}.`)) return false
      const about = (input as { id?: string } | undefined)?.id
      return id === undefined || about === undefined || about === id
    },
  })

export type Given<N extends Command> = {
  readonly input: Input<N>
  readonly files?: Readonly<Record<string, readonly File[]>>
}

/**
 * A command with its busy state. When it is done, what its module answered before is asked again and `onDone` follows.
 * The same input sent again after a lost line keeps its key, so a second press cannot do it twice.
 */
export function useCommand<N extends Command>(
  name: N,
  {
    onDone,
    touches = [],
  }: { readonly onDone?: (answer: Output<N>) => void; readonly touches?: readonly string[] } = {},
) {
  const unsure = useRef<{ body: string; key: string } | undefined>(undefined)
  return useMutation<Output<N>, CallProblem, Given<N>>({
    mutationFn: async ({ input, files }) => {
      const body = JSON.stringify(input)
      const key = unsure.current?.body === body ? unsure.current.key : newKey()
      unsure.current = { body, key }
      const answer = await perform(name, input, { key, ...(files ? { files } : {}) }).catch((problem: unknown) => {
        if (!(problem instanceof CallProblem && problem.isLost)) unsure.current = undefined
        throw problem
      })
      unsure.current = undefined
      return answer
    },
    onSuccess: async (answer) => {
      const modules = [name.slice(0, name.indexOf('.')), ...touches]
      await Promise.all(modules.map((module) => askAgain(module)))
      onDone?.(answer)
    },
  })
}
