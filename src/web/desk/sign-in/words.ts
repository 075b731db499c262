// The words of signing in and of accepting an invitation.
import type { Words } from '#web/lang.ts'

export const signInWords = {
  title: { zh: '登录', en: 'Sign in' },
  lead: { zh: '社区、街道工作人员的工作台', en: 'The desk of community and subdistrict staff' },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  code: { zh: '动态口令', en: 'One-time code' },
  codeHelp: {
    zh: '手机上动态口令软件里的 6 位数字，每 30 秒换一次。',
    en: 'The 6 digits of your authenticator; they change every 30 seconds.',
  },
  send: { zh: '登录', en: 'Sign in' },
  sendCode: { zh: '确认口令，登录', en: 'Confirm and sign in' },
  sending: { zh: '正在登录', en: 'Signing in' },
  forgot: {
    zh: '忘了密码，或者换了手机：请管理员重新邀请。',
    en: 'Forgotten your password or changed your phone? Ask an administrator for a new invitation.',
  },
  resident: { zh: '居民报告事情，不用登录', en: 'Residents report without signing in' },
  toEnglish: { zh: 'English', en: 'English' },
  toChinese: { zh: '中文', en: '中文' },
  joinTitle: { zh: '接受邀请', en: 'Accept the invitation' },
  joinLead: {
    zh: '先定一个密码，再把动态口令加到手机上。两步，大约两分钟。',
    en: 'Set a password, then add the one-time code to your phone. Two steps, about two minutes.',
  },
  step: { zh: '第 {at} 步，共 2 步', en: 'Step {at} of 2' },
  newPassword: { zh: '定一个密码', en: 'Choose a password' },
  newPasswordHelp: {
    zh: '至少 10 个字，越长越好；几个不相干的词连起来就行，汉字也可以。',
    en: 'At least 10 characters, the longer the better: a few unrelated words will do.',
  },
  again: { zh: '再写一遍', en: 'Once more' },
  differ: { zh: '两次写的不一样。', en: 'The two do not match.' },
  join: { zh: '定下密码，去领动态口令', en: 'Set the password, get the code' },
  noCode: { zh: '这个地址里没有邀请', en: 'There is no invitation in this address' },
  noCodeText: {
    zh: '请从邀请里原样点开，或者完整复制地址。',
    en: 'Please open the link as it was sent, or copy the whole address.',
  },
  scanTitle: { zh: '把动态口令加到手机上', en: 'Add the one-time code to your phone' },
  scanText: {
    zh: '用手机上的动态口令软件扫这个码，或者手工输入下面的密钥。以后每次登录都要它给的 6 位数字。',
    en: 'Scan this with an authenticator app, or type the key below. You need its 6 digits each time you sign in.',
  },
  scanOnce: {
    zh: '这一页只显示一次。别拍照发给别人，别存在工作电脑上。',
    en: 'This is shown once. Send it to nobody, and do not keep it on this computer.',
  },
  yourLogin: { zh: '您的登录名', en: 'Your login' },
  secret: { zh: '密钥', en: 'Key' },
  address: { zh: '口令地址', en: 'Address for the app' },
  qr: { zh: '动态口令的二维码', en: 'QR code of the one-time code' },
  toSignIn: { zh: '加好了，去登录', en: 'Added; sign in' },
} satisfies Words
