// Xinqu Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const xinqu: CommunityPlan = {
  code: '990101001009',
  name: '新渠社区',
  nameEn: 'Xinqu Community',
  aliases: ['渠南队'],
  grids: [
    { number: 26, corners: 'o35 o34 k6 k4 k3 o36' },
    { number: 27, corners: 'k6 k7 k14 k13 k12 k4' },
    { number: 28, corners: 'o33 o32 o31 k7 k6 o34' },
    { number: 29, corners: 'o31 o30 k17 k15 k14 k7', aliases: ['渠南巷片'] },
  ],
  rows: [
    {
      kind: 'compound',
      name: '新渠家园',
      nameEn: 'New Canal Homes',
      address: '新渠路16号',
      turn: 4,
      houses: [
        { no: 1, grid: 26, at: [-490, -70], form: 'tower26', units: 3 },
        { no: 2, grid: 26, at: [-474, -151], form: 'tower26', units: 3 },
        { no: 3, grid: 27, at: [-387, -56], form: 'tower18', units: 3 },
        { no: 4, grid: 27, at: [-315, -51], form: 'tower18', units: 3 },
        { no: 5, grid: 27, at: [-340, -128], form: 'tower18', units: 3 },
        { no: 6, grid: 28, at: [-458, -291], form: 'tower18', units: 3 },
        { no: 7, grid: 28, at: [-384, -285], form: 'tower18', units: 3 },
      ],
    },
    {
      kind: 'street',
      name: '渠南巷',
      nameEn: 'Qunan Lane',
      turn: -3,
      houses: [
        { no: 2, grid: 29, at: [-291, -269], form: 'lane', units: 4 },
        { no: 4, grid: 29, at: [-289, -299], form: 'lane', units: 4 },
      ],
    },
  ],
}
