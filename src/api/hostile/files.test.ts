import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PDFDocument } from '@cantoo/pdf-lib'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../../journeys/reach.ts'
import { photo, scannedPdf } from '../../../journeys/papers.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { visitor } from '../../../journeys/visitor.ts'
import { hasOddCharacters } from '../../ground/text.ts'
import { wrong } from './cases.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

test('a file that is empty, too large or not what it says is refused at the field file [S4-3b]', async () => {
  const pdf = await scannedPdf('Đơn')
  const huge = new Uint8Array(20 * 1024 * 1024 + 1)
  huge.set(pdf)
  const text = (words: string) => new TextEncoder().encode(words)
  const exe = Uint8Array.from([0x4d, 0x5a, 0x90, 0, ...Array.from({ length: 200 }, () => 7)])
  const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const cases: [string, string, Uint8Array<ArrayBuffer>, string][] = [
    ['nothing', 'trong.pdf', new Uint8Array(), 'file-empty'],
    ['more than 20 MiB', 'lon.pdf', huge, 'file-too-large'],
    ['a program called PDF', 'don.pdf', exe, 'file-not-what-it-says'],
    ['a program', 'don.exe', exe, 'file-kind-refused'],
    ['a picture called PDF', 'don.pdf', photo, 'file-not-what-it-says'],
    ['a PDF called a picture', 'don.jpg', pdf, 'file-not-what-it-says'],
    ['a drawing that runs', 've.svg', svg, 'file-kind-refused'],
    ['a drawing called PNG', 've.png', svg, 'file-not-what-it-says'],
    ['a page', 'trang.html', text('<!doctype html><script>alert(1)</script>'), 'file-kind-refused'],
    ['a page called PDF', 'trang.pdf', text('<!doctype html><p>Đơn'), 'file-not-what-it-says'],
    ['half a PDF', 'don.pdf', pdf.slice(0, 300), 'file-not-what-it-says'],
    ['half a photo', 'anh.jpg', photo.slice(0, 150), 'file-not-what-it-says'],
  ]
  for (const [what, name, bytes, refusal] of cases) {
    const form = new FormData()
    form.set('file', new Blob([bytes]), name)
    saysNo(await at.api.call('congdan', 'POST', '/files', form), wrong(refusal, 'file'), what)
  }
})

