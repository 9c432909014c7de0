import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import QRCode from 'qrcode'
import { z } from 'zod'
import { documentForms, isResultForm } from './forms.ts'
import type { DocumentData, DocumentForm } from './forms.ts'
import { hasOddCharacters } from '../ground/text.ts'
import { qrDataUrl, qrSvg } from './qr.ts'
import { recognise } from './kind.ts'
import { lookupAddress, renderDocument, verifyAddress } from './render.ts'
import type { MadeDocument } from './render.ts'
import { samples } from './samples.ts'

const now = new Date('2026-03-02T09:00:00+07:00')
const forms = Object.keys(samples) as DocumentForm[]
const hardName = 'Nguyễn Thị Thùy Dương Quỳnh Như'
const render = (form: DocumentForm, data = samples[form]) =>
  renderDocument(form, data as DocumentData<typeof form>, now)

const withoutPoppler = spawnSync('pdftotext', ['-v']).error ? 'poppler-utils is not installed' : false

/** The words of a PDF in reading order, one blank between words. */
function words(made: MadeDocument): string {
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: made.bytes, encoding: 'utf8' })
  return stdout.normalize('NFC').replace(/\s+/g, ' ')
}
function info(made: MadeDocument): string {
  return spawnSync('pdfinfo', ['-'], { input: made.bytes, encoding: 'utf8' }).stdout
}

test('every form becomes a whole PDF of its own size, with a title and tags', { skip: withoutPoppler }, async () => {
  const sizes = { a5: '419.528 x 595.276', a4: '595.276 x 841.89', 'a4-lying': '841.89 x 595.276' }
  for (const form of forms) {
    const made = await render(form)
    const known = await recognise(made.bytes, { name: 'a.pdf' })
    assert.deepEqual(known, { ok: true, value: { mediaType: 'application/pdf', pages: made.pages, active: false } })
    const said = info(made)
    assert.ok(said.includes(`Page size:       ${sizes[documentForms[form].paper]}`), `${form}: ${said}`)
    assert.match(said, /Tagged: +yes/)
    assert.ok(said.includes(made.title), `${form} carries its title`)
    assert.match(Buffer.from(made.bytes).toString('latin1'), /pdfaid:part/)
  }
})

