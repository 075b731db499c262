// Open ground of Linli Subdistrict that the demo's stories and map need: schools, parks, the market, the building site.
import type { GroundPlan } from '../plan.ts'

export const linliGrounds: readonly GroundPlan[] = [
  { name: '荷塘公园', nameEn: 'Hetang Park', kind: 'park', at: [166, 150], size: [56, 32], turn: 9 },
  { name: '和平小学', nameEn: 'Heping Primary School', kind: 'school', at: [-160, 292], size: [92, 36], turn: 7 },
  { name: '柳岸广场', nameEn: 'Liuan Square', kind: 'square', at: [-384, 62], size: [84, 30], turn: 7 },
  { name: '护堤绿地', nameEn: 'Huti Green', kind: 'park', at: [-514, 146], size: [72, 26], turn: 3 },
  { name: '桂香园', nameEn: 'Guixiang Green', kind: 'park', at: [352, 300], size: [96, 28], turn: 5 },
  { name: '石桥幼儿园', nameEn: 'Shiqiao Kindergarten', kind: 'school', at: [346, -64], size: [50, 30], turn: 9 },
  { name: '东篱菜市场', nameEn: 'Dongli Market', kind: 'market', at: [-208, -108], size: [74, 34], turn: 4 },
  { name: '东篱广场', nameEn: 'Dongli Square', kind: 'square', at: [-132, -226], size: [84, 18], turn: 8 },
  { name: '望溪路工地', nameEn: 'Wangxi Road building site', kind: 'site', at: [66, -200], size: [118, 46], turn: 8 },
  { name: '文庙小学', nameEn: 'Wenmiao Primary School', kind: 'school', at: [464, -324], size: [54, 50], turn: 12 },
  { name: '新渠公园', nameEn: 'New Canal Park', kind: 'park', at: [-416, -336], size: [118, 38], turn: -9 },
  { name: '渠南绿地', nameEn: 'Qunan Green', kind: 'park', at: [-282, -350], size: [72, 44], turn: -8 },
]
