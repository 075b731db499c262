// Three thousand passwords as guessers try them first: runs of digits and keys, words and names, each with the usual tail.

const RUNS = [
  ...['123456', '12345678', '123456789', '1234567890', '0123456789', '987654321', '111111', '1111111111', '000000'],
  ...['666666', '888888', '88888888', '5201314', '1314520', '112233', '123123', '123321', '147258369', '147852'],
  ...['qwerty', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', '1q2w3e4r', '1qaz2wsx', 'qazwsxedc'],
]
const WORDS = [
  ...['password', 'passw0rd', 'p@ssw0rd', 'admin', 'administrator', 'root', 'welcome', 'letmein', 'test', 'guest'],
  ...['login', 'master', 'dragon', 'monkey', 'sunshine', 'iloveyou', 'woaini', 'woaini1314', 'aini', 'zhongguo'],
  ...['beijing', 'shanghai', 'shangqiu', 'henan', 'shequ', 'jiedao', 'wangge', 'linli', 'juweihui', 'gongzuo'],
  ...['wang', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou', 'xiaoming', 'xiaolan', 'meimei', 'baobao'],
]
const TAILS = [
  ...['', '1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '111', '000', '666', '888'],
  ...[
    '520',
    '521',
    '1314',
    '5201314',
    '168',
    '88',
    '66',
    '@123',
    '@1234',
    '@123456',
    '!',
    '!@#',
    '#123',
    '_123',
    '.123',
  ],
  ...[
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
    '2026',
    '@2024',
    '@2025',
    '@2026',
    '1980',
    '1985',
    '1990',
    '2000',
  ],
]
const asWritten = (word: string) => [word, word[0]!.toUpperCase() + word.slice(1)]

export const USUAL: readonly string[] = [
  ...new Set([...RUNS, ...TAILS.flatMap((tail) => [...WORDS, ...RUNS].flatMap(asWritten).map((word) => word + tail))]),
].slice(0, 3_000)
