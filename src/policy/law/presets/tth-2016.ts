import { day } from '../../../ground/day.ts'
import type { Preset } from '../preset.ts'
import { read } from '../preset.ts'

const source = (article: string) => `90/2016/QĐ-UBND (Thừa Thiên Huế) Điều ${article}`

/** E-dossiers and electronic cards; replaced as a whole on 20/10/2017. @req S0-QD.2 */
export const tth2016: Preset = {
  id: 'TTH-2016',
  title: { vi: 'Thừa Thiên Huế, Quyết định 90/2016/QĐ-UBND', en: 'Thừa Thiên Huế, Decision 90/2016' },
  status: 'regulation',
  number: '90/2016/QĐ-UBND',
  issued: day('2016-12-20'),
  from: day('2017-01-01'),
  until: day('2017-10-20'),
  values: {
    'records.validity.citizen': read({ mode: 'years', years: 5 }, source('7.1')),
    'records.validity.enterprise': read({ mode: 'enterprise-term' }, source('7.1')),
    'records.validity.paper-first': read(true, source('7.2')),
    'records.sealing': read(true, source('12')),
    'cards.enabled': read(true, source('13')),
    'cards.holders': read(['enterprise'], source('13–14')),
    'scans.proofs': read(['officer-authenticated'], source('4.2')),
    'originals.rules': read(['not-for-reused'], source('8.2.b')),
    'result.signatures': read([['organisation']], source('8.1.d')),
    'paper.conversion': read(
      ['full-content', 'confirmation-signature', 'converter-name', 'converter-signature'],
      source('11'),
    ),
    'accounts.identity-sources': read(['one-stop', 'provincial-portal', 'business-registry'], source('15')),
    'accounts.confirmation': read(['authority'], source('2.3')),
    'lookup.channels': read(['portal'], source('9')),
    'reports.periods': read(['on-demand'], source('21.8')),
    'sharing.consent': read('always', source('19.8')),
    'sharing.exceptions': read([], source('19.8')),
  },
}
