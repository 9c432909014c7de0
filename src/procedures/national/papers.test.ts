import assert from 'node:assert/strict'
import { test } from 'node:test'
import { divideName } from './paper-name.ts'
import { readPapers } from './papers.ts'

const head = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng'
const short = (source: string) =>
  readPapers(source).papers.map(
    ({ name, kind, originals, copies, group }) => `${group ?? '-'} | ${name} | ${kind} ${originals}/${copies}`,
  )

test('rows glued together come apart at their counts', () => {
  assert.deepEqual(
    short(
      `--${head}Giấy chứng nhận đã cấp.0 bản chính,1 bản saoĐơn đăng ký theo Mẫu số 3;1 bản chính- Hợp đồng2 bản chính,1 bản sao`,
    ),
    [
      '- | Giấy chứng nhận đã cấp. | unstated 0/1',
      '- | Đơn đăng ký theo Mẫu số 3; | unstated 1/0',
      '- | - Hợp đồng | unstated 2/1',
    ],
  )
})

test('a count inside a sentence is text', () => {
  assert.deepEqual(
    short(
      `--${head}Văn bản đề nghị: 01 bản chính1 bản chínhHồ sơ gồm 1 bản chính và 2 bản sao có chứng thực0 bản chính,1 bản sao`,
    ),
    [
      '- | Văn bản đề nghị: 01 bản chính | unstated 1/0',
      '- | Hồ sơ gồm 1 bản chính và 2 bản sao có chứng thực | unstated 0/1',
    ],
  )
})

test('papers stand in their group; the group says what is handed in, what is only shown, what is a note', () => {
  const source =
    `* Giấy tờ phải nộp:${head}- Giấy chứng sinh1 bản chính` +
    `* Giấy tờ phải xuất trình:${head}- Hộ chiếu1 bản chínhTrường hợp tra cứu được thì không phải xuất trình0 bản chính` +
    `* Lưu ý :${head}- Cá nhân có quyền lựa chọn0 bản chính` +
    `Trường hợp ủy quyền${head}Văn bản ủy quyền1 bản chính`
  assert.deepEqual(short(source), [
    '* Giấy tờ phải nộp: | - Giấy chứng sinh | submit 1/0',
    '* Giấy tờ phải xuất trình: | - Hộ chiếu | show 1/0',
    '* Giấy tờ phải xuất trình: | Trường hợp tra cứu được thì không phải xuất trình | unstated 0/0',
    '* Lưu ý : | - Cá nhân có quyền lựa chọn | note 0/0',
    'Trường hợp ủy quyền | Văn bản ủy quyền | unstated 1/0',
  ])
})

test('a paper of which no copy is asked for stays a paper; only a row that calls itself a note, or announces others, is one', () => {
  assert.deepEqual(
    short(
      `--${head}Giấy đăng ký kiểm tra;Mẫu số 16.docx0 bản chínhThẻ cũ, nếu thẻ bị hỏng0 bản chínhLưu ý: mang theo bản gốc0 bản chính- Đối với xe khách:0 bản chính`,
    ),
    [
      '- | Giấy đăng ký kiểm tra; | unstated 0/0',
      '- | Thẻ cũ, nếu thẻ bị hỏng | unstated 0/0',
      '- | Lưu ý: mang theo bản gốc | note 0/0',
      '- | - Đối với xe khách: | note 0/0',
    ],
  )
})

test('a full stop or comma between two rows does not run them together', () => {
  assert.deepEqual(
    short(
      `--${head}Thẻ đã cấp1 bản chính.Đơn xin cấp lạiMẫu số 5.docx1 bản chính,Ảnh chân dung2 bản chínhTờ trình kèm 1 bản chính.Hai bên ký1 bản chính`,
    ),
    [
      '- | Thẻ đã cấp | unstated 1/0',
      '- | Đơn xin cấp lại | unstated 1/0',
      '- | Ảnh chân dung | unstated 2/0',
      '- | Tờ trình kèm 1 bản chính.Hai bên ký | unstated 1/0',
    ],
  )
})

