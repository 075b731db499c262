// The words of the page on other systems and their keys.
import type { Words } from '#web/lang.ts'

export const systemWords = {
  title: { zh: '外部系统', en: 'Other systems' },
  lead: {
    zh: '城市的小程序、地图、报修平台可以用 Open311 把事情送进来，也可以看公开的事项。看不要密钥，送要密钥。',
    en: 'A city’s apps, maps and repair services can send matters by Open311 and read the public ones. Reading needs no key, sending does.',
  },
  tokensToo: {
    zh: '要替某位工作人员做内部的事，不用密钥，用他自己的令牌：',
    en: 'A program that does inner work for a member of staff takes no key but a token of his own: ',
  },
  myTokens: { zh: '接口令牌', en: 'API tokens' },
  address: { zh: '接口地址', en: 'Address' },
  jurisdiction: { zh: 'jurisdiction_id', en: 'jurisdiction_id' },
  newKey: { zh: '发一把密钥', en: 'Give a key' },
  owner: { zh: '哪个单位、什么系统', en: 'Whose system' },
  ownerHelp: { zh: '比如“市政务热线小程序”。', en: 'For example “City hotline app”.' },
  contact: { zh: '出了问题找谁', en: 'Whom to ask' },
  contactHelp: {
    zh: '写单位的电话或邮箱，不写个人手机。',
    en: 'An office phone or mailbox, not somebody’s own mobile.',
  },
  days: { zh: '用几天', en: 'For how many days' },
  daysHelp: { zh: '1 到 1096 天。到期自动失效。', en: '1 to 1,096. It ends by itself.' },
  make: { zh: '生成密钥', en: 'Make the key' },
  shownOnce: {
    zh: '密钥只显示这一次，请马上交给对方。',
    en: 'Shown this once; hand it over now.',
  },
  key: { zh: '密钥', en: 'Key' },
  done: { zh: '交好了，收起', en: 'Done' },
  given: { zh: '发出', en: 'Given' },
  ends: { zh: '到期', en: 'Ends' },
  state: { zh: '状态', en: 'State' },
  running: { zh: '可以用', en: 'In use' },
  over: { zh: '已到期', en: 'Over' },
  ended: { zh: '{when}收回', en: 'Taken back {when}' },
  demo: { zh: '演示用，正式环境里不认', en: 'For the demo; never counts in production' },
  end: { zh: '收回', en: 'Take back' },
  endOf: { zh: '收回{name}的密钥', en: 'Take back the key of {name}' },
  endedNow: { zh: '已收回，对方马上不能再送。', en: 'Taken back; they can send nothing more from now on.' },
  none: { zh: '还没有发过密钥', en: 'No key has been given' },
  noneText: {
    zh: '有单位要把事情送进来时，在这里发一把。',
    en: 'When somebody wants to send matters in, give a key here.',
  },
} satisfies Words
