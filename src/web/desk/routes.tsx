// The desk's addresses. The queue comes with the first page; every other page is fetched when it is opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readPeriod } from './figures/period.ts'
import { Frame } from './frame/Frame.tsx'
import { NotThere } from './frame/NotThere.tsx'
import { QueuePage } from './queue/QueuePage.tsx'
import { readQueueSearch } from './queue/search.ts'

const root = createRootRoute({ notFoundComponent: NotThere })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/desk/sign-in',
  validateSearch: (search): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  component: lazyRouteComponent(() => import('./sign-in/SignInPage.tsx'), 'SignInPage'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/desk/join',
  validateSearch: (search): { code?: string } => (search.code ? { code: String(search.code) } : {}),
  component: lazyRouteComponent(() => import('./sign-in/JoinPage.tsx'), 'JoinPage'),
})

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame })

const queue = createRoute({
  getParentRoute: () => frame,
  path: '/desk',
  validateSearch: readQueueSearch,
  component: QueuePage,
})

const page = <const P extends string>(path: P, open: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => frame, path, component: open })

const matter = page(
  '/desk/matters/$id',
  lazyRouteComponent(() => import('./matter/MatterPage.tsx'), 'MatterPage'),
)
const dispatch = page(
  '/desk/dispatch',
  lazyRouteComponent(() => import('./dispatch/DispatchPage.tsx'), 'DispatchPage'),
)
const supervise = createRoute({
  getParentRoute: () => frame,
  path: '/desk/supervise',
  validateSearch: (search): { view?: string } => (typeof search.view === 'string' ? { view: search.view } : {}),
  component: lazyRouteComponent(() => import('./dispatch/SupervisePage.tsx'), 'SupervisePage'),
})
const newMatter = page(
  '/desk/new',
  lazyRouteComponent(() => import('./intake/WriteDownPage.tsx'), 'WriteDownPage'),
)
const listening = page(
  '/desk/listening',
  lazyRouteComponent(() => import('./intake/ListeningPage.tsx'), 'ListeningPage'),
)
const agencies = page(
  '/desk/agencies',
  lazyRouteComponent(() => import('./agencies/AgenciesPage.tsx'), 'AgenciesPage'),
)
const rules = page(
  '/desk/routes',
  lazyRouteComponent(() => import('./agencies/RoutesPage.tsx'), 'RoutesPage'),
)
const figures = createRoute({
  getParentRoute: () => frame,
  path: '/desk/figures',
  validateSearch: readPeriod,
  component: lazyRouteComponent(() => import('./figures/FiguresPage.tsx'), 'FiguresPage'),
})
const study = createRoute({
  getParentRoute: () => frame,
  path: '/desk/study',
  validateSearch: readPeriod,
  component: lazyRouteComponent(() => import('./study/StudyPage.tsx'), 'StudyPage'),
})
const studyMeetings = page(
  '/desk/study/meetings',
  lazyRouteComponent(() => import('./study/MeetingsPage.tsx'), 'MeetingsPage'),
)
const studySweeps = page(
  '/desk/study/sweeps',
  lazyRouteComponent(() => import('./study/SweepsPage.tsx'), 'SweepsPage'),
)
const portrait = page(
  '/desk/portrait/{-$id}',
  lazyRouteComponent(() => import('./portrait/PortraitPage.tsx'), 'PortraitPage'),
)
const areas = page(
  '/desk/areas/{-$id}',
  lazyRouteComponent(() => import('./areas/AreasPage.tsx'), 'AreasPage'),
)
const duty = page(
  '/desk/duty/{-$id}',
  lazyRouteComponent(() => import('./duty/DutyPage.tsx'), 'DutyPage'),
)
const rooms = page(
  '/desk/rooms/{-$id}',
  lazyRouteComponent(() => import('./rooms/RoomsPage.tsx'), 'RoomsPage'),
)
const counsel = page(
  '/desk/law',
  lazyRouteComponent(() => import('./counsel/CounselPage.tsx'), 'CounselPage'),
)
const panels = page(
  '/desk/panels/{-$id}',
  lazyRouteComponent(() => import('./panels/PanelsPage.tsx'), 'PanelsPage'),
)
const teams = page(
  '/desk/teams/{-$id}',
  lazyRouteComponent(() => import('./teams/TeamsPage.tsx'), 'TeamsPage'),
)
const bodies = page(
  '/desk/bodies',
  lazyRouteComponent(() => import('./teams/BodiesPage.tsx'), 'BodiesPage'),
)
const means = page(
  '/desk/means',
  lazyRouteComponent(() => import('./rooms/MeansPage.tsx'), 'MeansPage'),
)
const mediations = page(
  '/desk/mediations/{-$id}',
  lazyRouteComponent(() => import('./mediation/MediationsPage.tsx'), 'MediationsPage'),
)
const dispute = createRoute({
  getParentRoute: () => frame,
  path: '/desk/dispute',
  validateSearch: ({ matter }): { matter?: string } =>
    typeof matter === 'string' && /^[0-9a-f-]{36}$/.test(matter) ? { matter } : {},
  component: lazyRouteComponent(() => import('./mediation/register/RegisterPage.tsx'), 'RegisterPage'),
})
const committees = page(
  '/desk/committees/{-$id}',
  lazyRouteComponent(() => import('./committees/CommitteesPage.tsx'), 'CommitteesPage'),
)
const roomKinds = page(
  '/desk/room-kinds/{-$family}/{-$code}',
  lazyRouteComponent(() => import('./room-kinds/RoomKindsPage.tsx'), 'RoomKindsPage'),
)
const dutyKinds = page(
  '/desk/duty-kinds/{-$code}',
  lazyRouteComponent(() => import('./duty-kinds/DutyKindsPage.tsx'), 'DutyKindsPage'),
)
const people = createRoute({
  getParentRoute: () => frame,
  path: '/desk/register/{-$id}',
  validateSearch: ({ area }): { area?: string } =>
    typeof area === 'string' && /^[0-9a-f-]{36}$/.test(area) ? { area } : {},
  component: lazyRouteComponent(() => import('./register/PeoplePage.tsx'), 'PeoplePage'),
})
const compounds = page(
  '/desk/compounds/{-$id}',
  lazyRouteComponent(() => import('./register/CompoundsPage.tsx'), 'CompoundsPage'),
)
const homes = page(
  '/desk/homes/{-$id}',
  lazyRouteComponent(() => import('./register/HomesPage.tsx'), 'HomesPage'),
)
const organisations = page(
  '/desk/organisations/{-$id}',
  lazyRouteComponent(() => import('./register/OrganisationsPage.tsx'), 'OrganisationsPage'),
)
const relocations = page(
  '/desk/relocations/{-$id}',
  lazyRouteComponent(() => import('./register/RelocationsPage.tsx'), 'RelocationsPage'),
)
const corrections = page(
  '/desk/corrections/{-$id}',
  lazyRouteComponent(() => import('./register/CorrectionsPage.tsx'), 'CorrectionsPage'),
)
const codes = page(
  '/desk/codes/{-$id}',
  lazyRouteComponent(() => import('./codes/CodesPage.tsx'), 'CodesPage'),
)
const accounts = page(
  '/desk/accounts/{-$id}',
  lazyRouteComponent(() => import('./accounts/AccountsPage.tsx'), 'AccountsPage'),
)
const me = page(
  '/desk/me',
  lazyRouteComponent(() => import('./me/MePage.tsx'), 'MePage'),
)
const kinds = page(
  '/desk/kinds/{-$code}',
  lazyRouteComponent(() => import('./kinds/KindsPage.tsx'), 'KindsPage'),
)
const limits = page(
  '/desk/limits',
  lazyRouteComponent(() => import('./kinds/LimitsPage.tsx'), 'LimitsPage'),
)
const mediationRules = page(
  '/desk/mediation-rules',
  lazyRouteComponent(() => import('./mediation-rules/MediationRulesPage.tsx'), 'MediationRulesPage'),
)
const items = page(
  '/desk/access-list',
  lazyRouteComponent(() => import('./kinds/AccessListPage.tsx'), 'AccessListPage'),
)
const calendar = page(
  '/desk/calendar/{-$year}',
  lazyRouteComponent(() => import('./calendar/CalendarPage.tsx'), 'CalendarPage'),
)
const hours = page(
  '/desk/hours/{-$id}',
  lazyRouteComponent(() => import('./calendar/HoursPage.tsx'), 'HoursPage'),
)

