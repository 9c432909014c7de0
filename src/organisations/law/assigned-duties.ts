/** What an officer is assigned to in writing, besides a post. */
export const assignedDuties = {
  digitiser: { vi: 'Số hóa hồ sơ', en: 'Digitises papers' },
  authenticator: { vi: 'Xác thực hồ sơ điện tử', en: 'Authenticates e-dossiers' },
  'key-custodian': { vi: 'Quản lý thiết bị lưu khóa của cơ quan', en: 'Keeps the agency’s key device' },
  supporter: { vi: 'Hỗ trợ người dùng', en: 'Helps users' },
} as const satisfies Record<string, { vi: string; en: string }>

export type AssignedDuty = keyof typeof assignedDuties
