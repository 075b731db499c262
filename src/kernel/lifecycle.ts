// A life written down once: the door guards with it, pages draw buttons from it, SQL and documents are compared with it.
import type { Text } from './words.ts'

export type State = Text & {
  readonly open: boolean
}

export type Move<S extends string = string> = Text & {
  /** `null` stands for "not there yet". */
  readonly from: readonly (S | null)[]
  readonly to: S
  /** What the mover must bring. */
  readonly asks?: readonly string[]
  /** Law or standard behind it. */
  readonly basis?: string
  /** Clocks this move stops and starts. */
  readonly stops?: readonly string[]
  readonly starts?: readonly string[]
  /** Clocks it starts unless they already run: a limit does not begin anew because somebody passed the matter on. */
  readonly keeps?: readonly string[]
}

export type Life<S extends string = string, M extends string = string> = {
  readonly name: string
  readonly states: { readonly [K in S]: State }
  readonly moves: { readonly [K in M]: Move }
}

export const life = <
  const S extends string,
  const M extends string,
  const T extends { readonly [K in M]: Move<NoInfer<S>> },
>(
  name: string,
  states: { readonly [K in S]: State },
  moves: T & { readonly [K in M]: Move<NoInfer<S>> },
) => ({ name, states, moves })

/** One step of a life; the target state is part of its type, so a handler cannot write another one. */
export type Step<To extends string = string> = { readonly life: Life; readonly name: string; readonly to: To }

export const step = <L extends Life, const M extends keyof L['moves'] & string>(
  of: L,
  name: M,
): Step<L['moves'][M]['to']> => ({
  life: of,
  name,
  to: (of.moves as Life['moves'])[name]!.to as L['moves'][M]['to'],
})

export const mayMove = (of: Life, move: string, state: string | null): boolean =>
  of.moves[move]?.from.includes(state) ?? false

export const isOpen = (of: Life, state: string): boolean => of.states[state]?.open ?? false

/** The life as a Mermaid picture, for documents. */
export const diagram = (of: Life): string =>
  [
    'stateDiagram-v2',
    ...Object.entries(of.moves).flatMap(([name, move]) =>
      move.from.map((from) => `  ${from ?? '[*]'} --> ${move.to}: ${name}`),
    ),
    ...Object.entries(of.states)
      .filter(([, state]) => !state.open)
      .map(([name]) => `  ${name} --> [*]`),
  ].join('\n')
