// What the figures of long runs about people's data say in a sentence.
import type { Text } from '#kernel/words.ts'

type Figures = Readonly<Record<string, unknown>>

const n = (value: unknown): number => (typeof value === 'number' ? value : 0)
const thousands = (value: unknown): string => n(value).toLocaleString('en-US')
const of = (figures: Figures, name: string): Figures => (figures[name] ?? {}) as Figures
const percent = (share: unknown): string => `${n(share) * 100} %`

/** Folders and tables in which anything was found. */
const found = (figures: Figures): number =>
  ['inDatabase', 'inData', 'inBackup'].reduce(
    (sum, place) => sum + Object.keys(of(of(figures, place), 'found')).length,
    0,
  ) + Object.keys(of(figures, 'inDump')).length

export const PEOPLE_READERS: Readonly<Record<string, (of: Figures) => Text>> = {
  browsing: (figures) => {
    const sorts = Object.values(of(figures, 'variants')) as readonly Figures[]
    const sum = (what: string) => sorts.reduce((all, one) => all + n(one[what]), 0)
    const door = of(figures, 'door')
    return {
      zh: `一天要看 330 户，开了 ${n(door.opened)} 户就停；${n(figures.days)} 天的模拟：及时发现 ${sum('inTime')}/${sum('of')}，误报 ${n(figures.alarms)} 次（${n(figures.workerMonths)} 个人月）`,
      en: `of 330 households on one day ${n(door.opened)} were opened; ${n(figures.days)} simulated days: ${sum('inTime')} of ${sum('of')} seen in time, ${n(figures.alarms)} false alarms in ${n(figures.workerMonths)} worker-months`,
    }
  },
  'looked-at': (figures) => {
    const now = of(figures, 'at')
    return {
      zh: `${thousands(figures.acts)} 次操作，${n(figures.people)} 人：该告诉的告诉了 ${percent(now.recall)}，告诉的都真有 ${percent(now.precision)}；提到工作人员 ${n(now.named)} 次`,
      en: `${thousands(figures.acts)} acts over ${n(figures.people)} people: recall ${percent(now.recall)}, precision ${percent(now.precision)}, staff named ${n(now.named)} times`,
    }
  },
  reasons: (figures) => ({
    zh: `${thousands(figures.tries)} 次不成立的理由：放行 ${n(figures.accepted)} 次`,
    en: `${thousands(figures.tries)} reasons that do not hold: ${n(figures.accepted)} accepted`,
  }),
  'hidden-phone': (figures) => ({
    zh: `试 ${thousands(figures.attempts)} 次：露出差别 ${n(figures.toldApart)} 次；一天查号后只知道 ${n(figures.bits)} 位；${thousands(figures.pairs)} 对里回答一样的 ${thousands(figures.alike)} 对`,
    en: `${thousands(figures.attempts)} attempts: ${n(figures.toldApart)} told anything, ${n(figures.bits)} bits after a day of look-ups; ${thousands(figures.alike)} of ${thousands(figures.pairs)} pairs answered alike`,
  }),
  exports: (figures) => ({
    zh: `${n(figures.attempts)} 次：一个人一天最多拿走 ${n(figures.mostLines)} 行（上限 ${n(figures.alone)}），其中全文 ${n(figures.mostInFull)} 行`,
    en: `${n(figures.attempts)} attempts: at most ${n(figures.mostLines)} lines left with one person alone (${n(figures.alone)} allowed), ${n(figures.mostInFull)} of them in full`,
  }),
  planted: (figures) => ({
    zh: `埋进去 ${thousands(figures.values)} 个值，记下 ${thousands(figures.statementsLogged)} 条语句：找到 ${found(figures)} 处`,
    en: `${thousands(figures.values)} values planted, ${thousands(figures.statementsLogged)} statements logged: found in ${found(figures)} places`,
  }),
}
