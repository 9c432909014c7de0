import type { Caller } from './caller.ts'
import { accountByName } from '../../src/accounts/index.ts'
import { openSession } from '../../src/accounts/session.ts'
import type { OpenHouse } from '../../src/main/open.ts'

/** Signs somebody in as the sign-in page does, without its wait for the password, and answers with their cookie. */
export async function cookieOf({ db, clock }: OpenHouse, username: string): Promise<string> {
  const account = (await accountByName(db, username))!
  const { token } = await db
    .transaction()
    .execute((tx) => openSession(tx, account.id, 'browser', { address: '127.0.0.1' }, clock.now()))
  return `motcua=${token}`
}

/** Opens a page so often, one after the other, and answers with the ms each took and the text of the last. */
export async function pageTimes({ send }: Caller, path: string, cookie: string, times: number) {
  const took: number[] = []
  let text = ''
  for (let turn = -3; turn < times; turn += 1) {
    const begun = performance.now()
    const answer = await send('GET', path, { cookie })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 200)}`)
    if (turn >= 0) took.push(performance.now() - begun)
    text = answer.text
  }
  return { took, text }
}
