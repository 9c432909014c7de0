import type { Preset } from '../preset.ts'
import { read } from '../preset.ts'

const source = 'Lựa chọn của tỉnh huấn luyện'

const morningAndAfternoon: [number, number][] = [
  [450, 690],
  [780, 1020],
]

/** The training province: the national defaults, and what it opens so that everything can be tried. */
export const demo2026: Preset = {
  id: 'demo-2026',
  title: { vi: 'Tỉnh huấn luyện 2026', en: 'Training province 2026' },
  status: 'training',
  values: {
    'records.sealing': read(true, source),
    'cards.enabled': read(true, source),
    'extension.ratio': read({ of: 1, parts: 3 }, '88/2017/QĐ-UBND Điều 14.4'),
    'accounts.entrance': read('both', source),
    'staff.login': read('local', source),
    'lookup.public.shows': read(['code', 'procedure', 'state', 'unit', 'due', 'timeline'], source),
    'login.second-factor': read('off', source),
    'login.lock-minutes': read(15, source),
    'calendar.office-hours': read(
      [1, 2, 3, 4, 5, 6, 7].map((number) => (number <= 5 ? morningAndAfternoon : [])),
      source,
    ),
  },
}
