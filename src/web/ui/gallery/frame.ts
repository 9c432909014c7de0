import type { NavItem, Province, Viewer } from '../page-props.ts'

/** Invented people and real place names: long enough to break what is too narrow. */
export const province: Province = {
  name: 'thành phố Huế',
  hotline: '0234 3 123 456',
  callCentre: '1900 1075',
  email: 'hotro@motcua.example',
  owner: 'Ủy ban nhân dân thành phố Huế',
}

export const citizen: Viewer = { name: 'Nguyễn Thị Thùy Dương Quỳnh Như', kind: 'citizen' }

export const officer: Viewer = {
  name: 'Lê Thị Ngọc Lan',
  unit: 'Trung tâm Phục vụ hành chính công phường Thuận Hóa',
  kind: 'officer',
}

export const agency = 'Trung tâm Phục vụ hành chính công phường Thuận Hóa'

const here = '/kieu-dang/hang-viec'

export const queues: readonly NavItem[] = [
  { label: 'Chờ tiếp nhận', href: here, count: 12, current: true },
  { label: 'Đang xử lý', href: here, count: 48 },
  { label: 'Sắp đến hạn', href: here, count: 5 },
  { label: 'Quá hạn', href: here, count: 2, urgent: true },
  { label: 'Chờ bổ sung', href: here, count: 7 },
  { label: 'Chờ ký', href: here, count: 0 },
  { label: 'Chờ trả', href: here, count: 23 },
  { label: 'Thủ tục', href: here, group: 'Sổ và báo cáo' },
  { label: 'Báo cáo tình hình giải quyết', href: here, group: 'Sổ và báo cáo' },
]
