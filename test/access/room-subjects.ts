// The rooms, team, body and secondment of 第12网格 that the matrix asks about.
import { randomUUID } from 'node:crypto'
import type { Street } from '#test/street.ts'

type Versioned = { readonly id: string; readonly version: number }

export type RoomWorld = {
  /** A room on the place of 清荷苑3号楼; nothing of it is out. */
  readonly room: Versioned
  readonly lender: { readonly id: string; readonly tool: string; readonly loan: string }
  readonly team: Versioned & { readonly member: string; readonly shift: string }
  readonly body: Versioned
  readonly secondment: string
}

type Linli = <T>(name: string, input: object) => Promise<T>

const WEEK = [...Array(5).fill([[480, 720]]), [], []]

/** `mark` makes a text that everybody of the district may read and nobody else. */
export async function roomsThere(
  street: Street,
  place: string,
  gridId: string,
  linli: Linli,
  mark: () => string,
): Promise<RoomWorld> {
  const { house, owner, tenant } = street
  // On a place that is there already, so that its printed code leads to the same spot.
  await owner.query(
    `insert into room (tenant_id, id, weekly, follows_calendar, about_en, made_at, changed_at) values ($1, $2, $3, true, $4, now(), now())`,
    [tenant, place, JSON.stringify(WEEK), mark()],
  )
  await owner.query(
    `insert into directory (key_hash, kind, tenant_id, subject_id, made_at) values ($1, 'room', $2, $3, now())`,
    [house.directory.hash('room', place), tenant, place],
  )
  const lender = await linli<Versioned>('room.add', {
    ...{ areaId: gridId, kind: 'station', name: '借物驿站', label: 'L-1', weekly: WEEK },
  })
  const { tools } = await linli<{ tools: { id: string }[] }>('room.setTools', {
    ...{ id: lender.id, version: lender.version, tools: [{ zh: '梯子', en: 'Ladder', total: 9 }] },
  })
  const tool = tools[0]!.id
  const loan = await linli<{ id: string }>('room.lend', { id: lender.id, toolId: tool, backBy: '2027-03-01' })
  const made = await linli<Versioned & { members: { id: string }[] }>('duty.setTeam', {
    ...{ areaId: gridId, kind: 'patrol', name: '夜巡队', purposeEn: mark(), cover: WEEK },
    members: [{ name: '柳十二', seat: 'head' }],
  })
  const member = made.members[0]!.id
  const team = await linli<Versioned>('duty.setRoster', {
    ...{ id: made.id, version: made.version, shifts: [{ memberId: member, weekday: 0, from: 480, to: 720 }] },
  })
  const { shifts } = await linli<{ shifts: { id: string }[] }>('duty.team', { id: team.id })
  const newBody = (name: string) =>
    linli<Versioned>('duty.setBody', { areaId: gridId, kind: 'unit', name, offersEn: mark() })
  const body = await newBody('空单位')
  const lending = await newBody('派人的单位')
  const seconded = await linli<{ id: string }>('duty.second', {
    ...{ areaId: gridId, bodyId: lending.id, name: '柳十三', taskZh: '法律咨询', taskEn: mark() },
  })
  await owner.query(
    `insert into means (tenant_id, id, area_id, kind, as_of, amount, noted_by, made_at) values ($1, $2, $3, 'lines', '2026-01-01', 1, $2, now())`,
    [tenant, randomUUID(), gridId],
  )
  return {
    room: { id: place, version: 1 },
    lender: { id: lender.id, tool, loan: loan.id },
    team: { id: team.id, version: team.version, member, shift: shifts[0]!.id },
    body: { id: body.id, version: body.version },
    secondment: seconded.id,
  }
}
