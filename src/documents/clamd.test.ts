import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { after, before, test } from 'node:test'
import { scannedPdf } from '../../journeys/papers.ts'
import { jobs, openTestHouse, reacher, type TestHouse } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { openScanner, withoutClamd } from '../../journeys/scanner.ts'
import { askClamd } from './clamd.ts'

/** The standard test virus, turned around here so that no scanner takes this file for one. */
const eicar = [...'*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X'].toReversed().join('')

/** Speaks INSTREAM as clamd does, and knows one virus. */
let mood: 'well' | 'full' | 'silent' = 'well'
const seen: number[] = []
const scanner: Server = createServer((socket) => {
  let held = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.on('data', (part: Buffer) => {
    held = Buffer.concat([held, part])
    const bytes = streamed(held)
    if (!bytes) return
    seen.push(bytes.length)
    if (mood === 'silent') return void socket.destroy()
    if (mood === 'full') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    socket.end(bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
  })
})

/** What was sent between the command and the empty piece; nothing while it is not whole. */
function streamed(held: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (held.length >= command.length) assert.equal(held.subarray(0, command.length).toString(), command)
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= held.length;) {
    const size = held.readUInt32BE(at)
    if (size === 0) return Buffer.concat(parts)
    parts.push(held.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return undefined
}

let house: TestHouse
let at: ReturnType<typeof reacher>
let address: string
before(async () => {
  await new Promise<void>((ready) => scanner.listen(0, '127.0.0.1', ready))
  address = `127.0.0.1:${(scanner.address() as { port: number }).port}`
  house = await openTestHouse({ env: { MOTCUA_CLAMD: address } })
  at = reacher(house.base)
})
after(async () => {
  scanner.close()
  await house.close()
})

const sent = async (bytes: Uint8Array<ArrayBuffer>, who = 'congdan') => {
  const form = new FormData()
  form.set('file', new Blob([bytes]), 'giay.pdf')
  return at.api.call(who, 'POST', '/files', form)
}
/** A whole PDF with the virus in it. */
const infected = async () => {
  const pdf = Buffer.from(await scannedPdf('Giấy tờ'))
  const end = pdf.lastIndexOf('startxref')
  return new Uint8Array(Buffer.concat([pdf.subarray(0, end), Buffer.from(`%${eicar}\n`), pdf.subarray(end)]))
}
const files = async () =>
  Number(
    (
      await house.house.db
        .selectFrom('documents.file')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('the whole file goes through the scanner, however long, and what is clean is kept as such', async () => {
  const long = new Uint8Array(300_000).fill(65)
  assert.deepEqual(await askClamd(address, long), { found: undefined })
  assert.equal(seen.at(-1), 300_000)
  const { status, body } = await sent(await scannedPdf('Giấy tờ'))
  assert.deepEqual([status, body.scan], [201, 'clean'])
})

test('the test virus is kept out and among no files; who sent it and what it was is written down [S3A-4.4]', async () => {
  const before = await files()
  saysNo(await sent(await infected()), { status: 422, refusal: 'file-infected', at: 'file' }, 'infected')
  assert.equal(await files(), before)
  const entry = await house.house.db
    .selectFrom('audit.entry as e')
    .innerJoin('accounts.account as a', 'a.id', 'e.actor')
    .select(['a.username', 'e.details'])
    .where('e.act', '=', 'infected-file')
    .executeTakeFirstOrThrow()
  const { found, sha256 } = entry.details as Record<string, string>
  assert.deepEqual([entry.username, found, sha256!.length], ['congdan', 'Eicar-Test-Signature', 64])
})

test('while the scanner does not answer, or says it cannot, nothing is taken', async () => {
  const before = await files()
  for (const one of ['full', 'silent'] as const) {
    mood = one
    const { status, body } = await sent(await scannedPdf('Giấy tờ'))
    assert.deepEqual([status, body.refusal], [503, 'scanner-away'], one)
  }
  mood = 'well'
  assert.equal(await files(), before)
  await assert.rejects(askClamd('/nowhere/clamd.sock', new Uint8Array(1)), /ENOENT/)
})

test(
  'the real clamd finds what it knows: the file lies sealed in quarantine, and the incident is told to who answers for safety and to the head of the sender’s agency [S2-24.4]',
  { skip: withoutClamd },
  async () => {
    const [marker, whole] = ['DAY-LA-MA-DOC-THU-NGHIEM', await scannedPdf('Tệp cấm cả tệp')]
    const real = await openScanner(marker, whole)
    const pdf = Buffer.from(await scannedPdf('Giấy tờ'))
    const end = pdf.lastIndexOf('startxref')
    const marked = Buffer.concat([pdf.subarray(0, end), Buffer.from(`%${marker}\n`), pdf.subarray(end)])
    const { config, db, vault } = house.house
    config.clamd = real.address
    try {
      const before = await files()
      assert.deepEqual((await sent(await scannedPdf('Giấy tờ'))).body.scan, 'clean')
      for (const [who, bytes] of [
        ['congdan', whole],
        ['tiepnhan', new Uint8Array(marked)],
      ] as const) {
        const no = await sent(bytes, who)
        saysNo(no, { status: 422, refusal: 'file-infected', at: 'file' }, who)
        assert.match(no.body.errors[0].message, /[Mm]ã độc|mã nguy hiểm/)
      }
      assert.equal(await files(), before + 1, 'only the clean one')
    } finally {
      config.clamd = address
      real.close()
    }
    const kept = await db.selectFrom('documents.quarantine').selectAll().orderBy('kept_at', 'desc').limit(2).execute()
    assert.deepEqual(kept.map(({ found }) => found).toSorted(), [
      'MotCua.Test.Marker.UNOFFICIAL',
      'MotCua.Test.Whole.UNOFFICIAL',
    ])
    for (const { id, content_sealed: content } of kept) {
      assert.ok(!content!.includes('%PDF') && !content!.includes(marker))
      assert.equal((await at.api.call('congdan', 'GET', `/files/${id}/content`)).status, 404, 'nobody is served it')
    }
    const [officers] = kept
    assert.ok(vault.open(officers!.content_sealed!, `documents.quarantine:${officers!.id}`).equals(marked))

    await jobs(house.house)['watch-audit']()
    const told = async (who: string) =>
      (await at.api.expect(200, who, 'GET', '/messages')).items.map(({ subject }: { subject: string }) => subject)
    const subject = 'Cảnh báo an toàn thông tin: Tệp tải lên có mã độc'
    assert.deepEqual(await told('quantri'), [subject, subject], 'one for each sender')
    assert.deepEqual(await told('lanhdao'), [subject], 'the head of the officer’s agency')
    house.moveTo('2026-04-02T23:00:00+07:00')
    await jobs(house.house)['sweep-files']()
    const [left] = await db
      .selectFrom('documents.quarantine')
      .select((eb) => eb.fn.count('content_sealed').as('n'))
      .execute()
    assert.equal(Number(left!.n), 0, 'after thirty days only the line stays')
  },
)
