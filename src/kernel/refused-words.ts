// Words that no kind, list or duty may be named with: what is refused as a field is refused as a setting too.
import { line } from './contract.ts'

/** Labels put on people, scores of people, and their bodies and ways as data (PIPL art. 24 and 28). */
const REFUSED: readonly string[] = [
  ...['重点人员', '管控', '稳控', '上访户', '缠访', '闹访', '黑名单', '高危人员', '维稳', '积分', '信用分', '打卡排名'],
  ...['人脸', '刷脸', '指纹', '虹膜', '步态', '声纹', '行踪', '轨迹', '宗教信仰', '信教', '政治面貌'],
  ...['blacklist', 'black list', 'watch list', 'troublemaker', 'petitioner', 'face recognition', 'facial recognition'],
  ...['fingerprint', 'whereabouts', 'social score', 'credit score', 'religious belief'],
]

const says = (text: string): boolean => {
  const plain = text.toLowerCase()
  return REFUSED.some((word) => plain.includes(word))
}

/** A name that people edit, of one line and at most so many characters. */
export const kindName = (most: number) =>
  line(1, most).refine((text) => !says(text), { message: '这里不给人贴标签 · people are not labelled here' })
