import { day } from '../../../ground/day.ts'
import type { Preset } from '../preset.ts'
import { read } from '../preset.ts'

const source = (article: string) => `04/2024/QĐ-UBND (Đắk Lắk) Điều ${article}`

/** Operation of the provincial information system. @req S2-QD */
export const dlk2024: Preset = {
  id: 'DLK-2024',
  title: { vi: 'Đắk Lắk, Quyết định 04/2024/QĐ-UBND', en: 'Đắk Lắk, Decision 04/2024' },
  status: 'regulation',
  number: '04/2024/QĐ-UBND',
  issued: day('2024-01-19'),
  from: day('2024-01-29'),
  values: {
    'intake.respond.online': read({ value: 0, unit: 'working-hours' }, source('8.1.a')),
    'transfer.electronic': read(
      { limit: { value: 8, unit: 'working-hours' }, from: 'system-receipt' },
      source('8.1.b'),
    ),
    'intake.receipt-time': read('entered-and-notified-valid', source('8.1.c')),
    'intake.out-of-hours': read('next-working-time', source('8.1.c')),
    'intake.guidance.max': read(1, source('8.1.a')),
    'supplement.approval': read('agency-leader', source('20.2')),
    'supplement.released-by': read('one-stop', source('20.2')),
    'apology.late': read({ owed: true, onlyForFault: false, signer: null, isPublished: true }, source('5.10')),
    'scans.proofs': read(['e-copy'], source('12 (tổ chức, cá nhân, khoản 4)')),
    'originals.rules': read(['held-data-is-used', 'notice-lists-papers'], source('19')),
    'accounts.identity-sources': read(['provincial-portal', 'national-portal'], source('6.3')),
    'staff.login': read('central', source('6.2')),
    'staff.first-login-change': read(true, source('24.2')),
    'lookup.public.keys': read(['code', 'identity-number', 'name'], source('12 (tổ chức, cá nhân, khoản 7)')),
    'lookup.channels': read(['portal', 'national-portal', 'counter'], source('12 (tổ chức, cá nhân, khoản 7)')),
    'feedback.enter': read({ value: 8, unit: 'working-hours' }, source('21.3')),
    'feedback.answer': read({ value: 13, unit: 'working-days', countFrom: 'next-day' }, source('21.4')),
    'fees.channels': read(['online', 'post', 'counter'], source('10.3')),
    'fees.refund': read(true, source('10.4')),
    'receipt.immediate': read('when-asked', source('8.2')),
    'reports.periods': read(['on-demand'], source('14.4')),
    'changes.approval': read(
      [
        { change: 'functions', by: 'test-record' },
        { change: 'processes', by: 'test-record' },
        { change: 'lists', by: 'chairman-decision' },
      ],
      source('14; 12 (cơ quan, khoản 1)'),
    ),
    'sharing.exceptions': read(['competent-body-request', 'required-by-law'], source('24.9')),
    'archive.retention': read({ months: null, basis: '107/2021/NĐ-CP Điều 1.11' }, source('23.1')),
    'organisation.tiers': read(3, source('2.1')),
  },
}
