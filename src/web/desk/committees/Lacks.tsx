// What a committee lacks, each in a sentence.
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Mark } from '#web/parts/State.tsx'
import { committeeWords } from './words.ts'

type Gap = Output<'committee.list'>['committees'][number]['gaps'][number]

export function useGapSentence() {
  const t = useWords(committeeWords)
  return ({ code, need, has }: Gap): string => t(`gap_${code}`, { need, has, missing: need - has })
}

export function Lacks({ gaps }: { readonly gaps: readonly Gap[] }) {
  const t = useWords(committeeWords)
  const say = useGapSentence()
  if (gaps.length === 0)
    return (
      <Mark shape="tick" tone="done">
        {t('nothingLacks')}
      </Mark>
    )
  return (
    <ul className="lacks">
      {gaps.map((gap) => (
        <li key={gap.code}>
          <Mark shape={gap.code === 'term_ends' ? 'ring' : 'missing'} tone="need">
            {say(gap)}
          </Mark>
        </li>
      ))}
    </ul>
  )
}
