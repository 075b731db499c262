// Words of a reported matter's own page: what was promised, what happened, what its reporter can do.
export const storyWords = {
  arrived: { zh: '已经送到{grid}', en: 'It has reached {grid}' },
  keyTitle: { zh: '您的编号', en: 'Your number' },
  key: {
    zh: '这个编号就是您的钥匙，请截图或抄下。凭它随时能看办到哪了。',
    en: 'This number is your key. Take a screenshot or write it down; with it you can always see how things stand.',
  },
  keep: { zh: '记在这台手机上', en: 'Remember it on this phone' },
  kept: {
    zh: '已记在这台手机上，从“查我报过的事”能找到。',
    en: 'Remembered on this phone; find it under “Look up what I reported”.',
  },
  unkeep: { zh: '不要记', en: 'Forget it' },
  news: { zh: '这件事有新进展，点这里看', en: 'There is news of this matter: show it' },

  reported: { zh: '等{grid}接单', en: 'Waiting for {grid} to take it on' },
  settling: { zh: '正在定由谁来办', en: 'It is being settled who takes it' },
  handling: { zh: '正在办', en: 'Being handled' },
  dispatched: { zh: '已转给负责的单位', en: 'Handed to the agency in charge' },
  paused: { zh: '暂时停办', en: 'Paused for now' },
  pausedUntil: { zh: '{reason}，最迟{day}接着办。', en: '{reason}. It goes on by {day}.' },
  pausedMore: {
    zh: '能早就早。接着办的时候，这一页会写明。',
    en: 'Sooner if it can be. This page will say when it goes on.',
  },
  dispatchedTo: { zh: '已转给{to}', en: 'Handed to {to}' },
  pausedHead: {
    zh: '现在还不能办，原因写在下面的经过里；到时会接着办。',
    en: 'It cannot be done just now; the reason is in the story below. It will go on.',
  },
  declined: { zh: '不能在这里办', en: 'Not for us' },
  declinedHead: {
    zh: '这件事不归街道办，下面写了为什么、该找谁。',
    en: 'This is not the subdistrict’s business; below it says why, and who to ask.',
  },
  declinedTo: {
    zh: '这件事不归街道办，请走这条路：{route}。',
    en: 'This is not the subdistrict’s business. The way to go: {route}.',
  },
  declinedMore: {
    zh: '为什么、怎么找，写在下面。看不明白的，打网格员的电话问。',
    en: 'Why, and how to go about it, is written below. If anything is unclear, call the grid worker.',
  },
  declinedWhy: { zh: '为什么，该找谁', en: 'Why, and where to turn' },
  merged: { zh: '和另一件一起办', en: 'Handled together with another' },
  mergedHead: {
    zh: '别的居民也报了同一件事，合在一起办，这个页面照样看得到结果。',
    en: 'Others reported the same; it is handled as one, and this page goes on showing how.',
  },
  joinedHow: { zh: '合在一起办的那件，现在是“{how}”。', en: 'The one it is handled with is now: {how}.' },
  joinedReplied: {
    zh: '合在一起办的那件有答复了，请看一眼。',
    en: 'The one it is handled with has its reply; please have a look.',
  },
  joinedGoesOn: {
    zh: '别的居民也报了同一件事。办到哪一步、怎么答复，这一页都看得到。',
    en: 'Others reported the same. How it goes and what is replied can be seen on this page.',
  },
  joinedMore: {
    zh: '您这里还没有解决，就在下面说，单独给您重新办。',
    en: 'If yours is not solved, say so below; it will be taken up again by itself.',
  },
  joinedReply: { zh: '合在一起办的那件，这样答复', en: 'The reply to the one it is handled with' },
  archivedHead: { zh: '这件事办完归档了，经过会留着。', en: 'This matter is over and archived; its story stays.' },
  lapsedHead: {
    zh: '没有等到您的评价，这件事先结案了。',
    en: 'We have not heard from you, so this matter was closed.',
  },
  effectHead: { zh: '过了几周，还管用吗？', en: 'Some weeks later: does it still hold?' },
  effectMore: {
    zh: '在下面选一下就行。不管用了，按原编号重新办。',
    en: 'Just choose below. If not, it is taken up again under the same number.',
  },
  effectAsk: { zh: '现在还好好的吗？', en: 'Is it still all right?' },
  effectYes: { zh: '还好好的', en: 'Yes, it is' },
  effectNo: { zh: '又不行了，重新办', en: 'No, do it again' },
  effectSend: { zh: '发出', en: 'Send' },
  effectSendYes: { zh: '发出，还好好的', en: 'Send: it holds' },
  effectSaid: { zh: '哪里又不行了', en: 'What is wrong again' },
  effectSaidHelp: { zh: '选“又不行了”要写一句。', en: 'Needed when it does not hold.' },
  effectChoose: { zh: '请选“还好好的”或者“又不行了”。', en: 'Please choose one of the two.' },
  spokenTitle: { zh: '您说给我们听的事', en: 'What you told us aloud' },
  yourVoice: { zh: '您说的话', en: 'What you said' },
  voiceNo: { zh: '语音 {no}', en: 'Recording {no}' },
  archived: { zh: '已归档', en: 'Archived' },
  again: { zh: '重新打开，第 {round} 次办', en: 'Reopened, round {round}' },
  finished: { zh: '等社区核查', en: 'Waiting for the community’s check' },
  replied: { zh: '已办好，等您看一眼', en: 'Done; please have a look' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '您撤回了', en: 'You withdrew it' },
  late: { zh: '比答应的晚了', en: 'Later than promised' },

  willTake: { zh: '最迟{time} 前有人接单。', en: 'Somebody takes it on by {time}.' },
  willCall: { zh: '最迟{time} 前，网格员会联系您。', en: 'The grid worker will contact you by {time}.' },
  willAnswer: {
    zh: '最迟{time} 前，网格员会在这一页回应您。',
    en: 'The grid worker will answer on this page by {time}.',
  },
  willCallHanded: {
    zh: '最迟{time} 前，办这件事的人会联系您。',
    en: 'Whoever handles it will contact you by {time}.',
  },
  willAnswerHanded: {
    zh: '最迟{time} 前，办这件事的人会在这一页回应您。',
    en: 'Whoever handles it will answer on this page by {time}.',
  },
  willFinish: { zh: '最迟{time} 前办完。', en: 'It will be done by {time}.' },
  wasTake: { zh: '答应{time} 前接单，还没有接。', en: 'It was to be taken on by {time} and has not been.' },
  wasAnswer: { zh: '答应{time} 前联系您，还没有联系。', en: 'You were to be contacted by {time} and have not been.' },
  wasFinish: { zh: '答应{time} 前办完，还没有办完。', en: 'It was to be done by {time} and is not yet.' },
  sorry: {
    zh: '对不起，让您久等了。可以直接打电话问，报上事项号 {no} 就行。',
    en: 'We are sorry to keep you waiting. You can call and ask; just give matter number {no}.',
  },
  noPromise: { zh: '办好就在这一页告诉您。', en: 'You will be told on this page.' },
  thenHere: {
    zh: '每一步都写在这一页，想起来看一眼就行。',
    en: 'Every step is shown on this page; look in whenever you like.',
  },
  check: { zh: '没办好会退回重办。', en: 'If it was not done well, it goes back to be done again.' },
  checkHead: { zh: '办完了，社区核查后在这里答复您。', en: 'It is done; the community checks it and replies here.' },
  tellUs: { zh: '没有解决就告诉我们，{day}前都可以。', en: 'If it is not solved, tell us, any time before {day}.' },
  tellUsOpen: { zh: '没有解决就告诉我们。', en: 'If it is not solved, tell us.' },
  reopens: { zh: '您一说，事情就按原编号重新打开。', en: 'As soon as you do, it is reopened under the same number.' },
  reopensWithin: {
    zh: '您一说，事情就按原编号重新打开，{span}内有人联系您。',
    en: 'As soon as you do, it is reopened under the same number, and somebody contacts you within {span}.',
  },
  closedHead: { zh: '这件事办结了，谢谢您。', en: 'This matter is closed. Thank you.' },
  closedMore: { zh: '又出现了？{day}前还可以重新打开。', en: 'Has it come back? You can reopen it until {day}.' },
  withdrawnHead: { zh: '这件事不再办了。', en: 'Nothing more will be done about it.' },
  withdrawnMore: {
    zh: '还需要办，请再扫门口的码报一次。',
    en: 'If it is needed after all, scan the code at the door and report it again.',
  },

  yourNumber: { zh: '您的编号 {code}', en: 'Your number {code}' },
  yourPhone: { zh: '您留的手机 {phone}', en: 'Your phone {phone}' },
  matterNo: { zh: '打电话问的时候，报事项号 {no}', en: 'When you call, give matter number {no}' },
  yours: { zh: '您报的原话和照片', en: 'Your own words and photos' },
  yoursWords: { zh: '您报的原话', en: 'Your own words' },
  callWorker: { zh: '打给{name}', en: 'Call {name}' },

  reply: { zh: '答复', en: 'The reply' },
  replyBefore: { zh: '上一次的答复', en: 'The reply before' },
  replyBy: { zh: '{by} 核查后答复', en: 'Checked and answered by {by}' },
  before: { zh: '您拍的', en: 'Your photo' },
  after: { zh: '办完后', en: 'Afterwards' },
  onDay: { zh: '{what} {day}', en: '{what}, {day}' },
  photoAlt: { zh: '{what}，照片 {no}', en: '{what}, photo {no}' },
  full: { zh: '看大图', en: 'full size' },

  solved: { zh: '现在解决了吗？', en: 'Is it solved now?' },
  yes: { zh: '解决了', en: 'Yes, it is solved' },
  no: { zh: '没有解决，重新办', en: 'Not solved, do it again' },
  noThen: {
    zh: '请在下面写一句哪里没有解决。会按原编号重新打开。',
    en: 'Please say below what is not solved. It will be reopened under the same number.',
  },
  noThenWithin: {
    zh: '请在下面写一句哪里没有解决。会按原编号重新打开，{span}内有人联系您。',
    en: 'Please say below what is not solved. It will be reopened under the same number, and somebody contacts you within {span}.',
  },
  satisfied: { zh: '满意吗？（可以不选）', en: 'Are you satisfied? (optional)' },
  said: { zh: '还想说的话', en: 'Anything you want to say' },
  saidHelp: { zh: '选“没有解决”要写一句，选“解决了”可以不写。', en: 'Needed for “not solved”, optional for “solved”.' },
  send: { zh: '发出', en: 'Send' },
  sendYes: { zh: '发出，办结这件事', en: 'Send, and close this matter' },
  sendNo: { zh: '发出，重新打开这件事', en: 'Send, and reopen this matter' },
  noScore: {
    zh: '只统计全街道的满意度，不给网格员个人打分。',
    en: 'Counted for the whole subdistrict only; no grid worker is scored.',
  },
  choose: { zh: '请选“解决了”或者“没有解决”。', en: 'Please choose “solved” or “not solved”.' },
  whyShort: {
    zh: '请写一句哪里没有解决，网格员好接着办。',
    en: 'Please say what is not solved, so that the grid worker can carry on.',
  },
  saidLong: { zh: '最多 1000 个字。', en: 'At most 1,000 characters.' },
  reopenTitle: { zh: '又出现了，或者其实没有解决', en: 'It came back, or was not solved' },
  reopenJoined: { zh: '您这里没有解决？单独重新办', en: 'Not solved for you? Take it up again' },
  why: { zh: '哪里没有解决', en: 'What is not solved' },

  story: { zh: '这件事的经过', en: 'What has happened so far' },
  public: { zh: '别人能看到什么', en: 'What others can see' },
  publicLine: {
    zh: '只有“{line}，{state}”。照片、电话和您写的话不公开。',
    en: 'Only “{line}, {state}”. Photos, phone and your words stay private.',
  },
  publicNone: { zh: '什么也看不到。这件事不公开。', en: 'Nothing. This matter is not shown.' },
  looks: { zh: '谁看过我的电话', en: 'Who looked at my phone number' },
  look: { zh: '{who}，{at}', en: '{who}, {at}' },
  looksNone: {
    zh: '还没有人看过完整号码。每看一次都会记在这里。',
    en: 'Nobody has seen the full number yet. Each look is recorded here.',
  },
  looksNoPhone: { zh: '您没有留电话。', en: 'You left no phone number.' },
  forget: { zh: '删除我的姓名和电话', en: 'Delete my name and phone' },
  forgetThen: {
    zh: '事情照样办，您的姓名和电话立刻删除，不能恢复。之后只在这一页答复您。',
    en: 'The matter goes on; your name and phone are deleted at once and for good. Answers then appear on this page only.',
  },
  forgetGo: { zh: '现在删除', en: 'Delete them now' },
  withdraw: { zh: '撤回这件事', en: 'Withdraw this matter' },
  withdrawThen: {
    zh: '撤回后就不再办了，也不能恢复；经过会留着。',
    en: 'Nothing more will be done and it cannot be undone; the story stays.',
  },
  withdrawWhy: { zh: '为什么撤回（可以不写）', en: 'Why (optional)' },
  withdrawGo: { zh: '撤回，不用办了', en: 'Withdraw it' },

  mineHelp: {
    zh: '报告时会给您一个编号，凭它就能看办到哪了。',
    en: 'When you report something you get a number; with it you can see how things stand.',
  },
  unknownTitle: { zh: '没有这个编号', en: 'There is no such number' },
  unknown: {
    zh: '可能抄错了一位。请照着截图或纸条再输一遍。',
    en: 'A character may be wrong. Please copy it again from your screenshot or note.',
  },
} as const