test('a number at the end of a name that runs into the count is not read, except the year of a date', () => {
  const { papers, unread, count } = readPapers(
    `--${head}Đơn theo Mẫu số 181 bản chínhĐơn theo Thông tư ngày 31/12/20251 bản chính,1 bản sao`,
  )
  assert.deepEqual(
    papers.map(({ name, originals, copies }) => [name, originals, copies]),
    [['Đơn theo Thông tư ngày 31/12/2025', 1, 1]],
  )
  assert.deepEqual(unread, [{ part: 'papers', text: 'Đơn theo Mẫu số 181 bản chính' }])
  assert.deepEqual(count, { printed: 2, structured: 1 })
})

test('text where the table should be is kept unread; nothing printed is nothing to read', () => {
  assert.deepEqual(readPapers('--').count, { printed: 0, structured: 0 })
  assert.deepEqual(readPapers('').count, { printed: 0, structured: 0 })
  assert.equal(readPapers('Bước 2. Cơ quan BHXH tiếp nhận hồ sơ.').unread.length, 1)
  assert.equal(readPapers(`--${head}Tờ khai1 bản chínhGiấy tờ không có số lượng`).unread.length, 1)
})

test('template files come off the name where the seam can be told, else the row is not read', () => {
  const cases: [string, string | undefined, string[]][] = [
    [
      'Bản đồ khu vực thăm dò khoáng sảnMau 09-Phu luc II_37.2025.docx',
      'Bản đồ khu vực thăm dò khoáng sản',
      ['Mau 09-Phu luc II_37.2025.docx'],
    ],
    ['Đơn theo Nghị định số 32/2026/NĐ-CPMẫu số 20.docx', 'Đơn theo Nghị định số 32/2026/NĐ-CP', ['Mẫu số 20.docx']],
    ['Đơn theo Nghị định số 32/2026/NĐ-CP.Mẫu số 12.docx', 'Đơn theo Nghị định số 32/2026/NĐ-CP.', ['Mẫu số 12.docx']],
    ['Đơn (mẫu 9B).47-Mẫu 8A-Công văn (1).doc', 'Đơn (mẫu 9B).', ['47-Mẫu 8A-Công văn (1).doc']],
    ['Bản khai chung;MauBankhaichung.docx', 'Bản khai chung;', ['MauBankhaichung.docx']],
    [
      'Đơn theo Mẫu TP-TSCC-01aMẫu TP-TSCC-01a.docxMẫu TP-TSCC-01b.docx',
      'Đơn theo Mẫu TP-TSCC-01a',
      ['Mẫu TP-TSCC-01a.docx', 'Mẫu TP-TSCC-01b.docx'],
    ],
    ['Đơn đề nghị cấp Giấy chứng nhận', 'Đơn đề nghị cấp Giấy chứng nhận', []],
    ['Giấy đề nghị theo mẫuvăn bản đề nghị loại 1,2,3.docx', undefined, []],
    [
      'Bản cáo bạch theo Thông tư 98/2020/TT-BTC.2Phụ lục số 04.docx',
      'Bản cáo bạch theo Thông tư 98/2020/TT-BTC.',
      ['2Phụ lục số 04.docx'],
    ],
    ['Tờ khai thay đổi thông tin cư trú.1.MuCT01banhnhkmtheo.doc', undefined, []],
    ['Đơn theo Thông tư số 21/2015/TT-BNNPTNTPhlcII.docx', undefined, []],
    [
      'Tờ trình theo Thông tư số 16/2025/TT-BNNMT...Mus04.docx',
      'Tờ trình theo Thông tư số 16/2025/TT-BNNMT...',
      ['Mus04.docx'],
    ],
    ['Đơn của nhân viên hàng không1.000574.docx', 'Đơn của nhân viên hàng không', ['1.000574.docx']],
    ['mẫu.docx', undefined, []],
    ['Danh sách cổ đông;PL 04 Danh sach.docx.docx', 'Danh sách cổ đông;', ['PL 04 Danh sach.docx.docx']],
    ['Báo cáo theo mẫuMau 04.docx (1).docMau 05.pdf', 'Báo cáo theo mẫu', ['Mau 04.docx (1).doc', 'Mau 05.pdf']],
  ]
  for (const [text, name, forms] of cases) {
    const read = divideName(text)
    assert.equal(read?.name, name, text)
    if (read) assert.deepEqual(read.forms, forms, text)
  }
})
