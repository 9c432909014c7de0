type Wording = { readonly subject: string; readonly body: string }

/** What we write to people. Gaps in braces; dated wording of a province may be laid over these. Vietnamese is the source. */
export const templates = {
  'dossier.submitted': {
    subject: 'Đã nhận hồ sơ {reference}',
    body: 'Hệ thống đã nhận hồ sơ “{procedure}” của bạn. Mã tra cứu: {reference}. Bộ phận Một cửa sẽ trả lời bạn trước {intakeDue}. Bạn chưa cần làm gì thêm.',
    en: {
      subject: 'We have received dossier {reference}',
      body: 'Your dossier “{procedure}” has been received. Code to look it up: {reference}. The counter answers by {dueInEnglish}. You need not do anything now.',
    },
  },
  'dossier.accepted': {
    subject: 'Hồ sơ {code} đã được tiếp nhận',
    body: 'Hồ sơ “{procedure}” của bạn đầy đủ và được tiếp nhận với mã {code}. Ngày hẹn trả kết quả: {due}. Giấy tiếp nhận hồ sơ nằm trong hồ sơ của bạn.',
    en: {
      subject: 'Dossier {code} has been accepted',
      body: 'Your dossier “{procedure}” is complete and accepted under code {code}. The result is due on {dueInEnglish}. The receipt lies in your dossier.',
    },
  },
  'dossier.issued': {
    subject: 'Đã có kết quả cho hồ sơ {code}',
    body: 'Kết quả “{procedure}” đã được ký. Bộ phận Một cửa sẽ trả kết quả theo cách bạn đã chọn.',
    en: {
      subject: 'The result of dossier {code} is ready',
      body: 'The result of “{procedure}” has been signed. The counter gives it back the way you chose.',
    },
  },
  'dossier.handed-to-counter': {
    subject: 'Kết quả hồ sơ {code} đã về Bộ phận Một cửa',
    body: 'Kết quả “{procedure}” đã sẵn sàng để trả. Nếu bạn chọn nhận tại quầy, hãy mang theo giấy tờ tùy thân và giấy tiếp nhận hồ sơ.',
    en: {
      subject: 'The result of dossier {code} is at the counter',
      body: 'The result of “{procedure}” is ready. If you collect it at the counter, bring your identity paper and the receipt.',
    },
  },
  'dossier.returned': {
    subject: 'Đã trả kết quả hồ sơ {code}',
    body: 'Kết quả “{procedure}” đã được trả và nằm trong kho giấy tờ điện tử của bạn. Bạn có thể đánh giá việc phục vụ trong hồ sơ.',
    en: {
      subject: 'The result of dossier {code} has been returned',
      body: 'The result of “{procedure}” has been returned and lies in your record. You can rate the service in the dossier.',
    },
  },
} as const satisfies Record<string, Wording & { en?: Wording }>

export type Template = keyof typeof templates
