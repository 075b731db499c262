// What happened to a matter, in sentences with dates, newest first; the line ends where it is now.
import type { ReactNode } from 'react'
import type { Output } from '#web/call.ts'
import { useLang } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { decisionsOf } from './story-details.ts'
import { sentenceOf } from './story-sentences.ts'
import { clockTime, withUnits } from './when.ts'

type Matter = Output<'matter.get'>

type StoryItem = {
  readonly key: string
  readonly at: string
  readonly tone?: 'now' | 'held' | 'due' | 'next' | undefined
  readonly children: ReactNode
}

/** The line of a story; any module may fill it. */
export function Story({ items }: { readonly items: readonly StoryItem[] }) {
  const lang = useLang()
  const now = useNow()
  return (
    <ol className="story">
      {items.map(({ key, at, tone, children }) => (
        <li key={key} className={tone ?? ''}>
          <time dateTime={at}>{clockTime(at, now, lang)}</time>
          {children}
        </li>
      ))}
    </ol>
  )
}

type MatterStoryProps = Pick<Matter, 'steps' | 'clocks' | 'photoList' | 'way' | 'words'> & { readonly open: boolean }

/** The steps of a matter. What people wrote stands below its sentence, in their own words. */
export function MatterStory({ steps, clocks, photoList, way, words, open }: MatterStoryProps) {
  const lang = useLang()
  const newestFirst = steps.toSorted((a, b) => (a.at === b.at ? b.id.localeCompare(a.id) : b.at.localeCompare(a.at)))
  return (
    <Story
      items={newestFirst.map((step, at) => {
        const { who, says, limit, late } = sentenceOf(step, { clocks, photoList, way }, lang)
        const own = step.move === 'report' || step.move === 'record' ? words : step.text
        const decisions = decisionsOf(step.detail, step.at, lang)
        return {
          key: step.id,
          at: step.at,
          tone: at === 0 && open ? 'now' : step.move === 'pause' ? 'held' : undefined,
          children: (
            <>
              <p>
                {who ? <b>{who}</b> : null} {says}
                {limit ? <span className={late ? 'st late in-line' : 'q'}> {withUnits(limit)}</span> : null}
              </p>
              {own ? <blockquote>{own}</blockquote> : null}
              {step.move === 'record' && step.text ? <blockquote>{step.text}</blockquote> : null}
              {decisions.length > 0 ? (
                <ul className="decided">
                  {decisions.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : null}
            </>
          ),
        }
      })}
    />
  )
}
