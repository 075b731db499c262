// The answer to whoever referred a dispute: what came of it, and nothing of what was said.
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { mediation } from '../contract.ts'
import { remindAnew } from '../limit.ts'
import { hasCome, locked, noted } from '../moving.ts'
import { beforeAnybody, mediates } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { mediationProblems } from '../words.ts'

export const replyReferral = operation(mediation.replyReferral, {
  permit: [mediates, beforeAnybody],
  subject: locked,
  async run(context) {
    const { input, subject, keys, now } = context
    const row = subject!
    if (!row.referred_by || row.replied_on) throw new Problem(mediationProblems.nothingToReply)
    await remindAnew(context, row, 'reply', row.id, null)
    const reply = sealIn(keys, 'mediation', row, 'reply', input.words)
    return noted(context, 'replyReferral', { set: { replied_on: hasCome(input.on, now), reply } })
  },
})
