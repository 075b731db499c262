// The register of promises: what is promised in plain words, the figure asked for, and the test that shows it. A test of the repository holds it to what is there.
import type { Text } from '#kernel/words.ts'

/** Figures come out of what a long run left; `date` is of the run where the file does not say it. */
export type LongRun = { readonly file: string; readonly part?: string; readonly date?: string }

export type Goal = {
  readonly id: string
  readonly group: 'lost' | 'seen' | 'history' | 'doors' | 'keeping'
  readonly said: Text
  readonly asked: Text
  /** A test that runs with every change, by file and name. */
  readonly shown: { readonly file: string; readonly test: string }
  readonly long?: LongRun
}

const goal = (
  id: string,
  group: Goal['group'],
  said: Text,
  asked: Text,
  file: string,
  test: string,
  long?: LongRun,
): Goal => ({
  ...{ id, group, said, asked, shown: { file: `test/${file}.test.ts`, test } },
  ...(long ? { long } : {}),
})

export const GOALS: readonly Goal[] = [
  goal(
    'R1',
    'lost',
    { zh: '数据库被强行杀掉，答应过的一件不丢', en: 'The database is killed: nothing acknowledged is lost' },
    { zh: '0 件丢失，0 件重复', en: '0 lost, 0 doubled' },
    'kill',
    'every answered report is there once and whole, and the journal with it',
    { file: 'kill.json', part: 'trial', date: '2026-11-21' },
  ),
  goal(
    'R2',
    'lost',
    { zh: '服务进程被强行杀掉，没有写了一半的事', en: 'The server is killed: nothing is half written' },
    { zh: '0 件半截', en: '0 half written' },
    'kill',
    'every answered report is there once and whole, and the journal with it',
    { file: 'kill.json', part: 'trial', date: '2026-11-21' },
  ),
  goal(
    'X2',
    'lost',
    { zh: '同一件事发几遍，只算一遍', en: 'What is sent several times happens once' },
    { zh: '32 次同一编号，1 件', en: '32 under one key, one matter' },
    'commands',
    '32 under one key: one matter, 32 answers that are the same byte by byte, the late one too',
  ),
  goal(
    'X3',
    'lost',
    { zh: '几个人同时办一件事，只有一个办成', en: 'Several act on one matter at once: one of them does' },
    { zh: '每一轮恰好一个', en: 'exactly one each round' },
    'races',
    'handed on, merged, declined, taken and withdrawn at once: one of them happens',
    { file: 'races.json', part: 'trial' },
  ),
  goal(
    'R6',
    'lost',
    {
      zh: '升级到一半断电，数据库要么是旧的，要么是新的',
      en: 'Cut off in an upgrade, the schema is the old one or the new one',
    },
    { zh: '没有中间状态', en: 'never between' },
    'upgrade',
    'killed at four points of an upgrade, the schema is one of the whole steps; the next start finishes it',
  ),
  goal(
    'R7',
    'lost',
    { zh: '有人拨了时钟，时限不变', en: 'Somebody moves the clock: no deadline moves' },
    { zh: '0 个时限被动', en: '0 deadlines moved' },
    'clock',
    'whatever is done to the wall clock: time never runs back, no duration is negative, no deadline moves',
    { file: 'clock.json', part: 'trial' },
  ),
  goal(
    'A1',
    'seen',
    { zh: '范围之外的事，看起来就是没有', en: 'What is outside one’s area looks as if it were not there' },
    { zh: '每个操作 × 每个角色 × 每种关系', en: 'every operation × role × relation' },
    'access',
    'every cell is answered as the table says, and no canary leaves where none may',
  ),
  goal(
    'A2',
    'seen',
    { zh: '夹带的字段一个也不收', en: 'No field beside the contract is let in' },
    { zh: '每个输入 × 每个字段', en: 'every input × every column' },
    'extras',
    'every input refuses every column that it does not name, at every depth',
  ),
  goal(
    'A3',
    'seen',
    { zh: '很多人同时用，谁也看不到别人的', en: 'Many at once: nobody sees a row of another' },
    { zh: '0 行', en: '0 rows' },
    'access/pool',
    'settings of the session instead of the transaction are noticed',
  ),
  goal(
    'A5',
    'seen',
    { zh: '管理员看不到内容', en: 'Administrators read no content' },
    { zh: '三种管理员，每个操作', en: 'three administrators, every operation' },
    'access/powers',
    'the three administrators are refused every operation on content, and no answer to them holds any',
  ),
  goal(
    'A6',
    'seen',
    { zh: '程序里的规则和数据库里的规则说的一样', en: 'The rules of the program and of the database agree' },
    { zh: '0 处不同', en: '0 disagreements' },
    'access/differential',
    'the door calls missing exactly what the tree puts outside',
  ),
  goal(
    'P5',
    'seen',
    { zh: '存了哪些个人信息，逐项登记', en: 'Each personal field that is kept is registered' },
    { zh: '0 项未登记', en: '0 unregistered' },
    'personal',
    'has every registered column, and no other column that nobody has looked at',
  ),
  goal(
    'P11',
    'seen',
    { zh: '没有给人打分、贴标签的地方', en: 'There is no place to score or label a person' },
    { zh: '0 处，也配置不出来', en: '0, and none can be configured' },
    'refused',
    'nor can a kind be named so: what is refused as a field is refused as a setting',
  ),
  goal(
    'C2',
    'history',
    { zh: '先留痕，再给看', en: 'The look is written down before anything is shown' },
    { zh: '写不下痕迹，一个字也不出去', en: 'without a trace not one byte leaves' },
    'disclosure',
    'the look itself works and is journalled',
  ),
  goal(
    'C4',
    'history',
    { zh: '服务程序自己也改不了历史', en: 'The server itself cannot change history' },
    { zh: '每一种改法都被数据库拒绝', en: 'every way refused by the database' },
    'rights',
    "the server's login is refused every one of",
  ),
  goal(
    'C1',
    'history',
    { zh: '日志改一个字都会被发现', en: 'One letter changed in the journal is found' },
    { zh: '每一种改法', en: 'every way of changing it' },
    'journal',
    'the whole chain rebuilt in the database, with our own key, is named by the file',
  ),
  goal(
    'I3',
    'doors',
    { zh: '写进来的字，到哪一页都只是字', en: 'What is typed stays text on every page' },
    { zh: '0 次被当成程序', en: '0 runs as a program' },
    'texts',
    'on a page of each sort nothing runs, asks, breaks a policy or becomes an element, and texts stand as they were written',
    { file: 'texts.json' },
  ),
  goal(
    'I8',
    'doors',
    { zh: '运行记录里没有居民的一个字', en: 'The log holds no word of a resident' },
    { zh: '0 处', en: '0' },
    'watch/log',
    'one line of JSON per event, none of it longer than two thousand signs, none of it a word that was sent',
  ),
  goal(
    'U1',
    'doors',
    { zh: '照片里的位置和型号都去掉', en: 'Place and camera are taken out of photos' },
    { zh: '0 处留下', en: '0 left' },
    'uploads',
    'bite: stored as sent, the camera, the place, the comment and the script would be found',
  ),
  goal(
    'S5',
    'doors',
    { zh: '没有出厂口令', en: 'There is no password to begin with' },
    { zh: '0 个', en: '0' },
    'first-administrator',
    'a fresh database lets nobody in',
  ),
  goal(
    'S8',
    'doors',
    { zh: '每个回答都带着保护浏览器的说明', en: 'Every answer carries the headers that guard a reader' },
    { zh: '每条路 × 每种内容', en: 'every route × content type' },
    'headers',
    'every route × method × content type answers with every header',
  ),
  goal(
    'O1',
    'keeping',
    { zh: '备份恢复以后，每一行都一样', en: 'A restored backup is the same, row by row' },
    { zh: '每张表，每一行', en: 'every row of every table' },
    'backup',
    'every row of every table is the same, but for what a restore changes on purpose',
  ),
  goal(
    'O2',
    'keeping',
    { zh: '坏了的备份，动手之前就发现', en: 'A damaged backup is found before anything is overwritten' },
    { zh: '200 处，处处发现', en: '200 of 200 found' },
    'damaged-backup',
    'two hundred flipped bits, each found',
  ),
  goal(
    'R9',
    'keeping',
    { zh: '设置不安全，就不启动', en: 'Unsafe settings refuse to start' },
    { zh: '每一项都说出名字', en: 'each by its name' },
    'start-up',
    'exits with a failure and names every setting that lies',
  ),
  goal(
    'V1',
    'keeping',
    { zh: '用了哪些别人的程序，逐个登记', en: 'Every program of others is registered' },
    { zh: '最多 25 个，各有理由', en: 'at most 25, each with its reason' },
    'supply',
    'that are asked for are exact versions, at most 25, each with its reason',
  ),
  goal(
    'V5',
    'keeping',
    { zh: '代码里没有密码和密钥', en: 'No secret lies in the repository' },
    { zh: '0 个', en: '0' },
    'supply',
    'none lies in the repository',
  ),
]

