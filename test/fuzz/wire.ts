// Requests that no library would send: bodies that are not JSON, cut off, in other characters; methods, paths and headers nobody meant.
import net from 'node:net'

/** `cut`: the sender goes away before the end that he announced. */
export type Odd = { readonly name: string; readonly bytes: Buffer; readonly cut?: true }

const HEAD = (method: string, path: string, headers: Readonly<Record<string, string>>): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n')

const JSON_TYPE = { 'Content-Type': 'application/json' }

function post(path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = JSON_TYPE): Buffer {
  const bytes = Buffer.from(body)
  return Buffer.concat([Buffer.from(HEAD('POST', path, { ...headers, 'Content-Length': String(bytes.length) })), bytes])
}

const BODIES: Readonly<Record<string, string | Buffer>> = {
  empty: '',
  'cut off': '{"code":"',
  'a comma too many': '{"code":"1",}',
  'twice the same key': '{"code":"1","code":["2"]}',
  'a prototype': '{"__proto__":{"admin":true},"constructor":{"prototype":{"a":1}}}',
  'a number without end': `{"version":${'9'.repeat(20_000)}}`,
  'a number beyond': '{"version":1e999}',
  'minus nothing': '{"version":-0}',
  'no number': '{"version":NaN}',
  'nested objects': `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`,
  'nested lists': `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
  'open lists': '['.repeat(60_000),
  'no UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  'UTF-16': Buffer.from('{"code":"1"}', 'utf16le'),
  'GB 18030': Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xb5, 0xc6, 0x22, 0x7d]),
  'a mark before it': '\ufeff{"code":"1"}',
  'half a pair': '{"code":"\\ud800"}',
  'a null sign': '{"code":"\\u0000"}',
  comments: '{/* */"code":"1"}',
  'a list': '[]',
  'a word': 'true',
  'a megabyte of blanks': ' '.repeat(1_000_000),
}

const TYPES = [
  ...[
    '',
    'text/plain',
    'application/xml',
    'application/json;charset=utf-16',
    'APPLICATION/JSON',
    'application/json, text/html',
  ],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'b'.repeat(300)}`,
    'application/x-www-form-urlencoded',
  ],
]

const FORM = 'a[b]=1&a.b=2&a.b.c=3&__proto__.x=1&constructor.prototype.y=1&words=%E4%BD&words=%00&=&&&a=%zz'

const LONG_HEADERS: Readonly<Record<string, string>> = {
  'X-Long': 'a'.repeat(8_000),
  Cookie: `linli=${'a'.repeat(6_000)}; ${'b='.repeat(500)}`,
  Authorization: `Bearer ${'c'.repeat(7_000)}`,
  'Accept-Language': 'zh;q=9,'.repeat(900),
  'Idempotency-Key': '鵺\u00e9'.repeat(40),
  'X-Forwarded-For': '1.1.1.1, '.repeat(800),
  Range: `bytes=${'0-1,'.repeat(1_500)}`,
  'If-None-Match': '"'.repeat(4_000),
}

/** Every odd request to one path of an operation. */
export function oddTo(path: string): Odd[] {
  const get = (method: string, at: string, headers = {}) => Buffer.from(HEAD(method, at, headers))
  return [
    ...Object.entries(BODIES).map(([name, body]) => ({ name: `body: ${name}`, bytes: post(path, body) })),
    ...TYPES.map((type) => ({ name: `type: ${type.slice(0, 40)}`, bytes: post(path, FORM, { 'Content-Type': type }) })),
    ...Object.entries(LONG_HEADERS).map(([name, value]) => ({
      name: `header: ${name}`,
      bytes: post(path, '{}', { ...JSON_TYPE, [name]: value }),
    })),
    ...['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'].map((method) => ({
      name: `method: ${method}`,
      bytes: get(method, path),
    })),
    ...[
      '?lang=zh&lang=en&lang[]=x',
      '?receipt=%00',
      '?%E0%A4%A',
      '/',
      '/../../etc/passwd',
      '%2f..%2f',
      ';a=b',
      '#x',
      `?${'a=1&'.repeat(1_500)}`,
    ].map((tail) => ({ name: `path: …${tail.slice(0, 30)}`, bytes: get('GET', path + tail) })),
    { name: 'a body shorter than said', cut: true, bytes: Buffer.concat([post(path, '{"code":"1"}').subarray(0, -4)]) },
    {
      name: 'chunks',
      bytes: Buffer.from(
        `${HEAD('POST', path, { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' })}5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n`,
      ),
    },
    {
      name: 'crooked chunks',
      bytes: Buffer.from(`${HEAD('POST', path, { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' })}zz\r\n{}\r\n`),
    },
  ]
}

/** What came back as bytes, at most so long waited for. */
export function sendRaw(port: number, { bytes, cut }: Odd, waitMs: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => (cut ? socket.end(bytes) : socket.write(bytes)))
    let said = ''
    const over = () => {
      socket.destroy()
      resolve(said)
    }
    socket.setTimeout(waitMs, over)
    socket.on('data', (data) => {
      said += data.toString('latin1').slice(0, 2_000)
    })
    socket.on('error', over)
    socket.on('close', over)
  })
}

export const statusOf = (said: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0)
