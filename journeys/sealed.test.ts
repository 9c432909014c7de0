import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { scannedPdf } from './papers.ts'
import { openTestHouse, reacher, type TestHouse, withClient } from './reach.ts'

/** Somebody whose every particular is found nowhere else in the house. */
const citizen = {
  kind: 'person',
  username: 'xuan.quynh',
  password: 'Demo@12345',
  displayName: 'Tôn Nữ Xuân Quỳnh',
  identityNumber: '046187009431',
  birthDate: '1987-11-23',
  phone: '+84978315264',
  email: 'xuan.quynh@rieng.example.vn',
  address: 'Số 47 ngõ Hoa Sữa, xã An Bình, tỉnh Hòa Giang',
  acceptTerms: true,
}

/** What a copy of the database and of the files must not tell, each as it was typed or as somebody might look for it. */
const secrets: Record<string, string> = {
  'identity number': '046187009431',
  phone: '978315264',
  'e-mail': 'xuan.quynh@rieng',
  address: 'Hoa Sữa',
  'birth date': '1987-11-23',
  'name of the child, a form answer': 'Gia Bảo Ngân Hà',
  'name of the file': 'giay-chung-sinh-rieng',
  'content of the file': 'DAU-VET-7Q4Z',
  'reason of a mark': 'Chữ ký hơi mờ nhưng đọc được',
  'why it was not verified': 'Cơ sở y tế không còn sổ',
  'note of the assignment': 'Ưu tiên vì ở xa',
  'reason of the return': 'Xem lại chữ đệm',
  'note of the proposal': 'Đã đối chiếu sổ gốc',
  'who received it': 'Chồng là Hoàng Kha',
  'comment of the rating': 'Cán bộ rất chu đáo',
  'why a paper failed': 'Trang hai bị nhòe mực tím',
  'words of the guidance': 'Ra trạm y tế Bình Lục xin lại',
  'reason of the apology': 'Cán bộ trực hôm ấy đọc sót',
  'a form answer that was replaced': 'Gia Bảo Ngân Hà Cũ',
  'why it was taken back': 'Gia đình dọn vào Bến Nghé',
  'body of a message': 'Bạn chưa cần làm gì thêm',
  password: 'Demo@12345',
  PIN: '246810',
}

/** The only columns that may name the citizen, with the reason. */
const namesStandIn: Record<string, string> = {
  'accounts.account.display_name':
    'greets the holder and is looked for by officers; names are searched, so they are not sealed',
  'dossiers.dossier.applicant_name': 'the counter finds a dossier by the name of whoever stands there',
}

