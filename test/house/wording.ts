// Words that are never said: labels put on people, and traces of the place where something was written.
import { each, type Rule } from './rule.ts'
import type { Source } from './source.ts'

/** mission.md and domain 7.3: nobody is a target, a score or a rank here. */
const LABELS = ['重点人员', '管控', '稳控', '上访户', '缠访', '打卡排名', '积分', '黑名单', '高危人员', '维稳对象']

const found = (file: Source, words: readonly string[]) =>
  words.filter((word) => file.text.includes(word)).map((word) => `${file.path} says ${word}`)

/** A folder of one machine, or the address packages came from. */
const TRACES = [
  /(?:^|[\s"'`(=])\/(?:work|workspace|workspaces|mnt|Users|github)\/\w+/m,
  /"resolved":/,
  /^\s*registry\s*=/m,
  /https?:\/\/(?:registry\.|npm\.|pypi\.|[^/\s"']*mirror)[^\s"']*/,
]

export const wording: readonly Rule[] = [
  {
    name: 'nobody is labelled',
    why: 'the people of a street are residents; a label outlives its reason (mission.md, PIPL art. 24)',
    faults: each(
      // The one file that has to know the words in order to refuse them.
      (path) => /^(src|demo|docs\/reference|db)\//.test(path) && path !== 'src/kernel/refused-words.ts',
      (file) => found(file, LABELS),
    ),
    good: [
      ['src/web/words.ts', `const zh = '居民说的事'`],
      ['README.zh-CN.md', '不做：重点人员、积分'],
    ],
    bad: [
      ['src/web/desk/words.ts', `const zh = '重点人员'`],
      ['demo/kinds/people.ts', `const zh = '积分兑换'`],
    ],
  },
  {
    name: 'the repository speaks of Linli alone',
    why: 'a folder of one machine or the address of one package server means nothing anywhere else',
    faults: each(
      (path) => !path.startsWith('test/house/'),
      (file) =>
        TRACES.flatMap((trace) => trace.exec(file.text)?.[0].trim() ?? []).map(
          (trace) => `${file.path} names ${trace}`,
        ),
    ),
    good: [
      ['docs/a.md', 'Data lives under /var/lib/linli; a clone under /root is tried.'],
      ['.npmrc', 'omit-lockfile-registry-resolved=true'],
    ],
    bad: [
      ['docs/b.md', 'See /work/main/src.'],
      ['package-lock.json', '{ "resolved": "http://127.0.0.1/x.tgz" }'],
      ['.npmrc', 'registry=http://127.0.0.1:4873/'],
    ],
  },
]
