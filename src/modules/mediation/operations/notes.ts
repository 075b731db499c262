// 单方谈话: closed notes of one side. Only this file's mediators write and read them; nothing that leaves the house holds them.
import { NOBODY } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { mediation } from '../contract.ts'
import { hasCome, locked, noted, seen } from '../moving.ts'
import { namesOf } from '../names.ts'
import { insertNote, notesOf } from '../notes-store.ts'
import { mediates, readsAsMediator } from '../rights.ts'
import { openIn, sealIn } from '../sealed.ts'
import { partiesOf } from '../store.ts'
import { mediationProblems } from '../words.ts'
import { workedOn } from './talking.ts'

export const note = operation(mediation.note, {
  permit: [mediates],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, keys, now, write } = context
    workedOn(context)
    const of = subject!
    if (!(await partiesOf(tx, of)).some((one) => one.id === input.partyId))
      throw new Problem(mediationProblems.notThere)
    const row = { tenant_id: of.tenant_id, id: newId() }
    write(
      insertNote({
        ...{ ...row, mediation_id: of.id, notes_id: of.notes_id, party_id: input.partyId, area_pos: of.area_pos },
        ...{ held_on: hasCome(input.heldOn, now), key_version: keys.version, by_id: actor.id, made_at: now },
        words: sealIn(keys, 'closed_note', row, 'words', input.words),
      }),
    )
    return { ...noted(context, 'apart'), noteId: row.id }
  },
})

export const notes = operation(mediation.notes, {
  permit: [readsAsMediator],
  subject: seen,
  async run({ subject, tx, actor, keys }) {
    const rows = await notesOf(tx, actor.tenant, subject!.id)
    const names = await namesOf(
      tx,
      actor.tenant,
      rows.map((row) => row.by_id).filter((id) => id !== NOBODY),
    )
    return {
      notes: rows.map((row) => ({
        ...{ id: row.id, partyId: row.party_id, heldOn: row.held_on, byName: names.get(row.by_id) ?? '' },
        words: openIn(keys, 'closed_note', row, 'words', row.words),
      })),
    }
  },
})
