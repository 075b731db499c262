// How many full-time mediators there are of those there ought to be: one square a person, hollow where somebody is missing.
import { useWords } from '#web/lang.ts'
import { committeeWords } from './words.ts'

export function Need({ need, has }: { readonly need: number; readonly has: number }) {
  const t = useWords(committeeWords)
  const all = Math.max(need, has)
  if (all === 0) return null
  const label = t('needs', { need, has })
  return (
    <span className="need" role="img" aria-label={label} title={label}>
      <svg viewBox={`0 0 ${all * 14} 12`} width={all * 14} height={12} aria-hidden="true">
        {Array.from({ length: all }, (_, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: squares have nothing but their place
            key={at}
            className={at < has ? 'there' : 'missing'}
            x={at * 14 + 1}
            y={1}
            width={10}
            height={10}
            rx={2}
          />
        ))}
      </svg>
      <span aria-hidden="true">
        {has}/{need}
      </span>
    </span>
  )
}
