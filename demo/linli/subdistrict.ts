// Linli Subdistrict, where the demo's stories happen: 9 communities, 43 grids, its streets and its stream.
import type { LinePlan, SubdistrictPlan } from '../plan.ts'
import { linliCorners } from './corners.ts'
import { dongli } from './dongli.ts'
import { linliGrounds } from './grounds.ts'
import { guiyuan } from './guiyuan.ts'
import { hepingli } from './hepingli.ts'
import { liuan } from './liuan.ts'
import { qinghe } from './qinghe.ts'
import { shiqiao } from './shiqiao.ts'
import { wangxi } from './wangxi.ts'
import { wenmiao } from './wenmiao.ts'
import { xinqu } from './xinqu.ts'

const lines: LinePlan[] = [
  {
    name: '环城北路',
    nameEn: 'North Ring Road',
    kind: 'avenue',
    path: 'o1 o2 o3 o4 o5 o6 o7 o8 o9 o10 o11 o12 o13 o14 o15 o16',
  },
  { name: '环城东路', nameEn: 'East Ring Road', kind: 'avenue', path: 'o16 o17 o18 o19 o20 o21 o22 o23 o24' },
  { name: '铁道北街', nameEn: 'Railway North Street', kind: 'road', path: 'o24 o25 o26 o27 o28 o29 o30 o31 o32' },
  { name: '新渠', nameEn: 'New Canal', kind: 'stream', path: 'o1 o38 o37 o36 o35 o34 o33 o32' },
  {
    name: '望溪',
    nameEn: 'Wangxi Stream',
    kind: 'stream',
    path: 'o11 r1 r2 r3 r4 r5 r6 r7 r8 r9 r10 r11 r12 r13 r14 o26',
  },
  { name: '和平大道', nameEn: 'Heping Avenue', kind: 'avenue', path: 'o8 k21 k22 k23 k24 k25 k26 k27 k28 k30 k29 o28' },
  { name: '柳岸路', nameEn: 'Liuan Road', kind: 'road', path: 'o5 k8 k9 k10 k11 k12' },
  { name: '新渠路', nameEn: 'Xinqu Road', kind: 'road', path: 'k12 k13 k14 k15 k17 o30' },
  { name: '渠北路', nameEn: 'Qubei Road', kind: 'road', path: 'o36 k3 k4 k12' },
  { name: '文庙前街', nameEn: 'Wenmiao Front Street', kind: 'avenue', path: 'k12 k19 k24 k34 r8' },
  { name: '石桥路', nameEn: 'Shiqiao Road', kind: 'road', path: 'r6 k38 k41 k44 k48 o18' },
  { name: '文庙街', nameEn: 'Wenmiao Street', kind: 'road', path: 'r11 k42 k46 o21' },
  { name: '清荷路', nameEn: 'Qinghe Road', kind: 'road', path: 'k22 k31 k33 k37' },
  { name: '桂园路', nameEn: 'Guiyuan Road', kind: 'road', path: 'o12 k40 k41' },
  { name: '东篱巷', nameEn: 'Dongli Lane', kind: 'lane', path: 'k13 k20 k26' },
  { name: '望溪路', nameEn: 'Wangxi Road', kind: 'road', path: 'k30 k35 r13' },
  { name: '书院路', nameEn: 'Shuyuan Road', kind: 'road', path: 'r13 k43 o22' },
]

export const linliSubdistrict: SubdistrictPlan = {
  code: '990101001',
  name: '邻里街道',
  nameEn: 'Linli Subdistrict',
  centre: { lon: 115.6, lat: 34.4 },
  corners: linliCorners,
  communities: [qinghe, liuan, guiyuan, wenmiao, dongli, shiqiao, wangxi, hepingli, xinqu],
  beats: [
    { name: '清荷警务区', nameEn: 'Qinghe Beat', communities: ['990101001001', '990101001003'] },
    { name: '柳岸警务区', nameEn: 'Liuan Beat', communities: ['990101001002', '990101001008', '990101001009'] },
    {
      name: '文庙警务区',
      nameEn: 'Wenmiao Beat',
      communities: ['990101001004', '990101001005', '990101001006', '990101001007'],
    },
  ],
  lines,
  grounds: linliGrounds,
}