/** 5 to 1, as asked. */
export const satisfactionWords = [
  { value: 5, zh: '满意', en: 'Satisfied' },
  { value: 4, zh: '基本满意', en: 'Mostly' },
  { value: 3, zh: '一般', en: 'So-so' },
  { value: 2, zh: '不满意', en: 'Not satisfied' },
  { value: 1, zh: '很不满意', en: 'Not at all' },
] as const

/** What a step was, told to the reporter. Without a name the sentence stands in `nobody`. */
export const stepWords: Readonly<Record<string, { zh: string; en: string; nobody?: { zh: string; en: string } }>> = {
  report: { zh: '您报告了这件事。', en: 'You reported it.' },
  take: {
    zh: '{grid} {name}接单。',
    en: '{name} of {grid} took it on.',
    nobody: { zh: '{grid}接单。', en: '{grid} took it on.' },
  },
  answer: {
    zh: '{name}联系了您。',
    en: '{name} contacted you.',
    nobody: { zh: '网格员联系了您。', en: 'The grid worker contacted you.' },
  },
  finish: {
    zh: '{name}办完，等社区核查。',
    en: '{name} finished it; the community checks it.',
    nobody: { zh: '网格员办完，等社区核查。', en: 'The grid worker finished it; the community checks it.' },
  },
  sendBack: {
    zh: '社区核查没有通过，退回重办。',
    en: 'The community’s check did not pass; it went back to be done again.',
  },
  verify: {
    zh: '{name}核查后给您答复。',
    en: '{name} checked it and replied to you.',
    nobody: { zh: '社区核查后给您答复。', en: 'The community checked it and replied to you.' },
  },
  dispatch: { zh: '转给{to}来办。', en: 'Handed to {to}.' },
  rule: { zh: '街道定下，由{to}来办。', en: 'The subdistrict settled it: {to} takes it.' },
  transfer: { zh: '改由{to}来办。', en: 'Passed on to {to}.' },
  sign: { zh: '已经签收，开始办。', en: 'It was signed for, and work began.' },
  raise: { zh: '上报到{to}，由上一级来办。', en: 'Passed up to {to}.' },
  climb: { zh: '没有按时签收，交到{to}。', en: 'Not signed for in time; passed up to {to}.' },
  pause: { zh: '{reason}，先停着，最迟{until}接着办。', en: '{reason}; it stands still, at most until {until}.' },
  standForMediation: {
    zh: '{reason}，这件事先停着，最迟{until}接着办。',
    en: '{reason}; it stands still meanwhile, at most until {until}.',
  },
  resume: { zh: '接着办了。', en: 'It goes on.' },
  extend: { zh: '{reason}，办完的时间延到{until}。', en: '{reason}; the time to finish moves to {until}.' },
  decline: {
    zh: '社区看了，不归街道办，指了另一条路：{route}。',
    en: 'The community found that it is not for the subdistrict, and named another way: {route}.',
  },
  merge: { zh: '和别的居民报的同一件事，合在一起办。', en: 'Joined with the same thing reported by others.' },
  lapse: { zh: '到时没有收到您的评价，结案。', en: 'Closed, since no rating came in time.' },
  askEffect: { zh: '请您看看还管不管用。', en: 'You were asked whether it still holds.' },
  confirm: { zh: '您说还好好的。', en: 'You said that it holds.' },
  rate: { zh: '您说解决了。', en: 'You said it is solved.' },
  dispute: { zh: '您说没有解决，事情重新打开。', en: 'You said it is not solved; it was reopened.' },
  withdraw: { zh: '您撤回了这件事。', en: 'You withdrew it.' },
  forget: { zh: '您删除了姓名和电话。', en: 'You deleted your name and phone.' },
}

/** A promise beside the step that kept or broke it. `limit` and `used` are lengths, `due` a time. */
export const keptWords = {
  keptSpan: { zh: '承诺 {limit}内，用了{used}', en: 'Promised within {limit}, took {used}' },
  keptDue: { zh: '承诺 {due} 前，按时办完', en: 'Promised by {due}, kept' },
  lateSpan: { zh: '承诺 {limit}内，用了{used}，晚了', en: 'Promised within {limit}, took {used}: late' },
  lateDue: { zh: '承诺 {due} 前，晚了', en: 'Promised by {due}: late' },
} as const
