import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { client } from '../../../journeys/client.ts'
import { openTestHouse, type TestHouse } from '../../../journeys/reach.ts'
import { scannedPdf } from '../../../journeys/papers.ts'
import { type Seen, tokenOn, visitor, type Visitor } from '../../../journeys/visitor.ts'
import { accountByName, moreOf, profileOf } from '../../accounts/index.ts'
import { day } from '../../ground/day.ts'
import { changeDevice, unitByIdentifier, withPosts } from '../../organisations/index.ts'
import { setAgencies } from '../../procedures/index.ts'
import { pageDoors } from '../index.ts'
import { principles } from './principles.ts'

let house: TestHouse
let digital: Visitor
before(async () => {
  house = await openTestHouse()
  digital = await signedIn('quantriso')
})
after(() => house.close())

const today = day('2026-03-02')
const text = ({ html }: Seen) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const unit = async (code: string) => (await unitByIdentifier(house.house.db, code))!
const paper = { 'van-ban': 'Quyết định 15/QĐ-UBND', 'ly-do': 'Theo đề nghị của cơ quan' }

async function signedIn(username: string, password?: string): Promise<Visitor> {
  const one = visitor(house.base)
  assert.equal((await one.signIn(username, password)).status, 303, username)
  return one
}

async function officer(username: string) {
  const { id, displayName: name } = (await accountByName(house.house.db, username))!
  return withPosts(house.house.db, { id, kind: 'officer', name }, today)
}

async function open(by: Visitor, fields: Record<string, string>): Promise<string> {
  const made = await by.post('/quan-tri/to-chuc/moi', { 'dia-danh': 'Hòa Giang', ...paper, ...fields })
  assert.equal(made.status, 303, text(made).slice(0, 600))
  return made.location.split('?')[0]!
}

const post = (fields: Record<string, string>) => ({
  viec: 'giao',
  'van-ban-giao': 'Quyết định 16/QĐ-UBND',
  'biet-phai': '',
  'ho-ten': '',
  ...fields,
})

test('units of every kind are opened, and a new officer of each signs in to the work of that unit [S0-1.2] [S3A-15.1a] [S0-21.7]', async () => {
  const kinds = [
    [
      'H99.61',
      'department',
      'province',
      'Sở Công Thương tỉnh Hòa Giang',
      'agency-leader',
      'https://socongthuong.hoagiang.example.vn',
    ],
    ['H99.62', 'public-unit', 'province', 'Văn phòng Đăng ký đất đai', 'processing-officer', ''],
    ['H99.72', 'notary', 'other', 'Văn phòng công chứng Hòa Bình', 'notary', ''],
  ] as const
  for (const [code, kind, level, name, role, website] of kinds) {
    const at = await open(digital, { 'cap-tren': 'H99', loai: kind, cap: level, ma: code, ten: name, trang: website })
    const username = `moi.${kind}`
    const given = await digital.post(
      at,
      post({ nguoi: username, 'ho-ten': 'Lê Văn An', 'vai-tro': role, 'chuc-danh': 'Cán bộ' }),
    )
    const [, password] = new RegExp(`Mật khẩu lần đầu của ${username}: (\\S+)`).exec(text(given)) ?? []
    assert.ok(password, text(given).slice(0, 600))
    const one = await signedIn(username, password)
    assert.equal((await one.get('/viec')).location, '/tai-khoan/mat-khau', 'the first password is changed first')
    const changed = await one.post('/tai-khoan/mat-khau', { current: password, next: 'Moi@12345', again: 'Moi@12345' })
    assert.equal(changed.status, 303, text(changed))
    assert.ok(text(await one.get('/viec')).includes(name), 'the work area is that of the unit')
  }
  const list = text(await digital.get('/quan-tri/to-chuc'))
  assert.match(list, /Sở Công Thương tỉnh Hòa Giang.{0,120}socongthuong\.hoagiang\.example\.vn/)
  assert.match(list, /Văn phòng Đăng ký đất đai.{0,120}Chưa có/)
  const wrong = await digital.post('/quan-tri/to-chuc/moi', {
    ma: 'H99.61',
    loai: 'notary',
    cap: 'other',
    'cap-tren': 'H99',
    ten: 'Trùng mã',
    'dia-danh': 'x y',
    ...paper,
  })
  assert.equal(wrong.status, 422)
})

