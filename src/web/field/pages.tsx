// Which page an address shows. 今天 comes with the start, the others when they are first wanted.
import { lazy, type ReactNode } from 'react'
import { Today } from './today/Today.tsx'
import type { Way } from './way.ts'

const readSignIn = () => import('./account/SignIn.tsx')
const readMe = () => import('./account/Me.tsx')
const readRecord = () => import('./matter/Record.tsx')
const readInbox = () => import('./inbox/Inbox.tsx')
const readReport = () => import('./report/Report.tsx')
const readSpot = () => import('./spot/Spot.tsx')
const readHear = () => import('./hear/Hear.tsx')
const readVisit = () => import('./visit/Visit.tsx')
const readSettle = () => import('./mediation/Settle.tsx')
const readFollowUps = () => import('./follow-ups/FollowUps.tsx')

const SignIn = lazy(async () => ({ default: (await readSignIn()).SignIn }))
const Me = lazy(async () => ({ default: (await readMe()).MePage }))
const Record = lazy(async () => ({ default: (await readRecord()).Record }))
const Inbox = lazy(async () => ({ default: (await readInbox()).Inbox }))
const Report = lazy(async () => ({ default: (await readReport()).Report }))
const Spot = lazy(async () => ({ default: (await readSpot()).Spot }))
const Visit = lazy(async () => ({ default: (await readVisit()).Visit }))
const Settle = lazy(async () => ({ default: (await readSettle()).Settle }))
const FollowUps = lazy(async () => ({ default: (await readFollowUps()).FollowUps }))
const Hear = lazy(async () => ({ default: (await readHear()).Hear }))

/** Brings the other pages while nothing else is to do, so that the stairwell's network need not. */
export const readAhead = (): void => {
  for (const read of [
    readRecord,
    readReport,
    readSpot,
    readHear,
    readVisit,
    readSettle,
    readFollowUps,
    readInbox,
    readMe,
  ])
    void read().catch(() => {})
}

export type Shown = {
  readonly page: ReactNode
  /** The tab that is lit; pages without tabs bring their own way back. */
  readonly tab: '/' | '/report' | '/inbox' | '/me' | undefined
}

export function pageFor({ path, query }: Way): Shown | undefined {
  const matter = /^\/matters\/([0-9a-f-]{36})$/.exec(path)?.[1]
  if (matter) return { page: <Record key={matter} id={matter} sheet={query.get('do')} />, tab: undefined }
  const file = /^\/mediations\/([0-9a-f-]{36})$/.exec(path)?.[1]
  if (file) return { page: <FollowUps key={file} file={file} />, tab: undefined }
  if (path === '/follow-ups') return { page: <FollowUps file={undefined} />, tab: undefined }
  if (path === '/') return { page: <Today />, tab: '/' }
  if (path === '/report') return { page: <Report />, tab: '/report' }
  if (path === '/spot') return { page: <Spot />, tab: '/report' }
  if (path === '/settle') {
    const of = /^[0-9a-f-]{36}$/.exec(query.get('matter') ?? '')?.[0]
    return { page: <Settle key={of} matter={of} />, tab: '/report' }
  }
  if (path === '/hear') return { page: <Hear />, tab: '/report' }
  if (path === '/visit') return { page: <Visit />, tab: '/report' }
  if (path === '/inbox') return { page: <Inbox />, tab: '/inbox' }
  if (path === '/me') return { page: <Me />, tab: '/me' }
  if (path === '/sign-in') return { page: <SignIn next={query.get('next')} />, tab: undefined }
  return undefined
}
