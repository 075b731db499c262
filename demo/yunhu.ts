// The demo's other district with one community: a second tenant against which walls between districts are tried.
import type { SubdistrictPlan } from './plan.ts'

export const yunhuSubdistrict: SubdistrictPlan = {
  code: '990201001',
  name: '云湖街道',
  nameEn: 'Yunhu Subdistrict',
  centre: { lon: 115.9, lat: 34.6 },
  corners: {
    nw: [-190, 70],
    n1: [-66, 61],
    n2: [70, 58],
    ne: [192, 47],
    sw: [-204, -60],
    s1: [-71, -66],
    s2: [62, -74],
    se: [186, -82],
  },
  communities: [
    {
      code: '990201001001',
      name: '云湖社区',
      nameEn: 'Yunhu Community',
      grids: [
        { number: 1, corners: 'nw sw s1 n1' },
        { number: 2, corners: 'n1 s1 s2 n2' },
        { number: 3, corners: 'n2 s2 se ne' },
      ],
      rows: [
        {
          kind: 'compound',
          name: '云湖里',
          nameEn: 'Yunhuli',
          address: '云湖路2号',
          turn: -4,
          houses: [
            { no: 1, grid: 1, at: [-130, 31], form: 'walkup6', units: 4 },
            { no: 2, grid: 1, at: [-136, -20], form: 'walkup6', units: 4 },
            { no: 3, grid: 2, at: [2, 24], form: 'walkup6', units: 4 },
            { no: 4, grid: 2, at: [-3, -28], form: 'walkup6', units: 4 },
            { no: 5, grid: 3, at: [128, 14], form: 'lift11', units: 3 },
            { no: 6, grid: 3, at: [126, -38], form: 'lift11', units: 3 },
          ],
        },
      ],
    },
  ],
  beats: [{ name: '云湖警务区', nameEn: 'Yunhu Beat', communities: ['990201001001'] }],
  lines: [{ name: '云湖路', nameEn: 'Yunhu Road', kind: 'road', path: 'sw s1 s2 se' }],
  grounds: [],
}
