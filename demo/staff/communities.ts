// Invented secretaries and duty desks of the demo's communities.
import type { Person } from './person.ts'
import { type Seat, seated } from './seat.ts'

const head = { zh: '书记、主任', en: 'Secretary and head' }
const desk = { zh: '值班、核查', en: 'Duty desk and checking' }

const seats: Seat[] = [
  { name: '林慧珍', nameEn: 'Lin Huizhen', role: 'community_head', area: '990101001001', tail: 1, post: head },
  { name: '丁洪波', nameEn: 'Ding Hongbo', role: 'community_head', area: '990101001002', tail: 2, post: head },
  { name: '傅文彬', nameEn: 'Fu Wenbin', role: 'community_head', area: '990101001003', tail: 3, post: head },
  { name: '鲁玉芝', nameEn: 'Lu Yuzhi', role: 'community_head', area: '990101001004', tail: 4, post: head },
  { name: '詹素华', nameEn: 'Zhan Suhua', role: 'community_head', area: '990101001005', tail: 5, post: head },
  { name: '黎建平', nameEn: 'Li Jianping', role: 'community_head', area: '990101001006', tail: 6, post: head },
  { name: '夏长青', nameEn: 'Xia Changqing', role: 'community_head', area: '990101001007', tail: 7, post: head },
  { name: '严丽萍', nameEn: 'Yan Liping', role: 'community_head', area: '990101001008', tail: 8, post: head },
  { name: '祝家和', nameEn: 'Zhu Jiahe', role: 'community_head', area: '990101001009', tail: 9, post: head },
  { name: '陈静', nameEn: 'Chen Jing', role: 'community_staff', area: '990101001001', tail: 11, post: desk },
  {
    name: '李倩',
    nameEn: 'Li Qian',
    role: 'community_staff',
    area: '990101001001',
    tail: 20,
    post: { zh: '接听、核查', en: 'Telephone and checking' },
  },
  { name: '宁海燕', nameEn: 'Ning Haiyan', role: 'community_staff', area: '990101001002', tail: 12, post: desk },
  { name: '童小芸', nameEn: 'Tong Xiaoyun', role: 'community_staff', area: '990101001003', tail: 13, post: desk },
  { name: '尚志远', nameEn: 'Shang Zhiyuan', role: 'community_staff', area: '990101001004', tail: 14, post: desk },
  { name: '荣晓丹', nameEn: 'Rong Xiaodan', role: 'community_staff', area: '990101001005', tail: 15, post: desk },
  { name: '万春丽', nameEn: 'Wan Chunli', role: 'community_staff', area: '990101001006', tail: 16, post: desk },
  { name: '牛晓光', nameEn: 'Niu Xiaoguang', role: 'community_staff', area: '990101001007', tail: 17, post: desk },
  { name: '贾敏慧', nameEn: 'Jia Minhui', role: 'community_staff', area: '990101001008', tail: 18, post: desk },
  { name: '屈燕飞', nameEn: 'Qu Yanfei', role: 'community_staff', area: '990101001009', tail: 19, post: desk },
  { name: '凌小雨', nameEn: 'Ling Xiaoyu', role: 'community_head', area: '990101002001', tail: 81, post: head },
  { name: '柯永年', nameEn: 'Ke Yongnian', role: 'community_head', area: '990101002002', tail: 82, post: head },
  { name: '景秋实', nameEn: 'Jing Qiushi', role: 'community_staff', area: '990101002001', tail: 83, post: desk },
  { name: '艾晓青', nameEn: 'Ai Xiaoqing', role: 'community_staff', area: '990101002002', tail: 84, post: desk },
  { name: '单云峰', nameEn: 'Shan Yunfeng', role: 'community_head', area: '990201001001', tail: 91, post: head },
  { name: '郝婉婷', nameEn: 'Hao Wanting', role: 'community_staff', area: '990201001001', tail: 92, post: desk },
]

export const communityStaff: Person[] = seats.map(seated)
