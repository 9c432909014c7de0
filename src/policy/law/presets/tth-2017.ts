import { day } from '../../../ground/day.ts'
import type { Preset } from '../preset.ts'
import { read } from '../preset.ts'

const source = (article: string) => `88/2017/QĐ-UBND (Thừa Thiên Huế) Điều ${article}`

const byCentreDirector = { owed: true, onlyForFault: false, signer: 'centre-director', isPublished: false } as const

/** Online public services; replaces 90/2016/QĐ-UBND. @req S1-QD.2 */
export const tth2017: Preset = {
  id: 'TTH-2017',
  title: { vi: 'Thừa Thiên Huế, Quyết định 88/2017/QĐ-UBND', en: 'Thừa Thiên Huế, Decision 88/2017' },
  status: 'regulation',
  number: '88/2017/QĐ-UBND',
  issued: day('2017-10-09'),
  from: day('2017-10-20'),
  replaces: 'TTH-2016',
  values: {
    'intake.respond.online': read({ value: 1, unit: 'working-hours' }, source('13.1')),
    'transfer.electronic': read({ limit: { value: 1, unit: 'working-hours' }, from: 'registration' }, source('13.1')),
    'intake.guidance.max': read(1, source('13.2')),
    'intake.guidance.beyond': read('apology', source('13.2')),
    'supplement.max': read(1, source('14.1')),
    'supplement.second-causes': read(['first-guidance-not-specific'], source('14.1')),
    'apology.late': read({ owed: true, onlyForFault: true, signer: 'agency-head', isPublished: false }, source('22.7')),
    'apology.second-guidance': read({ ...byCentreDirector, onlyForFault: true }, source('13.2')),
    'apology.second-supplement': read(byCentreDirector, source('14.1')),
    'apology.extension': read({ ...byCentreDirector, signer: null }, source('14.4.b')),
    'apology.basis': read('Quyết định 3461/QĐ-UBND ngày 30/12/2016', source('13.2')),
    'extension.ratio': read({ of: 1, parts: 3 }, source('14.4')),
    'scans.proofs': read(['signed', 'paper-check-at-return'], source('9.2')),
    'scans.paper-check': read(true, source('9.2')),
    'originals.rules': read(['on-check-request'], source('11.3')),
    'result.signatures': read([['person', 'organisation'], ['organisation']], source('9.8.c')),
    'accounts.identity-sources': read(['provincial-portal'], source('10.1')),
    'accounts.confirmation': read(['direct-check', 'population-database'], source('9.1')),
    'staff.login': read('local', source('18')),
    'lookup.channels': read(['portal'], source('17.1.d')),
    'fees.channels': read(['counter', 'online', 'bank-point'], source('15')),
    'reports.periods': read(['quarter', 'on-demand'], source('25.1')),
    'changes.approval': read([{ change: 'processes', by: 'legal-document' }], source('4.2')),
    'services.levels': read(['3', '4'], source('1')),
    'sharing.exceptions': read(['required-by-law'], source('20.1')),
    'archive.retention': read({ months: null, basis: 'theo quy định của pháp luật' }, source('22.6')),
    'organisation.tiers': read(3, source('2.1')),
  },
}
