// Supervision 督办: a leader urges, marks, comments; the matter goes on, and everybody who handles it sees the word.
import { machineOnly, works } from '#kernel/access.ts'
import { isOpen } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { matter } from '../contract.ts'
import { hadHand } from '../leads.ts'
import { matterLife } from '../lifecycle.ts'
import { type HeldMatter, insertStep, updateMatter } from '../store.ts'
import { matterProblems } from '../words.ts'
import { locked } from '../write-move.ts'

const supervises = works(
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'district_staff',
  'district_leader',
)

type Said = { readonly move: string; readonly text: string; readonly detail?: object }

/** A word about a matter: a step of its story that moves nothing. */
function say(
  context: Context<unknown, HeldMatter | undefined>,
  said: Said,
  set: Parameters<typeof updateMatter>[1] = {},
) {
  const { subject, actor, now, write, made } = context
  const row = subject!
  write(updateMatter(row, set, now))
  write(
    insertStep(
      { tenant: row.tenant_id, id: row.id, areaPos: row.area_pos },
      {
        ...said,
        by: actor.kind === 'machine' ? 'system' : 'staff',
        actorId: actor.kind === 'staff' ? actor.id : null,
        actorName: actor.kind === 'staff' ? actor.name : '',
        round: row.round,
      },
      now,
    ),
  )
  made({ id: row.id, area_pos: row.area_pos, state: row.state, version: row.version + 1 })
  return { id: row.id, state: row.state, version: row.version + 1 }
}

export const urge = operation(matter.urge, {
  permit: [supervises],
  subject: locked,
  async run(context) {
    const row = context.subject!
    if (!isOpen(matterLife, row.state) || row.state === 'replied') throw new Problem(matterProblems.notNow)
    return say(context, { move: 'urge', text: context.input.words }, { urged: row.urged + 1 })
  },
})

export const mark = operation(matter.mark, {
  permit: [supervises],
  subject: locked,
  run: async (context) =>
    say(
      context,
      { move: 'mark', text: context.input.words, detail: { grade: context.input.grade } },
      { urgency: context.input.grade },
    ),
})

export const comment = operation(matter.comment, {
  permit: [supervises, hadHand],
  subject: locked,
  run: async (context) => say(context, { move: 'comment', text: context.input.words }),
})

export const warn = operation(matter.warn, {
  permit: [machineOnly],
  subject: locked,
  async run(context) {
    const { warned_at, warn_at } = context.subject!
    if (warned_at && warn_at && warned_at >= warn_at) throw new Problem(matterProblems.notNow)
    return say(
      context,
      { move: 'warn', text: '', detail: { clock: context.subject!.clock, due: context.subject!.due_at } },
      { warned_at: context.now },
    )
  },
})
