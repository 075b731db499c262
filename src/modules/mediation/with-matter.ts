// A file that began as a matter: the matter's own story says how far it is in general words, never what was said, and it is
// finished with the file's outcome; while the file is mediated, the matter's limit stands still. The matter knows nothing of mediation: it is told, as Linli, by these reactions.
import { machine } from '#kernel/access.ts'
import { localInstant } from '#kernel/clock.ts'
import type { Reaction } from '#kernel/door.ts'
import { Problem } from '#kernel/problem.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import { finishMatter, noteOnMatter, resumeMatter, standForMediation } from '#modules/matter/index.ts'
import { mediationById } from './store.ts'

/** `stands`: the file's own limit runs from here; `ends`: how the matter is finished. */
type Told = { readonly words: string; readonly stands?: true; readonly ends?: 'solved' | 'explained' | 'cannot' }

const ELSEWHERE = '已告知可以走的其他途径。'
const TOLD: Readonly<Record<string, Told>> = {
  apply: { words: '这是一件纠纷，已转为调解案卷，等调委会受理。' },
  recordOnSpot: { words: '双方当场达成口头协议，已记入调解案卷，接下来按计划回访。', ends: 'solved' },
  accept: { words: '调委会已受理，由调解员联系双方。', stands: true },
  extend: { words: '各方都同意，调解期限延长。', stands: true },
  resume: { words: '鉴定等事项已经办完，继续调解。', stands: true },
  handUp: { words: '调解案卷已整卷移交上一级调委会。', stands: true },
  takeEffect: { words: '双方已达成书面调解协议，接下来按计划回访。', ends: 'solved' },
  agreeOrally: { words: '双方已达成口头调解协议，接下来按计划回访。', ends: 'solved' },
  decline: { words: `调委会不予受理，${ELSEWHERE}`, ends: 'explained' },
  fail: { words: `调解没有达成协议，${ELSEWHERE}`, ends: 'cannot' },
  refuse: { words: `有一方不同意调解，${ELSEWHERE}`, ends: 'explained' },
  terminate: { words: `调解已终止，${ELSEWHERE}`, ends: 'explained' },
  handOn: { words: '这件纠纷已移送主管机关处理。', ends: 'explained' },
  withdraw: { words: '申请人撤回了调解申请。', ends: 'explained' },
}

type Reacting = Parameters<Reaction['run']>[0]

/** Done as Linli; a matter that is not where this is possible (asked about, finished by hand) goes its own way. */
async function whilePossible(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return false
  }
}

async function tell({ actor, tx, perform }: Reacting, matter: string, file: string, { words, stands, ends }: Told) {
  const linli = machine(actor.tenant, 'mediation')
  const inHand = () => whilePossible(() => perform(resumeMatter, { id: matter }, linli))
  if (ends) {
    await inHand()
    return whilePossible(() => perform(finishMatter, { id: matter, done: words, result: ends }, linli))
  }
  if (!stands) return whilePossible(() => perform(noteOnMatter, { id: matter, words }, linli))
  // Performing writes what the file's own operation meant to write: its limit is read as it is now.
  await inHand()
  const due = (await mediationById(tx, actor.tenant, file))?.due_on
  if (!due) return whilePossible(() => perform(noteOnMatter, { id: matter, words }, linli))
  const until = localInstant(dayText(dayNumber(due) + 1)).toISOString()
  return whilePossible(() => perform(standForMediation, { id: matter, words, until }, linli))
}

const reaction = (verb: string, told: Told): Reaction => ({
  on: `mediation.${verb}`,
  async run(context) {
    const opens = verb === 'apply' || verb === 'recordOnSpot'
    const { input, actor, tx, subject } = context
    const given = (input as { matterId?: string }).matterId
    const matter = opens ? given : subject && (await mediationById(tx, actor.tenant, subject.id))?.matter_id
    if (matter) await tell(context, matter, subject?.id ?? '', told)
  },
})

export const tellsMatter: readonly Reaction[] = Object.entries(TOLD).map(([verb, told]) => reaction(verb, told))
