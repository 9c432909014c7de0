import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeReading, judgeScan } from './device-trial.ts'

const set = { dpi: '300', colour: 'màu', format: 'JPEG' }
const scan = (mediaType: 'image/jpeg' | 'application/pdf', rest: object) => ({
  name: 'quet',
  bytes: new Uint8Array(2048),
  kind: { mediaType, ...rest },
  scan: 'clean' as const,
})
const verdicts = (found: { isGood: boolean }[]) => found.map(({ isGood }) => isGood)

test('a scan is judged by the kind and the fineness the scanner is set to, a reading by its letters and its code', () => {
  const fine = { pixels: { width: 1748, height: 2480 } }
  const coarse = { pixels: { width: 874, height: 1240 } }
  assert.deepEqual(verdicts(judgeScan(scan('image/jpeg', fine), set)), [true, true])
  assert.deepEqual(verdicts(judgeScan(scan('image/jpeg', coarse), set)), [true, false])
  assert.deepEqual(verdicts(judgeScan(scan('application/pdf', { pages: 1 }), set)), [false, true])
  const card = '046192003517|201234567|Nguyễn Thị Thùy Dương|14081992|Nữ|Thôn Đông Hòa, xã An Bình|01072021'
  assert.deepEqual(verdicts(judgeReading(`${card}\n`)), [true, true])
  assert.deepEqual(verdicts(judgeReading(card.replace('ễ', '\uFFFD'))), [false, true])
  assert.deepEqual(verdicts(judgeReading(card.normalize('NFD'))), [false, true])
  assert.deepEqual(verdicts(judgeReading('https://dvc.example/tra-cuu/H99-1')), [true, true])
  assert.deepEqual(verdicts(judgeReading('046192')), [true, false])
})
