import type { Part, ReleaseKind } from '../disclosures/law/index.ts'
import { type Language, say, type Words } from '../words/index.ts'

/** The parts of a dossier that may be handed out, as both sides read them. */
export const partWords: Record<Part, Words> = {
  identity: { vi: 'Họ tên, số định danh', en: 'Name, identity number' },
  contact: { vi: 'Điện thoại, thư điện tử, địa chỉ', en: 'Telephone, e-mail, address' },
  form: { vi: 'Nội dung tờ khai', en: 'The answers of the form' },
  papers: { vi: 'Giấy tờ đã nộp', en: 'The papers handed in' },
  result: { vi: 'Kết quả', en: 'The result' },
}

export const releaseKindWords: Record<ReleaseKind, { name: Words; hint: Words }> = {
  authority: {
    name: { vi: 'Cơ quan có thẩm quyền yêu cầu', en: 'An authority asks for it' },
    hint: { vi: 'Cần số, ngày văn bản và điều luật.', en: 'Needs number and date of its document, and the article.' },
  },
  sharing: {
    name: { vi: 'Chia sẻ theo sự đồng ý của người có thông tin', en: 'The holder agreed to share it' },
    hint: {
      vi: 'Người có thông tin phải đã đồng ý cho đúng nơi nhận, đúng mục đích.',
      en: 'The holder must have agreed to this recipient and this purpose.',
    },
  },
}

export const partNames = (parts: readonly Part[], language: Language): string =>
  parts.map((part) => say(partWords[part], language)).join('; ')
