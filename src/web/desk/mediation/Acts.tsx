// What whoever reads a file may do to it now: one form at a time, the usual act first.
import {
  BODIES,
  CONTENT,
  DECLINE_REASONS,
  JOINING,
  MODES,
  PAPERS,
  PARTY_KINDS,
  PROCEDURES,
  ROUTES,
  SIDES,
  VISIT_WAYS,
} from '#modules/mediation/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { type Act, Buttons } from '../parts/Buttons.tsx'
import { ActForm } from './ActForm.tsx'
import { avoidanceActs } from './avoidance-acts.ts'
import {
  bodyWords,
  consentWords,
  contentWords,
  joiningWords,
  modeWords,
  paperWords,
  partWords,
  partyKindWords,
  procedureWords,
  reasonWords,
  visitWayWords,
  wayWords,
  whyWords,
} from './choice-words.ts'
import { actsOf, type Choices, type Option } from './fields.ts'
import type { File } from './MediationRecord.tsx'
import { MediatorsForm } from './MediatorsForm.tsx'
import { mediationWords, routeWords } from './words.ts'

type Worded<K extends string> = Readonly<Record<K, { readonly zh: string; readonly en: string }>>

export function Acts({ file }: { readonly file: File }) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const options = <K extends string>(values: readonly K[], words: Worded<K>): Option[] =>
    values.map((value) => ({ value, label: words[value][lang] }))
  const { data: known } = useAnswer('mediation.tieKinds', {})
  const choices: Choices = {
    ties: (known?.kinds ?? [])
      .filter(({ retired }) => !retired)
      .map(({ code, zh, en }) => ({ value: code, label: pick(zh, en, lang) })),
    modes: options(MODES, modeWords),
    routes: options(ROUTES, routeWords),
    bodies: options(BODIES, bodyWords),
    procedures: options(PROCEDURES, procedureWords),
    joining: options(JOINING, joiningWords),
    reasons: options(DECLINE_REASONS, reasonWords),
    kinds: (['visit', 'investigation'] as const).map((value) => ({ value, label: t(value) })),
    visitWays: options(VISIT_WAYS, visitWayWords),
    contents: [{ value: '', label: t('notAsked') }, ...options(CONTENT, contentWords)],
    consents: options(['agreed', 'refused'] as const, consentWords),
    parts: options(['party', 'representative', 'special', 'general'] as const, partWords),
    sides: SIDES.map((value) => ({ value, label: t(value) })),
    partyKinds: options(PARTY_KINDS, partyKindWords),
    papers: options(PAPERS, paperWords),
    whys: options(['chosen', 'avoidance', 'away'] as const, whyWords),
    courtSteps: (['asked', 'taken', 'confirmed', 'rejected'] as const).map((value) => ({ value, label: t(value) })),
    ways: options(['paper', 'drawn', 'stamp'] as const, wayWords),
  }
  const waiting = file.handovers.find(({ receivedAt, toBody }) => !receivedAt && !toBody)
  const naming = (['accept', 'receive'] as const).filter((verb) => file.can.includes(verb))
  const avoidance = avoidanceActs(file, choices)
  const offered = [...avoidance.first, ...actsOf(file, choices), ...avoidance.later].filter(({ verb }) =>
    file.can.includes(verb),
  )
  const acts: Act[] = [
    ...naming.map(
      (verb): Act => ({
        ...{ id: verb, label: t(verb === 'accept' ? 'actAccept' : 'actReceive'), look: 'primary' },
        form: (props) => (
          <MediatorsForm id={file.id} verb={verb} committeeId={waiting?.toCommittee ?? undefined} {...props} />
        ),
      }),
    ),
    ...offered.map(
      (act, at): Act => ({
        ...{ id: `${act.verb} ${act.label}`, label: t(act.label) },
        // One act at most stands out.
        ...(act.look === 'primary' && at === 0 && naming.length === 0 ? { look: 'primary' } : {}),
        form: (props) => <ActForm id={file.id} act={act} {...props} />,
      }),
    ),
  ]
  return <Buttons acts={acts} />
}
