import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../ground/day.ts'
import { type Consent, mayRelease, type Release } from './release.ts'

const today = day('2026-03-02')
const consent: Consent = {
  id: 'mot',
  recipient: 'Ngân hàng Chính sách xã hội',
  purpose: 'Xét cho vay hộ nghèo',
  parts: ['identity', 'result'],
  givenAt: new Date('2026-02-01T09:00:00+07:00'),
  validTo: day('2026-06-30'),
  withdrawnAt: null,
}
const sharing: Release = {
  kind: 'sharing',
  recipient: 'Ngân hàng chính sách  xã hội',
  purpose: 'Xét cho vay hộ nghèo',
  parts: ['result'],
  basis: '',
  documentNumber: '',
  documentDate: null,
}
const authority: Release = {
  ...sharing,
  kind: 'authority',
  recipient: 'Cơ quan điều tra Công an tỉnh',
  purpose: 'Xác minh tin báo',
  basis: 'Điều 88 Bộ luật Tố tụng hình sự',
  documentNumber: '15/CV-CSĐT',
  documentDate: today,
}
const said = (asked: Release, consents: Consent[] = [consent], on = today) => {
  const answer = mayRelease(asked, consents, on)
  return answer.ok ? (answer.value.consent ?? 'by law') : answer.refusal
}

test('sharing stands on a consent in force, and goes no further than it', () => {
  assert.equal(said(sharing), 'mot')
  assert.equal(said(sharing, []), 'consent-missing')
  assert.equal(said({ ...sharing, recipient: 'Ngân hàng khác' }), 'consent-missing')
  assert.equal(said({ ...sharing, parts: ['result', 'papers'] }), 'outside-consent')
  assert.equal(said({ ...sharing, purpose: 'Quảng cáo' }), 'outside-consent')
  assert.equal(said({ ...sharing, purpose: ' ' }), 'purpose-missing')
  assert.equal(said(sharing, [consent], day('2026-06-30')), 'mot', 'on its last day')
  assert.equal(said(sharing, [consent], day('2026-07-01')), 'consent-missing')
  assert.equal(said(sharing, [{ ...consent, withdrawnAt: new Date('2026-02-20T08:00:00+07:00') }]), 'consent-missing')
  const two = [consent, { ...consent, id: 'hai', purpose: 'Khác', parts: ['papers' as const] }]
  assert.equal(said({ ...sharing, parts: ['result', 'papers'] }, two), 'outside-consent', 'two halves are no whole')
})

test('an authority names its document and its law, whatever the holder agreed to', () => {
  assert.equal(said(authority, []), 'by law')
  assert.equal(said({ ...authority, basis: '' }), 'release-basis-missing')
  assert.equal(said({ ...authority, documentNumber: ' ' }), 'request-document-missing')
  assert.equal(said({ ...authority, documentDate: null }), 'request-document-missing')
  assert.equal(said({ ...authority, documentDate: day('2026-03-03') }), 'document-not-yet-issued')
  assert.equal(said({ ...authority, purpose: '' }), 'purpose-missing')
})
