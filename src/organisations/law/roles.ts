/** The roles of the institution. What each may do in which state stands in the transition table; how far it reaches, here. */
export const roles = {
  'one-stop-officer': { vi: 'Cán bộ tiếp nhận và trả kết quả', en: 'One-stop officer', reach: 'unit' },
  digitiser: { vi: 'Cán bộ số hóa', en: 'Digitisation officer', reach: 'unit' },
  'processing-officer': { vi: 'Chuyên viên thụ lý', en: 'Processing officer', reach: 'own' },
  'division-leader': { vi: 'Lãnh đạo phòng', en: 'Division leader', reach: 'agency' },
  'agency-leader': { vi: 'Lãnh đạo cơ quan', en: 'Agency leader', reach: 'agency' },
  'records-clerk': { vi: 'Văn thư', en: 'Records clerk', reach: 'agency' },
  'centre-director': { vi: 'Giám đốc Trung tâm', en: 'Centre director', reach: 'unit' },
  cashier: { vi: 'Thủ quỹ', en: 'Cashier', reach: 'unit' },
  notary: { vi: 'Công chứng viên', en: 'Notary', reach: 'unit' },
  registrar: { vi: 'Cán bộ đăng ký kinh doanh', en: 'Business registrar', reach: 'agency' },
  'consulted-officer': { vi: 'Cán bộ cơ quan được lấy ý kiến', en: 'Officer of a consulted agency', reach: 'own' },
  administrator: { vi: 'Quản trị hệ thống', en: 'Administrator', reach: 'none' },
  'unit-administrator': { vi: 'Quản trị của cơ quan', en: 'Agency administrator', reach: 'none' },
  auditor: { vi: 'Thanh tra', en: 'Auditor', reach: 'province' },
  chairman: { vi: 'Chủ tịch UBND tỉnh', en: 'Provincial chairman', reach: 'province' },
} as const satisfies Record<string, { vi: string; en: string; reach: Reach }>

export type Role = keyof typeof roles

/** How far a role sees: nothing of any dossier, what is assigned to oneself, what one's unit received, what one's agency settles, all. */
export type Reach = 'none' | 'own' | 'unit' | 'agency' | 'province'

/** Who receives, settles, decides or signs dossiers, or takes money for them. */
const handles: readonly Role[] = [
  'one-stop-officer',
  'digitiser',
  'processing-officer',
  'division-leader',
  'agency-leader',
  'records-clerk',
  'centre-director',
  'cashier',
  'notary',
  'registrar',
  'consulted-officer',
  'chairman',
]

/**
 * Roles one person may not hold together: who gives accounts and roles handles no dossier and approves no setting of their own, who audits neither
 * handles nor administers.
 */
const exclusive: readonly (readonly [Role, readonly Role[]])[] = [
  ['administrator', [...handles, 'auditor']],
  ['unit-administrator', ['one-stop-officer', 'processing-officer', 'division-leader', 'records-clerk', 'auditor']],
  ['auditor', handles],
]

/**
 * Whether one person may hold these roles at the same time.
 * @law 88/2017/QĐ-UBND Điều 18.1
 * @req S1-18.1c
 */
export function mayHoldTogether(held: readonly Role[]): boolean {
  return !exclusive.some(([role, others]) => held.includes(role) && others.some((other) => held.includes(other)))
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text)
}