/** Written down as goals and not shown yet. */
export const OPEN: readonly { readonly id: string; readonly said: Text }[] = [
  {
    id: 'R3',
    said: {
      zh: '磁盘满了，读还能读，腾出地方自己恢复',
      en: 'A full disk: reading goes on, and it recovers when there is room',
    },
  },
  {
    id: 'R5',
    said: { zh: '数据库反复重启，连接不漏', en: 'The database restarts again and again: no connection leaks' },
  },
  { id: 'R8', said: { zh: '短信、邮件坏了，报告照收', en: 'SMS and mail are down: reports are taken all the same' } },
  {
    id: 'I1',
    said: { zh: '两万个乱七八糟的请求，一次也不崩', en: 'Twenty thousand crooked requests: it never breaks' },
  },
  { id: 'I4', said: { zh: '写进查询里的代码不会执行', en: 'Code put into a search is not run' } },
  { id: 'I9', said: { zh: '故意拖慢的连接拖不垮别人', en: 'Slow connections do not slow others down' } },
  { id: 'S1', said: { zh: '十万次猜口令，一次也不成', en: 'A hundred thousand guesses at passwords: none succeeds' } },
  { id: 'O5', said: { zh: '十倍的人同时来，先收报告', en: 'Ten times the load: reports come first' } },
]
