// The words of the page on what is promised and how it is shown.
import type { Text } from '#kernel/words.ts'

export const promiseWords = {
  title: { zh: '承诺，和怎么证明', en: 'What is promised, and how it is shown' },
  lead: {
    zh: '每一条都有一个测试，程序每改一次就跑一遍。测试里还故意弄坏一处，看它会不会变红：不会变红的测试不算数。',
    en: 'Each has a test that runs with every change. The tests also break the protection on purpose and see that they turn red: one that does not is not counted.',
  },
  lost: { zh: '不丢，不重', en: 'Nothing lost, nothing twice' },
  seen: { zh: '只看得到该看的', en: 'Seen only by those who should' },
  history: { zh: '看过留痕，历史不改', en: 'Looks leave a trace, history stays' },
  doors: { zh: '门窗关好', en: 'Doors that hold' },
  keeping: { zh: '坏了能修', en: 'What breaks can be mended' },
  asked: { zh: '要求：{asked}', en: 'Asked: {asked}' },
  last: { zh: '最近一次：{figure}', en: 'Last run: {figure}' },
  quick: { zh: '{date} 全套测试：{passed} 项通过', en: 'whole suite of {date}: {passed} tests passed' },
  failed: { zh: '{date} 全套测试：没有全过', en: 'whole suite of {date}: not all passed' },
  on: { zh: '{date} 的长时间测试', en: 'long run of {date}' },
  met: { zh: '做到', en: 'Held' },
  partly: { zh: '没有跑完', en: 'Not run to its end' },
  shownBy: { zh: '测试：{file}', en: 'Test: {file}' },
  speed: { zh: '快慢', en: 'How fast' },
  speedText: {
    zh: '和同一次运行里的裸服务器比，不看绝对时间，因为机器各不相同。',
    en: 'Against a bare server in the same run; never absolute times, since machines differ.',
  },
  measure: { zh: '{ratio}，限 {limit}', en: '{ratio}, limit {limit}' },
  missed: { zh: '没达到', en: 'Missed' },
  open: { zh: '还没有证明的', en: 'Not shown yet' },
  openText: { zh: '写下了目标，测试还没有完成。', en: 'Written down as goals; their tests are not done.' },
  risks: { zh: '我们知道、也接受的风险', en: 'Risks we know and accept' },
} as const satisfies Record<string, Text>

/** As SECURITY.md says them, for people. */
export const risks: readonly Text[] = [
  {
    zh: '没有软件挡得住对着屏幕拍照。留痕只能帮着查。',
    en: 'No software stops a phone camera pointed at a screen. The trace only helps to find it.',
  },
  {
    zh: '服务器上有最高权限的人，看得到程序正在处理的内容。他改不了封好的历史而不被发现，前提是封印文件另存了一份。',
    en: 'Whoever is root on the server can read what the program is handling. He cannot change sealed history unseen, if the seals are kept elsewhere too.',
  },
  {
    zh: '最近大约一秒的日志还没有封印。',
    en: 'About the last second of the journal is not sealed yet.',
  },
  {
    zh: '测试里杀的是进程，不是拔电源：磁盘骗人的情况没有测。',
    en: 'Tests kill processes, they do not pull the plug: a disk that lies is not tested.',
  },
  {
    zh: '自动备份一天一次，坏一次盘最多丢一天。',
    en: 'Backups come once a day: a broken disk loses a day at worst.',
  },
  {
    zh: '没有做过等级保护测评和外部渗透测试，也不声称做过。',
    en: 'No official assessment and no outside penetration test has been done, and none is claimed.',
  },
]
