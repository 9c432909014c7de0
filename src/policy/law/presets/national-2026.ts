import type { Preset, Stated } from '../preset.ts'
import { read, secondHand, unconfirmed } from '../preset.ts'
import type { Key, Value } from '../settings.ts'

const oneStop = (article: string) => `61/2018/NĐ-CP Điều ${article} (nay 118/2025/NĐ-CP)`
const data = (article: string) => `66.7/2025/NQ-CP Điều ${article} (số điều suy ra)`
const security = (subject: string) => `QCVN 12:2026/BCA (${subject})`
const index766 = 'Bộ chỉ số 766/QĐ-TTg'
const silent = 'Chưa thấy quy định'

const workingDays = (value: number) => ({ value, unit: 'working-days' }) as const
const atOnce = { value: 0, unit: 'working-hours' } as const
const byCentreDirector = { owed: true, onlyForFault: false, signer: 'centre-director', isPublished: false } as const

/**
 * What holds where a province sets nothing: every setting has a value here, with its source and how surely it is known. A
 * null is the honest *not set*. @req S2-1.2
 */
const values = {
  'intake.respond.online': secondHand({ value: 8, unit: 'working-hours' }, '45/2020/NĐ-CP Điều 11'),
  'intake.respond.counter': unconfirmed(atOnce, oneStop('17.1')),
  'intake.respond.post': unconfirmed(atOnce, oneStop('17.1')),
  'intake.alarm': unconfirmed({ value: 1, unit: 'working-hours' }, silent),
  'intake.missing-data': read(workingDays(1), data('8.2')),
  'transfer.electronic': read({ limit: atOnce, from: 'acceptance' }, oneStop('18')),
  'transfer.paper': read({ value: 1, unit: 'same-day', cutoff: 900 }, oneStop('18')),
  'transfer.paper.latest': read(workingDays(1), 'Quyết định 2022/QĐ-UBND (Cao Bằng, 2025), quy trình hai cấp'),
  'intake.receipt-time': read('recorded-complete', '280/2025/NĐ-CP (chứng thực)'),
  'intake.out-of-hours': secondHand('next-working-time', '45/2020/NĐ-CP Điều 11'),
  'intake.cutoff': read(900, 'Luật Hộ tịch 2014 Điều 9.3; 23/2015/NĐ-CP Điều 7'),
  'intake.guidance.max': read(1, oneStop('11.2.c, 17.2')),
  'intake.guidance.beyond': unconfirmed('apology', silent),
  'supplement.max': read(1, oneStop('11.2.c')),
  'supplement.second-causes': unconfirmed([], silent),
  'supplement.notice': read(workingDays(3), oneStop('19.4')),
  'supplement.approval': unconfirmed('none', silent),
  'supplement.released-by': read('one-stop', oneStop('5.1.e, 19.4')),
  'supplement.clock.legal': read('restart', oneStop('19.4')),
  'supplement.clock.index': secondHand('subtract', index766),
  'apology.late': read({ owed: true, onlyForFault: false, signer: 'agency-head', isPublished: false }, oneStop('19.9')),
  'apology.late.before': read({ value: 1, unit: 'calendar-days' }, oneStop('19.9')),
  'apology.second-guidance': unconfirmed(byCentreDirector, silent),
  'apology.second-supplement': unconfirmed(byCentreDirector, silent),
  'apology.extension': unconfirmed(byCentreDirector, silent),
  'apology.basis': unconfirmed('Nghị định 118/2025/NĐ-CP', oneStop('19.9')),
  'extension.ratio': unconfirmed(null, 'Không có quy định quốc gia về tỷ lệ'),
  'extension.reappointments': read(1, oneStop('19.9')),
  'records.validity.citizen': unconfirmed({ mode: 'paper-term' }, silent),
  'records.validity.enterprise': unconfirmed({ mode: 'paper-term' }, silent),
  'records.validity.paper-first': unconfirmed(true, silent),
  'records.sealing': unconfirmed(false, silent),
  'cards.enabled': unconfirmed(false, silent),
  'cards.holders': unconfirmed(['enterprise'], silent),
  'scans.proofs': read(['e-copy', 'vneid-identity'], data('2.4')),
  'scans.paper-check': unconfirmed(false, silent),
  'originals.rules': read(['not-what-a-database-has', 'look-up-evidence-is-kept'], data('4')),
  'result.signatures': read([['person', 'organisation']], '30/2020/NĐ-CP (bản gốc văn bản điện tử)'),
  'paper.conversion': read(
    [
      'full-content',
      'system-name',
      'identifier',
      'converter-name',
      'converter-signature',
      'seal-if-required',
      'look-up-at-any-time',
    ],
    '45/2020/NĐ-CP Điều 18.2 (đáp ứng cả hai cách)',
  ),
  'paper.ordinary-print': unconfirmed('no-legal-value', silent),
  'accounts.entrance': secondHand('national', '7260/VPCP-KSTT; 224/2026/NĐ-CP Điều 15.1'),
  'accounts.identity-sources': secondHand(['vneid'], '29/2026/QĐ-TTg; 224/2026/NĐ-CP Điều 29'),
  'accounts.confirmation': secondHand(['vneid-level'], '29/2026/QĐ-TTg'),
  'staff.login': unconfirmed('central', silent),
  'staff.first-login-change': read(true, security('mật khẩu')),
  'lookup.public.shows': read(['code', 'progress'], '01/2018/TT-VPCP Điều 16.2.d'),
  'lookup.public.codes': unconfirmed(120, silent),
  'lookup.public.keys': read(['code'], '01/2018/TT-VPCP Điều 16.2.d'),
  'lookup.owner.depth': read('division', '01/2018/TT-VPCP Điều 16.2.d'),
  'lookup.by-name': unconfirmed('signed-in-masked', silent),
  'lookup.channels': unconfirmed(
    ['portal', 'national-portal', 'counter', 'kiosk', 'sms', 'social-network', 'embedded', 'public-check'],
    silent,
  ),
  'feedback.enter': unconfirmed(null, silent),
  'feedback.refuse': secondHand(workingDays(2), index766),
  'feedback.need-info': secondHand(workingDays(5), index766),
  'feedback.transfer': read(workingDays(5), '20/2008/NĐ-CP'),
  'feedback.answer': secondHand(workingDays(15), index766),
  'feedback.publish': secondHand(workingDays(2), index766),
  'fees.channels': read(['counter', 'online', 'post'], oneStop('22')),
  'fees.provider-fee-apart': secondHand(true, '45/2020/NĐ-CP (bài tóm tắt)'),
  'fees.refund': unconfirmed(true, silent),
  'receipt.immediate': read('when-asked', oneStop('17.4')),
  'warnings.levels': unconfirmed(
    [
      { percent: 50, to: ['officer'] },
      { percent: 80, to: ['officer', 'leader'] },
      { percent: 100, to: ['officer', 'leader', 'director'] },
    ],
    silent,
  ),
  'warnings.email': unconfirmed(false, silent),
  'opinions.limit': unconfirmed(workingDays(5), 'Cơ quan hỏi tự đặt thời hạn (61/2018/NĐ-CP Điều 19.5)'),
  'opinions.silence': read('unanswered', oneStop('19.5')),
  'return.wait': unconfirmed({ value: 30, unit: 'calendar-days' }, silent),
  'reports.periods': secondHand(['quarter', 'year', 'on-demand'], '01/2020/TT-VPCP'),
  'changes.approval': unconfirmed(
    [
      { change: 'lists', by: 'chairman-decision' },
      { change: 'states', by: 'chairman-decision' },
      { change: 'processes', by: 'chairman-decision' },
    ],
    '01/2018/TT-VPCP Điều 8 (quy trình); danh mục và trạng thái chưa thấy quy định',
  ),
  'sectors.hidden-fields': unconfirmed([], silent),
  'law.replaced': unconfirmed([], 'Từng lần thay thế ghi theo văn bản mới'),
  'states.names': unconfirmed([], silent),
  'notices.texts': unconfirmed([], silent),
  'services.levels': read(['full', 'partial'], '224/2026/NĐ-CP Điều 14'),
  'sharing.consent': read('per-purpose', 'Luật 91/2025/QH15'),
  'sharing.exceptions': unconfirmed(['competent-body-request', 'required-by-law'], 'Luật 91/2025/QH15'),
  'archive.retention': unconfirmed(
    { months: null, basis: 'theo từng thủ tục, Luật Lưu trữ 33/2024/QH15' },
    'Luật Lưu trữ 33/2024/QH15',
  ),
  'organisation.tiers': secondHand(2, 'Chính quyền địa phương hai cấp từ 01/07/2025'),

  'calendar.office-hours': unconfirmed(null, 'Giờ làm việc do địa phương quy định'),
  'calendar.working-day': read(480, 'Quy trình nội bộ của các tỉnh: 8 giờ là 1 ngày'),
  'calendar.count-from': unconfirmed('instant', 'Suy từ quy trình nội bộ tính theo giờ'),
  'session.idle-minutes': read(15, security('tự khóa phiên')),
  'login.max-failures': read(5, security('đăng nhập sai')),
  'login.lock-minutes': read(12 * 60, security('mở khóa sau 12 giờ đến 30 ngày')),
  'officers.second-person': unconfirmed(false, silent),
  'login.second-factor': read('staff', security('xác thực đa yếu tố')),
  'account.inactive-days': read(45, security('tài khoản')),
  'account.review-months': read(3, security('tài khoản')),
  'password.rules': read({ length: 8, kinds: 4, administratorMonths: 2, remembered: 10 }, security('mật khẩu')),
  'password.remind-days': unconfirmed(
    90,
    '04/2024/QĐ-UBND Điều 24.2 (khuyến khích đổi định kỳ; chưa quy định số ngày)',
  ),
  'log.retention-months': read(12, security('nhật ký')),
  'sync.max-minutes': read(10, '63/2024/NĐ-CP Điều 7.4'),
  'sync.acknowledge': read({ value: 2, unit: 'working-hours' }, '63/2024/NĐ-CP Điều 7.4'),
  'catalogue.publish': secondHand(workingDays(5), index766),
  'portal.suspension-notice': read(workingDays(7), '224/2026/NĐ-CP Điều 13'),
  'stop.allowed-until': secondHand('decision', '118/2025/NĐ-CP Điều 21; 03/2025/TT-VPCP Điều 7'),
  'code.counter-width': read(4, '01/2018/TT-VPCP Điều 19; 04/2025/TT-VPCP Điều 23.2'),
  'linked.birth': read({ ...workingDays(3), cutoff: 900 }, '63/2024/NĐ-CP Điều 5'),
  'linked.birth.verified': read({ ...workingDays(5), cutoff: 900 }, '63/2024/NĐ-CP Điều 5'),
  'linked.death': read(
    {
      merit: workingDays(18),
      protection: workingDays(6),
      'protection-survivor': workingDays(11),
      insurance: workingDays(9),
    },
    '296/QĐ-VPCP (2024)',
  ),
} satisfies { readonly [K in Key]: Stated<Value<K>> }

export const national2026 = {
  id: 'national-2026',
  title: { vi: 'Mặc định quốc gia 2026', en: 'National defaults 2026' },
  status: 'national',
  values,
} as const satisfies Preset