test('whatever a file calls itself, it is kept under a name that steers nothing, and goes out as a download that runs nowhere', async () => {
  const script = await PDFDocument.create()
  script.addPage()
  script.addJavaScript('x', 'app.alert(1)')
  const bytes = new Uint8Array(await script.save())
  const names = [
    '../../etc/passwd.pdf',
    '..\\..\\win.pdf',
    'a\r\nSet-Cookie: x=1.pdf',
    'đơn\u202efdp.exe.pdf',
    '"; filename="b.html.pdf',
    '照片 😀.pdf',
    'x'.repeat(300) + '.pdf',
    '%00%0d%0a.pdf',
    '<script>.pdf',
    '\u200b.pdf',
    'con.pdf',
    'đơn.html',
    'đơn.hta',
    'đơn.exe',
    'đơn.svg',
    'đơn.pdf.lnk',
    'đơn.PDF',
    'đơn',
    'x'.repeat(300) + '.exe',
  ]
  for (const name of names) {
    const form = new FormData()
    form.set('file', new Blob([bytes]), name)
    const { status, body } = await at.api.call('congdan', 'POST', '/files', form)
    assert.equal(status, 201, `${name}: ${JSON.stringify(body)}`)
    assert.doesNotMatch(body.name, /[/\\\p{Cc}\p{Cf}"<>|:*?]/u, name)
    assert.ok(body.name.length <= 150)
    assert.ok(!hasOddCharacters(body.name, false), `${body.name} can be printed in the acknowledgement`)
    const { headers } = await at.api.call('congdan', 'GET', `/files/${body.id}/content`)
    assert.match(
      headers.get('content-disposition')!,
      /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w%.~!$&+^`|-]*$/,
      name,
    )
    assert.match(
      headers.get('content-disposition')!,
      /\.pdf"; filename\*=UTF-8''.*\.pdf$/i,
      `${name} ends as what it is`,
    )
    assert.equal(headers.get('content-type'), 'application/pdf')
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('content-security-policy'), "sandbox; default-src 'none'")
    assert.equal(headers.get('set-cookie'), null)
  }
})

test('what one account leaves lying about is bounded; attaching it or the week makes room again', async () => {
  const { id } = await at.api.upload('doanhnghiep', 'a.pdf', await scannedPdf('Đơn'))
  const sql = `insert into documents.file (id, name_sealed, media_type, size, sha256, address, wrapped_key, scan, owner, uploaded_at, active_content)
    select gen_random_uuid(), name_sealed, media_type, size, sha256, address, wrapped_key, scan, owner, uploaded_at, active_content
    from documents.file, generate_series(1, 299) where id = $1`
  await withClient(house.ownerUrl, (client) => client.query(sql, [id]))
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await scannedPdf('Đơn'))]), 'b.pdf')
  const no = await at.api.call('doanhnghiep', 'POST', '/files', form)
  saysNo(no, { status: 429, refusal: 'too-many-loose-files' }, 'the 301st')
  const attach = `update documents.file set attached_at = uploaded_at where id = $1`
  await withClient(house.ownerUrl, (client) => client.query(attach, [id]))
  await at.api.upload('doanhnghiep', 'b.pdf', await scannedPdf('Đơn'))
})

test('an officer who checks papers is never shown a PDF that carries a script inside the page', async () => {
  const script = await PDFDocument.create()
  script.addPage()
  script.addJavaScript('x', 'app.alert(1)')
  const hostile = await at.api.upload('congdan', 'a.pdf', new Uint8Array(await script.save()))
  const plain = await at.api.upload('congdan', 'b.pdf', await scannedPdf('Đơn'))
  const attachments = [hostile, plain].map(({ id }) => ({ component: 'birth-proof', file: id }))
  await at.dossierIn('submitted', { attachments })
  const officer = visitor(house.base)
  await officer.signIn('tiepnhan')
  const seen = async ({ id }: { id: string }) => (await officer.get(`/viec/tep/${id}`)).headers
  assert.match((await seen(plain)).get('content-disposition')!, /^inline/)
  assert.match((await seen(plain)).get('content-security-policy')!, /^default-src 'none'/)
  const kept = await seen(hostile)
  assert.match(kept.get('content-disposition')!, /^attachment/)
  assert.match(kept.get('content-security-policy')!, /^sandbox/)
})

test('one file is attached once to each paper: a hundred times is refused with a sentence', async () => {
  const { id } = await at.api.upload('congdan', 'a.pdf', await scannedPdf('Đơn'))
  const filing = await at.filing({
    attachments: Array.from({ length: 100 }, () => ({ component: 'birth-proof', file: id })),
  })
  saysNo(
    await at.api.call('congdan', 'POST', '/dossiers', filing),
    wrong('attachment-repeated', 'attachments'),
    'a hundred times',
  )
  const twice = await at.filing({
    attachments: [id, id.toUpperCase()].map((file) => ({ component: 'birth-proof', file })),
  })
  saysNo(
    await at.api.call('congdan', 'POST', '/dossiers', twice),
    wrong('attachment-repeated', 'attachments'),
    'in capitals',
  )
})

test('an upload that breaks off, or is no upload, is answered as one without a file', async () => {
  const token = await at.api.tokenOf('congdan')
  const head = 'Content-Disposition: form-data; name="file"; filename="a.pdf"'
  const shots: [string, string, string][] = [
    ['no boundary', 'multipart/form-data', '--x'],
    ['an end in the middle', 'multipart/form-data; boundary=x', `--x\r\n${head}\r\n\r\n%PDF-1.7`],
    ['no end at all', 'multipart/form-data; boundary=x', ''],
    [
      'another field',
      'multipart/form-data; boundary=x',
      `--x\r\n${head.replace('"file"', '"tep"')}\r\n\r\n%PDF\r\n--x--\r\n`,
    ],
    [
      'no name',
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n`,
    ],
    ['JSON', 'application/json', '{"file":"abc"}'],
  ]
  for (const [what, type, body] of shots) {
    const answer = await fetch(`${house.base}/api/v1/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    })
    saysNo(
      { status: answer.status, body: await answer.json(), headers: answer.headers },
      wrong('file-empty', 'file'),
      what,
    )
  }
})
