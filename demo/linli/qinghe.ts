// Qinghe Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const qinghe: CommunityPlan = {
  code: '990101001001',
  name: '清荷社区',
  nameEn: 'Qinghe Community',
  aliases: ['纺织厂社区'],
  grids: [
    { number: 11, corners: 'k21 k22 k31 k33 o9 o8' },
    { number: 12, corners: 'k33 k37 k36 r2 r1 o11 o10 o9', aliases: ['清荷苑片'] },
    { number: 13, corners: 'k32 r4 r3 r2 k36 k37 k33 k31' },
    { number: 14, corners: 'k23 k24 k34 k32 k31 k22' },
    { number: 15, corners: 'k34 r8 r7 r6 r5 r4 k32' },
  ],
  rows: [
    {
      kind: 'compound',
      name: '清荷苑',
      nameEn: 'Qinghe Garden',
      address: '清荷路18号',
      aliases: ['纺织厂家属院'],
      turn: 5,
      houses: [
        { no: 1, grid: 11, at: [2, 360], form: 'walkup6', units: 3 },
        { no: 2, grid: 12, at: [62, 393], form: 'walkup6', units: 3 },
        { no: 3, grid: 12, at: [66, 364], form: 'walkup6', units: 3 },
        { no: 4, grid: 12, at: [70, 335], form: 'walkup6', units: 3 },
        { no: 5, grid: 12, at: [74, 306], form: 'walkup6', units: 3 },
        { no: 6, grid: 13, at: [140, 321], form: 'lift11', units: 2 },
        { no: 7, grid: 13, at: [144, 290], form: 'lift11', units: 2 },
        { no: 8, grid: 13, at: [150, 258], form: 'lift11', units: 2 },
      ],
    },
    {
      kind: 'compound',
      name: '清荷里',
      nameEn: 'Qingheli',
      address: '清荷路9号',
      turn: 3,
      houses: [
        { no: 1, grid: 11, at: [-50, 396], form: 'walkup5', units: 3 },
        { no: 2, grid: 11, at: [-49, 367], form: 'walkup5', units: 3 },
        { no: 3, grid: 11, at: [-48, 338], form: 'walkup5', units: 3 },
        { no: 4, grid: 11, at: [-47, 309], form: 'walkup5', units: 3 },
      ],
    },
    {
      kind: 'compound',
      name: '荷香公寓',
      nameEn: 'Hexiang Apartments',
      address: '环城北路26号',
      turn: 4,
      houses: [{ no: 1, grid: 12, at: [124, 388], form: 'tower18', units: 2 }],
    },
    {
      kind: 'compound',
      name: '荷塘小区',
      nameEn: 'Hetang Court',
      address: '清荷路27号',
      turn: 7,
      houses: [
        { no: 1, grid: 13, at: [68, 240], form: 'walkup6', units: 4 },
        { no: 2, grid: 13, at: [74, 206], form: 'walkup6', units: 4 },
        { no: 3, grid: 13, at: [148, 216], form: 'walkup6', units: 4 },
      ],
    },
    {
      kind: 'street',
      name: '文庙前街',
      nameEn: 'Wenmiao Front Street',
      turn: 6,
      houses: [
        { no: 14, grid: 15, at: [88, 86], form: 'street', units: 3 },
        { no: 16, grid: 15, at: [156, 108], form: 'street', units: 3 },
        { no: 18, grid: 15, at: [92, 132], form: 'street', units: 3 },
      ],
    },
    {
      kind: 'compound',
      name: '荷风小区',
      nameEn: 'Hefeng Court',
      address: '和平大道19号',
      turn: 5.5,
      houses: [
        { no: 1, grid: 14, at: [-30, 234], form: 'walkup6', units: 4 },
        { no: 2, grid: 14, at: [-21, 183], form: 'walkup6', units: 4 },
        { no: 3, grid: 14, at: [-13, 131], form: 'walkup6', units: 4 },
        { no: 4, grid: 14, at: [-6, 79], form: 'walkup6', units: 4 },
      ],
    },
  ],
}
