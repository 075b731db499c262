// The words of the desk's own parts: forms, choices, picking an area.
import type { Words } from '#web/lang.ts'

export const deskPartWords = {
  cancel: { zh: '不做了', en: 'Cancel' },
  needed: { zh: '请填写：{label}。', en: 'Please fill in: {label}.' },
  tooShort: { zh: '太短了，至少 {count} 个字。', en: 'Too short: at least {count} characters.' },
  tooLong: { zh: '太长了，最多 {count} 个字。', en: 'Too long: at most {count} characters.' },
  notFitting: { zh: '格式不对，请照说明填写。', en: 'Not in the form described above.' },
  optional: { zh: '可以不填', en: 'Optional' },
  chooseArea: { zh: '写名称、旧称或编码，再从下面选', en: 'Type a name, former name or code, then choose' },
  noArea: { zh: '没有找到这个地方。', en: 'No such place.' },
  chosen: { zh: '已选：{name}', en: 'Chosen: {name}' },
  askArea: { zh: '请从列表里选一个地方。', en: 'Please choose a place from the list.' },
  choosePhotos: { zh: '选照片', en: 'Choose photos' },
  takeOut: { zh: '去掉', en: 'Remove' },
  copied: { zh: '地址已复制，发给同事就能打开。', en: 'Address copied; a colleague can open it.' },
  notCopied: { zh: '浏览器不让复制。地址在上面的地址栏里。', en: 'The browser does not allow copying. The address is in the address bar.' },
} satisfies Words
