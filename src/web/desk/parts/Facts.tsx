// Pairs of a word and what it is, for the side of a record.
import type { ReactNode } from 'react'

export type Fact = readonly [label: string, value: ReactNode]

/** Pairs without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (Fact | false | null | undefined | '')[] }) {
  return (
    <dl>
      {facts.map((fact) =>
        fact && fact[1] !== null && fact[1] !== undefined && fact[1] !== '' ? (
          <div key={fact[0]} className="fact">
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
