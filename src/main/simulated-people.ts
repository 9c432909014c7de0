import type { LoginId, SimulatedPerson } from '../accounts/index.ts'
import type { Accounts } from './training.ts'

type Person = { name: string; identity: string; birthDate?: string | undefined }

/** Somebody the province does not know yet: signing in opens an account. */
const newcomer: Person = { name: 'Lê Văn Bình An', identity: '046085004321', birthDate: '1985-11-20' }

/** Who may sign in at each training twin: the accounts of the training province, and those with whom things go otherwise. */
export function simulatedPeople(id: LoginId, { officers, citizens }: Accounts): SimulatedPerson[] {
  if (id === 'staff') {
    const staff = officers.flatMap(({ username, name, identity, posts }) =>
      identity
        ? [{ id: username, label: `${name} – ${posts[0]!.title}`, claims: staffClaims(username, name, identity) }]
        : [],
    )
    return [
      ...staff,
      {
        id: 'moi',
        label: 'Hồ Thị Lụa – chưa có tài khoản cán bộ',
        claims: staffClaims('holua', 'Hồ Thị Lụa', '046190007788'),
      },
    ]
  }
  const people = citizens.map(({ username, kind, name, identity, profile }) =>
    kind === 'person'
      ? { id: username, label: name, claims: personClaims(id, { name, identity, birthDate: profile['birthDate'] }) }
      : { id: username, label: name, claims: businessClaims(name, identity, profile['representative'] ?? '') },
  )
  const all = [
    ...people,
    { id: 'moi', label: `${newcomer.name} – chưa có tài khoản ở tỉnh`, claims: personClaims(id, newcomer) },
    {
      id: 'thieu',
      label: 'Phan Thị Hoa – cổng không gửi số định danh',
      claims: { ...personClaims(id, { name: 'Phan Thị Hoa', identity: '' }), TechID: 'TECH-thieu' },
    },
  ]
  if (id === 'vneid') return all.filter(({ claims }) => (claims as Record<string, unknown>)['LoaiTaiKhoan'] === '1')
  const first = citizens.find(({ kind }) => kind === 'person')
  return first ? [...all, throughVneid(first)] : all
}

/** The set of the national portal; whatever it does not know it sends empty. */
function personClaims(login: LoginId, { name, identity, birthDate }: Person) {
  const short = {
    TechID: `TECH-${identity}`,
    LoaiTaiKhoan: '1',
    HoVaTen: name,
    SoDinhDanh: identity,
    NgayThangNamSinh: birthDate?.replaceAll('-', '') ?? '',
  }
  if (login === 'vneid') return { ...short, IAL: '2' }
  return {
    ...short,
    SoCMND: '',
    MaSoThue: '',
    ThuDienTu: '',
    SoDienThoai: '',
    GioiTinh: 0,
    QuocTich: 'Việt Nam',
    loAs: 'LoA1',
  }
}

function businessClaims(name: string, taxCode: string, representative: string) {
  return {
    TechID: `TECH-${taxCode}`,
    LoaiTaiKhoan: '2',
    HoVaTen: representative,
    MaSoThue: taxCode,
    MaSoDoanhNghiep: taxCode,
    TenDoanhNghiep: name,
    NguoiDaiDien: representative,
    loAs: 'LoA1',
  }
}

/** Who came to the national portal through VNeID: the short set, and where the police’s own profile may be read. */
function throughVneid({ username, name, identity, profile }: Accounts['citizens'][number]): SimulatedPerson {
  const { TechID, LoaiTaiKhoan, HoVaTen, SoDinhDanh, NgayThangNamSinh } = personClaims('vneid', {
    name,
    identity,
    birthDate: profile['birthDate'],
  })
  return {
    id: `${username}-vneid`,
    label: `${name} – qua VNeID`,
    claims: { TechID, LoaiTaiKhoan, HoVaTen, SoDinhDanh, NgayThangNamSinh, loginIdp: 'BCA', IAL: '2' },
  }
}

function staffClaims(username: string, name: string, identity: string) {
  return {
    preferred_username: username,
    HoVaTen: name,
    SoDinhDanh: identity,
    LoaiTaiKhoan: '1',
    TechID: `CB-${username}`,
  }
}
