import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strangeValues } from './strange-values.ts'

test('a setting that names a state, a sector, a notice or a gap there is none of says where', () => {
  const names = (state: string) => [{ name: 'Mới gửi', state }]
  assert.deepEqual(strangeValues('states.names', names('submitted')), [])
  assert.deepEqual(strangeValues('states.names', names('moi')), [[0, 'state']])
  const rule = (sector: string) => [{ field: '/mother/name', sector }]
  assert.deepEqual(strangeValues('sectors.hidden-fields', [...rule('police'), ...rule('luat')]), [[1, 'sector']])
  const notice = (code: string, body: string) => [{ notice: code, subject: 'Hồ sơ {reference}', body }]
  assert.deepEqual(strangeValues('notices.texts', notice('dossier.submitted', 'Trả lời trước {intakeDue}.')), [])
  assert.deepEqual(strangeValues('notices.texts', notice('dossier.submitted', 'Gọi {phone}.')), [[0, 'body']])
  assert.deepEqual(strangeValues('notices.texts', notice('toString', 'Xin chào.')), [[0, 'body']])
  assert.deepEqual(strangeValues('supplement.max', 2), [])
})
