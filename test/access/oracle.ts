// Reads the table of rights: what a caller must be answered, and which canaries an answer may hold.
import type { Canary } from './canaries.ts'
import type { Caller } from './cast.ts'
import type { Let, Right } from './expected/right.ts'
import type { State } from './expected/roles.ts'

/** `there`: the subject is asked for; otherwise something that does not exist. */
export type Question = {
  readonly right: Right
  readonly there: boolean
  readonly state: State
  readonly subject: string
}

export const OK = 'ok'

const ASKS_FOR_ITSELF: readonly Right['about'][] = ['nothing', 'oneself']

/** What those get whom their rights let through. */
function through({ right, state }: Question): string {
  if (right.moves && !right.moves.includes(state)) return 'door.wrongState'
  return right.finds ?? OK
}

/** These stand in 清荷苑3号楼; everything else lies in its grid and not in the building. */
const IN_THE_BUILDING: readonly Right['about'][] = ['building', 'unit', 'place', 'room']

const covers = (right: Right, caller: Caller) =>
  caller.relation!.post === 'covers' || (caller.relation!.post === 'part' && IN_THE_BUILDING.includes(right.about))

function reaches(right: Right, given: Let, caller: Caller): boolean {
  if (given.reach === 'district' || covers(right, caller)) return true
  return given.reach === 'part' && caller.relation!.post === 'part'
}

function ofStaff(question: Question, caller: Caller): string {
  const { right, there, state } = question
  const absent = right.absent ?? 'door.missing'
  const exists = ASKS_FOR_ITSELF.includes(right.about) || (there && caller.district === '990101')
  if (right.signedIn) return exists ? through(question) : absent
  const role = caller.role!
  const lets = caller.relation!.running ? (right.lets ?? []).filter((one) => one.roles.includes(role)) : []
  const sees = caller.relation!.running && (right.sees ?? []).includes(role)
  if (caller.relation!.running && right.blind?.includes(role)) return absent
  if (lets.length === 0 && !sees) return right.others ?? 'door.forbidden'
  if (!exists) return absent
  const near = lets.filter((one) => reaches(right, one, caller))
  if (near.some((one) => !one.while || one.while.includes(state))) return through(question)
  return near.length > 0 || covers(right, caller) ? 'door.forbidden' : (right.outside ?? 'door.missing')
}

/** The code of the problem that must be answered, or `ok`. */
export function verdict(question: Question, caller: Caller): string {
  const { right, there } = question
  const absent = right.absent ?? 'door.missing'
  if (right.holder) return there ? through(question) : absent
  if (caller.kind === 'staff') return ofStaff(question, caller)
  if ((caller.kind === 'machine' && right.machine) || (caller.kind === 'system' && right.system))
    return there || ASKS_FOR_ITSELF.includes(right.about) ? through(question) : absent
  return caller.kind === 'anonymous' ? 'door.signIn' : 'door.forbidden'
}

/** Whether an answer to a caller who was let through may hold this canary. */
export function mayHold(question: Question, caller: Caller, canary: Canary): boolean {
  const { right, subject } = question
  const { field, nest } = canary
  // What is public within a district goes to everybody of it, and with a secret to its bearer, who stands in 990101.
  if (field === 'district') return nest.district === (right.holder ? '990101' : caller.district)
  if (!right.shows?.includes(field)) return false
  if (right.about === 'nothing' || right.about === 'grid')
    return nest.spot !== undefined && (caller.relation?.reaches.includes(nest.spot) ?? false)
  return nest.subject === subject
}
