/** What we write to people. Gaps in braces; dated wording of a province may be laid over these. Vietnamese is the source. */
export const templates = {
  'dossier.submitted': {
    subject: 'Đã nhận hồ sơ {reference}',
    body: 'Hệ thống đã nhận hồ sơ {procedure} của bạn. Mã tra cứu: {reference}. Bộ phận Một cửa sẽ trả lời bạn trước {intakeDue}. Bạn chưa cần làm gì thêm.',
  },
  'dossier.accepted': {
    subject: 'Hồ sơ {code} đã được tiếp nhận',
    body: 'Hồ sơ {procedure} của bạn đầy đủ và được tiếp nhận với mã {code}. Ngày hẹn trả kết quả: {due}. Giấy tiếp nhận hồ sơ nằm trong hồ sơ của bạn.',
  },
  'dossier.issued': {
    subject: 'Đã có kết quả cho hồ sơ {code}',
    body: 'Kết quả {procedure} đã được ký. Bộ phận Một cửa sẽ trả kết quả theo cách bạn đã chọn.',
  },
  'dossier.handed-to-counter': {
    subject: 'Kết quả hồ sơ {code} đã về Bộ phận Một cửa',
    body: 'Kết quả {procedure} đã sẵn sàng để trả. Nếu bạn chọn nhận tại quầy, hãy mang theo giấy tờ tùy thân và giấy tiếp nhận hồ sơ.',
  },
  'dossier.returned': {
    subject: 'Đã trả kết quả hồ sơ {code}',
    body: 'Kết quả {procedure} đã được trả và nằm trong kho giấy tờ điện tử của bạn. Bạn có thể đánh giá việc phục vụ trong hồ sơ.',
  },
} as const satisfies Record<string, { subject: string; body: string }>

export type Template = keyof typeof templates
