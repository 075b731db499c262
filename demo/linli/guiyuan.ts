// Guiyuan Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const guiyuan: CommunityPlan = {
  code: '990101001003',
  name: '桂园社区',
  nameEn: 'Guiyuan Community',
  grids: [
    { number: 16, corners: 'r1 r2 r3 k40 o12 o11' },
    { number: 17, corners: 'k40 k47 o15 o14 o13 o12' },
    { number: 18, corners: 'r4 r5 r6 k38 k41 k40 r3' },
    { number: 19, corners: 'k41 k44 k48 k47 k40' },
    { number: 20, corners: 'k47 k48 o18 o17 o16 o15' },
  ],
  rows: [
    {
      kind: 'compound',
      name: '桂园',
      nameEn: 'Guiyuan',
      address: '桂园路6号',
      turn: 5.5,
      houses: [
        { no: 1, grid: 16, at: [222, 392], form: 'walkup6', units: 3, turn: -3 },
        { no: 2, grid: 16, at: [227, 354], form: 'walkup6', units: 3, turn: -3 },
        { no: 3, grid: 16, at: [232, 317], form: 'walkup6', units: 3, turn: -3 },
        { no: 4, grid: 16, at: [230, 279], form: 'walkup6', units: 3, turn: -3 },
        { no: 5, grid: 18, at: [241, 242], form: 'walkup6', units: 3 },
        { no: 6, grid: 18, at: [248, 199], form: 'walkup6', units: 3 },
        { no: 7, grid: 18, at: [254, 156], form: 'walkup6', units: 3 },
        { no: 8, grid: 18, at: [258, 113], form: 'walkup6', units: 3 },
        { no: 9, grid: 19, at: [353, 242], form: 'walkup6', units: 5, turn: 6 },
        { no: 10, grid: 19, at: [359, 190], form: 'walkup6', units: 5, turn: 6 },
        { no: 11, grid: 19, at: [366, 138], form: 'walkup6', units: 5, turn: 6 },
      ],
    },
    {
      kind: 'compound',
      name: '桂香名邸',
      nameEn: 'Guixiang Mansions',
      address: '环城北路58号',
      turn: 6,
      houses: [
        { no: 1, grid: 17, at: [309, 342], form: 'tower18', units: 3 },
        { no: 2, grid: 17, at: [383, 350], form: 'tower18', units: 3 },
        { no: 3, grid: 20, at: [470, 257], form: 'tower18', units: 3, turn: 5 },
        { no: 4, grid: 20, at: [486, 183], form: 'tower18', units: 3, turn: 5 },
      ],
    },
  ],
}
