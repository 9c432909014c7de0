import { day } from '../../../ground/day.ts'
import type { Preset } from '../preset.ts'
import { read } from '../preset.ts'

const oneStop = (article: string) => `Dự thảo Quy chế Một cửa điện tử (Hải Dương 2019) Điều ${article}`
const signing = (article: string) => `Dự thảo Quy chế chữ ký số (Hải Dương 2019) Điều ${article}`

/** Two drafts sent out for comment; they lend values and are never shown as law in force. @req S3A-QD.2 */
export const hd2019Draft: Preset = {
  id: 'HD-2019-draft',
  title: { vi: 'Hải Dương, dự thảo kèm Công văn 307/STTTT-CNTT', en: 'Hải Dương, drafts with letter 307/STTTT-CNTT' },
  status: 'draft',
  number: '307/STTTT-CNTT',
  issued: day('2019-04-09'),
  values: {
    'scans.proofs': read(['signed'], signing('5.1')),
    'result.signatures': read([['person', 'organisation']], signing('11.3.c')),
    'paper.ordinary-print': read('no-legal-value', signing('5.5.b')),
    'staff.login': read('local', oneStop('15.1')),
    'lookup.public.keys': read(['code'], oneStop('8.3')),
    'lookup.channels': read(['portal', 'sms', 'social-network', 'kiosk', 'counter', 'embedded'], oneStop('8.1')),
    'fees.channels': read(['counter', 'post', 'online'], oneStop('2.3')),
    'receipt.immediate': read('always', oneStop('8.3')),
    'reports.periods': read(
      ['day', 'week', 'month', 'half-year', 'year', 'on-demand'],
      oneStop('12.6, 14.3, 17, 19.2'),
    ),
    'changes.approval': read(
      [
        { change: 'states', by: 'committee-approval' },
        { change: 'notice-texts', by: 'committee-approval' },
      ],
      oneStop('5.3'),
    ),
    'services.levels': read(['2', '3', '4'], oneStop('2.3, 10')),
  },
}