test('every character that people may write comes onto paper, and what no paper shows is not taken', async () => {
  const writable = Array.from({ length: 0x10000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => !hasOddCharacters(character, false))
  assert.ok(writable.length > 2500 && [...'ẬỄỢỰỸ₫№✓“…”'].every((one) => writable.includes(one)))
  for (let at = 0; at < writable.length; at += 1500)
    await render('stop', { ...samples.stop, reason: writable.slice(at, at + 1500).join(' ') })
  for (const odd of ['漢', '😀', '𖧶', '\ufffd', '\u202e']) assert.ok(hasOddCharacters(odd, true), odd)
})

test('the hardest Vietnamese letters can be read back from every form', { skip: withoutPoppler }, async () => {
  for (const form of forms) assert.ok(words(await render(form)).includes(hardName), form)
  const read = words(await render('supplement'))
  assert.ok(read.includes('tổ dân phố Ậ Ễ Ợ Ự Ỹ ẵ ặ, xã Tân Phước Khánh Đông'))
  assert.ok(read.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'))
  assert.ok(read.includes('Độc lập - Tự do - Hạnh phúc'))
})

test(
  'the receipt slip shows the code, both times, and where to look the dossier up [S2-8.2b, S3A-12.4]',
  { skip: withoutPoppler },
  async () => {
    const read = words(await render('receipt'))
    assert.ok(read.includes('Mã hồ sơ: H15.12.034-260302-0001'))
    assert.ok(read.includes('Tiếp nhận lúc: 09 giờ 00 phút, ngày 02 tháng 3 năm 2026'))
    assert.ok(read.includes('Hẹn trả kết quả lúc: 09 giờ 00 phút, ngày 03 tháng 3 năm 2026'))
    assert.ok(read.includes('https://dichvucong.binhhung.example/tra-cuu/H15.12.034-260302-0001'))
    assert.ok(read.includes('Phí, lệ phí: 8.000 đồng'))
    assert.equal((await render('receipt')).pages, 1)
  },
)

test('another address of the portal is printed as soon as it is given', { skip: withoutPoppler }, async () => {
  const lookup = lookupAddress('http://localhost:8080', 'H15-260302-0001')
  const read = words(await renderDocument('receipt', { ...samples.receipt, lookup }, now))
  assert.ok(read.includes('http://localhost:8080/tra-cuu/H15-260302-0001'))
  assert.equal(read.includes('binhhung.example/tra-cuu'), false)
})

test(
  'the apology cites the regulation it is given, another one another time [S1-13.2c]',
  { skip: withoutPoppler },
  async () => {
    for (const basis of ['Quyết định 3461/QĐ-UBND ngày 30/12/2016', 'Quyết định 12/2026/QĐ-UBND']) {
      const read = words(await renderDocument('apology', { ...samples.apology, newDue: null, basis }, now))
      assert.ok(read.includes(`Căn cứ: ${basis}`))
      assert.equal(read.includes('Thời gian trả kết quả mới'), false)
    }
  },
)

test('mark-up in what people write stays text', { skip: withoutPoppler }, async () => {
  const hostile = '#panic("x") *đậm* _nghiêng_ $x^2$ <nhan> @ref = Đề mục \\ // `mã` #include "a"'
  const made = await renderDocument(
    'receipt',
    { ...samples.receipt, owner: hostile, returnBy: `${hostile} "; ${hostile}` },
    now,
  )
  assert.ok(words(made).includes(`Chủ hồ sơ: ${hostile}`), words(made))
})

test('what was not given is said to be not given', { skip: withoutPoppler }, async () => {
  const empty = { phone: undefined, identity: null, email: '' }
  const read = words(await renderDocument('receipt', { ...samples.receipt, ...empty }, now))
  assert.ok(read.includes('Điện thoại: Không cung cấp'))
  assert.ok(read.includes('Thư điện tử: Không cung cấp'))
  assert.ok(read.includes('Số giấy tờ: Không cung cấp'))
})

test('every result says how to check it and on which system it was made', { skip: withoutPoppler }, async () => {
  for (const form of forms.filter(isResultForm)) {
    const read = words(await render(form))
    assert.ok(read.includes('Mã định danh kết quả: KQ-H15.12.034-2026-000045-7Q'), form)
    assert.ok(read.includes('https://dichvucong.binhhung.example/xac-minh/KQ-H15.12.034-2026-000045-7Q'), form)
    assert.ok(
      read.includes('Hệ thống thông tin giải quyết thủ tục hành chính của Ủy ban nhân dân tỉnh Bình Hưng'),
      form,
    )
  }
})

test('a refusal without a reason cannot be made', async () => {
  const sample = samples['refusal-decision']
  await assert.rejects(
    renderDocument('refusal-decision', { ...sample, fields: { ...sample.fields, reasons: [] } }, now),
  )
})

test('the same data and time give the same bytes, another time others', async () => {
  const one = await render('receipt')
  assert.deepEqual((await render('receipt')).bytes, one.bytes)
  const later = await renderDocument('receipt', samples.receipt, new Date(now.getTime() + 60_000))
  assert.notDeepEqual(later.bytes, one.bytes)
})

test('places for both signatures lie on the page, the seal over the left third of the signature', async () => {
  for (const form of ['receipt', 'giay-khai-sinh', 'refusal-decision'] as const) {
    const { spots, pages } = await render(form)
    const { person, organisation } = spots
    assert.ok(person && organisation)
    assert.equal(person.page, pages)
    assert.equal(organisation.page, pages)
    assert.ok(Math.abs(organisation.x + organisation.width - (person.x + person.width / 3)) < 0.01)
    for (const spot of [person, organisation]) assert.ok(spot.x > 0 && spot.y > 30 && spot.y + spot.height < 400)
    assert.equal(spots.number, undefined)
  }
  assert.deepEqual((await render('acknowledgement')).spots, {})
})

test(
  'a paper that has no number and day yet keeps their places free at its head',
  { skip: withoutPoppler },
  async () => {
    const sample = samples['giay-khai-sinh']
    const letterhead = { ...sample.letterhead, number: undefined, day: undefined }
    const made = await renderDocument('giay-khai-sinh', { ...sample, letterhead }, now)
    assert.equal(made.spots.number?.page, 1)
    assert.ok(made.spots.number.y > 650 && made.spots.day!.x > made.spots.number.x)
    assert.equal(words(made).includes('ngày 03 tháng 3'), false)
  },
)

test('words and names without end stay on the paper and break into pages', { skip: withoutPoppler }, async () => {
  const paper = { name: `${hardName} `.repeat(8), kind: 'original' as const, quantity: 1 }
  const data = { ...samples.receipt, owner: 'ẵ'.repeat(400), papers: Array.from({ length: 60 }, () => paper) }
  const made = await renderDocument('receipt', data, now)
  assert.ok(made.pages > 3)
  assert.equal(made.spots.person?.page, made.pages)
  const boxes = spawnSync('pdftotext', ['-bbox', '-', '-'], { input: made.bytes, encoding: 'utf8' }).stdout
  const rights = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map((found) => Number(found[1]))
  assert.ok(rights.length > 500)
  assert.ok(Math.max(...rights) < 419.5 - 30, `nothing reaches into the right margin: ${Math.max(...rights)}`)
})

test('many papers asked for at once are all made, each its own', { skip: withoutPoppler }, async () => {
  const codes = Array.from({ length: 12 }, (_, at) => `H15-260302-${1000 + at}`)
  const made = await Promise.all(codes.map((code) => renderDocument('stop', { ...samples.stop, code }, now)))
  made.forEach((paper, at) => assert.ok(words(paper).includes(`Mã hồ sơ: ${codes[at]}`)))
})

test('what an officer fills in for a result can be described to other systems', () => {
  for (const form of forms.filter(isResultForm)) {
    const { fields } = documentForms[form] as { fields: z.ZodType }
    const schema = z.toJSONSchema(fields, { io: 'input' })
    assert.equal(schema.type, 'object', form)
    assert.equal(fields.safeParse((samples[form] as { fields: unknown }).fields).success, true, form)
  }
})

test('the QR code of an address is no larger than the best cut of its text makes it, and so is that of any words', () => {
  const texts = [
    'http://localhost:8080/tra-cuu/H15-260302-0001',
    'https://dichvucong.binhhung.gov.vn/tra-cuu/000.00.12.H15-260302-0001',
    verifyAddress('https://dichvucong.binhhung.example', 'ABCDE-FGHJK'),
    'Hồ sơ',
  ]
  for (const text of texts) {
    const best = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules.size
    assert.ok(qrSvg(text).includes(`viewBox="0 0 ${best + 8} `), text)
  }
})

test('a QR code is one path inside a quiet margin, larger for a longer text', () => {
  const side = (text: string) => Number(qrSvg(text).match(/viewBox="0 0 (\d+) /)![1])
  assert.equal(side('A'), 21 + 8)
  assert.ok(side(verifyAddress('https://dichvucong.binhhung.example', 'KQ-1')) > side('A'))
  assert.match(qrSvg('A'), /<path d="M4 4h7v1h-7z/)
  assert.ok(qrDataUrl('A').startsWith('data:image/svg+xml;base64,'))
})
