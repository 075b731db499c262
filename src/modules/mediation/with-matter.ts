// A file that began as a matter: the matter's own story says how far it is in general words, never what was said, and it is
// finished with the file's outcome. The matter knows nothing of mediation: it is told, as Linli, by these reactions.
import { machine } from '#kernel/access.ts'
import type { Reaction } from '#kernel/door.ts'
import { Problem } from '#kernel/problem.ts'
import { finishMatter, noteOnMatter } from '#modules/matter/index.ts'
import { mediationById } from './store.ts'

type Told = { readonly words: string; readonly ends?: 'solved' | 'explained' | 'cannot' }

const ELSEWHERE = '已告知可以走的其他途径。'
const TOLD: Readonly<Record<string, Told>> = {
  apply: { words: '这是一件纠纷，已转为调解案卷，等调委会受理。' },
  recordOnSpot: { words: '双方当场达成口头协议，已记入调解案卷，接下来按计划回访。', ends: 'solved' },
  accept: { words: '调委会已受理，由调解员联系双方。' },
  handUp: { words: '调解案卷已整卷移交上一级调委会。' },
  takeEffect: { words: '双方已达成书面调解协议，接下来按计划回访。', ends: 'solved' },
  agreeOrally: { words: '双方已达成口头调解协议，接下来按计划回访。', ends: 'solved' },
  decline: { words: `调委会不予受理，${ELSEWHERE}`, ends: 'explained' },
  fail: { words: `调解没有达成协议，${ELSEWHERE}`, ends: 'cannot' },
  refuse: { words: `有一方不同意调解，${ELSEWHERE}`, ends: 'explained' },
  terminate: { words: `调解已终止，${ELSEWHERE}`, ends: 'explained' },
  handOn: { words: '这件纠纷已移送主管机关处理。', ends: 'explained' },
  withdraw: { words: '申请人撤回了调解申请。', ends: 'explained' },
}

const reaction = (verb: string, { words, ends }: Told): Reaction => ({
  on: `mediation.${verb}`,
  async run({ input, actor, tx, perform, subject }) {
    const given = (input as { matterId?: string }).matterId
    const opens = verb === 'apply' || verb === 'recordOnSpot'
    const matter = opens ? given : subject && (await mediationById(tx, actor.tenant, subject.id))?.matter_id
    if (!matter) return
    const linli = machine(actor.tenant, 'mediation')
    try {
      if (ends === undefined) await perform(noteOnMatter, { id: matter, words }, linli)
      else await perform(finishMatter, { id: matter, done: words, result: ends }, linli)
    } catch (error) {
      // A matter that is not being handled (paused, asked about, finished by hand) goes its own way; the file goes on.
      if (!(error instanceof Problem)) throw error
    }
  },
})

export const tellsMatter: readonly Reaction[] = Object.entries(TOLD).map(([verb, told]) => reaction(verb, told))
