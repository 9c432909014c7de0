import type { Act, Fault, LateCause, State } from '../dossiers/law/index.ts'
import type { Words } from './language.ts'

/** The states in words people understand: what it is called, and what is going on (for the applicant). */
export const stateWords = {
  draft: {
    name: { vi: 'Đang khai', en: 'Draft' },
    says: { vi: 'Bạn chưa nộp hồ sơ này.', en: 'You have not submitted this dossier yet.' },
  },
  submitted: {
    name: { vi: 'Mới đăng ký', en: 'Submitted' },
    says: { vi: 'Bộ phận Một cửa đang kiểm tra hồ sơ.', en: 'The one-stop counter is checking the dossier.' },
  },
  accepted: {
    name: { vi: 'Đã tiếp nhận', en: 'Accepted' },
    says: {
      vi: 'Hồ sơ đã được tiếp nhận và sắp chuyển đến cơ quan giải quyết.',
      en: 'The dossier is accepted and about to go to the competent agency.',
    },
  },
  transferred: {
    name: { vi: 'Đã chuyển cơ quan giải quyết', en: 'Transferred' },
    says: {
      vi: 'Cơ quan giải quyết đã nhận hồ sơ và đang phân công.',
      en: 'The agency has the dossier and is assigning it.',
    },
  },
  assigned: {
    name: { vi: 'Đang xử lý', en: 'Being processed' },
    says: { vi: 'Chuyên viên đang thẩm tra hồ sơ.', en: 'An officer is examining the dossier.' },
  },
  proposed: {
    name: { vi: 'Đã trình phê duyệt', en: 'Proposed' },
    says: { vi: 'Kết quả dự thảo đang được xem xét.', en: 'The draft result is under review.' },
  },
  approved: {
    name: { vi: 'Đã duyệt dự thảo', en: 'Approved' },
    says: { vi: 'Kết quả đang chờ lãnh đạo ký.', en: 'The result awaits the leader’s signature.' },
  },
  'signed-by-person': {
    name: { vi: 'Lãnh đạo đã ký', en: 'Signed by the leader' },
    says: { vi: 'Kết quả đang chờ ký số của cơ quan.', en: 'The result awaits the organisation’s signature.' },
  },
  issued: {
    name: { vi: 'Đã có kết quả', en: 'Issued' },
    says: {
      vi: 'Kết quả đã ban hành và đang chuyển về Bộ phận Một cửa.',
      en: 'The result is issued and on its way to the counter.',
    },
  },
  'ready-to-return': {
    name: { vi: 'Sẵn sàng trả kết quả', en: 'Ready to return' },
    says: { vi: 'Kết quả đã về Bộ phận Một cửa.', en: 'The result is at the one-stop counter.' },
  },
  returned: {
    name: { vi: 'Đã trả kết quả', en: 'Returned' },
    says: {
      vi: 'Kết quả đã trả và nằm trong kho giấy tờ điện tử của bạn.',
      en: 'The result was returned and lies in your record.',
    },
  },
  'returned-with-guidance': {
    name: { vi: 'Chờ hoàn thiện hồ sơ', en: 'Returned with guidance' },
    says: {
      vi: 'Hồ sơ chưa đầy đủ hoặc chưa đúng. Người nộp xem phiếu hướng dẫn, hoàn thiện rồi gửi lại.',
      en: 'The dossier is not complete or not in order. The applicant reads the guidance, mends it and sends it again.',
    },
  },
  'supplement-requested': {
    name: { vi: 'Chờ bổ sung hồ sơ', en: 'Supplement requested' },
    says: {
      vi: 'Cơ quan giải quyết cần bổ sung giấy tờ. Thời hạn giải quyết tạm dừng cho đến khi nhận đủ.',
      en: 'The agency needs more papers. The time limit stands still until they are there.',
    },
  },
  'awaiting-opinions': {
    name: { vi: 'Đang lấy ý kiến cơ quan liên quan', en: 'Awaiting opinions' },
    says: {
      vi: 'Cơ quan giải quyết đang hỏi ý kiến cơ quan liên quan. Thời hạn giải quyết vẫn tính.',
      en: 'The agency is asking other agencies for their opinion. The time limit goes on.',
    },
  },
  verifying: {
    name: { vi: 'Đang xác minh', en: 'Being verified' },
    says: {
      vi: 'Cơ quan giải quyết đã hẹn xác minh. Thời gian và địa điểm ghi trong hồ sơ.',
      en: 'The agency has set a visit to verify the facts. Time and place stand in the dossier.',
    },
  },
  'awaiting-confirmation': {
    name: { vi: 'Chờ xác nhận dự thảo', en: 'Waiting for the applicant’s word' },
    says: {
      vi: 'Người nộp đang xem dự thảo kết quả. Thời hạn giải quyết tạm dừng cho đến khi có phản hồi hoặc hết thời gian chờ.',
      en: 'The applicant is looking at the draft. The time limit stands still until they answer or the waiting time is over.',
    },
  },
  'extension-requested': {
    name: { vi: 'Chờ xác nhận gia hạn', en: 'Extension requested' },
    says: {
      vi: 'Cơ quan giải quyết xin thêm thời gian. Ngày hẹn chưa thay đổi cho đến khi được xác nhận.',
      en: 'The agency asks for more time. The promised date stands until this is confirmed.',
    },
  },
  refused: {
    name: { vi: 'Từ chối giải quyết', en: 'Refused' },
    says: {
      vi: 'Cơ quan giải quyết đã có văn bản từ chối nêu rõ lý do và đang chuyển về Bộ phận Một cửa.',
      en: 'The agency has refused in writing, with its reasons; the paper is on its way to the counter.',
    },
  },
  'not-collected': {
    name: { vi: 'Chưa đến nhận kết quả', en: 'Not collected' },
    says: {
      vi: 'Kết quả vẫn được giữ tại Bộ phận Một cửa vì chưa có người đến nhận.',
      en: 'The result is still kept at the one-stop counter, because nobody has come for it.',
    },
  },
  rejected: {
    name: { vi: 'Không tiếp nhận', en: 'Not accepted' },
    says: {
      vi: 'Bộ phận Một cửa không tiếp nhận hồ sơ. Lý do và căn cứ ghi trong phiếu từ chối tiếp nhận.',
      en: 'The one-stop counter did not accept the dossier. Reason and basis stand in the rejection slip.',
    },
  },
  withdrawn: {
    name: { vi: 'Đã rút hồ sơ', en: 'Withdrawn' },
    says: {
      vi: 'Người nộp đã rút hồ sơ. Hồ sơ không được giải quyết tiếp.',
      en: 'The applicant has withdrawn the dossier. It is not processed any further.',
    },
  },
  stopped: {
    name: { vi: 'Dừng giải quyết', en: 'Stopped' },
    says: {
      vi: 'Cơ quan giải quyết đã dừng hồ sơ. Lý do ghi trong thông báo dừng giải quyết.',
      en: 'The agency has stopped the dossier. The reason stands in the notice.',
    },
  },
  archived: {
    name: { vi: 'Đã lưu trữ', en: 'Archived' },
    says: {
      vi: 'Hồ sơ đã kết thúc và được lưu trữ.',
      en: 'The dossier is closed and kept in the archive.',
    },
  },
} as const satisfies Record<State, { name: Words; says: Words }>

