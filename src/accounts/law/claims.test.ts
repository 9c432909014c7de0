import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ClaimNames, type Claims, claimsTogether, readClaims } from './index.ts'

const names: ClaimNames = {
  subject: 'TechID',
  kind: 'LoaiTaiKhoan',
  identity: 'SoDinhDanh',
  taxCode: ['MaSoThue', 'MaSoDoanhNghiep'],
  name: 'HoVaTen',
  organisation: 'TenDoanhNghiep',
  representative: 'NguoiDaiDien',
  birthDate: 'NgayThangNamSinh',
  level: ['IAL', 'loAs', 'acr'],
}
const person = { TechID: 'T1', LoaiTaiKhoan: '1', HoVaTen: ' Lê  Văn An ', SoDinhDanh: '046085004321' }
const read = (claims: Claims) => {
  const result = readClaims(claims, names)
  return result.ok ? result.value : result.refusal
}

test('claims are read by the portal’s own names, whatever is missing, empty or of another type', () => {
  const cases: [Claims, object | string][] = [
    [person, { kind: 'person', subject: 'T1', number: '046085004321', level: undefined }],
    [
      { ...person, LoaiTaiKhoan: 1, loAs: 'LoA1', acr: 'x' },
      { kind: 'person', level: 'LoA1' },
    ],
    [{ ...person, IAL: 2, loAs: 'LoA1' }, { level: '2' }],
    [{ ...person, NgayThangNamSinh: '19850228' }, { birthDate: '1985-02-28' }],
    [{ ...person, NgayThangNamSinh: '19850230' }, { birthDate: '1985' }],
    [{ ...person, NgayThangNamSinh: '1985' }, { birthDate: '1985' }],
    [{ ...person, NgayThangNamSinh: 'hôm qua' }, { birthDate: undefined }],
    [{ ...person, SoDinhDanh: '' }, { number: undefined }],
    [{ ...person, TechID: undefined, sub: 's' }, { subject: 's' }],
    [
      { TechID: 'T2', LoaiTaiKhoan: 2, MaSoThue: '', MaSoDoanhNghiep: '0109998883', TenDoanhNghiep: 'Sông Hương' },
      { kind: 'organisation', number: '0109998883', name: 'Sông Hương' },
    ],
    [{ ...person, SoDinhDanh: '123' }, 'login-identity-missing'],
    [{ LoaiTaiKhoan: '2', TechID: 'T', MaSoThue: '0109998884' }, 'login-identity-missing'],
    [{ SoDinhDanh: '046085004321' }, 'login-identity-missing'],
  ]
  for (const [claims, expected] of cases) {
    const found = read(claims)
    if (typeof expected === 'string') assert.equal(found, expected, JSON.stringify(claims))
    else assert.partialDeepStrictEqual(found, expected, JSON.stringify(claims))
  }
})

test('mail and telephone never change whose sign-in it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (ThuDienTu, SoDienThoai, email) =>
      assert.deepEqual(read({ ...person, ThuDienTu, SoDienThoai, email, phone_number: SoDienThoai }), read(person)),
    ),
  )
})

test('whatever another system says, reading it ends in a person, an organisation or a refusal', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.values(names).flat(), 'sub'), fc.anything()), (claims) => {
      const found = readClaims(claims, names)
      return found.ok
        ? ['person', 'organisation'].includes(found.value.kind)
        : found.refusal === 'login-identity-missing'
    }),
  )
})

test('what the other system signed goes before what it only says, and how surely it knows somebody counts only signed', () => {
  const signed = { sub: 's', SoDinhDanh: '046085004321' }
  const said = { sub: 's', SoDinhDanh: '046192003517', HoVaTen: 'Lê Văn An', acr: 'LoA3', amr: ['mfa'] }
  const together = claimsTogether(signed, said)
  assert.equal(together['SoDinhDanh'], '046085004321')
  assert.equal(together['HoVaTen'], 'Lê Văn An', 'what is only said fills what is missing')
  assert.deepEqual([together['acr'], together['amr']], [undefined, undefined])
  assert.deepEqual(claimsTogether({ ...signed, acr: 'LoA1', amr: ['pwd'] }, said)['amr'], ['pwd'])
})
