import { hasPageResidue, isAbsent, plain, type Unread } from './text.ts'

/** With which words the name of an agency begins; a comma before anything else belongs to the name (*về trật tự, xã hội*). */
const heads =
  'Bộ|Cục|Tổng cục|Chi cục|Sở|Ủy ban|Uỷ ban|UBND|Trung tâm|Ban|Công an|Cảng vụ|Phòng|Văn phòng|Chủ tịch|Thủ tướng|Ngân hàng|Cơ quan|Tòa án|Kho bạc|Thuế|Chi nhánh|Cơ sở|Viện|Bảo hiểm|Biên phòng|Hải quan|Tổ chức|Công đoàn|Đơn vị|Khu|Vụ|Thanh tra|Giám đốc|Bộ trưởng|Lưu trữ|Thi hành|Các|Người|Hội đồng'

/** Divides a list of agencies; a piece of running text or of the page around the entry is not taken for one. */
export function readAgencies(source: string): { agencies: string[]; unread: Unread[] } {
  const text = plain(source)
  if (isAbsent(text)) return { agencies: [], unread: [] }
  const isText = hasPageResidue(text) || /\n/.test(text) || /^\p{Ll}/u.test(text) || /\.\s+\p{Lu}|:/u.test(text)
  const agencies = isText ? [] : text.split(new RegExp(`, (?=(?:${heads})(?:[\\s,]|$))`, 'u')).map((one) => one.trim())
  if (isText || agencies.some((one) => one.length > 160)) return { agencies: [], unread: [{ part: 'agencies', text }] }
  return { agencies: [...new Set(agencies)], unread: [] }
}

/** Where to file, as printed; the steps of the work or a page taken for it are no place. */
export function readReception(source: string): { reception: string | null; unread: Unread[] } {
  const text = plain(source)
  if (isAbsent(text)) return { reception: null, unread: [] }
  if (
    text.length > 500 ||
    hasPageResidue(text) ||
    /^(?:Bước|\([ivx]+\)|\d\.\d)|Bước 1/.test(text) ||
    /^\p{Ll}|:$/u.test(text)
  )
    return { reception: null, unread: [{ part: 'agencies', text }] }
  return { reception: text, unread: [] }
}