const refusedTo = {
  counter: {
    name: { vi: 'Đã từ chối, chờ trả văn bản', en: 'Refused, the letter waits' },
    says: {
      vi: 'Đã có văn bản từ chối giải quyết. Văn bản nêu lý do đang ở Bộ phận Một cửa.',
      en: 'The request was refused in writing. The letter with its reasons is at the one-stop counter.',
    },
  },
  applicant: {
    name: { vi: 'Đã từ chối, đã trả văn bản', en: 'Refused, the letter was returned' },
    says: {
      vi: 'Đã có văn bản từ chối giải quyết. Văn bản nêu lý do đã được trả cho người nộp.',
      en: 'The request was refused in writing. The letter with its reasons was returned to the applicant.',
    },
  },
} as const

/** The same states where what goes back is a refusal and no result that grants. */
const refusedStateWords: Partial<Record<State, { name: Words; says: Words }>> = {
  refused: {
    name: { vi: 'Từ chối giải quyết', en: 'Refused' },
    says: {
      vi: 'Đã có văn bản từ chối giải quyết. Văn bản nêu lý do đang chuyển về Bộ phận Một cửa.',
      en: 'The request was refused in writing. The letter with its reasons is on its way to the counter.',
    },
  },
  'ready-to-return': refusedTo.counter,
  'not-collected': refusedTo.counter,
  returned: refusedTo.applicant,
  archived: {
    name: { vi: 'Đã từ chối, đã lưu trữ', en: 'Refused, archived' },
    says: {
      vi: 'Đã có văn bản từ chối giải quyết. Hồ sơ đã kết thúc và được lưu trữ.',
      en: 'The request was refused in writing. The dossier is closed and kept in the archive.',
    },
  },
}

