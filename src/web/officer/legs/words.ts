import type { LegLine, PresentedForm } from '../../../dossiers/index.ts'
import { type Language, say, type Words } from '../../../words/index.ts'
import type { Tone } from '../../ui/index.ts'

/** What a leg is called, by its kind. */
export const kindWords = {
  lead: { vi: 'Chủ trì', en: 'Lead' },
  joint: { vi: 'Phối hợp', en: 'Takes part' },
  opinion: { vi: 'Lấy ý kiến', en: 'Opinion' },
  verification: { vi: 'Xác minh', en: 'Verification' },
  confirmation: { vi: 'Người nộp xác nhận', en: 'Applicant’s word' },
} as const satisfies Record<LegLine['kind'], Words>

const outcomes = {
  answered: { vi: 'Đã có kết quả', en: 'Answered' },
  late: { vi: 'Trả lời sau thời hạn', en: 'Answered late' },
  disputed: { vi: 'Đề nghị sửa', en: 'Changes asked for' },
  agreed: { vi: 'Hết hạn, coi như đồng ý', en: 'Silent: taken to agree' },
  unanswered: { vi: 'Quá hạn, chưa trả lời', en: 'Overdue, not answered' },
  cancelled: { vi: 'Không còn cần', en: 'No longer needed' },
} as const satisfies Record<NonNullable<LegLine['outcome']>, Words>

const open = {
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  overdue: { vi: 'Quá hạn, chưa trả lời', en: 'Overdue, not answered' },
  set: { vi: 'Đã hẹn', en: 'Set' },
  working: { vi: 'Đang làm', en: 'Under way' },
} as const satisfies Record<string, Words>

const tones: Record<NonNullable<LegLine['outcome']>, Tone> = {
  answered: 'done',
  late: 'soon',
  disputed: 'soon',
  agreed: 'done',
  unanswered: 'wrong',
  cancelled: 'plain',
}

/** How a leg stands, in words and in the colour that repeats them. */
export function standingOf(
  { outcome, isLate, kind }: Pick<LegLine, 'outcome' | 'isLate' | 'kind'>,
  language: Language,
): { text: string; tone: Tone } {
  if (outcome) return { text: say(outcomes[outcome], language), tone: tones[outcome] }
  if (isLate) return { text: say(open.overdue, language), tone: 'wrong' }
  const words = kind === 'verification' ? open.set : kind === 'lead' ? open.working : open.waiting
  return { text: say(words, language), tone: 'active' }
}

export const stanceWords = {
  agree: { vi: 'Thống nhất', en: 'Agrees' },
  disagree: { vi: 'Không thống nhất', en: 'Does not agree' },
  other: { vi: 'Ý kiến khác', en: 'Something else' },
} as const satisfies Record<string, Words>

/** By what a paper was presented. */
export const presentedWords = {
  original: { vi: 'Bản gốc', en: 'Original' },
  'main-copy': { vi: 'Bản chính', en: 'Main copy' },
  'certified-copy': { vi: 'Bản sao có chứng thực', en: 'Certified copy' },
  none: { vi: 'Không xuất trình', en: 'Not presented' },
} as const satisfies Record<PresentedForm, Words>

export const legWords = {
  choose: { vi: 'Chọn', en: 'Choose' },
  called: { vi: 'Giấy tờ cần xuất trình: {names}', en: 'Papers to be presented: {names}' },
  agrees: { vi: 'khớp', en: 'agrees' },
  disagrees: { vi: 'không khớp', en: 'does not agree' },
  title: { vi: 'Việc phối hợp', en: 'Joint work' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  kind: { vi: 'Vai trò', en: 'Part' },
  work: { vi: 'Nội dung', en: 'Work' },
  due: { vi: 'Thời hạn', en: 'By' },
  standing: { vi: 'Tình trạng', en: 'Standing' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  place: { vi: 'Địa điểm', en: 'Place' },
  participants: { vi: 'Thành phần tham gia', en: 'Who takes part' },
  matches: { vi: 'Đúng với hồ sơ', en: 'As the dossier says' },
  differs: { vi: 'Không đúng với hồ sơ', en: 'Not as the dossier says' },
} as const satisfies Record<string, Words>
