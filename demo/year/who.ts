// Who has to do with a matter of the year: who told of it and how, who works there.
import type { DemoMatter } from '../matters/matter.ts'
import { mobile } from '../staff/person.ts'
import { staff } from '../staff.ts'
import type { CourseName } from './courses.ts'
import { dice, oneOf } from './dice.ts'

const loginAt = (role: string, area: string) => staff.filter((one) => one.role === role && one.area === area)

/** Who works there: the grid's own, or the desk; the desk, and the head above it. */
export function crew(label: string, grid: string) {
  const community = grid.slice(0, 12)
  const desk = oneOf(`${label} desk`, loginAt('community_staff', community)).login
  const [head] = loginAt('community_head', community)
  const [worker] = loginAt('grid_worker', grid)
  return { worker: worker?.login ?? desk, staffed: worker !== undefined, desk, head: head!.login }
}

const SCANNED: ReadonlySet<CourseName> = new Set([
  ...(['disputed', 'stillHolds', 'brokeAgain', 'takenLate', 'finishedLate', 'signedLate'] as const),
])
export const RECORDED: ReadonlySet<CourseName> = new Set(['onTheSpot', 'atCounter', 'inLegalRoom'])

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
]
const TITLES = ['女士', '先生', '阿姨', '大爷', '师傅', '老师', '大姐', '奶奶', '叔叔']

/** Some leave a name, some a number, some neither. */
export function reporter(label: string, at: number): DemoMatter['reporter'] {
  const chance = dice(`${label} reporter`)
  if (chance < 0.2) return undefined
  const name = oneOf(`${label} surname`, SURNAMES) + oneOf(`${label} title`, TITLES)
  return { ...(chance < 0.85 ? { name } : {}), ...(chance > 0.4 ? { phone: mobile(6000 + at) } : {}) }
}

type How = Pick<DemoMatter, 'recordedBy' | 'way' | 'reporter'>

/** By scan, by telephone, at the desk, or seen by the worker himself. */
export function how(course: CourseName, label: string, at: number, { worker, desk }: ReturnType<typeof crew>): How {
  const who = reporter(label, at)
  const scan = who ? { reporter: who } : {}
  if (course === 'heard') return { recordedBy: worker, way: 'listening' }
  if (SCANNED.has(course)) return scan
  const chance = dice(`${label} way`)
  if (chance < 0.56) return scan
  if (course === 'declined' || chance < 0.74) return { recordedBy: desk, way: 'phone', ...scan }
  if (chance < 0.84) return { recordedBy: desk, way: 'desk', ...scan }
  return { recordedBy: worker, ...(worker === desk ? { way: 'patrol' as const } : {}) }
}
