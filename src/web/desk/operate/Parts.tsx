// The parts of the system: those that need somebody with what to do, and all of them in a quiet list.
import type { PartState } from '#modules/upkeep/contract.ts'
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Mark, type ShapeName, type Tone } from '#web/parts/State.tsx'
import { gapsOf } from './amounts.ts'
import { advice, partNames, sayings } from './saying-words.ts'
import { operateWords } from './words.ts'

type Health = Output<'upkeep.health'>

const LOOKS: Record<PartState['level'], { readonly shape?: ShapeName; readonly tone?: Tone }> = {
  bad: { shape: 'triangle', tone: 'late' },
  warn: { shape: 'half', tone: 'due' },
  good: { shape: 'tick', tone: 'done' },
  off: {},
}

const keyOf = ({ part, names }: PartState) => `${part} ${part === 'disk' ? names?.join() : ''}`

function useSentence(now: string): (part: PartState) => string {
  const t = useWords(operateWords)
  const say = useWords(sayings)
  const lang = useLang()
  return (part) => say(part.says, gapsOf(part, now, lang, t))
}

export function Needs({ health }: { readonly health: Health }) {
  const t = useWords(operateWords)
  const name = useWords(partNames)
  const tell = useWords(advice)
  const sentence = useSentence(health.now)
  const found = health.parts.filter(({ level }) => level === 'bad' || level === 'warn')
  if (found.length === 0) return null
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{t('needs')}</h2>
      <ul className="needs">
        {found.map((part) => (
          <li key={keyOf(part)} data-level={part.level}>
            <div>
              <b>{name(part.part)}</b>
              <Mark {...LOOKS[part.level]}>{t(part.level)}</Mark>
            </div>
            <p>{sentence(part)}</p>
            {part.says in advice ? <p className="q">{tell(part.says as keyof typeof advice)}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In the order of the list, so that each stands where it stood. */
export function Parts({ health }: { readonly health: Health }) {
  const t = useWords(operateWords)
  const name = useWords(partNames)
  const sentence = useSentence(health.now)
  const order = Object.keys(partNames)
  const parts = [...health.parts].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t('parts')}</h2>
      <ul className="parts">
        {parts.map((part) => (
          <li key={keyOf(part)}>
            <b>{name(part.part)}</b>
            <Mark {...LOOKS[part.level]}>{t(part.level)}</Mark>
            <span className="says">{sentence(part)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
