// The sessions, numbers and answers of 第12网格 that the matrix asks about.
import { clock, localDay } from '#kernel/clock.ts'
import { newCode } from '#kernel/ids.ts'
import type { Street } from '#test/street.ts'

type Versioned = { readonly id: string; readonly version: number }

export type CounselWorld = {
  readonly counsel: {
    readonly sitter: string
    readonly spare: string
    readonly lawPost: string
    /** A session of today, all day long, with one number in each state and one booking. */
    readonly clinic: Versioned & { readonly code: string }
    readonly later: Versioned & { readonly day: string }
    readonly booking: { readonly id: string; readonly receipt: string }
    readonly tickets: Readonly<Record<'waiting' | 'called' | 'seen', string>>
    readonly rotation: Versioned
    readonly draft: Versioned
    readonly shown: Versioned
    readonly room: string
    /** Advice that was noted without a name, one that was referred, and centres. */
    readonly advice: Versioned
    readonly referred: Versioned
    readonly centre: string
    readonly oldCentre: string
  }
}

type Linli = <T>(name: string, input: object) => Promise<T>
type Id = { readonly id: string }
const DAY_MS = 86_400_000
const ALL_DAY = [[0, 1440]]

async function adviceThere(areaId: string, linli: Linli, mark: () => string) {
  const centre = await linli<Id>('counsel.setCentre', {
    zh: '邻里区法律援助中心',
    phone: '0990-8812348',
    address: mark(),
  })
  const oldCentre = await linli<Id>('counsel.setCentre', { zh: '老城法律援助站', phone: '0990-8812349' })
  const asked = { areaId, on: '2026-11-16', way: 'desk' as const, topic: 'labour' as const }
  const advice = await linli<Id>('counsel.noteAdvice', { ...asked, outcome: 'answered' })
  const named = { name: mark(), phone: '13812345678' }
  const referred = await linli<Id>('counsel.noteAdvice', { ...asked, outcome: 'aid', ...named })
  await linli('counsel.referAid', {
    ...{ id: referred.id, version: 1, centreId: centre.id, ground: 'wages', on: '2026-11-17' },
  })
  return {
    advice: { id: advice.id, version: 1 },
    referred: { id: referred.id, version: 2 },
    ...{ centre: centre.id, oldCentre: oldCentre.id },
  }
}

export async function counselThere(
  street: Street,
  areaId: string,
  linli: Linli,
  mark: () => string,
): Promise<CounselWorld> {
  const { owner, tenant, house } = street
  const today = localDay(clock.now())
  const later = localDay(new Date(clock.now().getTime() + 20 * DAY_MS))
  const week = Array.from({ length: 7 }, () => ALL_DAY)
  const room = await linli<Id>('room.add', {
    ...{ areaId, kind: 'station', name: '法律门诊室', label: 'LAW-1', weekly: week, followsCalendar: false },
  })
  const sits = (name: string) => linli<Id>('counsel.setSitter', { areaId, kind: 'lawyer', name, nameEn: mark() })
  const [sitter, spare, other] = [await sits('柳二十'), await sits('柳廿一'), await sits('柳廿二')]
  const lawPost = await linli<Id>('counsel.appointAdviser', {
    ...{ areaId, sitterId: sitter.id, role: 'adviser', from: '2026-01-01', to: '2027-12-31', hoursEn: mark() },
  })
  const plan = (day: string, who: string, slotMinutes: number) =>
    linli<Id>('counsel.planClinic', {
      ...{ areaId, kind: 'legal', roomId: room.id, day, from: 0, to: 1440, slotMinutes, sitters: [who] },
      offersEn: mark(),
    })
  const clinic = await plan(today, sitter.id, 0)
  const ahead = await plan(later, sitter.id, 30)
  const { rows } = await owner.query<{ code: string }>('select code from clinic where id = $1', [clinic.id])
  const ticket = async (no: number, state: string) => {
    const { rows: made } = await owner.query<Id>(
      `insert into clinic_ticket (tenant_id, id, clinic_id, no, state, made_at, changed_at) values ($1, gen_random_uuid(), $2, $3, $4, $5, $5) returning id`,
      [tenant, clinic.id, no, state, clock.now()],
    )
    return made[0]!.id
  }
  const tickets = {
    waiting: await ticket(1, 'waiting'),
    called: await ticket(2, 'called'),
    seen: await ticket(3, 'seen'),
  }
  const receipt = newCode(20)
  const { rows: booked } = await owner.query<Id>(
    `insert into clinic_booking (tenant_id, id, clinic_id, from_minute, topic, state, made_at, changed_at) values ($1, gen_random_uuid(), $2, 1410, 'labour', 'booked', $3, $3) returning id`,
    [tenant, clinic.id, clock.now()],
  )
  await owner.query(
    `insert into directory (key_hash, kind, tenant_id, subject_id, made_at) values ($1, 'receipt', $2, $3, now())`,
    [house.directory.hash('receipt', `booking ${receipt}`), tenant, booked[0]!.id],
  )
  const rotation = await linli<Id>('counsel.setRotation', {
    ...{ areaId, roomId: room.id, kind: 'legal', weekday: 0, from: 540, to: 600, fromOn: later, turns: [[other.id]] },
  })
  const answer = () =>
    linli<Id>('counsel.proposeAnswer', {
      ...{ areaId, topic: 'lending', question: '借条怎么写？', answer: `写清金额、日期、利息。${mark()}` },
      ...{ articles: [{ law: '民法典', article: '第六百七十九条' }], checkedOn: '2026-03-01' },
    })
  const [draft, shown] = [await answer(), await answer()]
  await linli('counsel.publishAnswer', { id: shown.id, version: 1 })
  return {
    counsel: {
      sitter: sitter.id,
      spare: spare.id,
      lawPost: lawPost.id,
      clinic: { id: clinic.id, version: 1, code: rows[0]!.code },
      later: { id: ahead.id, version: 1, day: later },
      booking: { id: booked[0]!.id, receipt },
      tickets,
      rotation: { id: rotation.id, version: 1 },
      draft: { id: draft.id, version: 1 },
      shown: { id: shown.id, version: 2 },
      room: room.id,
      ...(await adviceThere(areaId, linli, mark)),
    },
  }
}
