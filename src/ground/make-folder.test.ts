import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CannotOpen } from './cannot-open.ts'
import { makeFolder, unusable } from './make-folder.ts'

const place = mkdtempSync(join(tmpdir(), 'motcua-folder-'))
after(() => rmSync(place, { recursive: true, force: true }))

/** Refused in Vietnamese, then in English, each with the folder in it. */
function isTold(folder: string, code: string): (fault: Error) => boolean {
  return (fault) => {
    assert.ok(fault instanceof CannotOpen, String(fault))
    const [vi = '', en = ''] = fault.message.split('\n')
    assert.ok(vi.startsWith(`Không dùng được thư mục ${folder}: `), vi)
    assert.ok(en.startsWith(`  The folder ${folder} cannot be used: `), en)
    return vi.includes(`(${code})`) && en.includes(`(${code})`)
  }
}

test('every missing level is made, for its owner only, and what is there already stays', () => {
  const folder = join(place, 'a/b/c')
  makeFolder(folder, 0o700)
  makeFolder(folder, 0o700)
  for (const level of ['a', 'a/b', 'a/b/c']) assert.equal(statSync(join(place, level)).mode & 0o777, 0o700)
})

test('a folder that cannot be made is refused in one sentence in both languages, below /proc as well, and nothing is left behind', () => {
  const file = join(place, 'letter.txt')
  writeFileSync(file, 'x')
  const nowhere = join(place, 'nowhere')
  symlinkSync(join(place, 'absent/far'), nowhere)
  const cases: [string, string][] = [
    ['/proc/motcua', 'ENOENT'],
    ['/proc/motcua/data', 'ENOENT'],
    [file, 'ENOTDIR'],
    [join(file, 'data'), 'ENOTDIR'],
    [nowhere, 'EEXIST'],
  ]
  for (const [folder, code] of cases) assert.throws(() => makeFolder(folder, 0o700), isTold(folder, code))
  assert.equal(existsSync(join(place, 'absent')), false)
})

test('another user’s folder and a read-only file system are told as such; any other fault stays a fault', () => {
  const fault = (code: string) => Object.assign(new Error(code), { code })
  const told = (code: string) => unusable('/srv/data', fault(code))
  for (const code of ['EACCES', 'EPERM', 'EROFS', 'ENOSPC']) assert.ok(isTold('/srv/data', code)(told(code)))
  assert.match(told('EROFS').message, /chỉ cho đọc[\s\S]*read-only/)
  assert.match(told('EACCES').message, /không được ghi[\s\S]*may not write/)
  assert.ok(!(told('EIO') instanceof CannotOpen))
})
