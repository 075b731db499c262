// A file is opened: registered as a dispute, or recorded as settled on the spot.
import type { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { committeesFor } from '#modules/committee/index.ts'
import { agreementRows } from '../agreement.ts'
import { mediation } from '../contract.ts'
import { effectFrom, planAfter } from '../effect.ts'
import { kindFor } from '../kinds.ts'
import { matterSeen, namedParties } from '../known-parties.ts'
import { handTo } from '../mediators.ts'
import { stepOf, type Writing, writeStep } from '../moving.ts'
import { fileNumber } from '../number.ts'
import { bothSides, partyRow } from '../parties.ts'
import { checkReferred, letterOf } from '../referral.ts'
import { registers } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { insertMediation } from '../store.ts'
import { mediationProblems } from '../words.ts'

type Given = z.output<typeof mediation.apply.input>

/** The grid it is about; a file that is begun has no state yet. */
async function gridNamed(input: { gridId: string }, tx: Tx, actor: Actor) {
  const area = await areaById(tx, actor.tenant, input.gridId)
  return area?.level === 'grid' ? { id: area.id, area_pos: area.area_pos } : undefined
}

/** The new file's id is known before it exists: a mediator, whose post shows him no area, may write that one. */
const withNewId = async (_: unknown, actor: Actor) => ({ ...actor, ids: [...actor.ids, newId()] })

type Opening = Writing & Pick<Context, 'tx'> & { readonly subject: { id: string; area_pos: number } | undefined }
type Facts = Pick<Given, 'gridId' | 'kind' | 'title' | 'address' | 'homeId' | 'matterId' | 'facts' | 'parties' | 'care'>

/** What every new file begins with, and its parties. */
async function begun(context: Opening, given: Facts, requests: string) {
  const { actor, keys, now, write, subject } = context
  bothSides(given.parties)
  await matterSeen(context, given.matterId)
  const named = await namedParties(context, given.parties, given.matterId)
  const row = { tenant_id: actor.tenant, id: actor.ids.at(-1)!, area_pos: subject!.area_pos }
  const parties = named.map((one, at) => partyRow(keys, row, one, at, now))
  for (const { statement } of parties) write(statement)
  return {
    parties,
    values: {
      ...{ ...row, grid_id: given.gridId, matter_id: given.matterId ?? null, home_id: given.homeId ?? null },
      ...{ kind: given.kind, title: given.title, address: given.address, care: given.care },
      facts: sealIn(keys, 'mediation', row, 'facts', given.facts),
      requests: sealIn(keys, 'mediation', row, 'requests', requests),
      ...{ key_version: keys.version, notes_id: newId(), made_by: actor.id, applied_at: now, changed_at: now },
    },
  }
}

/** Whoever applies agrees to it by that; the other side is asked. */
const agreeing = ({ source, parties }: Given): Given['parties'] =>
  parties.map((one) =>
    source === 'applied' && one.side === 'applicant' && one.consent === 'open' ? { ...one, consent: 'agreed' } : one,
  )

export const apply = operation(mediation.apply, {
  permit: [registers],
  enter: withNewId,
  sight: 'post',
  subject: gridNamed,
  moves: stepOf('apply'),
  async run(context) {
    const { input, actor, tx, to: state, write, made } = context
    checkReferred(input)
    await kindFor(tx, actor.tenant, input.kind)
    const { values } = await begun(context, { ...input, parties: agreeing(input) }, input.requests)
    write(
      insertMediation({
        ...{ ...values, source: input.source, referred_by: input.referredBy ?? null },
        ...(await letterOf(context, input)),
        ...{ tier: 1, procedure: 'people', state },
      }),
    )
    writeStep(context, values, 'apply')
    made({ id: values.id, area_pos: values.area_pos, state, version: 1 })
    return { id: values.id, state, version: 1 }
  },
})

/** 简易纠纷: whoever stands there settles it, and it is in effect the same day. */
export const recordOnSpot = operation(mediation.recordOnSpot, {
  permit: [registers],
  enter: withNewId,
  sight: 'post',
  subject: gridNamed,
  moves: stepOf('recordOnSpot'),
  async run(context) {
    const { input, subject, actor, keys, tx, now, numbers, to: state, write, made } = context
    const [kind, committees] = await Promise.all([
      kindFor(tx, actor.tenant, input.kind),
      committeesFor(tx, actor.tenant, subject!.area_pos),
    ])
    if (kind.identity) throw new Problem(mediationProblems.wetInk)
    const committee = committees.find((one) => one.stamp)
    if (!committee) throw new Problem(mediationProblems.notMediator)
    const { values } = await begun(context, input, '')
    const today = localDay(now)
    const file = { ...values, mediator_ids: [] as string[] }
    write(
      insertMediation({
        ...{ ...values, source: 'initiative', tier: 1, procedure: 'people', state, outcome: 'oral' },
        ...{ no: await fileNumber(numbers, actor.tenant, committee, today), committee_id: committee.id },
        ...{ lead_id: actor.id, mediator_ids: [actor.id], accepted_at: now, rights_told_on: today },
      }),
    )
    const agreed = { form: 'oral' as const, facts: '', dispute: '', copies: 1, terms: input.terms }
    const effect = await effectFrom(tx, values, today)
    const rows = agreementRows(keys, values, agreed, now, effect)
    for (const one of rows.statements) write(one)
    handTo(context, file, [actor.id])
    await planAfter(context, { ...values, lead_id: actor.id }, rows, effect, today)
    writeStep(context, values, 'recordOnSpot')
    made({ id: values.id, area_pos: values.area_pos, state, version: 1 })
    return { id: values.id, state, version: 1 }
  },
})
