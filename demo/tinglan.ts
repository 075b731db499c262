// The demo's second, small subdistrict in the same district: enough to see that neither reads the other's matters.
import type { SubdistrictPlan } from './plan.ts'

export const tinglanSubdistrict: SubdistrictPlan = {
  code: '990101002',
  name: '汀兰街道',
  nameEn: 'Tinglan Subdistrict',
  centre: { lon: 115.6185, lat: 34.4045 },
  corners: {
    nw: [-205, 128],
    n1: [-74, 139],
    n2: [58, 146],
    ne: [196, 161],
    w: [-214, 4],
    c1: [-62, 10],
    c2: [73, 21],
    e: [208, 30],
    sw: [-196, -124],
    s1: [-50, -119],
    s2: [80, -108],
    se: [219, -99],
  },
  communities: [
    {
      code: '990101002001',
      name: '汀兰社区',
      nameEn: 'Tinglan Community',
      grids: [
        { number: 1, corners: 'nw w c1 n1' },
        { number: 2, corners: 'n1 c1 c2 n2' },
        { number: 3, corners: 'n2 c2 e ne' },
      ],
      rows: [
        {
          kind: 'compound',
          name: '汀兰苑',
          nameEn: 'Tinglan Garden',
          address: '兰渚路6号',
          turn: 4,
          houses: [
            { no: 1, grid: 1, at: [-138, 97], form: 'walkup6', units: 4 },
            { no: 2, grid: 1, at: [-136, 48], form: 'walkup6', units: 4 },
            { no: 3, grid: 2, at: [-6, 107], form: 'walkup6', units: 4 },
            { no: 4, grid: 2, at: [0, 57], form: 'walkup6', units: 4 },
          ],
        },
        {
          kind: 'compound',
          name: '兰渚公寓',
          nameEn: 'Lanzhu Apartments',
          address: '兰渚路15号',
          turn: 5,
          houses: [
            { no: 1, grid: 3, at: [128, 119], form: 'tower18', units: 3 },
            { no: 2, grid: 3, at: [144, 65], form: 'tower18', units: 3 },
          ],
        },
      ],
    },
    {
      code: '990101002002',
      name: '芦湾社区',
      nameEn: 'Luwan Community',
      aliases: ['芦湾渡口'],
      grids: [
        { number: 4, corners: 'w sw s1 c1' },
        { number: 5, corners: 'c1 s1 s2 c2' },
        { number: 6, corners: 'c2 s2 se e' },
      ],
      rows: [
        {
          kind: 'compound',
          name: '芦湾新村',
          nameEn: 'Luwan New Village',
          address: '渡口街9号',
          turn: 3,
          houses: [
            { no: 1, grid: 4, at: [-134, -32], form: 'walkup5', units: 4 },
            { no: 2, grid: 4, at: [-128, -82], form: 'walkup5', units: 4 },
            { no: 3, grid: 5, at: [6, -24], form: 'walkup5', units: 4 },
            { no: 4, grid: 5, at: [14, -76], form: 'walkup5', units: 4 },
          ],
        },
        {
          kind: 'street',
          name: '渡口街',
          nameEn: 'Dukou Street',
          turn: 4,
          houses: [
            { no: 21, grid: 6, at: [140, -12], form: 'street', units: 3 },
            { no: 23, grid: 6, at: [148, -64], form: 'street', units: 3 },
          ],
        },
      ],
    },
  ],
  beats: [{ name: '汀兰警务区', nameEn: 'Tinglan Beat', communities: ['990101002001', '990101002002'] }],
  lines: [
    { name: '兰渚路', nameEn: 'Lanzhu Road', kind: 'road', path: 'w c1 c2 e' },
    { name: '渡口街', nameEn: 'Dukou Street', kind: 'road', path: 'sw s1 s2 se' },
  ],
  grounds: [],
}
