// Letters that nothing else stands for: who was invited to a session, and what is asked of the police once all is performed.
import { localDay } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import type { FileOnPaper } from '../papers/shape.ts'
import { invitedIn, openIn } from '../sealed.ts'
import type { InvitationRow, MeetingRow, StepRow } from '../store.ts'
import { clockAt } from './records-on-paper.ts'

type Rows = { readonly invitations: readonly InvitationRow[]; readonly meetings: readonly MeetingRow[] }

/** A session that was called off invites nobody any more. */
export const invitationsOnPaper = (keys: Keys, { invitations, meetings }: Rows): FileOnPaper['invitations'] =>
  invitations.flatMap((one) => {
    const meeting = meetings.find(({ id, state }) => id === one.meeting_id && state !== 'off')
    const body = invitedIn(keys, one)
    if (!meeting || !body) return []
    return {
      ...{ name: body.name, why: body.why, on: localDay(one.made_at) },
      at: `${meeting.held_on} ${clockAt(meeting.from_minute)}`,
      place: openIn(keys, 'mediation_meeting', meeting, 'place', meeting.place),
    }
  })

export function handBackOnPaper(keys: Keys, steps: readonly StepRow[]): FileOnPaper['handBack'] {
  const asked = steps.findLast(({ move }) => move === 'handBack')
  if (!asked) return null
  const words = openIn(keys, 'mediation_step', asked, 'words', asked.words)
  return { office: asked.reason ?? '', on: localDay(asked.at), words }
}
