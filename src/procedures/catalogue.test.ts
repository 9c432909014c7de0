import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fold } from './index.ts'

const published = new URL('../../../shared/catalogue/national-catalogue.jsonl.gz', import.meta.url)
const here = new URL('../../catalogue/', import.meta.url).pathname
const skip = existsSync(published) ? false : 'the national export does not lie at ../shared/catalogue'

type Published = Record<
  'ma_thu_tuc' | 'ten_thu_tuc' | 'so_quyet_dinh' | 'linh_vuc' | 'can_cu_phap_ly' | 'ket_qua_xu_ly' | 'detail_url',
  string
>

test(
  'our procedures say what the published catalogue says of code, name, field, decision, legal basis and results',
  { skip },
  () => {
    const codes = new Set(readdirSync(here).filter((name) => /^\d\.\d{6}$/.test(name)))
    const lines = gunzipSync(readFileSync(published)).toString('utf8').split('\n').filter(Boolean)
    const rows = lines.map((line) => JSON.parse(line) as Published).filter((row) => codes.has(row.ma_thu_tuc))
    // Known from a decree and from a province's decision on its processes; the national export does not print them.
    for (const code of ['2.000286', '2.002621']) assert.ok(codes.delete(code), code)
    assert.equal(rows.length, codes.size)

    for (const row of rows) {
      const ours = JSON.parse(readFileSync(`${here}${row.ma_thu_tuc}/procedure.json`, 'utf8'))
      assert.equal(fold(ours.name), fold(row.ten_thu_tuc), row.ma_thu_tuc)
      assert.equal(ours.field.normalize('NFC'), row.linh_vuc.normalize('NFC').trim())
      assert.equal(ours.decision, row.so_quyet_dinh)
      assert.equal(ours.source, row.detail_url)

      const basis = row.can_cu_phap_ly.normalize('NFC')
      for (const { number } of ours.legalBasis) assert.ok(basis.includes(number), `${row.ma_thu_tuc} ${number}`)
      const results = [...ours.results, ...(ours.notices ?? [])].map((one: { code: string }) => one.code)
      const printed = [...row.ket_qua_xu_ly.matchAll(/KQ\.G\d{2}\.\d{6}/g)].map(([code]) => code)
      assert.deepEqual(results.toSorted(), [...new Set(printed)].toSorted(), row.ma_thu_tuc)
    }
  },
)
