// The modules in order: each may use only those before it, through their index.ts.
import { clockStep } from '#kernel/clock-step.ts'
import type { Reaction } from '#kernel/door.ts'
import type { Ending } from '#kernel/ending/ending.ts'
import { kernelEndings } from '#kernel/ending/kernel-endings.ts'
import type { Change, Hearers } from '#kernel/http/live.ts'
import { type SealedTable, sealed as sealedByKernel } from '#kernel/keys/sealed.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { moveClock } from '#kernel/test-clock.ts'
import { accountModule } from './account/index.ts'
import { agencyModule } from './agency/index.ts'
import { areaModule, forgetShapes } from './area/index.ts'
import { calendarModule, forgetTimes } from './calendar/index.ts'
import { callbackModule } from './callback/index.ts'
import { committeeModule } from './committee/index.ts'
import { counselModule } from './counsel/index.ts'
import { dutyModule } from './duty/index.ts'
import { findingModule, forgetFound } from './finding/index.ts'
import { kinModule } from './kin/index.ts'
import { forgetKinds, matterModule } from './matter/index.ts'
import { mediationModule } from './mediation/index.ts'
import { forgetNoticeRows, noticeModule } from './notice/index.ts'
import { open311Module } from './open311/index.ts'
import { placeModule } from './place/index.ts'
import { registerModule } from './register/index.ts'
import { retentionModule } from './retention/index.ts'
import { roomModule } from './room/index.ts'
import { studyModule } from './study/index.ts'
import { upkeepModule } from './upkeep/index.ts'

export type Module = {
  readonly name: string
  readonly operations: readonly AnyOperation[]
  /** The question that looks at its rows: who may ask it hears that one has changed. */
  readonly look: AnyOperation
  /** Tables that this module alone writes. */
  readonly tables: readonly string[]
  /** Which columns of these hold sealed values: what a rotation of the root key seals anew. */
  readonly sealed?: readonly SealedTable[]
  readonly reactions?: readonly Reaction[]
  /** How its personal fields end. */
  readonly endings?: readonly Ending[]
}

export const modules: readonly Module[] = [
  areaModule,
  agencyModule,
  accountModule,
  placeModule,
  calendarModule,
  dutyModule,
  registerModule,
  roomModule,
  matterModule,
  findingModule,
  committeeModule,
  mediationModule,
  counselModule,
  studyModule,
  kinModule,
  noticeModule,
  open311Module,
  callbackModule,
  retentionModule,
  upkeepModule,
]

export const operations: ReadonlyMap<string, AnyOperation> = new Map(
  [moveClock, clockStep, ...modules.flatMap((module) => module.operations)].map(
    (operation) => [operation.signature.name, operation] as const,
  ),
)

export const hearers: Hearers = new Map(modules.map((module) => [module.name, module.look.permit]))

export const reactions: readonly Reaction[] = modules.flatMap((module) => module.reactions ?? [])

export const sealed: readonly SealedTable[] = [...sealedByKernel, ...modules.flatMap((module) => module.sealed ?? [])]
/** Of the kernel and every module, in their order: shorter times of a row stand before longer ones. */
export const endings: readonly Ending[] = [...kernelEndings, ...modules.flatMap((module) => module.endings ?? [])]

/** What a process has read and kept is forgotten when the journal says that its rows changed, here or elsewhere. */
export function forgetChanged(change: Change): void {
  forgetFound(change)
  if (change.kind === 'area') {
    forgetShapes(change.tenant)
    forgetTimes(change.tenant)
    forgetKinds(change.tenant)
  } else if (change.kind === 'calendar') forgetTimes(change.tenant)
  else if (/^matter\.set/.test(change.operation)) forgetKinds(change.tenant)
  else if (/^notice\.set(Kind|Rule)/.test(change.operation)) forgetNoticeRows(change.tenant)
}
