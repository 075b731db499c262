// What somebody types who hopes that it becomes part of a statement: each family for another place in which it could end up.

/** Stands in every payload, so that a statement which holds it is seen. */
export const TOKEN = '鵺鵺'

const QUOTES = ["'", '"', '`', "''", "\\'", '%27', '＇', 'ʼ', "')", "'))", '$$', '\\']
const TAILS = ['--', '/*', ';', '#', ' -- -', ';--', '\u0000'.replace('\u0000', '%00'), '']

const ACTS = [
  ...[
    'or 1=1',
    "or 'a'='a'",
    'and 1=0',
    'or true',
    '|| pg_sleep(5)',
    'union select null',
    'union all select null,null,null',
  ],
  ...[
    '; select pg_sleep(5)',
    '; drop table matter',
    '; update account set login = login',
    '; delete from journal',
    '; set row_security = off',
    '; reset all',
  ],
  ...[
    "; select set_config('app.lo', '0', false)",
    '; copy matter to program $$id$$',
    'and (select count(*) from account) > 0',
    'and pg_sleep(5) is null',
  ],
  ...[
    'group by 1',
    'order by 99',
    'order by (select 1)',
    'desc, (select 1)',
    'limit 1 offset 1',
    'for update',
    'returning *',
    'having 1=1',
  ],
]

const JSON_PATHS = ["$.a'", '$[*] ? (@ > 0)', '{a,b}', "->>'a'", '#>>{a}', '@> {}', '? a', 'a.b.c']
const LIKES = [
  '%',
  '_',
  '%%',
  '\\%',
  '[a-z]',
  '(a|a)*b',
  '^',
  '$',
  '.*',
  '%'.repeat(200),
  '(((((((((a*)*)*)*)*)*)*)*)*)b',
  "'||chr(37)||'",
]
const NUMBERS = ['1;1', '0x1', '1e1', '1--', '1/*a*/', '-1 or 1', '(select 1)', 'null', 'default', 'nan', '1::text']
const ARRAYS = ['{1,2}', '{"a"}', "{a',b}", 'array[1]', '{', '}', '{{a}}', '(a,b)', '[1,2)']

/** 400 and a few, none twice. */
export const injections: readonly string[] = [
  ...new Set([
    ...QUOTES.flatMap((quote) => ACTS.map((act, n) => `${TOKEN}${quote} ${act} ${TAILS[n % TAILS.length]}`)),
    ...TAILS.flatMap((tail) => QUOTES.map((quote) => `${TOKEN}${quote}${tail}`)),
    ...[...JSON_PATHS, ...LIKES, ...NUMBERS, ...ARRAYS].map((text) => `${TOKEN}${text}`),
  ]),
]
