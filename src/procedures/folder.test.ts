import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { definition, problemLines, procedureFiles, readProcedureFolder } from './index.ts'

const source = new URL('../../catalogue/1.001193/', import.meta.url).pathname
let root = ''
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'catalogue-'))
})
after(() => rm(root, { recursive: true }))

let copies = 0
/** A copy of a good folder with one file changed, and the problems found in it. */
async function problemsAfter(file: string, change: (text: string) => string | null): Promise<string[]> {
  const folder = join(root, String(++copies), '1.001193')
  await cp(source, folder, { recursive: true })
  const changed = change(await readFile(join(folder, file), 'utf8'))
  if (changed === null) await rm(join(folder, file))
  else await writeFile(join(folder, file), changed)
  const read = await readProcedureFolder(folder)
  return read.ok ? [] : problemLines(read.detail)
}
// oxlint-disable-next-line typescript/no-explicit-any -- a file still to be checked may be anything
const edit = (change: (value: any) => void) => (text: string) => {
  const value = JSON.parse(text)
  change(value)
  return JSON.stringify(value)
}

test('a good folder is read whole, and what is kept in the database reads back the same', async () => {
  const read = await readProcedureFolder(source)
  assert.ok(read.ok, read.ok ? '' : problemLines(read.detail).join('\n'))
  const { definition: found, bpmn, cases, hash } = read.value
  assert.equal(found.code, '1.001193')
  assert.equal(found.process.length, 7)
  assert.match(bpmn, /^<\?xml/)
  assert.ok(cases.length > 10)
  assert.match(hash, /^[0-9a-f]{64}$/)
  assert.deepEqual(definition.parse(JSON.parse(JSON.stringify(found))), found)
})

test('a missing part keeps a procedure from being published [S3A-10.1c]', async () => {
  for (const file of procedureFiles) assert.deepEqual(await problemsAfter(file, () => null), [`${file}: missing`])
  const parts = ['components', 'results', 'timeLimits', 'legalBasis', 'steps', 'name', 'levels', 'audience']
  for (const part of parts) {
    const found = await problemsAfter(
      'procedure.json',
      edit((one) => delete one[part]),
    )
    assert.match(found.join('\n'), new RegExp(`^procedure.json /${part}: `), part)
  }
})

test('a way of working without the document that lays it down is refused, and each version holds that document [S1-4.2]', async () => {
  const bare = await problemsAfter(
    'procedure.json',
    edit((one) => delete one.decision),
  )
  assert.match(bare.join(), /^procedure.json \/decision: /)
  const upwards = await problemsAfter('process.bpmn', (text) =>
    text.replace(/(id="(?:review|sign|issue)"[^>]*?)motcua:role/g, '$1motcua:agency="health" motcua:role'),
  )
  assert.match(upwards.join(), /^process.bpmn review: .*needs the decision that issued it/)
  const across = await readProcedureFolder(new URL('../../catalogue/2.000286/', import.meta.url).pathname)
  assert.ok(across.ok)
  const { decision, processDecision } = across.value.definition
  assert.deepEqual([decision, processDecision], ['2022/QĐ-UBND', '2022/QĐ-UBND'])
})

test('a procedure without the decision that announced it is refused [S3A-12.2]', async () => {
  const found = await problemsAfter(
    'procedure.json',
    edit((one) => delete one.decision),
  )
  assert.match(found.join('\n'), /^procedure.json \/decision: /)
})

test('every problem names its file, its place and its reason', async () => {
  const cases: [string, (text: string) => string, RegExp][] = [
    ['procedure.json', (text) => text.slice(1), /^procedure.json: /],
    ['procedure.json', edit((one) => (one.code = '1.001194')), /^procedure.json \/code: the folder is 1.001193$/],
    [
      'procedure.json',
      edit((one) => (one.components[1].waivedWhen.when.field = '/proof/x')),
      /^procedure.json \/components\/1\/waivedWhen\/when\/field: the form has no field \/proof\/x$/,
    ],
    [
      'procedure.json',
      edit((one) => (one.components[2].when.equals = 'lost')),
      /^procedure.json \/components\/2\/when\/field: .* has no choice "lost"$/,
    ],
    ['procedure.json', edit((one) => (one.components[3].id = 'declaration')), /two papers share the id declaration/],
    [
      'procedure.json',
      edit((one) => (one.results[0].fields[0].from = '/x')),
      /^procedure.json \/results\/0\/fields\/0: the form has no field \/x$/,
    ],
    [
      'procedure.json',
      edit((one) => (one.timeLimits[0].confidence = 'read')),
      /^procedure.json \/timeLimits\/0\/confidence: a limit whose unit is not printed is unconfirmed$/,
    ],
    ['procedure.json', edit((one) => (one.onlineLevel = 'partial')), /^procedure.json \/onlineReason: /],
    ['procedure.json', edit((one) => (one.name = one.name.normalize('NFD'))), /^procedure.json: not in NFC$/],
    ['procedure.json', edit((one) => (one.colour = 'red')), /^procedure.json: .*colour/],
    [
      'fees.json',
      edit((one) => (one.rules[2].amount.quantity = '/child/name')),
      /^fees.json \/rules\/2\/amount: \/child\/name is not a number$/,
    ],
    ['fees.json', edit((one) => (one.rules[1].id = 'on-time')), /^fees.json \/rules: two rules share an id$/],
    ['form.json', edit((one) => delete one.example.child.name), /^form.json \/example\/child\/name: Nhập họ/],
    [
      'form.json',
      edit((one) => (one.layout.pages[0].fields[0] = '/nowhere')),
      /^form.json \/layout: no such field: \/nowhere$/m,
    ],
    [
      'process.bpmn',
      (text) => text.replace('motcua:minutes="240"', 'motcua:minutes="241"'),
      /^process.bpmn: các bước cộng lại 481 phút, thời hạn \(online\) là 480 phút \/ the steps take 481 minutes, the limit \(online\) is 480$/,
    ],
    ['process.bpmn', (text) => text.replace('agency-leader', 'mayor'), /^process.bpmn assign: no such role: “mayor”$/],
    ['cases.json', () => '[]', /^cases.json: /],
  ]
  for (const [file, change, expected] of cases) assert.match((await problemsAfter(file, change)).join('\n'), expected)
})

test('no procedure is filed online only: whoever wants to come to the counter may [S0-18.2]', async () => {
  const problems = await problemsAfter(
    'procedure.json',
    edit((one) => (one.channels = ['online'])),
  )
  assert.match(problems.join('\n'), /^procedure.json \/channels: no procedure shuts the counter/m)
})

test('any change of any file changes the hash', async () => {
  const hashes = new Set<string>()
  for (const file of [...procedureFiles, '']) {
    const folder = join(root, String(++copies), '1.001193')
    await cp(source, folder, { recursive: true })
    if (file) await writeFile(join(folder, file), `${await readFile(join(folder, file), 'utf8')}\n`)
    const read = await readProcedureFolder(folder)
    assert.ok(read.ok, file)
    hashes.add(read.value.hash)
  }
  assert.equal(hashes.size, procedureFiles.length + 1)
})
