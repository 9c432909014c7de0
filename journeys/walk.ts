import assert from 'node:assert/strict'
import { type Client, client } from './client.ts'
import { photo, scannedPdf } from './papers.ts'

export type Walked = {
  id: string
  code: string
  reference: string
  result: { file: string; identifier?: string }
  bytes: Buffer
}

/** Who takes each step when the commune's people's committee is competent. */
const commune = {
  counter: 'tiepnhan',
  leader: 'lanhdao',
  officer: 'chuyenvien',
  division: 'truongphong',
  clerk: 'vanthu',
}

/** A neighbour at the counter, invented; the number has the structure of a real one. */
export const neighbour = {
  kind: 'person',
  displayName: 'Lê Thị Cẩm Nhung',
  identityNumber: '046185001234',
  birthDate: '1985-06-02',
  sex: 'nữ',
  phone: '0905 222 333',
  address: 'Thôn Tây, xã An Bình, tỉnh Hòa Giang',
}

export async function stepBody(
  api: Client,
  who: string,
  id: string,
  act: string,
  choose: (example: any) => any = (one) => one,
) {
  const acts = await api.expect(200, who, 'GET', `/dossiers/${id}/acts`)
  const found = acts.find((one: { act: string }) => one.act === act)
  assert.ok(found, `${who} may not ${act}; may: ${acts.map((one: { act: string }) => one.act).join(', ') || 'nothing'}`)
  return choose(found.example)
}

/** One dossier from draft to returned through the doors for machines, as acceptance takes it. */
export async function walk(base: string, procedure: string, channel: 'online' | 'counter' | 'post'): Promise<Walked> {
  const api = client(base)
  const filer = channel === 'online' ? 'congdan' : commune.counter
  const described = await api.expect(200, null, 'GET', `/procedures/${procedure}`)
  const [pdf, jpeg] = [
    await api.upload(filer, 'giấy chứng sinh.pdf', await scannedPdf('Giấy chứng sinh')),
    await api.upload(filer, 'ảnh chụp.jpg', photo),
  ]
  const papers = described.components.filter((one: any) => one.kind === 'submit' && one.required === true)
  const extra = described.components.find((one: any) => one.accepts.includes('image/jpeg'))
  const attachments = [
    ...papers.map((one: any) => ({ component: one.id, file: pdf.id })),
    { component: (papers[0] ?? extra).id, file: jpeg.id },
  ]

  const draft = await api.expect(201, filer, 'POST', '/dossiers', {
    procedure,
    agency: described.agencies[0].id,
    channel,
    ...(channel === 'online' ? {} : { applicant: neighbour }),
    form: described.form.example,
    attachments,
    returnBy: channel === 'online' ? 'online' : 'counter',
  })
  assert.equal(draft.state, 'draft')
  const id: string = draft.id
  const act = async (who: string, name: string, choose?: (example: any) => any) =>
    api.expect(200, who, 'POST', `/dossiers/${id}/acts/${name}`, await stepBody(api, who, id, name, choose))

  const submitted = await act(filer, 'submit')
  assert.ok(
    submitted.reference && submitted.clock === 'running',
    'submitted has a reference and a running intake clock',
  )
  const queue = await api.expect(200, commune.counter, 'GET', '/dossiers?queue=intake&limit=100')
  assert.ok(
    queue.items.some((one: any) => one.id === id),
    'the counter finds it in its queue',
  )
  const accepted = await act(commune.counter, 'accept')
  assert.ok(accepted.code && accepted.due, 'accepted has a code and a due date')
  await act(commune.counter, 'forward')
  await act(commune.leader, 'assign', (example) => ({ ...example, to: commune.officer }))
  await act(commune.officer, 'propose-result')
  await act(commune.division, 'approve')
  await act(commune.leader, 'sign-result')
  await act(commune.clerk, 'sign-result')
  await act(commune.clerk, 'hand-to-counter')
  const returned = await act(commune.counter, 'return-result')
  assert.equal(returned.state, 'returned')
  assert.equal(returned.nationalState, 10)

  const documents = await api.expect(200, filer, 'GET', `/dossiers/${id}/documents`)
  const result = documents.items.find((one: any) => one.kind === 'result')
  assert.equal(result.signedBy.length, 2)
  const looked = await api.expect(200, null, 'GET', `/lookup/${accepted.code}`)
  assert.equal(looked.state, 'returned')
  if (channel === 'online') {
    const record = await api.expect(200, 'congdan', 'GET', '/records/mine/items')
    assert.ok(
      record.items.some((item: any) => item.file === result.file),
      'the result lies in the record',
    )
    const messages = await api.expect(200, 'congdan', 'GET', '/messages')
    assert.ok(
      messages.items.some((message: any) => message.dossier === id),
      'the citizen has messages',
    )
    await api.expect(201, 'congdan', 'POST', `/dossiers/${id}/rating`, { score: 5 })
  }
  return {
    id,
    code: accepted.code,
    reference: submitted.reference,
    result,
    bytes: await api.bytes(filer, `/files/${result.file}/content`),
  }
}

/** The procedures of the walk, each by a channel its catalogue entry has. */
export const procedures = [
  ['1.001193', 'online'],
  ['1.004873', 'online'],
  ['1.000656', 'online'],
  ['2.000635', 'online'],
  ['2.000815', 'counter'],
  ['1.001612', 'online'],
] as const

if (import.meta.main) {
  const base = process.argv[2] ?? 'http://localhost:8080'
  const api = client(base)
  const found = await api.expect(200, null, 'GET', `/procedures?q=${encodeURIComponent('dang ky khai sinh')}`)
  const place = found.items.findIndex((one: any) => one.code === '1.001193')
  assert.ok(place >= 0 && place < 3, 'birth registration is among the first three found')
  for (const [code, channel] of procedures) {
    const walked = await walk(base, code, channel)
    console.log(`${code} ${channel}: ${walked.code}, ${walked.bytes.length} bytes`)
  }
}
