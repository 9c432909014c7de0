import type { Words } from './language.ts'

/** At which level of government a procedure is settled. */
export const levelWords: Record<string, Words> = {
  ministry: { vi: 'Cấp bộ', en: 'Ministry' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  other: { vi: 'Cơ quan khác', en: 'Other bodies' },
}

export const onlineLevelWords: Record<string, Words> = {
  full: { vi: 'Trực tuyến toàn trình', en: 'Fully online' },
  partial: { vi: 'Trực tuyến một phần', en: 'Partly online' },
  none: { vi: 'Không nộp trực tuyến', en: 'Not online' },
  unknown: { vi: 'Chưa nộp trực tuyến tại đây', en: 'Not yet online here' },
}

export const audienceWords: Record<string, Words> = {
  person: { vi: 'Cá nhân', en: 'People' },
  organisation: { vi: 'Tổ chức, doanh nghiệp', en: 'Organisations and businesses' },
}

/** How a result comes back, as the applicant chooses it. */
export const returnWords = {
  online: { vi: 'Bản điện tử, nằm trong kho giấy tờ của tôi', en: 'Electronically, into my record' },
  counter: { vi: 'Nhận tại Bộ phận Một cửa', en: 'At the one-stop counter' },
  post: { vi: 'Nhận qua bưu chính', en: 'By post' },
} as const satisfies Record<string, Words>

/** What an item of a record is worth, and where it came from. */
export const legalStatusWords: Record<string, Words> = {
  created: { vi: 'Mới lập, chưa chứng thực', en: 'Created, not yet authenticated' },
  authenticated: { vi: 'Đã chứng thực, dùng thay bản giấy', en: 'Authenticated, stands for the paper' },
  'not-verifiable': { vi: 'Chưa xác minh được', en: 'Could not be verified' },
  superseded: { vi: 'Đã được thay thế', en: 'Superseded' },
}

export const sourceWords: Record<string, Words> = {
  result: { vi: 'Kết quả giải quyết thủ tục', en: 'Result of a procedure' },
  component: { vi: 'Giấy tờ bạn đã nộp trong một hồ sơ', en: 'A paper you handed in with a dossier' },
}
