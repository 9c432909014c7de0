import { z } from 'zod'
import {
  amount,
  blank,
  contact,
  inFull,
  lookup,
  letterhead,
  maybe,
  moment,
  omittable,
  person,
  procedure,
  signer,
  slip,
  text,
} from './parts.ts'

/** Slips handed or sent to people, A5. Form numbers as in Annex I of Thông tư 03/2025/TT-VPCP; fields second-hand. */

const paperKinds = {
  original: 'Bản chính',
  certified: 'Bản sao chứng thực',
  photocopy: 'Bản chụp',
  electronic: 'Bản điện tử',
  data: 'Dữ liệu đã có',
} as const

const papers = z
  .array(
    z.object({
      name: text(),
      kind: z.enum(['original', 'certified', 'photocopy', 'electronic', 'data']).transform((kind) => paperKinds[kind]),
      quantity: z.int().min(0).max(9999),
    }),
  )
  .max(200)

const items = z
  .array(z.object({ name: text(), correction: text(2000) }))
  .min(1)
  .max(100)

/** Form 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export const receipt = z.object({
  ...slip,
  receivingUnit: text(),
  ...person,
  submitter: maybe(),
  identity: maybe(),
  papers,
  sets: z.int().min(1).max(99).default(1),
  timeLimit: text(),
  receivedAt: moment,
  dueAt: moment,
  phases: z
    .array(z.object({ name: text(), dueAt: moment }))
    .max(10)
    .default([]),
  returnBy: text(),
  fee: z
    .union([amount, z.null()])
    .optional()
    .transform((said) => said ?? blank),
  book: omittable(),
  bookOrder: omittable(),
  signer,
})

/** Form 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
export const supplement = z.object({
  ...slip,
  ...person,
  items,
  reason: text(4000),
  respondBy: inFull.nullish(),
  contact,
  signer,
})

/** Phiếu hướng dẫn hoàn thiện hồ sơ; the second and later ones go out with an apology. */
export const guidance = z.object({
  ...slip,
  ...person,
  items,
  guidance: text(4000),
  time: z.int().min(1).max(99).default(1),
  withApology: z.boolean().default(false),
  contact,
  signer,
})

/** Form 03, phiếu từ chối tiếp nhận giải quyết hồ sơ. */
export const rejection = z.object({
  ...slip,
  ...person,
  reasons: z.array(text(4000)).min(1).max(50),
  basis: text(2000),
  contact,
  signer,
})

/** Form 04, văn bản xin lỗi; for a late result with the new day where there is one, else because earlier guidance was not clear. */
export const apology = z.object({
  ...slip,
  addressee: text(),
  about: z.enum(['second-guidance', 'second-supplement', 'late', 'extension']),
  receivedAt: moment,
  originallyDue: moment.nullish(),
  responsible: text(),
  reason: text(4000),
  newDue: moment.nullish(),
  basis: omittable(),
  contact,
  signer,
})

/** Phiếu xin gia hạn, from the agency to the centre: of the officer who asks, confirmed by the leader of the division. */
export const extension = z.object({
  ...slip,
  ...person,
  addressee: text(),
  receivedAt: moment,
  due: moment,
  length: text(),
  newDue: moment,
  reason: text(4000),
  basis: text(),
  asker: text(),
  signer,
})

/** Form 05, thông báo dừng giải quyết hồ sơ. */
export const stop = z.object({
  ...slip,
  ...person,
  reason: text(4000),
  basis: omittable(2000),
  stoppedAt: moment,
  returned: z.array(text()).max(200).default([]),
  contact,
  signer,
})

/** Giấy xác nhận đã nộp hồ sơ trực tuyến: made by the system itself, signed by nobody. */
export const acknowledgement = z.object({
  letterhead,
  code: text(),
  lookup,
  procedure,
  ...person,
  submitter: maybe(),
  submittedAt: moment,
  answerBy: moment,
  files: z.array(z.object({ component: text(), name: text() })).max(200),
  returnBy: text(),
  hotline: maybe(),
})

/** What a printer is tried out with; it is about no dossier and is not kept. */
export const testSlip = z.object({
  letterhead,
  code: text(),
  lookup,
  paper: z.enum(['a5', 'a4']),
  device: text(),
  place: text(),
  printedAt: moment,
})
