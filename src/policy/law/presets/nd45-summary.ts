import type { Preset } from '../preset.ts'
import { secondHand } from '../preset.ts'

const source = (point: string) => `Bài giới thiệu 45/2020/NĐ-CP (Sở TT&TT Hà Tĩnh), ${point}`

/** An article that explains 45/2020/NĐ-CP: a summary, not the decree. */
export const nd45Summary: Preset = {
  id: 'ND45-summary',
  title: { vi: 'Tóm tắt Nghị định 45/2020/NĐ-CP', en: 'Summary of Decree 45/2020' },
  status: 'summary',
  values: {
    'scans.proofs': secondHand(['signed'], source('thứ ba')),
    'paper.conversion': secondHand(
      ['full-content', 'system-name', 'identifier-or-converter', 'seal-if-required', 'look-up-at-any-time'],
      source('thứ năm'),
    ),
    'accounts.identity-sources': secondHand(
      ['national-portal', 'ministerial-portal', 'provincial-portal', 'vneid'],
      source('thứ nhất'),
    ),
    'accounts.confirmation': secondHand(['electronic-at-login'], source('thứ hai')),
    'lookup.public.keys': secondHand(['print-identifier'], source('thứ năm')),
    'lookup.channels': secondHand(['public-check'], source('thứ năm')),
    'fees.provider-fee-apart': secondHand(true, source('thứ sáu')),
    'services.levels': secondHand(['full', 'partial'], source('mở đầu')),
  },
}
