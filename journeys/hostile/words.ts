import fc from 'fast-check'

/** Long runs cost time: a few cases in every test run, twenty times as many in a soak. */
export const times = (runs: number): number => (process.env['MOTCUA_SOAK'] ? runs * 20 : runs)
export const seed = 20_260_302

/** Words that have broken other houses: what ends a text, half a letter, what looks alike, what turns it around, a number that is none. */
const nasty: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udc00',
  "' or 1=1 --",
  '"; drop table dossiers.dossier; --',
  '%',
  '%zz',
  '%00',
  '_',
  '\\',
  '../../etc/passwd',
  '..\\..\\windows',
  'file:///etc/passwd',
  '//evil.example',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  '${7*7}',
  '[object Object]',
  '1e999',
  '-0',
  'NaN',
  'Infinity',
  '0x10',
  '99999999999999999999999999',
  '-1',
  '1.5',
  'true',
  'null',
  'undefined',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u202eaifos',
  'a\u200bb',
  '\u200f',
  '\ufeffcongdan',
  'cоngdan',
  'ｃｏｎｇｄａｎ',
  'Nguye\u0302\u0303n Thi\u0323 Thu\u0300y Du\u031bo\u031bng',
  'Ỷ'.normalize('NFD').repeat(30),
  '🫠'.repeat(20),
  'a\r\nSet-Cookie: x=1',
  '2026-02-30',
  '2026-13-45T25:61:61Z',
  '0000-00-00',
  '01940000-0000-7000-8000-00000000DEAD',
  'ﷺ'.repeat(50),
  'a'.repeat(5000),
]

export const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
)

const number = fc.constantFrom(0, -0, -1, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e300, 5e-324)

/** Any JSON, hostile in its leaves and in its names. */
export const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false),
    number,
    word,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(word, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

/** Bodies that are costly to read: tried once each at every door. */
export const heavy: readonly [what: string, type: string, body: string][] = [
  ['a megabyte of text', 'application/json', `{"a":"${'ă'.repeat(500_000)}"}`],
  ['a hundred thousand lists in each other', 'application/json', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['a hundred thousand objects in each other', 'application/json', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
  [
    'a hundred thousand names',
    'application/json',
    `{${Array.from({ length: 60_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
  ],
  ['a prototype', 'application/json', '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}'],
  ['numbers that are none', 'application/json', '{"version":NaN}'],
  ['a number without end', 'application/json', `{"version":${'9'.repeat(4000)}}`],
  ['half a letter', 'application/json', '{"username":"\\ud800","password":"\\udc00"}'],
  ['a form', 'application/x-www-form-urlencoded', 'a[b][c]=1&a[]=2&a=3&__proto__[x]=1&%zz=%zz&=&&'],
  ['a thousand times one name', 'application/x-www-form-urlencoded', 'a=1&'.repeat(1000)],
  ['files without a boundary', 'multipart/form-data', '--x\r\n\r\n'],
  [
    'a file that breaks off',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="../../a\0.pdf"\r\n\r\n%PDF',
  ],
  [
    'a part without a name',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n',
  ],
  ['a type that is none', 'tệp/gì-đó'.normalize('NFD').replace(/[^\x20-\x7e]/g, ''), 'a'],
  ['another alphabet', 'application/json; charset=utf-16', '{}'],
  ['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
]
