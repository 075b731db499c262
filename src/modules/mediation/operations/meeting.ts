// Sessions agreed on ahead (a room is nobody else's meanwhile), and proposals: said in the open, so both sides may read them.
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { freeRoom, reserveRoom } from '#modules/room/index.ts'
import { mediation } from '../contract.ts'
import { remindAnew } from '../limit.ts'
import { locked, noted } from '../moving.ts'
import { agreedByAll, principals } from '../parties.ts'
import { mediates } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { changeMeeting, meetingsOf, partiesOf, proposalsOf } from '../store.ts'
import { mediationProblems } from '../words.ts'
import { workedOn } from './talking.ts'

export const planMeeting = operation(mediation.planMeeting, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, keys, now, write } = context
    workedOn(context)
    const of = subject!
    if (input.heldOn < localDay(now)) throw new Problem(mediationProblems.past)
    if (input.until <= input.from) throw new Problem(mediationProblems.meetingTimes)
    const row = { tenant_id: of.tenant_id, id: newId() }
    if (input.roomId) {
      const when = { day: input.heldOn, from: input.from, to: input.until }
      await reserveRoom(tx, actor.tenant, now, { id: row.id, roomId: input.roomId, forId: of.id, ...when })
    }
    write(
      k.insertInto('mediation_meeting').values({
        ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, mode: input.mode, held_on: input.heldOn },
        ...{ from_minute: input.from, until_minute: input.until, room_id: input.roomId ?? null },
        place: sealIn(keys, 'mediation_meeting', row, 'place', input.place),
        ...{ key_version: keys.version, state: 'planned', by_id: actor.id, made_at: now },
      }),
    )
    await remindAnew(context, of, 'meeting', row.id, input.heldOn)
    return { ...noted(context, 'planMeeting', { reason: input.mode }), meetingId: row.id }
  },
})

export const callOff = operation(mediation.callOff, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, tx, write } = context
    const one = (await meetingsOf(tx, subject!)).find(({ id }) => id === input.meetingId)
    if (!one) throw new Problem(mediationProblems.notThere)
    if (one.state !== 'planned') throw new Problem(doorProblems.changed)
    write(changeMeeting(one, { state: 'off' }))
    write(freeRoom(one.tenant_id, one.id))
    await remindAnew(context, subject!, 'meeting', one.id, null)
    return noted(context, 'callOff', { words: input.words })
  },
})

/** Relatives, neighbours, workmates or whoever knows the matter may help, once the parties agree to it (人民调解法 art. 20). */
export const invite = operation(mediation.invite, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, keys, now, write } = context
    workedOn(context)
    const of = subject!
    const meeting = (await meetingsOf(tx, of)).find(({ id }) => id === input.meetingId)
    if (!meeting) throw new Problem(mediationProblems.notThere)
    if (meeting.state !== 'planned') throw new Problem(doorProblems.changed)
    agreedByAll(keys, await partiesOf(tx, of), input.agreedBy)
    const row = { tenant_id: of.tenant_id, id: newId() }
    const body = JSON.stringify({ name: input.name, why: input.words })
    write(
      k.insertInto('mediation_invitation').values({
        ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, meeting_id: meeting.id },
        body: sealIn(keys, 'mediation_invitation', row, 'body', body),
        ...{ key_version: keys.version, by_id: actor.id, made_at: now },
      }),
    )
    return { ...noted(context, 'invite'), invitationId: row.id }
  },
})

export const propose = operation(mediation.propose, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, keys, now, write } = context
    workedOn(context)
    const of = subject!
    if (input.partyId && !(await partiesOf(tx, of)).some(({ id }) => id === input.partyId))
      throw new Problem(mediationProblems.notThere)
    const row = { tenant_id: of.tenant_id, id: newId() }
    write(
      k.insertInto('mediation_proposal').values({
        ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, party_id: input.partyId ?? null },
        words: sealIn(keys, 'mediation_proposal', row, 'words', input.words),
        ...{ key_version: keys.version, by_id: actor.id, made_at: now },
      }),
    )
    return { ...noted(context, 'propose', { reason: input.partyId ? 'party' : 'mediator' }), proposalId: row.id }
  },
})

/** A later answer takes the place of an earlier one; the one who proposed has answered by that. */
export const answerProposal = operation(mediation.answerProposal, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, tx, write } = context
    workedOn(context)
    const [proposals, parties] = await Promise.all([proposalsOf(tx, subject!), partiesOf(tx, subject!)])
    const one = proposals.find(({ id }) => id === input.proposalId)
    if (!one || !principals(parties).some(({ id }) => id === input.partyId) || one.party_id === input.partyId)
      throw new Problem(mediationProblems.notThere)
    const without = (ids: readonly string[]) => ids.filter((id) => id !== input.partyId)
    const [taken, refused] = [without(one.accepted_by), without(one.refused_by)]
    ;(input.takes ? taken : refused).push(input.partyId)
    write(
      k
        .updateTable('mediation_proposal')
        .set({ accepted_by: taken, refused_by: refused })
        .where('tenant_id', '=', one.tenant_id)
        .where('id', '=', one.id),
    )
    return noted(context, 'answerProposal', { reason: input.takes ? 'takes' : 'refuses' })
  },
})
