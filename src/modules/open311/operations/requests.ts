// Public matters and their changes, for everybody: read as Linli itself, since strangers see no row, and told without a word of anybody.
import { anyone, machine, machineOnly } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { insideBuilding, type PublicSpot, publicSpots } from '#modules/area/index.ts'
import {
  isInHand,
  matterLife,
  type ShownKind,
  type ShownMatter,
  shownKinds,
  shownMatters,
  shownSteps,
} from '#modules/matter/index.ts'
import { open311 } from '../contract.ts'
import { enterByDistrict } from '../enter.ts'
import { districtThere } from './services.ts'

type Said = { from?: string | undefined; to?: string | undefined; after?: string | undefined }

const dates = (times: Said | undefined) =>
  times && {
    after: times.after,
    from: times.from === undefined ? undefined : new Date(times.from),
    to: times.to === undefined ? undefined : new Date(times.to),
  }

/** A place that everybody may enter stands where it is; a building with many homes by its middle; all else by its grid. */
function spotOf({ place }: ShownMatter, spot: PublicSpot | undefined) {
  const open = place && !insideBuilding(place.pos) ? place : undefined
  return {
    addressId: open?.id ?? spot?.id ?? null,
    address: [...(open ? [{ zh: open.zh, en: open.en || open.zh }] : []), ...(spot?.names ?? [])],
    lon: open?.lon ?? spot?.lon ?? null,
    lat: open?.lat ?? spot?.lat ?? null,
  }
}

const stateOf = (state: ShownMatter['state']) => {
  const { zh, en } = matterLife.states[state]
  return { state, stateName: { zh, en }, inHand: isInHand(state) }
}

function toRequest(row: ShownMatter, kind: ShownKind, spot: PublicSpot | undefined) {
  const { no, into, reportedAt, changedAt, dueAt, agencyZh, agencyEn } = row
  return {
    no,
    ...stateOf(row.state),
    kind: kind.code,
    kindName: { zh: kind.zh, en: kind.en },
    line: { zh: kind.public_zh || kind.zh, en: kind.public_en || kind.en },
    agency: agencyZh ? { zh: agencyZh, en: agencyEn || agencyZh } : (spot?.community ?? null),
    into,
    limitMinutes: kind.limit_minutes,
    counting: kind.counting,
    reportedAt: reportedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    changedBy: row.changedBy,
    dueAt: dueAt?.toISOString() ?? null,
    ...spotOf(row, spot),
  }
}

async function read(tx: Tx, tenant: string, asked: Parameters<typeof shownMatters>[2]) {
  const [kinds, rows] = await Promise.all([shownKinds(tx, tenant), shownMatters(tx, tenant, asked)])
  const spots = await publicSpots(
    tx,
    tenant,
    rows.map(({ areaPos }) => areaPos),
  )
  return rows.map((row) => toRequest(row, kinds.get(row.kind)!, spots.get(row.areaPos)))
}

export const shown = operation(open311.shown, {
  permit: [machineOnly],
  async run({ input, tx, actor }) {
    const { reported, changed, ...same } = input
    const times = {
      ...(reported ? { reported: dates(reported)! } : {}),
      ...(changed ? { changed: dates(changed)! } : {}),
    }
    return { requests: await read(tx, actor.tenant, { ...same, ...times }) }
  },
})

export const shownUpdates = operation(open311.shownUpdates, {
  permit: [machineOnly],
  async run({ input, tx, actor }) {
    const steps = await shownSteps(tx, actor.tenant, { ...input, at: dates(input.at)! })
    return {
      updates: steps.map(({ id, no, move, at }) => ({
        ...{ id, no, at: at.toISOString() },
        ...stateOf(matterLife.moves[move as keyof typeof matterLife.moves].to),
      })),
    }
  },
})

export const requests = operation(open311.requests, {
  permit: [anyone('of a public matter its kind, place and state are told to everybody, as its reporter was told')],
  enter: enterByDistrict,
  async run({ input, tx, actor, perform, now }) {
    await districtThere(tx, actor.tenant)
    const { district, ...asked } = input
    const answer = await perform(shown, asked, machine(district, 'open311'))
    return { ...answer, now: now.toISOString() }
  },
})

export const updates = operation(open311.updates, {
  permit: [anyone('how a public matter goes on is told to everybody, as its reporter was told')],
  enter: enterByDistrict,
  async run({ input, tx, actor, perform, now }) {
    await districtThere(tx, actor.tenant)
    const { district, ...asked } = input
    const answer = await perform(shownUpdates, asked, machine(district, 'open311'))
    return { ...answer, now: now.toISOString() }
  },
})
