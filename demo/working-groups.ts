// The demo's two working groups (专班): each has one purpose, a head, a deputy and members from several offices.
import type { Bilingual } from './kinds/kind.ts'

export type WorkingGroup = {
  tenant: string
  area: string
  name: Bilingual
  purpose: Bilingual
  /** First day, `YYYY-MM-DD`. */
  since: string
  /** Logins. */
  head: string
  deputy: string
  members: string[]
}

export const workingGroups: readonly WorkingGroup[] = [
  {
    tenant: '990101',
    area: '990101001',
    name: { zh: '电动自行车充电安全专班', en: 'Group for safe e-bike charging' },
    purpose: {
      zh: '年底前每个小区都有能用的充电棚，楼道里不再充电',
      en: 'By the end of the year every compound has a working charging shed and nobody charges on the stairs',
    },
    since: '2026-04-15',
    head: 'fangjingqiu',
    deputy: 'anxiaoya',
    members: ['chenjing', 'zhouxiaolan', 'mahuizhen', 'guoqiaoyun', 'gaolei', 'shidachuan'],
  },
  {
    tenant: '990101',
    area: '990101001004',
    name: { zh: '文庙街夜市油烟专班', en: 'Group for the night market on Wenmiao Street' },
    purpose: {
      zh: '夜市照开，油烟不进楼：定好摊位、排烟口和收摊时间',
      en: 'The market stays and the fumes stay out: places, ducts and closing time agreed',
    },
    since: '2026-09-07',
    head: 'hemingyuan',
    deputy: 'yuewenbo',
    members: ['luyuzhi', 'shangzhiyuan', 'yanguoliang', 'hanlidong'],
  },
]
