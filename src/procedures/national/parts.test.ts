import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAgencies, readReception } from './agencies.ts'
import { readLegalBasis } from './legal-basis.ts'
import { readResults } from './results.ts'
import { readLevels, readSubjects } from './subjects.ts'

test('results come with their codes, without the page that was taken along', () => {
  const read = readResults(
    'Giấy chứng nhận đăng ký xeMã: KQ.G01.000014Biển số xeMã: KQ.G01.000015Từ khóaỦy quyềnMô tảKhông có thông tinChọn cơ quan thực hiện-- Chọn Bộ ngành --Nộp hồ sơ',
  )
  assert.deepEqual(read.results, [
    { name: 'Giấy chứng nhận đăng ký xe', code: 'KQ.G01.000014' },
    { name: 'Biển số xe', code: 'KQ.G01.000015' },
  ])
  assert.equal(read.keywords, 'Ủy quyền')
  assert.deepEqual(read.unread, [])
  assert.deepEqual(readResults('Giấy đăng kýMã: 12231Từ khóaKhông có thông tin').results, [
    { name: 'Giấy đăng ký', code: null },
  ])
  assert.equal(readResults('Giấy đăng kýMã: 12231').unread.length, 1)
  for (const name of ['...', 'Giấy phép tạmGiấy phép chính thức theo mẫu I.1']) {
    const two = readResults(`${name}Mã: KQ.G12.000001`)
    assert.deepEqual([two.results, two.unread.length], [[], 1], name)
  }
  assert.equal(readResults('AMã: KQ.G10.000246...văn bản trả lờiMã: KQ.G10.001341').results[0]?.code, null)
})

const basis = (rows: string) => readLegalBasis(`Tên văn bản pháp lýMã văn bản${rows}`)

test('titles and numbers of documents come apart, row by row', () => {
  const pairs = basis(
    'Luật Khiếu nại  năm 201102/2011/QH13Luật 54/2014/QH1354/2014/QH13Nghị định 114/2018/NĐ-CP114/2018/NĐ-CPquy định chi tiết66.7/2025/NQ-CPhướng dẫn xử lý68/2013/TT-BCA44/2026/NĐ-CP44/2026/NĐ-CP26/2005/PL-UBTVQH11 - Ưu đãi người có công26/2005/PL-UBTVQH11Luật Thú yLuật 79/2015/QH13',
  ).legalBasis.map(({ number, title }) => `${number} ${title}`)
  assert.deepEqual(pairs, [
    '02/2011/QH13 Luật Khiếu nại  năm 2011',
    '54/2014/QH13 Luật 54/2014/QH13',
    '114/2018/NĐ-CP Nghị định 114/2018/NĐ-CP',
    '66.7/2025/NQ-CP quy định chi tiết',
    '68/2013/TT-BCA hướng dẫn xử lý',
    '44/2026/NĐ-CP 44/2026/NĐ-CP',
    '26/2005/PL-UBTVQH11 26/2005/PL-UBTVQH11 - Ưu đãi người có công',
    '79/2015/QH13 Luật Thú y',
  ])
})

test('rows that swallowed another, or have no number, stay unread', () => {
  for (const rows of [
    'Luật Đầu tư côngLuật số 58Luật Đất đai ngày 18/01/2024;31/2024/QH15',
    'quy định chi tiết.NĐ 23/2026/NĐ-CP14/2025/TT-BNNMT',
    'Luật này quy định về phòng bệnh động vật',
    'Về một cửa và cổng dịch vụ118/2025/NĐ-CQuy định về phân cấp151/2025/NĐ-CP',
    'Luật Cây trồng Luật số 31/2018/QH14Sửa đổi một số điều14/2018/TT-BTC',
    'sửa đổi một số điều của 15 luật Luật số 146/2025/QH15 Luật rau quả79/2015/QH13',
    'Luật Rau quả 41/2013/QH13quy định về quản lý7/2015/TT-BTC',
    'Nghị định ngày 30/6/2025 của Chính phủ167/2025Luật 54/2014/QH1354/2014/QH13',
    'Thông tư ngày 28/4/202225Nghị định 155/2020/NĐ-CP155/2020/NĐ-CP',
    'Nghị định 41/2016/NĐ-CP41/201Đ-CP44/2026/NĐ-CP',
    'quy định thẻ ra vào31/2025/TT_BCALUẬT ĐƯỜNG SẮT66/2006/QH11',
  ]) {
    const read = basis(rows)
    assert.ok(read.unread.length > 0, rows)
    assert.ok(
      read.legalBasis.every(
        ({ title }) => !/\p{Ll}\p{Lu}|[\p{L}]\d{2}|\d\p{L}{3}/u.test(title.replaceAll(/QH\d\d/g, '')),
      ),
      rows,
    )
  }
  assert.deepEqual(readLegalBasis('Không có thông tin'), { legalBasis: [], unread: [] })
})

test('a list of agencies is divided where an agency begins, not at every comma', () => {
  assert.deepEqual(
    readAgencies('Cục cảnh sát quản lý hành chính về trật tự, xã hội, Công an tỉnh, Công an cấp Xã, Công an tỉnh')
      .agencies,
    ['Cục cảnh sát quản lý hành chính về trật tự, xã hội', 'Công an tỉnh', 'Công an cấp Xã'],
  )
  assert.deepEqual(readAgencies('Hội đồng nhân dân cấp tỉnh, Bộ, Cơ quan ngang Bộ').agencies, [
    'Hội đồng nhân dân cấp tỉnh',
    'Bộ',
    'Cơ quan ngang Bộ',
  ])
  assert.deepEqual(readAgencies('Không có thông tin'), { agencies: [], unread: [] })
  for (const text of [
    'phê duyệt nguồn vốnTên thủ tụcPhê duyệt Phương ánMã thủ tục1.011470',
    'chứng thực tiến hành chụp từ bản chính như sau:',
  ])
    assert.deepEqual(readAgencies(text), { agencies: [], unread: [{ part: 'agencies', text }] })
})

test('levels and subjects are known names; a comma inside a name does not divide it', () => {
  assert.deepEqual(readLevels('Cấp bộ, Cấp tỉnh, Cấp xã, Cơ quan khác').levels, [
    'ministry',
    'province',
    'commune',
    'other',
  ])
  assert.deepEqual(readLevels('Cấp bộ, Cấp huyện').unread, [{ part: 'levels', text: 'Cấp huyện' }])
  const read = readSubjects('Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức, Người nước ngoài')
  assert.deepEqual(read.subjects, [
    'Tổ chức (không bao gồm doanh nghiệp, HTX)',
    'Cán bộ, công chức, viên chức',
    'Người nước ngoài',
  ])
  assert.deepEqual(read.audience, ['organisation', 'person'])
  assert.deepEqual(readSubjects('Doanh nghiệp, Người lạ').unread, [{ part: 'subjects', text: 'Người lạ' }])
})

test('a place to file is taken as printed; steps of the work taken for it are not', () => {
  assert.equal(
    readReception('Số 10 Tôn Thất Thuyết, Cầu Giấy, Hà Nội').reception,
    'Số 10 Tôn Thất Thuyết, Cầu Giấy, Hà Nội',
  )
  for (const text of [
    'Bước 1. Nộp hồ sơ: tại Bộ phận Một cửa',
    'Cục Quản lý xuất nhập cảnh, Bộ Công an:',
    'tại cơ quan tổ chức cán bộ',
  ])
    assert.deepEqual(readReception(text), { reception: null, unread: [{ part: 'agencies', text }] })
})
