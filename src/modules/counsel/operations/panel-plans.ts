// 一案一策: one plan from the opinions of a panel, taken or not by whoever mediates, and followed until its measures are done.
import type { Actor } from '#kernel/access.ts'
import { unassign } from '#kernel/assignment.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { step } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { mediationById, mediationModule, namesParty } from '#modules/mediation/index.ts'
import { freeAhead, roomDays } from '#modules/room/index.ts'
import { counsel } from '../contract.ts'
import { type PanelState, panelLife } from '../lifecycle.ts'
import { leadsPanel } from '../panel/rights.ts'
import { measureIn, planIn, planOf } from '../panel/sealing.ts'
import * as store from '../panel/store.ts'
import { sealed } from '../sealed-json.ts'
import { counselProblems } from '../words.ts'

type Working = Pick<
  Context<unknown, store.PanelRow | undefined>,
  'subject' | 'tx' | 'actor' | 'keys' | 'now' | 'write' | 'made'
>

/** What a file is written into by: its own operation, under its own rules. */
const recordInFile = mediationModule.operations.find((one) => one.signature.name === 'mediation.record')!

async function locked(input: { id: string; version: number }, tx: Tx, actor: Actor) {
  return store.lockPanel(tx, actor.tenant, input.id)
}

const asRead = (row: store.PanelRow, version: number) => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
}

function changed(
  { subject, now, write, made }: Working,
  state: PanelState,
  set: Parameters<typeof store.changePanel>[1],
) {
  const row = subject!
  write(store.changePanel(row, { state, ...set }, now))
  made({ id: row.id, area_pos: row.area_pos, state, version: row.version + 1 })
  return { id: row.id, state, version: row.version + 1 }
}

/** Whoever advised has nothing to read here any more. */
function closed(context: Working, state: PanelState, set: Parameters<typeof store.changePanel>[1] = {}) {
  const { subject, now, write } = context
  const { id, tenant_id, member_ids } = subject!
  write(freeAhead(tenant_id, id, localDay(now)))
  for (const member of member_ids) write(unassign({ tenant: tenant_id, subject: id }, member, now))
  return changed(context, state, { closed_at: now, ...set })
}

export const drawPlan = operation(counsel.drawPlan, {
  permit: [leadsPanel],
  subject: locked,
  moves: step(panelLife, 'draw'),
  async run(context) {
    const { input, subject, tx, actor, keys, now, write } = context
    const row = subject!
    asRead(row, input.version)
    if (row.day > localDay(now)) throw new Problem(counselProblems.notSatYet, { day: row.day })
    const members = await store.membersOf(tx, actor.tenant, [row.id])
    const left = members.filter((one) => one.state === 'asked').length
    if (left > 0) throw new Problem(counselProblems.opinionsMissing, { count: left })
    if (!members.some((one) => one.state === 'given')) throw new Problem(counselProblems.noOpinion)
    const file = await mediationById(tx, actor.tenant, row.mediation_id)
    const text = [input.words, ...input.measures.flatMap((one) => [one.words, one.owner])].join(' ')
    if (file && (await namesParty(tx, keys, file, text))) throw new Problem(counselProblems.namesSomebody)
    for (const [no, { words, owner, dueOn }] of input.measures.entries()) {
      const measure = { tenant_id: actor.tenant, id: newId() }
      write(
        k.insertInto('panel_measure').values({
          ...{
            ...measure,
            panel_id: row.id,
            mediation_id: row.mediation_id,
            area_pos: row.area_pos,
            no: no + 1,
            due_on: dueOn,
          },
          ...{ body: sealed(keys, 'panel_measure', measure, 'body', { words, owner }), key_version: keys.version },
        }),
      )
    }
    return changed(context, 'planned', planOf(keys, row, { words: input.words, why: '' }))
  },
})

/** What both sides read of it in their file. */
async function planInWords({ subject, tx, keys }: Working): Promise<string> {
  const row = subject!
  const measures = await store.measuresOf(tx, row.tenant_id, [row.id])
  const lines = measures.map((one) => {
    const { words, owner } = measureIn(keys, one)
    return `${one.no}. ${words}（${owner}，${one.due_on} 前）`
  })
  return ['专家会诊，一案一策。', planIn(keys, row).words ?? '', ...lines].join('\n')
}

export const acceptPlan = operation(counsel.acceptPlan, {
  permit: [leadsPanel],
  subject: locked,
  moves: step(panelLife, 'accept'),
  async run(context) {
    const { input, subject, tx, actor, now, perform } = context
    const row = subject!
    asRead(row, input.version)
    const [{ rooms }, names] = await Promise.all([
      roomDays(tx, actor.tenant, localDay(now)),
      store.accountNames(tx, actor.tenant, row.member_ids),
    ])
    await perform(recordInFile, {
      ...{ id: row.mediation_id, kind: 'investigation', mode: 'room', heldOn: row.day },
      ...{ from: row.from_minute, until: row.to_minute - 1, roomId: row.room_id },
      ...{ place: rooms.get(row.room_id)?.name ?? '专家会诊', present: [...names.values()].join('、') },
      words: await planInWords(context),
    })
    return changed(context, 'followed', {})
  },
})

export const declinePlan = operation(counsel.declinePlan, {
  permit: [leadsPanel],
  subject: locked,
  moves: step(panelLife, 'decline'),
  async run(context) {
    const { input, subject, keys } = context
    asRead(subject!, input.version)
    const { words = '' } = planIn(keys, subject!)
    return closed(context, 'declined', planOf(keys, subject!, { words, why: input.words }))
  },
})

export const measureDone = operation(counsel.measureDone, {
  permit: [leadsPanel],
  subject: locked,
  async run(context) {
    const { input, subject, tx, now, write } = context
    const row = subject!
    asRead(row, input.version)
    if (row.state !== 'followed') throw new Problem(doorProblems.wrongState, { state: row.state })
    if (input.on > localDay(now)) throw new Problem(counselProblems.notYet, { day: input.on })
    const measure = (await store.measuresOf(tx, row.tenant_id, [row.id])).find((one) => one.id === input.measureId)
    if (!measure) throw new Problem(doorProblems.missing)
    write(store.changeMeasure(measure, input.on))
    return changed(context, 'followed', {})
  },
})

export const finishPanel = operation(counsel.finishPanel, {
  permit: [leadsPanel],
  subject: locked,
  moves: step(panelLife, 'finish'),
  async run(context) {
    const { input, subject, tx } = context
    const row = subject!
    asRead(row, input.version)
    const open = (await store.measuresOf(tx, row.tenant_id, [row.id])).filter((one) => one.done_on === null).length
    if (open > 0) throw new Problem(counselProblems.measuresOpen, { count: open })
    return closed(context, 'done')
  },
})

export const cancelPanel = operation(counsel.cancelPanel, {
  permit: [leadsPanel],
  subject: locked,
  moves: step(panelLife, 'cancel'),
  async run(context) {
    const { input, subject, keys } = context
    asRead(subject!, input.version)
    return closed(context, 'cancelled', planOf(keys, subject!, { words: '', why: input.words }))
  },
})
