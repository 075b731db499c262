// Liuan Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const liuan: CommunityPlan = {
  code: '990101001002',
  name: '柳岸社区',
  nameEn: 'Liuan Community',
  aliases: ['护堤村'],
  grids: [
    { number: 1, corners: 'k5 k9 k8 o5 o4 o3' },
    { number: 2, corners: 'o38 k1 k5 o3 o2 o1' },
    { number: 3, corners: 'o37 o36 k3 k2 k1 o38' },
    { number: 4, corners: 'k2 k11 k10 k9 k5 k1' },
    { number: 5, corners: 'k3 k4 k12 k11 k2' },
  ],
  rows: [
    {
      kind: 'compound',
      name: '柳岸里',
      nameEn: 'Liuanli',
      address: '柳岸路5号',
      aliases: ['堤下院'],
      turn: 6,
      houses: [
        { no: 1, grid: 1, at: [-380, 351], form: 'walkup6', units: 3 },
        { no: 2, grid: 1, at: [-389, 307], form: 'walkup6', units: 3 },
        { no: 3, grid: 1, at: [-382, 264], form: 'walkup6', units: 3 },
        { no: 4, grid: 1, at: [-375, 221], form: 'walkup6', units: 3 },
        { no: 5, grid: 2, at: [-522, 282], form: 'walkup6', units: 3 },
        { no: 6, grid: 2, at: [-465, 289], form: 'walkup6', units: 3 },
        { no: 7, grid: 2, at: [-525, 229], form: 'walkup6', units: 3 },
      ],
    },
    {
      kind: 'compound',
      name: '护堤小区',
      nameEn: 'Huti Court',
      address: '新渠西路12号',
      turn: 3,
      houses: [
        { no: 1, grid: 3, at: [-514, 105], form: 'walkup5', units: 4 },
        { no: 2, grid: 3, at: [-514, 59], form: 'walkup5', units: 4 },
        { no: 3, grid: 3, at: [-509, 13], form: 'walkup5', units: 4 },
      ],
    },
    {
      kind: 'compound',
      name: '柳岸新村',
      nameEn: 'Liuan New Village',
      address: '柳岸路21号',
      turn: 7,
      houses: [
        { no: 1, grid: 4, at: [-396, 179], form: 'walkup5', units: 4 },
        { no: 2, grid: 4, at: [-391, 142], form: 'walkup5', units: 4 },
        { no: 3, grid: 4, at: [-386, 105], form: 'walkup5', units: 4 },
        { no: 4, grid: 5, at: [-413, 16], form: 'lift11', units: 3 },
        { no: 5, grid: 5, at: [-336, 25], form: 'lift11', units: 3 },
      ],
    },
  ],
}
