// A few matters of the second subdistrict and of the other district, which Linli's staff must never see.
import { gridCode } from '../geography.ts'
import type { DemoMatter } from './matter.ts'
import { answer, finish, rate, take, verify, withdraw } from './steps.ts'

export const elsewhereMatters: DemoMatter[] = [
  {
    building: '汀兰苑3号楼',
    unit: 2,
    kind: '0401',
    words: '三单元门口的灯一闪一闪的，晃眼。',
    wordsEn: 'The lamp at entrance 3 flickers.',
    reporter: { phone: '13800001778' },
    daysAgo: 4,
    at: '09:10',
    story: [
      take('09:25', 'lumingfang'),
      answer('10:00', 'lumingfang', '看过了，灯头松了，下午换。'),
      finish('15:20', 'lumingfang', '换了灯头。', 1),
      verify('+1 09:10', 'jingqiushi', '灯已修好，不闪了。'),
      rate('18:00', 5),
    ],
  },
  {
    grid: gridCode('990101002', 6),
    spot: '渡口街石阶',
    kind: '0406',
    words: '渡口的石阶长青苔，早上滑倒一个人。',
    wordsEn: 'The steps at the ferry are mossy; someone slipped this morning.',
    photos: 1,
    daysAgo: 1,
    at: '10:05',
    story: [take('10:20', 'xiangxiuyun'), answer('10:40', 'xiangxiuyun', '先撒了沙，今天请人来刷。')],
  },
  {
    building: '汀兰苑1号楼',
    unit: 1,
    kind: '0204',
    words: '门口车位上停了辆白车，我的车进不来。',
    wordsEn: 'A white car stands on my space by the door; mine cannot get in.',
    reporter: { phone: '13800001990' },
    daysAgo: 6,
    at: '18:20',
    story: [withdraw('19:05', '车主自己来挪走了，还道了歉，不用管了。')],
  },
  {
    building: '云湖里5号楼',
    unit: 1,
    kind: '0105',
    words: '电梯按钮按了没反应。',
    wordsEn: 'The lift does not answer the button.',
    reporter: { phone: '13800001889' },
    daysAgo: 1,
    at: '14:10',
    story: [
      take('14:22', 'shengxiahe'),
      answer('14:50', 'shengxiahe', '物业已联系维保，先走楼梯，老人我们帮着提东西。'),
    ],
  },
]
