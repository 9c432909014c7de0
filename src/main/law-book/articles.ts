import { type Citation, citations, type Proof, proofs, unconfirmed } from './citations.ts'
import { madeBy, page, plain, source, withoutClaims } from './markdown.ts'

/** What an instrument is about, for whoever does not know its number. */
const about: Readonly<Record<string, string>> = {
  '88/2017/QĐ-UBND': 'Thừa Thiên Huế: cung cấp dịch vụ công trực tuyến',
  '90/2016/QĐ-UBND': 'Thừa Thiên Huế: hồ sơ điện tử và thẻ điện tử; được 88/2017/QĐ-UBND thay thế từ 20/10/2017',
  '04/2024/QĐ-UBND': 'Đắk Lắk: vận hành Hệ thống thông tin giải quyết thủ tục hành chính',
  '61/2018/NĐ-CP': 'Cơ chế một cửa, một cửa liên thông; nay là 118/2025/NĐ-CP',
  '45/2019/QH14': 'Bộ luật Lao động: ngày nghỉ lễ, tết',
  'Luật Hộ tịch 2014': 'Đăng ký hộ tịch: giải quyết trong ngày, sau 15 giờ thì ngày làm việc tiếp theo',
  '107/2021/NĐ-CP': 'Sửa đổi 61/2018/NĐ-CP: lưu trữ hồ sơ điện tử',
  '41/2017/TT-BTTTT': 'Kiểm tra chữ ký số trong cơ quan nhà nước',
  [unconfirmed]: 'Quy tắc mà chưa văn bản nào đã đọc xác nhận; tỉnh đặt được trong trang Cài đặt hoặc chờ kiểm chứng',
}

/** `docs/law/articles.md`: each article, the rules that carry it out, and the tests that prove them. */
export function articlesPage(): string {
  const byInstrument = Map.groupBy(citations(), ({ instrument }) => instrument)
  const names = sorted([...byInstrument.keys()]).toSorted(
    (a, b) => Number(a === unconfirmed) - Number(b === unconfirmed),
  )
  const proved = proofs()
  return page(
    madeBy('law --write'),
    '# Điều luật, quy tắc, bài kiểm thử / Articles, rules, tests',
    'Mỗi điều khoản dẫn đến những quy tắc thực hiện nó trong mã nguồn, và những bài kiểm thử chứng minh. Mã trong ngoặc là yêu cầu. / Each article leads to the rules that carry it out, and these to the tests that prove them.',
    names.map((name) => `- [${name}](#${anchor(name)}): ${byInstrument.get(name)!.length}`).join('\n'),
    ...names.map((name) => section(name, byInstrument.get(name)!, proved)),
  )
}

function section(name: string, cited: readonly Citation[], proved: readonly Proof[]): string {
  const byArticle = Map.groupBy(cited, ({ article }) => article)
  const articles = sorted([...byArticle.keys()]).map((article) =>
    [`### ${plain(article || name)}`, ...byArticle.get(article)!.map((one) => rule(one, proved))].join('\n\n'),
  )
  return [`## ${name}`, ...(about[name] ? [`_${about[name]}_`] : []), ...articles].join('\n\n')
}

function rule({ rule: name, file, ids }: Citation, proved: readonly Proof[]): string {
  const own = proved.filter((one) => one.ids.some((id) => ids.includes(id)))
  const tests = own.map((one) => `  - ${plain(withoutClaims(one.title))} — ${source(one.file)}`)
  return [`- ${name} ${ids.length > 0 ? `(${ids.join(', ')}) ` : ''}— ${source(file)}`, ...new Set(tests)].join('\n')
}

/** As GitHub makes the id of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-')
}

export function sorted(names: readonly string[]): string[] {
  return names.toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
}