test('a central agency’s branch is opened as a provider, and a procedure is published under it [S0-2.1]', async () => {
  const at = await open(digital, {
    'cap-tren': 'H99',
    loai: 'central-agency',
    cap: 'province',
    ma: 'H99.82',
    ten: 'Thuế tỉnh Hòa Giang',
  })
  const { db } = house.house
  const named = await db
    .selectFrom('procedures.agency')
    .select('unit')
    .where('code', '=', '1.001193')
    .orderBy('position')
    .execute()
  await db
    .transaction()
    .execute((tx) => setAgencies(tx, '1.001193', [...named.map((row) => row.unit), at.split('/').at(-1)!]))
  const { agencies } = await client(house.base).expect(200, null, 'GET', '/procedures/1.001193')
  assert.deepEqual(agencies.at(-1).identifier, 'H99.82')
  assert.ok(text(await visitor(house.base).get('/thu-tuc/1.001193')).includes('Thuế tỉnh Hòa Giang'))
})

test('a counter is opened below a centre, an officer is seconded to it and taken back, and both are seen [S3A-7.4] [S3A-12.1]', async () => {
  const at = await open(digital, {
    'cap-tren': 'H99.01',
    loai: 'point',
    cap: 'province',
    ma: 'H99.01.05',
    ten: 'Quầy Y tế, Lao động',
  })
  const asked = post({
    nguoi: 'chuyenviensoyte',
    'vai-tro': 'one-stop-officer',
    'chuc-danh': 'Cán bộ tiếp nhận',
    'biet-phai': 'H99.30',
  })
  assert.equal(
    (await digital.post(at, { ...asked, 'biet-phai': 'H98' })).status,
    422,
    'the agency that seconds is named',
  )
  assert.equal((await digital.post(at, asked)).status, 303)
  const shown = text(await digital.get(at))
  assert.match(
    shown,
    /Nông Thị Bích Hạnh chuyenviensoyte Cán bộ tiếp nhận \(Cán bộ tiếp nhận và trả kết quả\) Biệt phái từ Sở Y tế/,
  )
  const officerOf = await signedIn('chuyenviensoyte')
  assert.ok(text(await officerOf.get('/viec')).includes('Quầy Y tế, Lao động'))
  const [held] = /name="vi-tri" value="([^"]+)"/.exec((await digital.get(at)).html)!.slice(1)
  const ended = { viec: 'ket-thuc', 'vi-tri': held!, [`van-ban-${held}`]: 'Quyết định 18/QĐ-UBND' }
  assert.equal((await digital.post(at, ended)).status, 303)
  assert.ok(!text(await officerOf.get('/viec')).includes('Quầy Y tế, Lao động'), 'from the next request on')
})

test('two units run the system, each with its own people and its own charge, and the office has every function of administration [S1-23.0] [S0-21.5] [S2-14.1c]', async () => {
  const office = await signedIn('quantrivanphong')
  const roles = text(await office.get('/quan-tri'))
  const list = roles.slice(roles.indexOf('Ai quản trị hệ thống'))
  assert.match(
    list,
    /Tống Thị Kiều Oanh.*Văn phòng Ủy ban nhân dân tỉnh Hòa Giang Quản trị hệ thống, bảo đảm vận hành thông suốt/,
  )
  assert.match(
    list,
    /Vương Quốc Bảo.*Trung tâm Chuyển đổi số tỉnh Hòa Giang Vận hành kỹ thuật, quản lý cơ sở dữ liệu tài khoản/,
  )
  for (const path of [
    '/quan-tri/tai-khoan',
    '/quan-tri/cai-dat',
    '/quan-tri/lich',
    '/quan-tri/giao-thay',
    '/quan-tri/phan-cong',
  ])
    assert.equal((await office.get(path)).status, 200, path)
  await open(office, {
    'cap-tren': 'H99',
    loai: 'department',
    cap: 'province',
    ma: 'H99.63',
    ten: 'Sở Nội vụ tỉnh Hòa Giang',
  })
})