const inbox = page(
  '/desk/inbox',
  lazyRouteComponent(() => import('./notices/InboxPage.tsx'), 'InboxPage'),
)
const noticeKinds = page(
  '/desk/notices/{-$code}',
  lazyRouteComponent(() => import('./notices/NoticeKindsPage.tsx'), 'NoticeKindsPage'),
)
const outbox = page(
  '/desk/outbox',
  lazyRouteComponent(() => import('./notices/OutboxPage.tsx'), 'OutboxPage'),
)

const retention = page(
  '/desk/retention',
  lazyRouteComponent(() => import('./retention/RetentionPage.tsx'), 'RetentionPage'),
)
const holds = page(
  '/desk/holds',
  lazyRouteComponent(() => import('./retention/HoldsPage.tsx'), 'HoldsPage'),
)
const destruction = page(
  '/desk/destruction',
  lazyRouteComponent(() => import('./retention/DestructionPage.tsx'), 'DestructionPage'),
)
const systems = page(
  '/desk/systems',
  lazyRouteComponent(() => import('./systems/SystemsPage.tsx'), 'SystemsPage'),
)

const imports = page(
  '/desk/imports/{-$id}',
  lazyRouteComponent(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
)
const operate = page(
  '/desk/operate',
  lazyRouteComponent(() => import('./operate/OperatePage.tsx'), 'OperatePage'),
)
const callbacks = page(
  '/desk/callbacks/{-$id}/{-$delivery}',
  lazyRouteComponent(() => import('./systems/CallbacksPage.tsx'), 'CallbacksPage'),
)
const questions = page(
  '/desk/questions/{-$id}',
  lazyRouteComponent(() => import('./systems/QuestionsPage.tsx'), 'QuestionsPage'),
)

const find = createRoute({
  getParentRoute: () => frame,
  path: '/desk/find',
  validateSearch: (search): { q?: string } => (search.q ? { q: String(search.q) } : {}),
  component: lazyRouteComponent(() => import('./find/FindPage.tsx'), 'FindPage'),
})
const exportsPage = page(
  '/desk/exports',
  lazyRouteComponent(() => import('./exports/ExportsPage.tsx'), 'ExportsPage'),
)
const looks = page(
  '/desk/looks',
  lazyRouteComponent(() => import('./looks/LooksPage.tsx'), 'LooksPage'),
)

const trace = page(
  '/desk/trace',
  lazyRouteComponent(() => import('./trace/TracePage.tsx'), 'TracePage'),
)

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    join,
    frame.addChildren([
      queue,
      matter,
      ...[dispatch, supervise, newMatter, listening, agencies, rules, figures, study, studyMeetings, studySweeps],
      areas,
      portrait,
      duty,
      rooms,
      counsel,
      panels,
      teams,
      bodies,
      means,
      roomKinds,
      committees,
      ...[mediations, dispute],
      dutyKinds,
      ...[people, homes, compounds, organisations, relocations, corrections],
      codes,
      accounts,
      me,
      kinds,
      limits,
      mediationRules,
      items,
      calendar,
      hours,
      inbox,
      noticeKinds,
      outbox,
      ...[systems, callbacks, questions],
      ...[retention, holds, destruction],
      operate,
      ...[find, looks, trace, exportsPage],
      imports,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