let house: TestHouse
before(async () => {
  house = await openTestHouse()
  const { api, act, bring, filing } = reacher(house.base)
  await api.expect(201, null, 'POST', '/accounts', citizen)
  const who = citizen.username
  const marked = Buffer.concat([
    await scannedPdf('Giấy chứng sinh'),
    Buffer.from(`\n%${secrets['content of the file']}\n`),
  ])
  const paper = await api.upload(who, 'giay-chung-sinh-rieng.pdf', new Uint8Array(marked))
  const form = (example: { child: object }) => ({
    ...example,
    child: { ...example.child, name: secrets['name of the child, a form answer'] },
  })
  const attachments = [{ component: 'birth-proof', file: paper.id }]
  const body = await filing({ filer: who, form, attachments })
  const draftForm = body.form
  const draft = await api.expect(201, who, 'POST', '/dossiers', body)
  const { id } = await bring(draft, 'submitted', who)
  await act('tiepnhan', id, 'accept', ({ components: [first, ...others], ...body }) => ({
    ...body,
    forward: true,
    components: [{ ...first, reason: secrets['reason of a mark'] }, ...others],
  }))
  await act('lanhdao', id, 'assign', (body) => ({ ...body, to: 'chuyenvien', note: secrets['note of the assignment'] }))
  const propose = () =>
    act('chuyenvien', id, 'propose-result', ({ components, ...body }) => ({
      ...body,
      note: secrets['note of the proposal'],
      components: components.map(({ component }: { component: string }) => ({
        component,
        authenticated: false,
        reason: secrets['why it was not verified'],
      })),
    }))
  await propose()
  await act('truongphong', id, 'send-back', (body) => ({ ...body, reason: secrets['reason of the return'] }))
  const ready = await bring(await propose(), 'ready-to-return')
  await act('tiepnhan', ready.id, 'return-result', (body) => ({ ...body, receivedBy: secrets['who received it'] }))
  await api.expect(201, who, 'POST', `/dossiers/${id}/rating`, { score: 5, comment: secrets['comment of the rating'] })
  await api.expect(200, null, 'GET', `/lookup/${ready.code}`)

  const form2 = (example: { child: object }) => ({
    ...example,
    child: { ...example.child, name: secrets['a form answer that was replaced'] },
  })
  const second = await api.expect(201, who, 'POST', '/dossiers', await filing({ filer: who, form: form2, attachments }))
  await bring(second, 'submitted', who)
  await act(who, second.id, 'amend', ({ version }) => ({ version, form: draftForm }))
  await act('tiepnhan', second.id, 'return-with-guidance', (body) => ({
    ...body,
    guidance: secrets['words of the guidance'],
    components: body.components.map((mark: { verdict: string }) =>
      mark.verdict === 'fail' ? { ...mark, reason: secrets['why a paper failed'] } : mark,
    ),
  }))
  await act(who, second.id, 'supplement')
  await act('giamdoc', second.id, 'apologise', (body) => ({ ...body, reason: secrets['reason of the apology'] }))
  await act(who, second.id, 'withdraw', (body) => ({ ...body, reason: secrets['why it was taken back'] }))
  await api.call(null, 'POST', '/sessions', { username: who, password: 'sai' })
  const words = (await api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}/history`)).items.flatMap(
    (line: { words?: object }) => Object.values(line.words ?? {}),
  )
  assert.deepEqual(words, [
    secrets['note of the assignment'],
    secrets['reason of the return'],
    secrets['who received it'],
  ])
})
after(() => house.close())

type Cell = { column: string; text: string }

/** Every value of every table as its owner reads it; bytes also as the text they would be. */
async function everyCell(): Promise<Cell[]> {
  return withClient(house.ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const cells: Cell[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ column: string; text: string }>(
        `select '${name}.' || e.key as column, e.value as text from ${name} t, jsonb_each_text(to_jsonb(t)) e where e.value is not null`,
      )
      for (const { column, text } of rows) {
        cells.push({ column, text: text.normalize('NFC') })
        if (text.startsWith('\\x'))
          cells.push({ column, text: Buffer.from(text.slice(2), 'hex').toString('utf8').normalize('NFC') })
      }
    }
    return cells
  })
}

test('a copy of the database tells nothing of a citizen but the name, and that only where it must stand [S0-5a]', async () => {
  const cells = await everyCell()
  const schemas = new Set(cells.map(({ column }) => column.split('.')[0]))
  for (const schema of [
    'accounts',
    'audit',
    'dossiers',
    'ground',
    'graphile_worker',
    'notifications',
    'ratings',
    'records',
  ])
    assert.ok(schemas.has(schema), schema)
  for (const [what, secret] of Object.entries(secrets)) {
    const found = cells.filter(({ text }) => text.includes(secret)).map(({ column }) => column)
    assert.deepEqual([...new Set(found)], [], what)
  }
  const named = cells.filter(({ text }) => text.includes(citizen.displayName)).map(({ column }) => column)
  assert.deepEqual([...new Set(named)].toSorted(), Object.keys(namesStandIn))
})

test('a copy of the stored files tells nothing at all: no content, no name, in no encoding [S0-5a]', () => {
  const folder = house.house.config.data
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const kept = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  assert.ok(kept.length >= 6, 'the paper, the slips, the drafts, the result')
  const all = { ...secrets, name: citizen.displayName }
  for (const [what, secret] of Object.entries(all)) {
    for (const needle of [
      Buffer.from(secret),
      Buffer.from(secret, 'utf16le'),
      Buffer.from(secret, 'utf16le').swap16(),
    ]) {
      assert.ok(!kept.some((bytes) => bytes.includes(needle)), what)
    }
  }
  assert.ok(!kept.some((bytes) => bytes.includes('%PDF-')), 'not even that it is a PDF')
})

test('without the master key what was copied opens for nobody', async () => {
  const { db, vault } = house.house
  const [form] = await db
    .selectFrom('dossiers.dossier')
    .select(['id', 'form_sealed'])
    .where('applicant_name', '=', citizen.displayName)
    .execute()
  const opened = vault.openJson<{ child: { name: string } }>(form!.form_sealed, `dossiers.form:${form!.id}`)
  assert.equal(opened.child.name, secrets['name of the child, a form answer'])
  assert.throws(() => vault.openJson(form!.form_sealed, 'dossiers.form:another'), 'nor moved to another dossier')
  const changed = Buffer.from(form!.form_sealed)
  changed[changed.length - 1]! ^= 1
  assert.throws(() => vault.openJson(changed, `dossiers.form:${form!.id}`), 'nor changed')
})
