// Passwords that guessers try first, whatever their length (OWASP ASVS 5.0, 6.2.4): nobody may choose one.

/** Signs in the order of a keyboard or in a pattern on it. */
const RUNS = [
  ...['qwerty', 'qwertyui', 'qwertyuiop', 'asdf', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc'],
  ...['1q2w3e', '1q2w3e4r', '1q2w3e4r5t', '1qaz2wsx', '1qaz2wsx3edc', 'abc', 'abcd', 'abcdef', 'abcdefg', 'abcdefghij'],
]
/** What people call a way in, themselves, each other, and where they work. */
const WORDS = [
  ...['password', 'passw0rd', 'passwd', 'pass', 'p@ssw0rd', 'p@ssword', 'admin', 'administrator', 'root', 'user'],
  ...['welcome', 'letmein', 'test', 'guest', 'login', 'master', 'system', 'secret', 'changeme', 'computer', 'internet'],
  ...['dragon', 'monkey', 'sunshine', 'princess', 'football', 'shadow', 'iloveyou', 'loveyou', 'love', 'hello'],
  ...['woaini', 'aini', 'woaiwojia', 'zhongguo', 'china', 'beijing', 'shanghai', 'henan', 'shangqiu', 'linli'],
  ...['shequ', 'jiedao', 'wangge', 'wanggeyuan', 'juweihui', 'gongzuo', 'baobao', 'meimei', 'laopo', 'laogong'],
  ...['li', 'wang', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou', 'wu', 'xu', 'sun', 'xiaoming', 'xiaolan'],
  ...['woaini1314', '5201314', '密码', '我爱你', '管理员', '社区', '街道', '网格员', '邻里'],
]
const BASES: ReadonlySet<string> = new Set([...RUNS, ...WORDS])

/** Figures and signs at either end say little: years, telephone numbers, “@123”. */
const bare = (password: string): string => password.replace(/^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$/gu, '')

/** Figures and signs alone, one word again and again, a usual word or the login itself with a tail. */
export function isUsual(password: string, login: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  const word = bare(plain)
  const once = /^(.+?)\1*$/u.exec(word)?.[1] ?? ''
  const tailless = plain.replace(/[\d\p{P}\p{S}]+$/u, '')
  const isKnown = (one: string) => one === '' || BASES.has(one) || one === bare(login)
  return [word, once, tailless].some(isKnown) || [...once].length === 1
}
