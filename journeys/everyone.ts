import { insertAccount, openSession } from '../src/accounts/index.ts'
import { day } from '../src/ground/day.ts'
import { newId } from '../src/ground/uuid.ts'
import { withPosts } from '../src/organisations/index.ts'
import { type Officer, type Role, roles } from '../src/organisations/law/index.ts'
import type { TestHouse } from './reach.ts'

/** Somebody at a door: what they are, from which place, with a token and a cookie. */
export type Caller = {
  name: string
  role: Role | undefined
  /** Whether their post lies where the dossier of the story lies. */
  here: boolean
  officer: Officer | undefined
  token: string | undefined
  cookie: string | undefined
}

/** One officer of every role in the commune of the story, one of every role elsewhere, and who has no post at all. */
export async function everyone({ house }: TestHouse): Promise<Caller[]> {
  const { db, vault, clock } = house
  const now = clock.now()
  const units = await db
    .selectFrom('organisations.unit')
    .select(['id', 'kind', 'level', 'parent', 'identifier'])
    .execute()
  const commune = units.find(({ kind }) => kind === 'commune')!
  const counter = units.find(({ kind, parent }) => kind === 'centre' && parent === commune.id)!
  const division = units.find(({ kind, parent }) => kind === 'division' && parent === commune.id)!
  const department = units.find(({ kind }) => kind === 'department')!
  const otherCounter = units.find(({ kind, level }) => kind === 'centre' && level === 'province')!
  const atTheCounter: readonly Role[] = ['one-stop-officer', 'digitiser', 'centre-director', 'cashier', 'notary']
  const placeOf = (role: Role, here: boolean) =>
    atTheCounter.includes(role) ? (here ? counter : otherCounter) : here ? division : department

  async function officer(role: Role, here: boolean): Promise<Caller> {
    const id = newId()
    const name = `${role}${here ? '' : '-noi-khac'}`
    const account = {
      kind: 'officer' as const,
      displayName: name,
      password: null,
      mustChangePassword: false,
      identity: null,
    }
    const rest = { profile: { name }, state: 'active' as const, assurance: 'officer' as const, createdBy: null }
    await db.transaction().execute(async (tx) => {
      await insertAccount(tx, vault, { id, username: `thu-${name}`, ...account, ...rest }, now)
      const post = {
        id: newId(),
        account: id,
        unit: placeOf(role, here).id,
        role,
        title: name,
        valid_from: day('2025-07-01'),
      }
      await tx.insertInto('organisations.post').values(post).execute()
    })
    return signedIn(name, id, 'officer', role, here)
  }

  async function signedIn(
    name: string,
    id: string,
    kind: 'person' | 'organisation' | 'officer',
    role?: Role,
    here = false,
  ) {
    const [token, cookie] = await db
      .transaction()
      .execute(async (tx) => [
        (await openSession(tx, id, 'token', {}, now)).token,
        (await openSession(tx, id, 'browser', {}, now)).token,
      ])
    const known = await withPosts(db, { id, kind, name }, day('2026-03-02'))
    return { name, role, here, officer: known, token, cookie }
  }

  const callers: Caller[] = []
  for (const role of Object.keys(roles) as Role[]) callers.push(await officer(role, true), await officer(role, false))
  const named = (username: string) =>
    db.selectFrom('accounts.account').select('id').where('username', '=', username).executeTakeFirstOrThrow()
  callers.push(await signedIn('congdan', (await named('congdan')).id, 'person', undefined, true))
  callers.push(await signedIn('doanhnghiep', (await named('doanhnghiep')).id, 'organisation'))
  callers.push({
    name: 'nobody',
    role: undefined,
    here: false,
    officer: undefined,
    token: undefined,
    cookie: undefined,
  })
  return callers
}
