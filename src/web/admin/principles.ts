import type { Words } from '../../words/index.ts'

/** One principle of a decree as this house understands it, and the function that meets it with the page on which it is seen. */
export type Principle = {
  readonly decree: '45/2020/NĐ-CP Điều 4' | '61/2018/NĐ-CP Điều 23'
  readonly says: Words
  readonly metBy: Words
  readonly seenAt: string
}

/**
 * The principles of electronic procedures and of one-stop information systems, each with the function that meets it. Their text was not read at its source: all of it is
 * unconfirmed. @req S2-3.1
 */
export const principles: readonly Principle[] = [
  {
    decree: '45/2020/NĐ-CP Điều 4',
    says: {
      vi: 'Trình tự, thời hạn, phí của thủ tục công khai, minh bạch.',
      en: 'Steps, limits and fees of procedures are open to all.',
    },
    metBy: {
      vi: 'Danh mục thủ tục công khai, tìm được có dấu hoặc không dấu',
      en: 'The public catalogue of procedures',
    },
    seenAt: '/thu-tuc',
  },
  {
    decree: '45/2020/NĐ-CP Điều 4',
    says: { vi: 'Người dân theo dõi được hồ sơ ở mọi bước.', en: 'People can follow their dossier at every step.' },
    metBy: { vi: 'Tra cứu bằng mã hồ sơ hoặc mã QR, không cần đăng nhập', en: 'Look-up by code or QR code' },
    seenAt: '/tra-cuu',
  },
  {
    decree: '45/2020/NĐ-CP Điều 4',
    says: {
      vi: 'Hồ sơ, kết quả điện tử hợp lệ có giá trị như bản giấy và kiểm tra được.',
      en: 'Electronic dossiers and results are worth the same as paper and can be checked.',
    },
    metBy: {
      vi: 'Kết quả ký số của người và của cơ quan, xác minh công khai',
      en: 'Results signed and verified publicly',
    },
    seenAt: '/xac-minh',
  },
  {
    decree: '45/2020/NĐ-CP Điều 4',
    says: {
      vi: 'Người dân tự chọn cách nộp hồ sơ và nhận kết quả.',
      en: 'People choose how to file and how to receive the result.',
    },
    metBy: {
      vi: 'Nộp trực tuyến, tại quầy hoặc qua bưu chính cho cùng một hồ sơ',
      en: 'Filing online, at a counter or by post',
    },
    seenAt: '/noi-tiep-nhan',
  },
  {
    decree: '45/2020/NĐ-CP Điều 4',
    says: {
      vi: 'Không sửa, xóa dữ liệu trái phép; mọi thao tác truy được người làm.',
      en: 'Data are not changed or removed unlawfully; every act has somebody who did it.',
    },
    metBy: { vi: 'Nhật ký nối chuỗi, chỉ ghi thêm', en: 'The chained audit, written once' },
    seenAt: '/quan-tri/nhat-ky',
  },
  {
    decree: '61/2018/NĐ-CP Điều 23',
    says: { vi: 'Một hệ thống tập trung, thống nhất toàn tỉnh.', en: 'One central system for the whole province.' },
    metBy: {
      vi: 'Một cây tổ chức, một bộ cài đặt có ngày hiệu lực',
      en: 'One tree of agencies, one set of dated settings',
    },
    seenAt: '/quan-tri/to-chuc',
  },
  {
    decree: '61/2018/NĐ-CP Điều 23',
    says: { vi: 'Thông tin an toàn, đúng người được xem.', en: 'Information is safe and seen by whom it is for.' },
    metBy: {
      vi: 'Vai trò, phạm vi và bảng quyền, hai bước xác thực',
      en: 'Roles, reach and the table of permissions, two-step sign-in',
    },
    seenAt: '/quan-tri',
  },
  {
    decree: '61/2018/NĐ-CP Điều 23',
    says: {
      vi: 'Thay đổi của pháp luật và của tỉnh áp dụng kịp thời, có căn cứ.',
      en: 'Changes of law and of the province apply in time and name their basis.',
    },
    metBy: {
      vi: 'Cài đặt của tỉnh kèm văn bản, người duyệt và ngày hiệu lực',
      en: 'Settings with paper, approval and day',
    },
    seenAt: '/quan-tri/cai-dat',
  },
]
