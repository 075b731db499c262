// Wenmiao Community: its grids between the shared corners, and the houses that stand in them.
import type { CommunityPlan } from '../plan.ts'

export const wenmiao: CommunityPlan = {
  code: '990101001004',
  name: '文庙社区',
  nameEn: 'Wenmiao Community',
  aliases: ['老城南'],
  grids: [
    { number: 40, corners: 'k43 o22 o21 k46 k42' },
    { number: 41, corners: 'r12 r13 k43 k42 r11', aliases: ['文庙街片'] },
    { number: 42, corners: 'o25 o24 o23 o22 k43' },
    { number: 43, corners: 'r14 o26 o25 k43 r13' },
  ],
  rows: [
    {
      kind: 'street',
      name: '文庙街',
      nameEn: 'Wenmiao Street',
      turn: 12,
      houses: [
        { no: 10, grid: 41, at: [198, -159], form: 'street', units: 2 },
        { no: 12, grid: 41, at: [238, -150], form: 'street', units: 2 },
        { no: 14, grid: 41, at: [278, -141], form: 'street', units: 2 },
        { no: 16, grid: 41, at: [236, -196], form: 'street', units: 2 },
      ],
    },
    {
      kind: 'compound',
      name: '文庙新村',
      nameEn: 'Wenmiao New Village',
      address: '文庙街31号',
      turn: 7.5,
      houses: [
        { no: 1, grid: 40, at: [399, -123], form: 'walkup6', units: 3 },
        { no: 2, grid: 40, at: [463, -115], form: 'walkup6', units: 3 },
        { no: 3, grid: 40, at: [404, -176], form: 'walkup6', units: 3 },
        { no: 4, grid: 40, at: [468, -168], form: 'walkup6', units: 3 },
      ],
    },
    {
      kind: 'compound',
      name: '学府家园',
      nameEn: 'Xuefu Homes',
      address: '书院路15号',
      turn: 5,
      houses: [
        { no: 1, grid: 42, at: [387, -269], form: 'lift11', units: 3 },
        { no: 2, grid: 42, at: [467, -262], form: 'lift11', units: 3 },
        { no: 3, grid: 42, at: [400, -330], form: 'lift11', units: 3 },
      ],
    },
    {
      kind: 'compound',
      name: '书院小区',
      nameEn: 'Shuyuan Court',
      address: '书院路8号',
      turn: 4,
      houses: [
        { no: 1, grid: 43, at: [268, -252], form: 'walkup5', units: 4 },
        { no: 2, grid: 43, at: [270, -297], form: 'walkup5', units: 4 },
        { no: 3, grid: 43, at: [276, -345], form: 'walkup5', units: 4 },
        { no: 4, grid: 43, at: [280, -389], form: 'walkup5', units: 4 },
      ],
    },
  ],
}
