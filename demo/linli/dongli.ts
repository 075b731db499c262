// Dongli Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const dongli: CommunityPlan = {
  code: '990101001005',
  name: '东篱社区',
  nameEn: 'Dongli Community',
  grids: [
    { number: 30, corners: 'k20 k26 k25 k24 k19' },
    { number: 31, corners: 'k13 k20 k19 k12' },
    { number: 32, corners: 'k14 k15 k28 k27 k26 k20 k13' },
    { number: 33, corners: 'k17 k29 k30 k28 k15' },
    { number: 34, corners: 'o30 o29 o28 k29 k17' },
  ],
  rows: [
    {
      kind: 'compound',
      name: '东篱小区',
      nameEn: 'Dongli Court',
      address: '东篱巷26号',
      turn: 3,
      houses: [
        { no: 1, grid: 30, at: [-108, 0], form: 'walkup5', units: 3 },
        { no: 2, grid: 30, at: [-104, -46], form: 'walkup5', units: 3 },
        { no: 3, grid: 30, at: [-100, -92], form: 'walkup5', units: 3 },
        { no: 4, grid: 32, at: [-187, -201], form: 'walkup5', units: 5, turn: 5 },
        { no: 5, grid: 32, at: [-92, -193], form: 'walkup5', units: 5, turn: 5 },
      ],
    },
    {
      kind: 'street',
      name: '东篱巷',
      nameEn: 'Dongli Lane',
      turn: 9,
      houses: [
        { no: 3, grid: 31, at: [-241, -36], form: 'lane', units: 3 },
        { no: 5, grid: 31, at: [-189, -27], form: 'lane', units: 3 },
        { no: 7, grid: 31, at: [-237, -65], form: 'lane', units: 3 },
        { no: 9, grid: 31, at: [-185, -56], form: 'lane', units: 3 },
      ],
    },
    {
      kind: 'compound',
      name: '菊苑',
      nameEn: 'Juyuan',
      address: '新渠路33号',
      turn: 9,
      houses: [
        { no: 1, grid: 33, at: [-175, -299], form: 'walkup6', units: 5 },
        { no: 2, grid: 33, at: [-84, -286], form: 'walkup6', units: 5 },
      ],
    },
    {
      kind: 'compound',
      name: '铁路新村',
      nameEn: 'Railway New Village',
      address: '铁道北街4号',
      aliases: ['铁路宿舍'],
      turn: 4,
      houses: [
        { no: 1, grid: 34, at: [-166, -355], form: 'walkup5', units: 4 },
        { no: 2, grid: 34, at: [-86, -350], form: 'walkup5', units: 4 },
        { no: 3, grid: 34, at: [-69, -395], form: 'walkup5', units: 4 },
      ],
    },
  ],
}
