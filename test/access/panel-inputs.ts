// Panels on a dispute of 第12网格, one at each stage, and what each line about them asks.
import { clock, localDay } from '#kernel/clock.ts'
import { counsel } from '#modules/counsel/contract.ts'
import type { Street } from '#test/street.ts'
import type { Ask } from './inputs.ts'

const STAGES = ['asked', 'seated', 'ready', 'planned', 'followed', 'kept'] as const
type Stage = (typeof STAGES)[number]
type Panel = { readonly id: string; readonly version: number; readonly measure: string }
export type PanelWorld = {
  readonly panels: Readonly<Record<Stage, Panel>>
  readonly panelRoom: string
  readonly panelMembers: readonly { readonly accountId: string; readonly role: string }[]
}

const OPINION = { words: '先请第三方测一次，再谈隔音由谁出钱。', basis: '民法典 第二百九十四条', noTie: true } as const
const PLAN = { words: '先检测，再按结果分担隔音费用。' }
const NOBODY_THERE = '01890000-0000-7000-8000-000000000001'
const PUT = { question: '楼道里的旧车能不能由物业移走？', summary: '当事人甲说乙的两辆旧车挡了通道；乙说车位不够。' }
const AHEAD_MS = 30 * 86_400_000

type Linli = <T>(name: string, input: object) => Promise<T>

async function drive(street: Street, id: string, stage: Stage) {
  const lead = street.as('zhaoguilan')
  await street.as('songyining').do(counsel.giveOpinion, { id, ...OPINION })
  if (stage === 'asked' || stage === 'seated') return
  await street.as('wuchangshun').do(counsel.giveOpinion, { id, ...OPINION })
  if (stage === 'ready') return
  const measures = [{ words: '请检测机构上门', owner: '物业公司', dueOn: '2027-01-10' }]
  const drawn = await lead.do(counsel.drawPlan, { id, version: 3, ...PLAN, measures })
  if (stage === 'planned') return
  const taken = await lead.do(counsel.acceptPlan, { id, version: drawn.version })
  if (stage === 'followed') return
  const [one] = (await lead.do(counsel.panel, { id })).measures
  await lead.do(counsel.measureDone, { id, version: taken.version, measureId: one!.id, on: localDay(clock.now()) })
}

export async function panelsThere(
  street: Street,
  mediationId: string,
  areaId: string,
  linli: Linli,
): Promise<PanelWorld> {
  const weekly = Array.from({ length: 7 }, () => [[0, 1440]])
  const { id: roomId } = await linli<{ id: string }>('room.add', {
    ...{ areaId, kind: 'station', name: '会诊室', label: 'LAW-2', weekly, followsCalendar: false },
  })
  const lead = street.as('zhaoguilan')
  const [song, wu] = [(await street.as('songyining').actor()).id, (await street.as('wuchangshun').actor()).id]
  const members = [
    { accountId: song, role: 'lawyer' as const },
    { accountId: wu, role: 'expert' as const },
  ]
  const day = localDay(clock.now())
  const made: [Stage, Panel][] = []
  for (const [at, stage] of STAGES.entries()) {
    const when = { day, from: at * 10, to: at * 10 + 10 }
    const { id } = await lead.do(counsel.convenePanel, { mediationId, ...PUT, roomId, ...when, members })
    await drive(street, id, stage)
    const { version, measures } = await lead.do(counsel.panel, { id })
    made.push([stage, { id, version, measure: measures[0]?.id ?? NOBODY_THERE }])
  }
  return { panels: Object.fromEntries(made) as Record<Stage, Panel>, panelRoom: roomId, panelMembers: members }
}

const FROM: Readonly<Record<string, Stage>> = {
  ...{ drawPlan: 'ready', acceptPlan: 'planned', declinePlan: 'planned', measureDone: 'followed' },
  ...{ finishPanel: 'kept', stepAside: 'seated' },
}
const stageOf = (line: string): Stage => FROM[line.split(' ')[0]!.split('.')[1]!] ?? 'asked'

export const panelOf = (world: PanelWorld, line: string): string => world.panels[stageOf(line)].id

type Input = (ask: Ask) => Record<string, unknown>
const about = (verb: string, more: (panel: Panel) => object = () => ({})): [string, Input] => [
  `counsel.${verb}`,
  ({ world, id }) => {
    const panel = world.panels[stageOf(`counsel.${verb}`)]
    return { id: id(panel.id), ...more(panel) }
  },
]
const read = (verb: string, more: object = {}) => about(verb, ({ version }) => ({ version, ...more }))

const inputs: Readonly<Record<string, Input>> = {
  'counsel.panels': () => ({}),
  'counsel.convenePanel': ({ world, id }) => ({
    ...{ mediationId: id(world.mediations.accepted.id), ...PUT, roomId: world.panelRoom, members: world.panelMembers },
    ...{ day: localDay(new Date(clock.now().getTime() + AHEAD_MS)), from: 540, to: 600 },
  }),
  ...Object.fromEntries([
    about('panel'),
    about('giveOpinion', () => OPINION),
    about('stepAside', () => ({ words: '我给其中一方做过代理。' })),
    read('drawPlan', { ...PLAN, measures: [{ words: '请检测机构上门', owner: '物业公司', dueOn: '2027-01-10' }] }),
    read('acceptPlan'),
    read('declinePlan', { words: '双方已经自己谈好。' }),
    about('measureDone', ({ version, measure }) => ({ version, measureId: measure, on: localDay(clock.now()) })),
    read('finishPanel'),
    read('cancelPanel', { words: '双方自己谈好了。' }),
  ]),
}

/** Whoever convened it, sits on it or mediates its file asks the same as everybody. */
export const panelInputs: Readonly<Record<string, Input>> = {
  ...inputs,
  ...Object.fromEntries(
    Object.entries(inputs).flatMap(([line, input]) =>
      ['by its mediator', 'who convened it', 'who sits on it'].map((given) => [`${line} (${given})`, input]),
    ),
  ),
}
