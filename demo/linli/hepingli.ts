// Hepingli Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const hepingli: CommunityPlan = {
  code: '990101001008',
  name: '和平里社区',
  nameEn: 'Hepingli Community',
  aliases: ['机械厂社区'],
  grids: [
    { number: 6, corners: 'k8 k16 o6 o5' },
    { number: 7, corners: 'k16 k21 o8 o7 o6' },
    { number: 8, corners: 'k9 k10 k18 k23 k22 k21 k16 k8' },
    { number: 9, corners: 'k11 k12 k19 k18 k10' },
    { number: 10, corners: 'k19 k24 k23 k18' },
  ],
  rows: [
    {
      kind: 'compound',
      name: '和平新苑',
      nameEn: 'New Heping Garden',
      address: '环城北路10号',
      turn: 7.5,
      houses: [
        { no: 1, grid: 6, at: [-287, 375], form: 'lift11', units: 3 },
        { no: 2, grid: 6, at: [-282, 321], form: 'lift11', units: 3 },
        { no: 3, grid: 6, at: [-276, 267], form: 'lift11', units: 3 },
        { no: 4, grid: 7, at: [-198, 335], form: 'tower26', units: 3, turn: 3 },
        { no: 5, grid: 7, at: [-126, 339], form: 'tower26', units: 3, turn: 3 },
      ],
    },
    {
      kind: 'street',
      name: '和平大道',
      nameEn: 'Heping Avenue',
      turn: 9,
      houses: [
        { no: 32, grid: 8, at: [-235, 219], form: 'street', units: 3 },
        { no: 34, grid: 8, at: [-164, 230], form: 'street', units: 3 },
      ],
    },
    {
      kind: 'compound',
      name: '和平里',
      nameEn: 'Hepingli',
      address: '和平大道50号',
      aliases: ['机械厂宿舍'],
      turn: 9,
      houses: [
        { no: 1, grid: 9, at: [-274, 121], form: 'walkup6', units: 3 },
        { no: 2, grid: 9, at: [-210, 131], form: 'walkup6', units: 3 },
        { no: 3, grid: 9, at: [-265, 69], form: 'walkup6', units: 3 },
        { no: 4, grid: 9, at: [-200, 80], form: 'walkup6', units: 3 },
        { no: 5, grid: 10, at: [-129, 169], form: 'walkup6', units: 4, turn: 7 },
        { no: 6, grid: 10, at: [-123, 117], form: 'walkup6', units: 4, turn: 7 },
        { no: 7, grid: 10, at: [-116, 65], form: 'walkup6', units: 4, turn: 7 },
      ],
    },
  ],
}
