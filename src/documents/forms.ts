import { z } from 'zod'
import * as books from './forms/books.ts'
import * as results from './forms/results.ts'
import * as slips from './forms/slips.ts'

type Form<Schema extends z.ZodType = z.ZodType> = {
  /** As the paper calls itself; also the title in the PDF. */
  readonly title: string
  readonly paper: 'a5' | 'a4' | 'a4-lying'
  readonly schema: Schema
  /** File name in `templates/`. */
  readonly template: string
}

const form = <Schema extends z.ZodType>(
  title: string,
  paper: Form['paper'],
  template: string,
  schema: Schema,
): Form<Schema> => ({ title, paper, schema, template })

const result = <Fields extends z.ZodType>(title: string, template: string, fields: Fields) => ({
  ...form(title, 'a4', template, z.object({ ...results.envelope, fields })),
  /** What the officer who proposes the result fills in; the rest comes from the dossier. */
  fields,
})

/** Every paper that the house can make: what it is called, how large it is, what it needs. */
export const documentForms = {
  receipt: form('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'a5', 'receipt', slips.receipt),
  supplement: form('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'a5', 'supplement', slips.supplement),
  guidance: form('Phiếu hướng dẫn hoàn thiện hồ sơ', 'a5', 'guidance', slips.guidance),
  rejection: form('Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'a5', 'rejection', slips.rejection),
  apology: form('Văn bản xin lỗi', 'a5', 'apology', slips.apology),
  extension: form('Phiếu xin gia hạn giải quyết hồ sơ', 'a5', 'extension', slips.extension),
  stop: form('Thông báo dừng giải quyết hồ sơ', 'a5', 'stop', slips.stop),
  acknowledgement: form('Xác nhận nộp hồ sơ trực tuyến', 'a5', 'acknowledgement', slips.acknowledgement),
  'test-slip': form('Phiếu in thử', 'a5', 'test-slip', slips.testSlip),
  'control-sheet': form('Phiếu kiểm soát quá trình giải quyết hồ sơ', 'a4', 'control-sheet', books.controlSheet),
  register: form('Sổ theo dõi hồ sơ', 'a4-lying', 'register', books.register),

  certificate: result('Giấy chứng nhận', 'certificate', results.certificate),
  'giay-khai-sinh': result('Giấy khai sinh', 'giay-khai-sinh', results.birth),
  'xac-nhan-tinh-trang-hon-nhan': result(
    'Giấy xác nhận tình trạng hôn nhân',
    'xac-nhan-tinh-trang-hon-nhan',
    results.maritalStatus,
  ),
  'trich-luc-khai-tu': result('Trích lục khai tử', 'trich-luc-khai-tu', results.death),
  'ban-sao-trich-luc': result('Trích lục (bản sao)', 'ban-sao-trich-luc', results.civilStatusCopy),
  'chung-thuc-ban-sao': result('Chứng thực bản sao từ bản chính', 'chung-thuc-ban-sao', results.certifiedCopy),
  'dang-ky-ho-kinh-doanh': result(
    'Giấy chứng nhận đăng ký hộ kinh doanh',
    'dang-ky-ho-kinh-doanh',
    results.householdBusiness,
  ),
  'refusal-decision': result('Văn bản từ chối giải quyết thủ tục hành chính', 'refusal-decision', results.refusal),
} as const

export type DocumentForm = keyof typeof documentForms
/** What a caller hands in: days, instants and amounts as such, not as words. */
export type DocumentData<F extends DocumentForm> = z.input<(typeof documentForms)[F]['schema']>

/** The forms that are results, each with `fields` for the officer who proposes it. */
export type ResultForm = {
  [F in DocumentForm]: (typeof documentForms)[F] extends { fields: z.ZodType } ? F : never
}[DocumentForm]
export type ResultFields<F extends ResultForm> = z.input<(typeof documentForms)[F]['fields']>

export function isResultForm(name: string): name is ResultForm {
  return Object.hasOwn(documentForms, name) && 'fields' in documentForms[name as DocumentForm]
}
