// The words of the desk's own parts: forms, choices, picking an area.
import type { Words } from '#web/lang.ts'

export const deskPartWords = {
  changed: { zh: '您写的还在上面，没有保存。', en: 'What you wrote is still above; it was not saved.' },
  changedNow: {
    zh: '它现在叫“{name}”。您写的还在上面，没有保存。',
    en: 'It is now “{name}”. What you wrote is still above; it was not saved.',
  },
  changedShow: { zh: '换成现在的样子，重新改', en: 'Show it as it is now' },
  cancel: { zh: '不做了', en: 'Cancel' },
  more: { zh: '其他', en: 'More' },
  needed: { zh: '请填写：{label}。', en: 'Please fill in: {label}.' },
  tooShort: { zh: '太短了，至少 {count} 个字。', en: 'Too short: at least {count} characters.' },
  tooLong: { zh: '太长了，最多 {count} 个字。', en: 'Too long: at most {count} characters.' },
  notFitting: { zh: '格式不对，请照说明填写。', en: 'Not in the form described above.' },
  stop: { zh: '。', en: '.' },
  optional: { zh: '可以不填', en: 'Optional' },
  chooseAccount: { zh: '写姓名或登录名，再从下面选', en: 'Type a name or login, then choose' },
  chooseAgency: { zh: '写单位名称里的字，再从下面选', en: 'Type part of the name, then choose' },
  chooseArea: { zh: '写名称、旧称或编码，再从下面选', en: 'Type a name, former name or code, then choose' },
  noneFound: { zh: '没有找到。换几个字试试。', en: 'Nothing found. Try other words.' },
  askChoice: { zh: '请写几个字，再从列表里选一个。', en: 'Please type a few characters and choose from the list.' },
  print: { zh: '打印', en: 'Print' },
  copy: { zh: '复制地址', en: 'Copy address' },
  choosePhotos: { zh: '选照片', en: 'Choose photos' },
  takeOut: { zh: '去掉', en: 'Remove' },
  copied: { zh: '地址已复制，发给同事就能打开。', en: 'Address copied; a colleague can open it.' },
  notCopied: {
    zh: '浏览器不让复制。地址在上面的地址栏里。',
    en: 'The browser does not allow copying. The address is in the address bar.',
  },
} satisfies Words
