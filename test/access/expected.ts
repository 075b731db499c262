// Who may do what to whom: the specification of rights, written by hand and never derived from the rules it judges.
import { accountRights } from './expected/account.ts'
import { agencyRights } from './expected/agency.ts'
import { areaRights } from './expected/area.ts'
import { calendarRights } from './expected/calendar.ts'
import { callbackRights } from './expected/callback.ts'
import { committeeRights } from './expected/committee.ts'
import { counselRights } from './expected/counsel.ts'
import { panelRights } from './expected/counsel-panels.ts'
import { dutyRights } from './expected/duty.ts'
import { importRights } from './expected/import.ts'
import { kinRights } from './expected/kin.ts'
import { matterRights } from './expected/matter.ts'
import { mediationRights } from './expected/mediation.ts'
import { mediationPapersRights } from './expected/mediation-papers.ts'
import { noticeRights } from './expected/notice.ts'
import { open311Rights } from './expected/open311.ts'
import { placeRights } from './expected/place.ts'
import { registerRights } from './expected/register.ts'
import { retentionRights } from './expected/retention.ts'
import { revealRights } from './expected/reveal.ts'
import type { Right } from './expected/right.ts'
import { roomRights } from './expected/room.ts'
import { studyRights } from './expected/study.ts'
import { teamRights } from './expected/team.ts'
import { upkeepRights } from './expected/upkeep.ts'

/** Moves the clock of a test system, for whoever asks. Anywhere else it does not exist. */
const testClock: Right = { about: 'nothing', holder: true }

/** By operation; a second line for the same operation carries its circumstance in brackets. */
export const expected: Readonly<Record<string, Right>> = {
  ...areaRights,
  ...accountRights,
  ...placeRights,
  ...calendarRights,
  ...dutyRights,
  ...teamRights,
  ...registerRights,
  ...revealRights,
  ...importRights,
  ...roomRights,
  ...agencyRights,
  ...counselRights,
  ...panelRights,
  ...matterRights,
  ...committeeRights,
  ...mediationRights,
  ...studyRights,
  ...mediationPapersRights,
  ...kinRights,
  ...noticeRights,
  ...callbackRights,
  ...retentionRights,
  ...open311Rights,
  ...upkeepRights,
  'clock.move': testClock,
  'clock.step': { about: 'nothing', machine: true },
}

/** `matter.take (nobody works the grid)` is about `matter.take`. */
export const operationOf = (line: string): string => line.split(' ')[0]!
