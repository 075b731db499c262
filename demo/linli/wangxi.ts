// Wangxi Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const wangxi: CommunityPlan = {
  code: '990101001007',
  name: '望溪社区',
  nameEn: 'Wangxi Community',
  grids: [
    { number: 35, corners: 'k25 r10 r9 r8 k34 k24' },
    { number: 36, corners: 'k26 k27 r11 r10 k25' },
    { number: 37, corners: 'k28 k30 k35 r13 r12 r11 k27' },
    { number: 38, corners: 'k29 o28 o27 k35 k30' },
    { number: 39, corners: 'o27 o26 r14 r13 k35' },
  ],
  rows: [
    {
      kind: 'compound',
      name: '望溪里',
      nameEn: 'Wangxili',
      address: '文庙前街7号',
      turn: 4,
      houses: [
        { no: 1, grid: 35, at: [-12, 25], form: 'walkup6', units: 4 },
        { no: 2, grid: 35, at: [60, 30], form: 'walkup6', units: 4 },
        { no: 3, grid: 35, at: [35, -25], form: 'walkup6', units: 4 },
        { no: 4, grid: 36, at: [46, -83], form: 'walkup6', units: 5, turn: 6 },
        { no: 5, grid: 36, at: [52, -135], form: 'walkup6', units: 5, turn: 6 },
      ],
    },
    {
      kind: 'street',
      name: '望溪路',
      nameEn: 'Wangxi Road',
      turn: 9,
      houses: [{ no: 8, grid: 37, at: [30, -249], form: 'street', units: 4 }],
    },
    {
      kind: 'compound',
      name: '溪畔家园',
      nameEn: 'Streamside Homes',
      address: '望溪路30号',
      turn: 2,
      houses: [
        { no: 1, grid: 38, at: [23, -308], form: 'tower18', units: 3 },
        { no: 2, grid: 38, at: [31, -383], form: 'tower18', units: 3 },
        { no: 3, grid: 39, at: [129, -313], form: 'lift11', units: 4 },
        { no: 4, grid: 39, at: [142, -372], form: 'lift11', units: 4 },
      ],
    },
  ],
}