test('an agency’s administrator changes the devices of the agency and no others, the province’s sees all agencies and what is set there [S3A-15.1b] [S3A-17.1]', async () => {
  const { atDesk } = house.house
  const own = await officer('quantrixa')
  const printer = {
    kind: 'printer' as const,
    model: 'Canon LBP 2900',
    place: 'Quầy số 1',
    settings: { paper: 'A5', sides: 'một mặt' },
  }
  const change = (who: typeof own, at: string, device: string | null = null) =>
    atDesk(who, (desk) => changeDevice(desk, { unit: at, device }, printer))
  const [commune, counter, finance] = [await unit('H99.31'), await unit('H99.31.01'), await unit('H99.12')]
  assert.ok((await change(own, commune.id)).ok)
  const below = await change(own, counter.id)
  assert.ok(below.ok)
  const outside = await change(own, finance.id)
  assert.equal(!outside.ok && outside.refusal, 'not-permitted')
  const elsewhere = await change(await officer('quantriso'), finance.id)
  assert.ok(elsewhere.ok)
  const foreign = await change(own, finance.id, elsewhere.value.id)
  assert.equal(!foreign.ok && foreign.refusal, 'not-permitted')
  const stranger = await change(await officer('tiepnhan'), counter.id)
  assert.equal(!stranger.ok && stranger.refusal, 'not-permitted')

  const seen = text(await digital.get('/quan-tri/thiet-bi'))
  for (const name of ['Ủy ban nhân dân xã An Bình', 'Sở Tài chính tỉnh Hòa Giang']) assert.ok(seen.includes(name), name)
  const mine = text(await (await signedIn('quantrixa')).get('/quan-tri/thiet-bi'))
  assert.ok(!mine.includes('Sở Tài chính') && mine.includes('xã An Bình'))
  const tree = text(await digital.get('/quan-tri/to-chuc'))
  for (const name of ['Sở Y tế tỉnh Hòa Giang', 'Bảo hiểm xã hội tỉnh Hòa Giang', 'Văn phòng công chứng Minh Tâm'])
    assert.ok(tree.includes(name), name)
})

test('a printer, a scanner and a card reader are tried out from the browser, and what was found makes the list of models that work [S3A-9.3]', async () => {
  const [own, clerk] = [await officer('quantrixa'), await signedIn('tiepnhan')]
  const { id: counter } = await unit('H99.31.01')
  const enter = async (
    kind: 'printer' | 'scanner' | 'card-reader',
    model: string,
    settings: Record<string, string>,
  ) => {
    const body = { kind, model, place: 'Quầy số 2', settings }
    const made = await house.house.atDesk(own, (desk) => changeDevice(desk, { unit: counter, device: null }, body))
    assert.ok(made.ok)
    return `/quan-tri/thiet-bi/${made.value.id}`
  }
  const printer = await enter('printer', 'Brother HL-L2321D', { paper: 'A5', sides: 'một mặt' })
  const slip = await clerk.get(`${printer}/in-thu`)
  assert.equal(slip.headers.get('content-type'), 'application/pdf')
  assert.ok(slip.html.startsWith('%PDF-'))

  const scanner = await enter('scanner', 'Fujitsu SP-1130N', { dpi: '200', colour: 'màu', format: 'PDF' })
  const scan = async (bytes: Uint8Array) => {
    const form = new FormData()
    form.set('csrf', tokenOn((await clerk.get(scanner)).html))
    form.set('viec', 'quet')
    form.set('ban-quet', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'quet.pdf')
    return clerk.send('POST', scanner, { body: form })
  }
  assert.match(text(await scan(await scannedPdf('Phiếu in thử'))), /Đạt: tệp PDF.*Đạt: 1 trang/)
  assert.equal((await scan(Buffer.from('không phải bản quét'))).status, 422)
  const files = await house.house.db.selectFrom('documents.file').select('id').execute()
  assert.deepEqual(files, [], 'a trial is not kept')

  const reader = await enter('card-reader', 'Honeywell 1470g', { ends: 'Enter', letters: 'UTF-8' })
  const typed = (what: string) => clerk.post(reader, { viec: 'doc', 'noi-dung': what })
  const card = '046192003517|201234567|Nguyễn Thị Thùy Dương|14081992|Nữ|Thôn Đông Hòa|01072021'
  const read = await typed(`${card}\n`)
  assert.match(text(read), /Đạt: chữ có dấu còn nguyên.*Đạt: mã của thẻ căn cước, 7 phần/)
  assert.ok(!read.html.includes('Thùy Dương'), 'what was read is not shown again')
  assert.match(text(await typed('Nguy??n')), /Chưa đạt: chữ có dấu bị hỏng.*Chưa đạt: không phải mã/)

  for (const [at, answer] of [
    [printer, 'co'],
    [scanner, 'khong'],
  ] as const)
    assert.equal((await clerk.post(at, { viec: 'ghi', 'ket-qua': answer, 'ghi-chu': '' })).status, 303)
  const list = text(await digital.get('/quan-tri/thiet-bi'))
  assert.match(list, /Brother HL-L2321D Máy in 1 máy dùng được, 0 máy chưa/)
  assert.match(list, /Fujitsu SP-1130N Máy quét 0 máy dùng được, 1 máy chưa/)
  assert.ok(list.includes('Làm việc như bàn phím (HID)'), 'what a device must do')
})

