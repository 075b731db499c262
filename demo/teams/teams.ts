// The demo's teams: who keeps the rooms open, who patrols, mediates and volunteers. Some shifts are left to nobody, as in life.
import { spans } from '../rooms/room.ts'
import type { DemoTeam } from './team.ts'

const DAY = '08:30-12:00 14:00-17:30'
const workdays = (text: string) => Object.fromEntries([0, 1, 2, 3, 4].map((day) => [day, text]))
const everyDay = (text: string) => Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, text]))

const counter = { zh: '综合窗口', en: 'Counter' }
const mediator = { zh: '调解员', en: 'Mediator' }
const lawyer = { zh: '律师', en: 'Lawyer' }
const host = { zh: '驿站值守', en: 'Station host' }

export const teams: readonly DemoTeam[] = [
  {
    area: '990101001',
    kind: 'window',
    room: 'R-02',
    name: { zh: '街道综治中心值守', en: 'Counter of the governance centre' },
    purpose: { zh: '来的人有人接，来的事有人管', en: 'Everybody is received, every matter taken on' },
    members: [
      { login: 'anxiaoya', seat: 'head', task: counter, shown: true, duty: { 0: DAY, 2: DAY, 4: '08:30-12:00' } },
      { login: 'zhengyuan', seat: 'member', task: counter, shown: true, duty: { 1: DAY, 3: DAY, 5: '09:00-12:00' } },
      {
        login: 'wuchangshun',
        seat: 'member',
        task: mediator,
        shown: true,
        duty: { 0: '14:00-17:30', 3: '08:30-12:00' },
      },
      {
        ...{ name: '祁振宇', nameEn: 'Qi Zhenyu', body: 'police', seat: 'member', shown: true },
        task: { zh: '民警', en: 'Police officer' },
        duty: { 1: '08:30-12:00', 4: '08:30-12:00' },
      },
    ],
    swap: { member: 1, by: 0 },
  },
  {
    area: '990101001',
    kind: 'window',
    room: 'R-03',
    name: { zh: '便民大厅窗口', en: 'Counters of the service hall' },
    purpose: { zh: '中午轮流吃饭，窗口不断人', en: 'Lunch in turns, so that the counter is never empty' },
    members: [
      {
        login: 'tenglihua',
        seat: 'head',
        task: { zh: '大厅负责人', en: 'Head of the hall' },
        shown: true,
        duty: workdays('08:30-13:00'),
      },
      {
        name: '虞小萌',
        nameEn: 'Yu Xiaomeng',
        seat: 'member',
        task: { zh: '社保窗口', en: 'Social insurance' },
        shown: true,
        duty: { ...workdays('12:30-17:30'), 5: '09:00-16:00' },
      },
    ],
  },
  {
    area: '990101001',
    kind: 'service',
    room: 'R-04',
    name: { zh: '法律服务队', en: 'Legal service team' },
    purpose: { zh: '律师轮流坐班', en: 'Lawyers take turns' },
    members: [
      {
        login: 'songyining',
        seat: 'head',
        body: 'lawyers',
        task: lawyer,
        shown: true,
        duty: { 0: '14:00-17:30', 5: '09:00-11:30' },
      },
      {
        name: '裴一凡',
        nameEn: 'Pei Yifan',
        body: 'lawyers',
        seat: 'member',
        task: lawyer,
        shown: true,
        duty: { 2: '14:00-17:30' },
      },
    ],
  },
  {
    area: '990101001001',
    kind: 'window',
    room: 'R-05',
    name: { zh: '清荷社区值班', en: 'Qinghe community desk' },
    purpose: { zh: '社区居委会轮班', en: 'The residents’ committee in turns' },
    members: [
      {
        login: 'linhuizhen',
        seat: 'head',
        task: { zh: '社区书记', en: 'Community secretary' },
        shown: true,
        duty: { 0: '08:30-12:00 14:00-18:00' },
      },
      {
        login: 'chenjing',
        seat: 'member',
        shown: true,
        task: counter,
        duty: { 1: '08:30-12:00 14:00-18:00', 3: '08:30-12:00 14:00-18:00' },
      },
      {
        login: 'liqian',
        seat: 'member',
        shown: true,
        task: counter,
        duty: { 2: '08:30-12:00 14:00-18:00', 4: '08:30-12:00 14:00-18:00', 5: '09:00-12:00' },
      },
    ],
  },
  {
    area: '990101001001',
    kind: 'volunteer',
    room: 'R-07',
    name: { zh: '清荷驿站志愿队', en: 'Qinghe Station volunteers' },
    purpose: { zh: '烧水、借工具、帮着看会儿孩子的书包', en: 'Hot water, tools, an eye on school bags' },
    members: [
      { login: 'yanxiaotang', seat: 'head', task: host, shown: true, duty: { 5: '08:00-20:00', 6: '08:00-14:00' } },
      { name: '温秀珍', nameEn: 'Wen Xiuzhen', seat: 'member', task: host, shown: true, duty: workdays('07:30-13:00') },
      {
        name: '管志成',
        nameEn: 'Guan Zhicheng',
        seat: 'member',
        task: host,
        shown: true,
        duty: workdays('13:00-20:30'),
      },
      {
        name: '池映雪',
        nameEn: 'Chi Yingxue',
        body: 'hospital',
        seat: 'member',
        shown: true,
        task: { zh: '量血压、健康咨询', en: 'Blood pressure and health advice' },
        duty: { 1: '09:00-11:00', 3: '09:00-11:00' },
      },
    ],
  },
  {
    area: '990101001001',
    kind: 'mediation',
    room: 'R-10',
    name: { zh: '桂兰调解队', en: 'Guilan mediation team' },
    purpose: { zh: '邻里纠纷，先坐下来', en: 'Neighbours’ disputes: sit down first' },
    members: [
      {
        login: 'zhaoguilan',
        seat: 'head',
        task: mediator,
        shown: true,
        duty: { 0: '14:00-17:30', 1: '09:00-11:30', 3: '09:00-11:30' },
      },
      {
        name: '阮明哲',
        nameEn: 'Ruan Mingzhe',
        body: 'justice',
        seat: 'member',
        task: mediator,
        duty: { 3: '14:00-17:30' },
      },
    ],
  },
  {
    area: '990101001',
    kind: 'patrol',
    name: { zh: '邻里街道平安巡逻队', en: 'Linli evening patrol' },
    purpose: { zh: '每晚七点到十点，走一遍背街小巷', en: 'Back lanes every evening, seven to ten' },
    cover: Array.from({ length: 7 }, () => spans('19:00-22:00')),
    members: [
      { login: 'shidachuan', seat: 'head', duty: { 0: '19:00-22:00', 2: '19:00-22:00', 4: '19:00-22:00' } },
      { login: 'leiguoqing', seat: 'deputy', duty: { 1: '19:00-22:00', 3: '19:00-22:00', 5: '19:00-21:00' } },
      { name: '车海峰', nameEn: 'Che Haifeng', body: 'police', seat: 'member', duty: { 4: '19:00-22:00' } },
    ],
    swap: { member: 0 },
  },
  {
    area: '990101001008',
    kind: 'selfgovern',
    name: { zh: '和平里自治队', en: 'Hepingli residents’ team' },
    purpose: { zh: '楼道清洁、停车让位，自己商量自己定', en: 'Stairs and parking, settled among neighbours' },
    members: [
      { login: 'niexiaogang', seat: 'head' },
      { name: '项国栋', nameEn: 'Xiang Guodong', seat: 'deputy' },
      { name: '贝淑芬', nameEn: 'Bei Shufen', seat: 'member' },
    ],
  },
  {
    area: '990101001001',
    kind: 'window',
    room: 'R-15',
    name: { zh: '清荷警务室', en: 'Qinghe police room' },
    purpose: { zh: '昼夜有人', en: 'Staffed day and night' },
    members: [
      {
        name: '车海峰',
        nameEn: 'Che Haifeng',
        body: 'police',
        seat: 'head',
        task: { zh: '社区民警', en: 'Community officer' },
        shown: true,
        duty: everyDay('08:00-20:00'),
      },
      {
        name: '屠立新',
        nameEn: 'Tu Lixin',
        body: 'police',
        seat: 'member',
        task: { zh: '辅警', en: 'Auxiliary officer' },
        duty: everyDay('00:00-08:00 20:00-24:00'),
      },
    ],
  },
]