/** What a state is called: a refusal on its way back never sounds like a result that grants. */
export function wordsOfState(state: State, isRefused: boolean): { name: Words; says: Words } {
  return (isRefused ? refusedStateWords[state] : undefined) ?? stateWords[state]
}

/** The ten national states, for everything that speaks to the outside. */
export const nationalStateWords: Record<number, Words> = {
  1: { vi: 'Mới đăng ký', en: 'Newly registered' },
  2: { vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'Being processed' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'More papers requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Settled' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
}

/** Acts as buttons say them: a verb. */
export const actWords = {
  submit: { vi: 'Nộp hồ sơ', en: 'Submit' },
  accept: { vi: 'Tiếp nhận và in giấy hẹn', en: 'Accept and print the receipt' },
  forward: { vi: 'Chuyển cơ quan giải quyết', en: 'Forward to the agency' },
  assign: { vi: 'Phân công', en: 'Assign' },
  'propose-result': { vi: 'Trình dự thảo kết quả', en: 'Propose the result' },
  approve: { vi: 'Duyệt dự thảo', en: 'Approve the draft' },
  'send-back': { vi: 'Trả lại để sửa', en: 'Send back' },
  'sign-result': { vi: 'Ký số', en: 'Sign' },
  'hand-to-counter': { vi: 'Chuyển kết quả về Một cửa', en: 'Hand to the counter' },
  'return-result': { vi: 'Trả kết quả', en: 'Return the result' },
  amend: { vi: 'Sửa hồ sơ đã nộp', en: 'Amend' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  'return-with-guidance': { vi: 'Hướng dẫn hoàn thiện hồ sơ', en: 'Return with guidance' },
  supplement: { vi: 'Bổ sung hồ sơ', en: 'Supplement' },
  reject: { vi: 'Từ chối tiếp nhận', en: 'Reject' },
  'request-supplement': { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Request a supplement' },
  apologise: { vi: 'Ký thư xin lỗi', en: 'Sign a letter of apology' },
  'refuse-result': { vi: 'Từ chối giải quyết', en: 'Refuse' },
  stop: { vi: 'Dừng giải quyết hồ sơ', en: 'Stop the dossier' },
  'record-paper-check': { vi: 'Ghi kết quả đối chiếu bản giấy', en: 'Record the paper check' },
  'mark-not-collected': { vi: 'Ghi nhận không đến nhận kết quả', en: 'Mark as not collected' },
  archive: { vi: 'Lưu trữ hồ sơ', en: 'Archive' },
  'request-opinion': { vi: 'Lấy ý kiến cơ quan liên quan', en: 'Ask other agencies' },
  'give-opinion': { vi: 'Gửi ý kiến', en: 'Give the opinion' },
  'finish-leg': { vi: 'Gửi kết quả phần việc', en: 'Hand in the result' },
  'schedule-verification': { vi: 'Hẹn xác minh', en: 'Set a verification' },
  'record-verification': { vi: 'Ghi kết quả xác minh', en: 'Record the verification' },
  'confirm-draft': { vi: 'Xác nhận dự thảo', en: 'Confirm the draft' },
  'close-wait': { vi: 'Kết thúc thời gian chờ', en: 'End the waiting time' },
  'propose-transfer': { vi: 'Trình chuyển cơ quan tiếp theo', en: 'Propose the next agency' },
  'pass-on': { vi: 'Chuyển cơ quan tiếp theo', en: 'Pass on to the next agency' },
  'request-extension': { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  'confirm-extension': { vi: 'Xác nhận gia hạn', en: 'Confirm the extension' },
  'explain-delay': { vi: 'Ghi lý do trễ hạn', en: 'Record why it is late' },
} as const satisfies Record<Act, Words>

/** What happened, as the history tells it. */
export const eventWords: Record<string, Words> = {
  created: { vi: 'Bắt đầu khai hồ sơ', en: 'Draft begun' },
  reorganised: {
    vi: 'Cơ quan được sáp nhập; hồ sơ chuyển sang cơ quan mới',
    en: 'The agency was merged; the dossier goes on at the new one',
  },
  'handed-over': { vi: 'Bàn giao cho cán bộ khác theo quyết định', en: 'Handed over to another officer' },
  submitted: { vi: 'Nộp hồ sơ', en: 'Submitted' },
  accepted: { vi: 'Tiếp nhận hồ sơ', en: 'Accepted' },
  forwarded: { vi: 'Chuyển hồ sơ đến cơ quan giải quyết', en: 'Forwarded to the agency' },
  assigned: { vi: 'Phân công xử lý', en: 'Assigned' },
  proposed: { vi: 'Trình dự thảo kết quả', en: 'Result proposed' },
  approved: { vi: 'Duyệt dự thảo kết quả', en: 'Draft approved' },
  'sent-back': { vi: 'Trả lại để hoàn thiện', en: 'Sent back' },
  'signed-by-person': { vi: 'Lãnh đạo ký số', en: 'Signed by the leader' },
  issued: { vi: 'Ký số của cơ quan và ban hành kết quả', en: 'Signed by the organisation and issued' },
  'handed-to-counter': { vi: 'Chuyển kết quả về Bộ phận Một cửa', en: 'Handed to the counter' },
  returned: { vi: 'Trả kết quả', en: 'Result returned' },
  amended: { vi: 'Người nộp sửa hồ sơ', en: 'Amended by the applicant' },
  withdrawn: { vi: 'Người nộp rút hồ sơ', en: 'Withdrawn by the applicant' },
  'returned-with-guidance': { vi: 'Gửi phiếu hướng dẫn hoàn thiện hồ sơ', en: 'Returned with guidance' },
  supplemented: { vi: 'Người nộp bổ sung hồ sơ', en: 'Supplemented by the applicant' },
  rejected: { vi: 'Từ chối tiếp nhận hồ sơ', en: 'Rejected' },
  'supplement-proposed': { vi: 'Trình phiếu yêu cầu bổ sung', en: 'Supplement request proposed' },
  'supplement-requested': { vi: 'Gửi phiếu yêu cầu bổ sung', en: 'Supplement requested' },
  apologised: { vi: 'Ký thư xin lỗi', en: 'Letter of apology signed' },
  'apologised-for-delay': { vi: 'Gửi thư xin lỗi vì chậm trả kết quả', en: 'Apology for the delay sent' },
  'result-refused': { vi: 'Quyết định từ chối giải quyết', en: 'Refusal decided' },
  refused: { vi: 'Ký số của cơ quan và ban hành văn bản từ chối', en: 'Refusal signed by the organisation and issued' },
  stopped: { vi: 'Dừng giải quyết hồ sơ', en: 'Stopped' },
  'paper-checked': { vi: 'Đối chiếu bản giấy: khớp', en: 'Papers checked: they match' },
  'papers-mismatched': { vi: 'Đối chiếu bản giấy: không khớp', en: 'Papers checked: they do not match' },
  'not-collected': { vi: 'Ghi nhận chưa đến nhận kết quả', en: 'Marked as not collected' },
  archived: { vi: 'Lưu trữ hồ sơ', en: 'Archived' },
  'opinions-requested': { vi: 'Lấy ý kiến cơ quan liên quan', en: 'Other agencies asked' },
  'opinion-given': { vi: 'Cơ quan được hỏi gửi ý kiến', en: 'Opinion given' },
  'opinions-complete': { vi: 'Cơ quan được hỏi gửi ý kiến, đã đủ ý kiến', en: 'Opinion given, all are in' },
  'opinion-given-late': { vi: 'Cơ quan được hỏi gửi ý kiến sau thời hạn', en: 'Opinion given late' },
  'opinion-lapsed': { vi: 'Hết thời hạn của một cơ quan được hỏi', en: 'The time of an asked agency is over' },
  'opinions-closed': { vi: 'Hết thời hạn lấy ý kiến', en: 'The time for opinions is over' },
  'leg-finished': { vi: 'Cơ quan phối hợp gửi kết quả phần việc', en: 'A participating agency handed in its result' },
  'papers-called': { vi: 'Yêu cầu xuất trình giấy tờ để đối chiếu', en: 'Papers called for a check' },
  'papers-presented': { vi: 'Đã đối chiếu giấy tờ xuất trình', en: 'Presented papers checked' },
  'verification-scheduled': { vi: 'Hẹn xác minh', en: 'Verification set' },
  verified: { vi: 'Ghi kết quả xác minh', en: 'Verification recorded' },
  'confirmation-asked': { vi: 'Gửi dự thảo để người nộp xác nhận', en: 'Draft shown to the applicant' },
  'draft-confirmed': { vi: 'Người nộp xác nhận dự thảo', en: 'Draft confirmed by the applicant' },
  'draft-disputed': { vi: 'Người nộp đề nghị sửa dự thảo', en: 'The applicant asks for changes to the draft' },
  'confirmed-by-silence': {
    vi: 'Hết thời gian chờ, người nộp không có ý kiến nên coi như đồng ý',
    en: 'Waiting time over; silence counts as agreement',
  },
  'transfer-proposed': { vi: 'Trình chuyển cơ quan tiếp theo', en: 'Next agency proposed' },
  'passed-on': { vi: 'Chuyển cơ quan tiếp theo giải quyết', en: 'Passed on to the next agency' },
  'extension-requested': { vi: 'Lập phiếu xin gia hạn', en: 'Extension asked for' },
  'extension-agreed': {
    vi: 'Lãnh đạo phòng xác nhận phiếu xin gia hạn',
    en: 'Division leader agreed to the extension',
  },
  'extension-declined': {
    vi: 'Không xác nhận gia hạn, ngày hẹn giữ nguyên',
    en: 'Extension declined, the date stands',
  },
  extended: { vi: 'Gia hạn và gửi thư xin lỗi', en: 'Extended, with a letter of apology' },
  're-appointed': { vi: 'Gửi thư xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology sent, with a new date' },
  'delay-explained': { vi: 'Ghi lý do trễ hạn', en: 'Reason of the delay recorded' },
}

/** Whose fault a delay was. */
export const faultWords = {
  officer: { vi: 'Cán bộ, công chức giải quyết', en: 'The officer who settles' },
  'coordinating-agency': { vi: 'Cơ quan phối hợp', en: 'A coordinating agency' },
  applicant: { vi: 'Người nộp hồ sơ', en: 'The applicant' },
  system: { vi: 'Sự cố hệ thống', en: 'A fault of the system' },
  nobody: { vi: 'Nguyên nhân khách quan', en: 'Nobody' },
} as const satisfies Record<Fault, Words>

/** Why a result was late, as reports count it. */
export const lateCauseWords = {
  workload: { vi: 'Khối lượng hồ sơ lớn', en: 'Too much work at once' },
  verification: { vi: 'Việc xác minh kéo dài', en: 'Verification took long' },
  'opinion-late': { vi: 'Chờ ý kiến của cơ quan phối hợp', en: 'Waiting for another agency’s opinion' },
  'staff-absent': { vi: 'Người giải quyết vắng mặt', en: 'The officer was away' },
  'system-incident': { vi: 'Hệ thống gặp sự cố', en: 'The system had an incident' },
  'force-majeure': { vi: 'Thiên tai, dịch bệnh, sự kiện bất khả kháng', en: 'Force majeure' },
  other: { vi: 'Nguyên nhân khác', en: 'Another cause' },
} as const satisfies Record<LateCause, Words>

export const channelWords = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Qua bưu chính', en: 'By post' },
} as const satisfies Record<string, Words>
