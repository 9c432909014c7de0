import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CannotOpen } from '../ground/cannot-open.ts'
import { readConfig } from '../ground/config.ts'
import { piecesMustBeWhole } from './backup/manifest.ts'
import { auditCommand } from './commands/audit.ts'
import { calendarCommand } from './commands/calendar.ts'
import { catalogueCommand } from './commands/catalogue.ts'
import { restoreCommand } from './commands/restore.ts'

const place = mkdtempSync(join(tmpdir(), 'motcua-given-'))
after(() => rmSync(place, { recursive: true, force: true }))

const saysIn = (words: RegExp) => (fault: Error) => fault instanceof CannotOpen && words.test(fault.message)

test('a path that is absent, a folder or no folder is refused in one sentence before the house opens', async () => {
  const config = readConfig({ MOTCUA_DATA: join(place, 'data'), MOTCUA_LOG: 'silent' })
  const letter = join(place, 'letter.txt')
  writeFileSync(letter, 'x')
  const absent = join(place, 'absent')
  for (const command of [calendarCommand, catalogueCommand]) {
    await assert.rejects(command(config, ['import', absent]), saysIn(/^Không có tệp \/ no such file: .*absent$/))
    await assert.rejects(command(config, ['import', place]), saysIn(/^Không phải là tệp \/ not a file: /))
  }
  const out = join(absent, 'evidence.tar')
  await assert.rejects(auditCommand(config, ['export', '--out', out]), saysIn(/no such folder: .*absent$/))
  const restore = (from: string) => restoreCommand(config, [from, '--check'])
  await assert.rejects(restore(absent), saysIn(/^Không có thư mục \/ no such folder: .*absent$/))
  await assert.rejects(restore(letter), saysIn(/^Không phải là thư mục \/ not a folder: .*letter.txt$/))
})

test('a piece of a backup that is a link or a device is refused by its name, also when its bytes are right', async () => {
  const backup = join(place, 'backup')
  mkdirSync(join(backup, 'demo-ca'), { recursive: true })
  const bytes = 'the training root'
  writeFileSync(join(place, 'elsewhere.crt'), bytes)
  writeFileSync(join(backup, 'demo-ca/plain.crt'), bytes)
  symlinkSync(join(place, 'elsewhere.crt'), join(backup, 'demo-ca/link.crt'))
  symlinkSync('/dev/null', join(backup, 'demo-ca/device.crt'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const piece = (name: string) => ({ path: `demo-ca/${name}.crt`, sha256 })
  await piecesMustBeWhole(backup, [piece('plain')])
  for (const name of ['link', 'device'])
    await assert.rejects(
      piecesMustBeWhole(backup, [piece('plain'), piece(name)]),
      saysIn(new RegExp(`demo-ca/${name}.crt: không phải tệp thường / not a regular file`)),
    )
})
