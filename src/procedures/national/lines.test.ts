import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { linesOf, type Unfit } from './lines.ts'
import { entryFor, exportOf } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-export-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const good = exportOf([entryFor('1.000001'), entryFor('1.000002'), entryFor('1.000003')])

async function read(content: string | Buffer) {
  const file = join(folder, 'export')
  writeFileSync(file, content)
  const codes: string[] = []
  for await (const line of linesOf(file)) {
    if (!line.ok) return { codes, ...(line.detail as Unfit) }
    codes.push(line.value.entry.ma_thu_tuc)
  }
  return { codes, line: 0, reason: '' }
}

test('an export is read line by line, packed or not, with a mark of order and without a last newline', async () => {
  const codes = ['1.000001', '1.000002', '1.000003']
  for (const content of [good, gzipSync(good), `\ufeff${good}`, good.trimEnd(), good.replaceAll('\n', '\r\n')])
    assert.deepEqual(await read(content), { codes, line: 0, reason: '' })
})

test('letters on the border of two chunks stay whole', async () => {
  const long = exportOf(
    Array.from({ length: 60 }, (_, at) =>
      entryFor(`1.${String(at).padStart(6, '0')}`, { trinh_tu_thuc_hien: 'ệ'.repeat(3001) }),
    ),
  )
  assert.equal((await read(gzipSync(long))).codes.length, 60)
})

test('the first line that is wrong is named with its reason', async () => {
  const lines = good.trimEnd().split('\n')
  const withSecond = (second: string) => [lines[0], second, lines[2]].join('\n')
  const latin = Buffer.from(lines[1]!, 'utf8').toString('latin1')
  const cases: [string, string | Buffer, number, RegExp][] = [
    ['cut in the middle of a line', withSecond(lines[1]!.slice(0, 300)), 2, /not JSON/],
    ['a list', withSecond('[]'), 2, /expected/i],
    ['a key too few', withSecond('{"ma_thu_tuc":"1.000002"}'), 2, /ten_thu_tuc/],
    ['a key nobody knows', withSecond(lines[1]!.replace('"bo_nganh"', '"bo_nganh2"')), 2, /bo_nganh/],
    ['a code of another shape', withSecond(lines[1]!.replace('1.000002', '1.2')), 2, /ma_thu_tuc/],
    ['a code twice', withSecond(lines[0]!), 2, /comes twice, first in line 1/],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.from([0x7b, 0xff, 0x7d, 0x0a])]),
      2,
      /not valid UTF-8/,
    ],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 1, /UTF-16/],
    ['UTF-16 without a mark', Buffer.from(good, 'utf16le'), 1, /UTF-16/],
    ['UTF-8 read as Latin letters', withSecond(latin), 2, /wrong encoding/],
    ['letters replaced', withSecond(lines[1]!.replace('Bước 1', 'B\ufffd\ufffdc 1')), 2, /wrong encoding/],
    ['half of a character', withSecond(lines[1]!.replace('Bước 1', '\\ud800')), 2, /half of a character/],
    ['a nul', withSecond(lines[1]!.replace('Bước 1', '\\u0000')), 2, /nul/],
    ['a gzip file that breaks off', gzipSync(good).subarray(0, -20), 0, /breaks off|damaged/],
    ['nothing', '', 0, /no procedure/],
    ['empty lines', '\n\n', 2, /no procedure/],
  ]
  for (const [what, content, line, reason] of cases) {
    const answer = await read(content)
    assert.match(answer.reason, reason, what)
    if (line > 0) assert.equal(answer.line, line, what)
  }
})

test('a gzip file that breaks off or is damaged far inside is refused as well', async () => {
  const many = exportOf(Array.from({ length: 400 }, (_, at) => entryFor(`1.${String(at).padStart(6, '0')}`)))
  const packed = gzipSync(many)
  assert.match((await read(packed.subarray(0, packed.length >> 1))).reason, /breaks off/)
  const broken = Buffer.from(packed)
  broken[packed.length >> 1]! ^= 0xff
  assert.notEqual((await read(broken)).reason, '')
})

test('a file of empty lines ends at a line that no catalogue has, however small it was packed', async () => {
  const lines = gzipSync(Buffer.alloc(2_000_000, '\n'))
  assert.deepEqual(await read(lines), { codes: [], line: 200_001, reason: 'the file has more than 200000 lines' })
  assert.equal((await read(`${'\n'.repeat(1000)}${good}`)).codes.length, 3)
})
