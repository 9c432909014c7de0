/** The kinds of unit there are; any of them may settle procedures in its own name, some always do. */
export const unitKinds = {
  province: { vi: 'Ủy ban nhân dân tỉnh', en: 'Provincial people’s committee', settles: true },
  department: { vi: 'Cơ quan chuyên môn cấp tỉnh', en: 'Provincial department', settles: true },
  district: { vi: 'Ủy ban nhân dân cấp huyện', en: 'District people’s committee', settles: true },
  commune: { vi: 'Ủy ban nhân dân cấp xã', en: 'Commune people’s committee', settles: true },
  centre: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public administrative service centre', settles: false },
  division: { vi: 'Phòng, bộ phận', en: 'Division', settles: false },
  branch: { vi: 'Chi nhánh', en: 'Branch', settles: false },
  point: { vi: 'Quầy, điểm tiếp nhận', en: 'Counter, reception point', settles: false },
  notary: { vi: 'Tổ chức hành nghề công chứng', en: 'Notary organisation', settles: true },
  'central-agency': { vi: 'Cơ quan trung ương tại địa phương', en: 'Central agency’s branch', settles: true },
  'public-unit': { vi: 'Đơn vị sự nghiệp công lập', en: 'Public non-business unit', settles: true },
  postal: { vi: 'Bưu chính công ích', en: 'Public postal service', settles: false },
} as const satisfies Record<string, { vi: string; en: string; settles: boolean }>

export type UnitKind = keyof typeof unitKinds

export const unitLevels = {
  ministry: { vi: 'Trung ương', en: 'Central' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện', en: 'District' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  other: { vi: 'Khác', en: 'Other' },
} as const satisfies Record<string, { vi: string; en: string }>

export type UnitLevel = keyof typeof unitLevels

/** The kinds that settle procedures in their own name whatever else is said of the unit. */
export const agencyKinds = (Object.keys(unitKinds) as UnitKind[]).filter((kind) => unitKinds[kind].settles)

export function isUnitKind(text: string): text is UnitKind {
  return Object.hasOwn(unitKinds, text)
}
