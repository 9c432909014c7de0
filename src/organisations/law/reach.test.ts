import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayHoldTogether, mayReach, type Officer, type Post, type Reachable, type Role, roles } from './index.ts'

const dossier: Reachable = {
  applicant: 'dan',
  filedBy: 'dan',
  reception: 'quay',
  agency: 'xa',
  officer: 'chuyen-vien',
  state: 'assigned',
}
const post = (role: Role, unit: string, agency: string): Post => ({
  role,
  unit,
  agency,
  title: '',
  unitName: '',
  agencyName: '',
})
const somebody = (id: string, ...posts: Post[]): Officer => ({
  id,
  kind: posts.length > 0 ? 'officer' : 'person',
  name: '',
  posts,
})

test('each role reaches as far as its place: own, unit, agency, province, or nothing at all [S1-18.1a] [S1-18.1b] [S1-19.3]', () => {
  const reached: Record<Role, { here: boolean; elsewhere: boolean }> = {
    'one-stop-officer': { here: true, elsewhere: false },
    digitiser: { here: true, elsewhere: false },
    'processing-officer': { here: false, elsewhere: false },
    'division-leader': { here: true, elsewhere: false },
    'agency-leader': { here: true, elsewhere: false },
    'records-clerk': { here: true, elsewhere: false },
    'centre-director': { here: true, elsewhere: false },
    cashier: { here: true, elsewhere: false },
    notary: { here: false, elsewhere: false },
    registrar: { here: true, elsewhere: false },
    'consulted-officer': { here: false, elsewhere: false },
    administrator: { here: false, elsewhere: false },
    'unit-administrator': { here: false, elsewhere: false },
    auditor: { here: true, elsewhere: true },
    chairman: { here: true, elsewhere: true },
  }
  for (const role of Object.keys(roles) as Role[]) {
    const { here, elsewhere } = reached[role]
    const place = role === 'notary' ? 'van-phong' : 'quay'
    assert.equal(mayReach(somebody('ai-do', post(role, place, 'xa')), dossier), here, `${role} here`)
    assert.equal(mayReach(somebody('ai-do', post(role, 'quay-khac', 'so')), dossier), elsewhere, `${role} elsewhere`)
  }
})

test('the officer in charge reaches what is assigned to them, and loses it with the assignment', () => {
  const officer = somebody('chuyen-vien', post('processing-officer', 'phong', 'xa'))
  assert.ok(mayReach(officer, dossier))
  assert.ok(!mayReach(officer, { ...dossier, officer: 'nguoi-khac' }))
})

test('applicant and filer reach their own dossier in every state, no other citizen does in any [S0-15.4bis]', () => {
  for (const state of ['draft', 'submitted', 'returned']) {
    assert.ok(mayReach(somebody('dan'), { ...dossier, state }))
    assert.ok(mayReach(somebody('nguoi-nop'), { ...dossier, state, filedBy: 'nguoi-nop' }))
    assert.ok(!mayReach(somebody('hang-xom'), { ...dossier, state }))
  }
})

test('what an officer entered at the counter is theirs only while they sit there; a post elsewhere, or none, reaches nothing of it [S1-18.1a] [S1-18.1b]', () => {
  for (const state of ['draft', 'submitted', 'returned']) {
    const entered = { ...dossier, state, filedBy: 'thu-ngan' }
    assert.ok(mayReach(somebody('thu-ngan', post('one-stop-officer', 'quay', 'xa')), entered), state)
    assert.ok(!mayReach({ ...somebody('thu-ngan'), kind: 'officer' }, entered), state)
    for (const elsewhere of [post('one-stop-officer', 'quay-khac', 'so'), post('cashier', 'ket', 'so')])
      assert.ok(!mayReach(somebody('thu-ngan', elsewhere), entered), state)
  }
})

test('a draft is hidden even from those who see the whole province', () => {
  for (const role of Object.keys(roles) as Role[])
    assert.ok(!mayReach(somebody('ai-do', post(role, 'quay', 'xa')), { ...dossier, state: 'draft' }), role)
})

test('who gives accounts and roles holds nothing by which dossiers are handled, and who audits neither handles nor administers [S1-18.1c]', () => {
  const administering: Role[] = ['administrator', 'unit-administrator', 'auditor']
  const handling = (Object.keys(roles) as Role[]).filter((role) => !administering.includes(role))
  assert.equal(handling.length, 12)
  for (const role of handling) {
    assert.ok(!mayHoldTogether(['administrator', role]), role)
    assert.ok(!mayHoldTogether([role, 'auditor']), role)
  }
  for (const role of administering.slice(0, 2)) assert.ok(!mayHoldTogether(['auditor', role]), role)
  for (const role of Object.keys(roles) as Role[]) assert.ok(mayHoldTogether([role, role]), role)
  assert.ok(mayHoldTogether(['one-stop-officer', 'digitiser']))
  assert.ok(mayHoldTogether([]))
})