test('accounts get a field by being told so: those there are keep all they hold, and the new one can be written [S0-21.6]', async () => {
  const { db, vault } = house.house
  const { id } = (await accountByName(db, 'congdan'))!
  const all = () => db.selectFrom('accounts.account').selectAll().orderBy('id').execute()
  const [before, profile] = [await all(), await profileOf(db, vault, id)]
  const field = {
    ten: 'Ngày vào ngành',
    'ten-en': 'Joined on',
    ma: 'ngay-vao-nganh',
    kieu: 'day',
    'van-ban': 'Quyết định 17/QĐ-UBND',
  }
  assert.equal((await digital.post('/quan-tri/truong-tai-khoan', { ...field, thoi: '' })).status, 303)
  assert.equal(
    (await digital.post('/quan-tri/truong-tai-khoan', { ...field, thoi: '' })).status,
    422,
    'a name is used once',
  )
  assert.deepEqual(await all(), before)
  assert.deepEqual(await profileOf(db, vault, id), profile)
  assert.deepEqual(await moreOf(db, vault, id), {})
  const at = `/quan-tri/tai-khoan/${id}`
  assert.equal((await digital.post(at, { viec: 'truong', 'truong.ngay-vao-nganh': 'hôm qua' })).status, 422)
  assert.equal((await digital.post(at, { viec: 'truong', 'truong.ngay-vao-nganh': '2020-05-04' })).status, 303)
  assert.deepEqual(await moreOf(db, vault, id), { 'ngay-vao-nganh': '2020-05-04' })
  assert.deepEqual((await all()).length, before.length)
})

test('every principle of the decrees names the function that meets it, on a page that there is [S2-3.1]', async () => {
  const page = text(await digital.get('/quan-tri/nguyen-tac'))
  for (const { says, metBy, seenAt } of principles) {
    assert.ok(page.includes(says.vi) && page.includes(metBy.vi), says.vi)
    assert.ok(
      pageDoors.some(({ path, get }) => path === seenAt && get),
      seenAt,
    )
  }
  for (const decree of ['45/2020/NĐ-CP Điều 4', '61/2018/NĐ-CP Điều 23'])
    assert.ok(
      principles.some((one) => one.decree === decree),
      decree,
    )
  assert.ok(page.includes('Chưa kiểm chứng'))
})

test('whoever opens an officer’s account hears what to mend at each field, finds the officer in the list, and is led to the unit that gives a post', async () => {
  const form = '/quan-tri/can-bo-moi'
  const bad = await digital.post(form, { name: 'Lê Thử 1', identityNumber: '123', username: 'Lê Thử' })
  assert.equal(bad.status, 422)
  const summary = bad.html.slice(bad.html.indexOf('error-summary'), bad.html.indexOf('<h1'))
  assert.match(summary, /Họ và tên: .*Số định danh cá nhân gồm 12 chữ số.*Tên đăng nhập: .*chữ a–z/s)
  assert.equal(bad.html.match(/class="field-error"/g)?.length, 3)

  const officer = { name: 'Lê Thử', identityNumber: '046080004321', username: 'Le.Thu' }
  const opened = await digital.post(form, officer)
  const [, units] = /href="([^"]*to-chuc\?nguoi=le\.thu)"/.exec(opened.html)!
  for (const list of ['/quan-tri?q=Lê Thử', '/quan-tri?tu=le'])
    assert.match(text(await digital.get(list)), /Lê Thử le\.thu Chưa có vị trí Giao vị trí/, list)
  const agency = await unit('H99.12')
  const [way] = new RegExp(`/quan-tri/to-chuc/${agency.id}[^"]*`).exec((await digital.get(units!)).html)!
  assert.match((await digital.get(way.split('#')[0]!)).html, /name="nguoi"[^>]*value="le\.thu"/)
  const given = { viec: 'giao', nguoi: 'le.thu', 'vai-tro': 'processing-officer', 'chuc-danh': 'Công chức' }
  await digital.post(`/quan-tri/to-chuc/${agency.id}`, { ...given, 'van-ban-giao': 'Quyết định 19/QĐ-UBND' })
  assert.match(text(await digital.get('/quan-tri?q=Lê Thử')), /Lê Thử le\.thu Công chức \(/)
})
