// Shiqiao Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const shiqiao: CommunityPlan = {
  code: '990101001006',
  name: '石桥社区',
  nameEn: 'Shiqiao Community',
  aliases: ['石桥村'],
  grids: [
    { number: 21, corners: 'k45 o19 o18 k48 k44' },
    { number: 22, corners: 'r9 r10 k39 k38 r6 r7 r8' },
    { number: 23, corners: 'k39 k42 k46 k45 k44 k41 k38' },
    { number: 24, corners: 'k46 o21 o20 o19 k45' },
    { number: 25, corners: 'r11 k42 k39 r10' },
  ],
  rows: [
    {
      kind: 'compound',
      name: '石桥花园',
      nameEn: 'Shiqiao Gardens',
      address: '石桥路40号',
      turn: 9,
      houses: [
        { no: 1, grid: 21, at: [458, 103], form: 'lift11', units: 4 },
        { no: 2, grid: 21, at: [466, 43], form: 'lift11', units: 4 },
      ],
    },
    {
      kind: 'compound',
      name: '河畔小区',
      nameEn: 'Riverside Court',
      address: '石桥路3号',
      turn: 6,
      houses: [
        { no: 1, grid: 22, at: [198, 53], form: 'walkup6', units: 4 },
        { no: 2, grid: 22, at: [166, -3], form: 'walkup6', units: 4 },
        { no: 3, grid: 22, at: [238, 4], form: 'walkup6', units: 4 },
      ],
    },
    {
      kind: 'street',
      name: '石桥路',
      nameEn: 'Shiqiao Road',
      turn: 9,
      houses: [
        { no: 21, grid: 23, at: [326, 20], form: 'street', units: 3 },
        { no: 23, grid: 23, at: [334, -27], form: 'street', units: 3 },
      ],
    },
    {
      kind: 'compound',
      name: '石桥里',
      nameEn: 'Shiqiaoli',
      address: '文庙街20号',
      turn: 9,
      houses: [
        { no: 1, grid: 24, at: [439, -9], form: 'walkup6', units: 3 },
        { no: 2, grid: 24, at: [504, 1], form: 'walkup6', units: 3 },
        { no: 3, grid: 24, at: [442, -62], form: 'walkup6', units: 3 },
        { no: 4, grid: 24, at: [506, -51], form: 'walkup6', units: 3 },
        { no: 5, grid: 25, at: [185, -84], form: 'walkup6', units: 4, turn: 8 },
        { no: 6, grid: 25, at: [258, -76], form: 'walkup6', units: 4, turn: 8 },
      ],
    },
  ],
}
