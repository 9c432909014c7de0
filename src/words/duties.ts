import type { Duty } from '../organisations/law/index.ts'
import type { Words } from './language.ts'

/** The fields of work of agencies. */
export const dutyWords: Record<Duty, Words> = {
  commune: { vi: 'Chính quyền cấp xã', en: 'Commune government' },
  police: { vi: 'Công an', en: 'Police' },
  'social-insurance': { vi: 'Bảo hiểm xã hội', en: 'Social insurance' },
  tax: { vi: 'Thuế', en: 'Tax' },
  health: { vi: 'Y tế', en: 'Health' },
  'social-facility': { vi: 'Cơ sở trợ giúp xã hội', en: 'Social facility' },
  construction: { vi: 'Xây dựng', en: 'Construction' },
  finance: { vi: 'Tài chính', en: 'Finance' },
  agriculture: { vi: 'Nông nghiệp, môi trường', en: 'Agriculture, environment' },
  'home-affairs': { vi: 'Nội vụ', en: 'Home affairs' },
  culture: { vi: 'Văn hóa', en: 'Culture' },
  'fire-police': { vi: 'Cảnh sát phòng cháy, chữa cháy', en: 'Fire police' },
  'committee-office': { vi: 'Văn phòng UBND tỉnh', en: 'Office of the provincial committee' },
  'digital-transformation': {
    vi: 'Vận hành hệ thống, chuyển đổi số',
    en: 'Running the system, digital transformation',
  },
}
