// The words of signing in and of 我的.
import type { Words } from '#web/lang.ts'

export const signInWords = {
  title: { zh: '登录', en: 'Sign in' },
  intro: { zh: '网格员工作页面', en: 'Pages for grid workers' },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  show: { zh: '显示', en: 'Show' },
  hide: { zh: '隐藏', en: 'Hide' },
  code: { zh: '动态口令', en: 'Code' },
  codeHelp: { zh: '打开验证器 App，输入 6 位数字。', en: 'Open your authenticator and enter its 6 digits.' },
  send: { zh: '登录', en: 'Sign in' },
  sending: { zh: '正在登录', en: 'Signing in' },
  help: {
    zh: '忘记密码，请社区管理员重新邀请。',
    en: 'Forgot it? Ask the community’s administrator to invite you again.',
  },
  otherLang: { zh: 'English', en: '中文' },
} satisfies Words

export const meWords = {
  title: { zh: '我的', en: 'Me' },
  posts: { zh: '岗位', en: 'Posts' },
  standsIn: { zh: '代班', en: 'standing in' },
  noPosts: {
    zh: '现在没有岗位，所以看不到事项。请找社区管理员。',
    en: 'You hold no post now, so no matters are shown. Ask the community’s administrator.',
  },
  whoToCall: { zh: '有事找谁', en: 'Whom to call' },
  vacant: { zh: '{duty}：暂时没有人', en: '{duty}: nobody at present' },
  noPhone: { zh: '没有登记电话', en: 'no phone on record' },
  settings: { zh: '这部手机', en: 'This phone' },
  big: { zh: '大字版', en: 'Large type' },
  bigHelp: { zh: '字和按钮都变大，只在这部手机上。', en: 'Larger words and buttons, on this phone only.' },
  lang: { zh: '语言', en: 'Language' },
  leave: { zh: '退出登录', en: 'Sign out' },
  leaving: { zh: '正在退出', en: 'Signing out' },
  leaveUnsent: {
    zh: '还有 {count} 件没有发出去，退出会丢掉它们。',
    en: '{count} not sent yet; signing out throws them away.',
  },
  leaveAnyway: { zh: '丢掉，退出', en: 'Throw away and sign out' },
  stay: { zh: '先不退出', en: 'Stay' },
} satisfies Words
