// What happened to a matter, in sentences with dates, newest first; the line ends where it is now.
import type { ReactNode } from 'react'
import { SPOKEN } from '#modules/matter/lifecycle.ts'
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { PAUSING } from './paused-until.ts'
import { decisionsOf } from './story-details.ts'
import { sentenceOf } from './story-sentences.ts'
import { Voices } from './Voice.tsx'
import { clockTime, withUnits } from './when.ts'
import { partWords } from './words.ts'

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

type MatterStoryProps = Pick<Matter, 'id' | 'steps' | 'clocks' | 'photoList' | 'voiceList' | 'way' | 'words'> & {
  readonly open: boolean
}

type StepVoicesProps = {
  readonly matterId: string
  readonly step: Matter['steps'][number]
  readonly voices: Matter['voiceList']
}

/** The recordings that came with a step; who sees its words masked is told that there are some. */
function StepVoices({ matterId, step, voices }: StepVoicesProps) {
  const t = useWords(partWords)
  const ids = (step.detail.voices ?? []) as readonly string[]
  if (ids.length === 0) return null
  const heard = voices.filter((one) => ids.includes(one.id))
  return heard.length > 0 ? <Voices matterId={matterId} voices={heard} /> : <p className="q">{t('voiceClosed')}</p>
}

/** The steps of a matter. What people wrote or said stands below its sentence, in their own words. */
export function MatterStory({ id, steps, clocks, photoList, voiceList, way, words, open }: MatterStoryProps) {
  const lang = useLang()
  const newestFirst = steps.toSorted((a, b) => (a.at === b.at ? b.id.localeCompare(a.id) : b.at.localeCompare(a.at)))
  return (
    <Story
      items={newestFirst.map((step, at) => {
        const { who, says, limit, late } = sentenceOf(step, { clocks, photoList, way }, lang)
        // A page that has shown the reporter's words and voice above gives none.
        const first = step.move === 'report' || step.move === 'record'
        const own = first ? words : step.text
        const decisions = decisionsOf(step.detail, step.at, lang)
        return {
          key: step.id,
          at: step.at,
          tone: at === 0 && open ? 'now' : PAUSING.includes(step.move) ? 'held' : undefined,
          children: (
            <>
              <p>
                {who ? <b>{who}</b> : null} {says}
                {limit ? <span className={late ? 'st late in-line' : 'q'}> {withUnits(limit)}</span> : null}
              </p>
              {own && own !== SPOKEN ? <blockquote>{own}</blockquote> : null}
              {first && !words ? null : <StepVoices matterId={id} step={step} voices={voiceList} />}
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
