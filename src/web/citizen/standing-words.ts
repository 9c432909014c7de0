import type { State } from '../../dossiers/index.ts'
import type { Words } from '../../words/index.ts'

/** Where the dossier is, said to its own applicant; elsewhere the words for everybody do. */
export const headings: Partial<Record<State, Words>> = {
  'returned-with-guidance': { vi: 'Hồ sơ chưa đầy đủ, chờ bạn bổ sung', en: 'Not complete yet: we wait for you' },
  'supplement-requested': { vi: 'Cơ quan giải quyết chờ bạn bổ sung', en: 'The agency waits for your supplement' },
  'awaiting-opinions': { vi: 'Cơ quan đang hỏi ý kiến nơi khác', en: 'The agency asks others for their opinion' },
  verifying: { vi: 'Cơ quan đã hẹn xác minh', en: 'A visit to verify the facts is set' },
  'extension-requested': {
    vi: 'Cơ quan xin thêm thời gian, ngày hẹn chưa đổi',
    en: 'The agency asks for more time; your date stands',
  },
  'awaiting-confirmation': { vi: 'Dự thảo chờ bạn xác nhận', en: 'The draft waits for your word' },
  rejected: { vi: 'Hồ sơ không được tiếp nhận', en: 'The dossier was not accepted' },
  stopped: { vi: 'Cơ quan đã dừng giải quyết hồ sơ', en: 'The agency has stopped the dossier' },
  withdrawn: { vi: 'Bạn đã rút hồ sơ này', en: 'You have withdrawn this dossier' },
  'not-collected': { vi: 'Kết quả đang chờ bạn đến nhận', en: 'Your result is waiting to be collected' },
}

/** Said wherever a refusal stands in place of the result, on its way or returned. */
export const refusedHeading: Words = {
  vi: 'Cơ quan không chấp thuận đề nghị của bạn',
  en: 'The agency did not grant your request',
}

/** What an ending means for the applicant and what they can do then; the letter itself lies in the dossier. */
export const endingWords: Partial<Record<State, Words>> = {
  rejected: {
    vi: 'Hồ sơ này kết thúc và không được giải quyết. Bạn có thể nộp hồ sơ mới khi đã khắc phục lý do dưới đây; giấy tờ đã nộp vẫn xem được ở trang này.',
    en: 'This dossier ends and is not settled. You may file anew once the reason below is mended; what you handed in can still be seen here.',
  },
  refused: {
    vi: 'Cơ quan đã giải quyết xong và không chấp thuận đề nghị của bạn. Văn bản trả lời nêu lý do và căn cứ dưới đây. Nếu không đồng ý, bạn có thể khiếu nại theo quy định.',
    en: 'The agency has decided and did not grant your request. The letter gives the reasons and basis below. If you disagree, you may complain as the law provides.',
  },
  stopped: {
    vi: 'Cơ quan không thể thực hiện thủ tục này nên hồ sơ kết thúc. Thông báo dừng giải quyết nêu lý do; bạn có thể hỏi Bộ phận Một cửa về cách làm khác.',
    en: 'The agency cannot perform this procedure, so the dossier ends. The notice gives the reason; ask the counter for other ways.',
  },
  withdrawn: {
    vi: 'Hồ sơ này kết thúc và không mở lại được. Nếu còn cần kết quả, bạn nộp hồ sơ mới.',
    en: 'This dossier has ended and cannot be opened again. If you still need the result, file anew.',
  },
}

/** Which letter tells it, and what it is called. */
export const endingLetters: Partial<Record<State, { kind: string; words: Words }>> = {
  rejected: {
    kind: 'rejection',
    words: { vi: 'Xem phiếu từ chối tiếp nhận (PDF)', en: 'See the rejection slip (PDF)' },
  },
  refused: { kind: 'result', words: { vi: 'Xem văn bản từ chối (PDF)', en: 'See the refusal (PDF)' } },
  stopped: { kind: 'stop-notice', words: { vi: 'Xem thông báo dừng giải quyết (PDF)', en: 'See the notice (PDF)' } },
  withdrawn: { kind: 'stop-notice', words: { vi: 'Xem thông báo dừng giải quyết (PDF)', en: 'See the notice (PDF)' } },
}

/** After the applicant's own act. */
const sentWords: Readonly<Record<string, { event: string; title: Words; next: Words }>> = {
  supplement: {
    event: 'supplemented',
    title: { vi: 'Đã gửi bổ sung', en: 'The supplement is sent' },
    next: {
      vi: 'Cơ quan kiểm tra phần bạn bổ sung. Bạn nhận tin nhắn khi hồ sơ đi tiếp; bạn chưa cần làm gì thêm.',
      en: 'The agency checks what you sent. You get a message when the dossier moves on; you need not do anything now.',
    },
  },
  amend: {
    event: 'amended',
    title: { vi: 'Đã gửi bản sửa', en: 'The changes are sent' },
    next: {
      vi: 'Bộ phận Một cửa kiểm tra theo bản mới. Bản trước vẫn được lưu.',
      en: 'The counter checks the new version. The earlier one is kept.',
    },
  },
  confirm: {
    event: 'draft-confirmed',
    title: { vi: 'Đã ghi nhận bạn đồng ý', en: 'Your agreement is noted' },
    next: {
      vi: 'Cơ quan trình ký theo đúng dự thảo bạn đã xem. Bạn chưa cần làm gì thêm.',
      en: 'The agency has exactly the draft you saw signed. You need not do anything now.',
    },
  },
  dispute: {
    event: 'draft-disputed',
    title: { vi: 'Đã gửi đề nghị sửa', en: 'Your remarks are sent' },
    next: {
      vi: 'Chuyên viên xem lại theo đề nghị của bạn và gửi lại dự thảo hoặc trả lời.',
      en: 'The officer looks at it again and shows you a new draft or answers.',
    },
  },
  withdraw: {
    event: 'withdrawn',
    title: { vi: 'Đã rút hồ sơ', en: 'The dossier is withdrawn' },
    next: {
      vi: 'Hồ sơ không được giải quyết tiếp. Thông báo dừng giải quyết nằm ở mục “Giấy tờ cơ quan đã lập”.',
      en: 'It is not settled any further. The notice lies under “Papers made by the agency”.',
    },
  },
}

/** Said right after the act, as long as nothing else has happened since. */
export function sentIn(act: string | undefined, lastEvent: string | undefined) {
  const said = sentWords[act ?? '']
  return said?.event === lastEvent ? said : undefined
}
