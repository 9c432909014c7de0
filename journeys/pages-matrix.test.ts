import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { dossierFor, queueNames, queuePage, type Reader } from '../src/dossiers/index.ts'
import { permissions, mayReach, type Officer, type Role, roles } from '../src/organisations/law/index.ts'
import { pageDoors } from '../src/web/index.ts'
import { type Caller, everyone } from './everyone.ts'
import { openTestHouse, reacher, type TestHouse } from './reach.ts'

let house: TestHouse
let callers: Caller[]
let ids: string[]
before(async () => {
  house = await openTestHouse()
  callers = await everyone(house)
  const at = reacher(house.base)
  ids = []
  for (const state of ['submitted', 'draft', 'submitted', 'accepted', 'submitted', 'accepted'] as const)
    ids.push((await at.dossierIn(state)).id)
})
after(() => house.close())

const applicant = 'Nguyễn Thị Thùy Dương'

async function look({ cookie }: Caller, path: string) {
  const headers = new Headers(cookie ? { cookie: `motcua=${cookie}` } : {})
  const answer = await fetch(`${house.base}${path}`, { headers, redirect: 'manual' })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

type Door = (typeof pageDoors)[number]

/** What the tables say of this caller at this address: sent to sign in, to their own side, not there, or let in. */
function expected({ role, token }: Caller, { for: whom, may }: Door): string {
  if (whom === 'anyone') return 'in'
  if (!token) return 'sign-in'
  if (whom === 'officer' && !role) return 'own-side'
  if (whom === 'citizen' && role) return 'own-side'
  if (may && may !== 'by-reach' && !(permissions[may] as readonly Role[]).includes(role!)) return 'missing'
  return 'in'
}

function found({ status, to }: { status: number; to: string }, { path }: Door): string {
  if (to.startsWith('/dang-nhap?ve=')) return 'sign-in'
  if (status === 303 && (to === '/viec' || to === '/ho-so') && !path.startsWith('/dang-')) return 'own-side'
  return status === 404 ? 'missing' : 'in'
}

test('every role opens exactly the pages that are for it, and no page shows a dossier to whom does not reach it [S1-18.1a] [S1-18.2] [S3A-13.1]', async (t) => {
  const [id] = ids as [string]
  const doors = pageDoors.filter(
    ({ get, path }) => get && !path.startsWith('/kieu-dang') && !path.startsWith('/dang-nhap/'),
  )
  const dossier = await house.house.db
    .selectFrom('dossiers.dossier')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const reached = { ...dossier, filedBy: dossier.filed_by }
  const different: string[] = []
  let asked = 0
  const one = async (caller: Caller, door: Door) => {
    const ofDossier = door.path.includes('/ho-so/:id')
    const path = door.path.replace(':id', id).replace(/:\w+/g, '1')
    const seen = await look(caller, path)
    asked += 1
    assert.ok(seen.status < 500, `${caller.name} ${path}: ${seen.status}`)
    const wanted = expected(caller, door)
    const got = found(seen, door)
    // What an address names besides the dossier is not there: only then may it be missing for who is let in.
    const open = /:/.test(door.path)
    if (got !== wanted && !(open && wanted === 'in' && got === 'missing'))
      different.push(`${caller.name} ${path}: ${got}, not ${wanted}`)
    const reaches = caller.officer !== undefined && mayReach(caller.officer, reached)
    if (ofDossier && !reaches && (seen.status === 200 || (caller.name !== 'congdan' && seen.text.includes(applicant))))
      different.push(`${caller.name} sees ${path}`)
  }
  for (const door of doors) await Promise.all(callers.map((caller) => one(caller, door)))
  t.diagnostic(
    `${asked} combinations of ${callers.length} callers and ${doors.length} pages, ${different.length} different`,
  )
  assert.deepEqual(different, [])
})

test('no list, search or look shows a dossier outside one’s reach, whatever posts one holds anywhere [S1-18.1a] [S0-15.4bis]', async () => {
  const { db, vault, clock } = house.house
  const units = await db.selectFrom('organisations.unit').select(['id', 'parent', 'kind']).execute()
  const people = callers.flatMap(({ officer }) => (officer ? [officer] : []))
  const someUnit = fc.constantFrom(...units)
  const post = fc
    .record({ role: fc.constantFrom(...(Object.keys(roles) as Role[])), unit: someUnit })
    .map(({ role, unit }) => ({
      role,
      title: '',
      unit: unit.id,
      unitName: '',
      agency: ['commune', 'department', 'province', 'notary'].includes(unit.kind) ? unit.id : (unit.parent ?? unit.id),
      agencyName: '',
    }))
  const reader = fc.record({ who: fc.constantFrom(...people), posts: fc.array(post, { maxLength: 3 }) })
  const places = fc.array(
    fc.record({ reception: someUnit, agency: someUnit, officer: fc.option(fc.constantFrom(...people)) }),
    {
      minLength: ids.length,
      maxLength: ids.length,
    },
  )
  await fc.assert(
    fc.asyncProperty(
      places,
      fc.array(reader, { minLength: 3, maxLength: 3 }),
      fc.constantFrom('', 'Dương'),
      async (where, readers, q) => {
        for (const [index, { reception, agency, officer }] of where.entries()) {
          await db
            .updateTable('dossiers.dossier')
            .set({
              reception: reception.id,
              agency: agency.id,
              officer: officer?.id ?? null,
              desk: sql`case when desk is null then null else ${reception.id}::uuid end`,
            })
            .where('id', '=', ids[index]!)
            .execute()
        }
        const rows = await db.selectFrom('dossiers.dossier').selectAll().where('id', 'in', ids).execute()
        for (const { who, posts } of readers) {
          const at: Reader = { db, vault, now: clock.now(), reader: { ...who, posts } as Officer }
          const mine = new Set(
            rows.filter((row) => mayReach(at.reader, { ...row, filedBy: row.filed_by })).map(({ id }) => id),
          )
          for (const queue of queueNames) {
            const { items } = await queuePage(at, { queue, q, limit: 100 })
            for (const { id } of items) assert.ok(mine.has(id), `${queue} shows ${id}`)
            if (queue === 'all' && !q) assert.deepEqual(new Set(items.map(({ id }) => id)), mine)
          }
          for (const { id } of rows) assert.equal((await dossierFor(at, id)) !== undefined, mine.has(id))
        }
      },
    ),
    { numRuns: 15 },
  )
})
