// The words of the two ways to one's own entry.
export const waysWords = {
  title: { zh: '看自己的登记，谁看过', en: 'See my entry, and who looked at it' },
  lead: {
    zh: '登记了您什么、谁看过全文、哪里不对，都在这里。',
    en: 'What is kept of you, who has seen it in full, and where to say that something is wrong.',
  },
  phoneTitle: { zh: '用手机', en: 'By mobile phone' },
  phoneHelp: {
    zh: '登记里有您的手机号码和证件号码，就可以用短信验证码看。',
    en: 'If your mobile number and your ID number are known here, a code by SMS opens it.',
  },
  phoneLabel: { zh: '手机号码', en: 'Mobile number' },
  phoneCount: { zh: '登记时留的那个号码。', en: 'The one that you gave for your entry.' },
  phoneGo: { zh: '发验证码', en: 'Send me a code' },
  phoneShort: { zh: '请填手机号码。', en: 'Please give your mobile number.' },
  slipTitle: { zh: '用查询条', en: 'By a slip from the desk' },
  slipHelp: {
    zh: '没有登记手机或证件号码，或者换了号码：带身份证到社区，请工作人员打一张查询条。条子上的编号三十天内有效。',
    en: 'If your number is not known here, or has changed: bring your identity card to your community and ask for a slip. Its code opens this page for thirty days.',
  },
  slipLabel: { zh: '查询条上的编号', en: 'The code on the slip' },
  slipCount: { zh: '16 位数字和字母，大小写都行。', en: '16 digits and letters, in capitals or not.' },
  slipGo: { zh: '看我的登记', en: 'Show my entry' },
  slipWrong: {
    zh: '这个编号查不到，或者已经过期。请照着再抄一遍，或到社区重新打一张。',
    en: 'This code leads nowhere, or it has run out. Please copy it again, or ask for a new slip.',
  },
  codeTitle: { zh: '填验证码', en: 'Enter the code' },
  codeSent: {
    zh: '如果登记里有这个号码，验证码已经发出，一分钟左右收到，十分钟内有效。',
    en: 'If this number is known here, a code is on its way. It takes about a minute and is good for ten.',
  },
  codeLabel: { zh: '短信里的验证码', en: 'The code in the SMS' },
  codeCount: { zh: '六位数字。', en: 'Six figures.' },
  tailLabel: { zh: '证件号码后六位', en: 'Last six of your ID number' },
  tailHelp: {
    zh: '身份证号码最后六位，末位是 X 的照写。这里不保存您填的数字。',
    en: 'The last six signs on your identity card, X included. What you type is not kept.',
  },
  codeGo: { zh: '看我的登记', en: 'Show my entry' },
  both: { zh: '验证码和后六位都要填。', en: 'Please give both, the code and the last six.' },
  noCode: { zh: '没有收到验证码？', en: 'No code came?' },
  noCodeHelp: {
    zh: '登记里可能没有这个号码，或者没有您的证件号码。请带身份证到社区，打一张查询条。',
    en: 'This number, or your ID number, may not be known here. Bring your identity card to your community and ask for a slip.',
  },
  back: { zh: '换一个号码，或用查询条', en: 'Another number, or a slip' },
} as const
