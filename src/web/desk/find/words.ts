// The words of finding.
import type { Words } from '#web/lang.ts'

export const findWords = {
  title: { zh: '找人、房屋、地方、单位、事项', en: 'Find people, homes, places, organisations, matters' },
  help: {
    zh: '几号楼几单元几室，单位名称或信用代码，事项编号或里面的字。本社区的人按姓名、拼音、首字母、电话后四位找。',
    en: 'Building, unit and room; an organisation’s name or code; a matter’s number or words. In your own community also people: by name, pinyin, initials, last four digits.',
  },
  born: { zh: '{year}年生', en: 'born {year}' },
  none: {
    zh: '没有找到“{words}”。换一个说法，或者只写楼号。',
    en: 'Nothing found for “{words}”. Try other words, or the building number alone.',
  },
  noNames: {
    zh: '按姓名只在本社区里找得到人；在这里请用地址，或者整个电话、身份证号码。',
    en: 'People are found by name inside one’s own community alone; here by address, or by a whole phone or ID number.',
  },
  start: { zh: '写两个字就开始找。', en: 'Type two characters to begin.' },
  byNumber: { zh: '按这个号码找人', en: 'Look this number up' },
  byNumberHelp: {
    zh: '在您负责的范围里找。每次都会记录，一天有次数上限。',
    en: 'Within the area you answer for. Each look-up is recorded, and a day has its number.',
  },
  mayNot: { zh: '您的岗位不按号码找人。', en: 'Your post does not look people up by number.' },
  noBody: { zh: '您负责的范围里没有人登记这个号码。', en: 'Nobody in your area has this number.' },
  left: { zh: '今天还可以按号码找 {left} 次。', en: '{left} look-ups by number are left today.' },
  more: { zh: '还有更多，请多写几个字。', en: 'There are more; please type more.' },
  moreMatters: { zh: '看全部事项', en: 'See all matters' },
  all: { zh: '在整页上看', en: 'Show on a page' },
  go: { zh: '找', en: 'Find' },
} satisfies Words
