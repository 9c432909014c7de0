// Run by lives.bench.ts in a process of its own: whole lives through the real acts, without HTTP, beside a house that is open and on
// its database. Argument: a file with what is to be done (`Order`). Prints what the round did as one line of JSON.
import { readFileSync } from 'node:fs'
import { scannedPdf } from '../../journeys/papers.ts'
import { accountByName } from '../../src/accounts/index.ts'
import { inspect, upload } from '../../src/documents/index.ts'
import { actTable, documentsOf, dossierFor, type DossierDesk, file, isAct } from '../../src/dossiers/index.ts'
import { readConfig } from '../../src/ground/config.ts'
import { dayOf } from '../../src/ground/day.ts'
import type { House } from '../../src/ground/house.ts'
import type { Result } from '../../src/ground/result.ts'
import { openAround } from '../../src/main/open.ts'
import { monday } from '../../src/main/testing.ts'
import { withPosts } from '../../src/organisations/index.ts'
import type { Officer } from '../../src/organisations/law/index.ts'
import { everybody, liveOnce, type Moved, type Plan, type Way } from './life.ts'
import { inSeconds } from './rounds.ts'

export type Order = { data: string; appUrl: string; plan: Plan; atOnce: number; seconds: number }
export type Told = { done: number; seconds: number; cpu: number }

const order = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Order
const config = readConfig({ MOTCUA_DATA: order.data, MOTCUA_NOW: monday, MOTCUA_LOG: 'error', PORT: '0' })
const house = await openAround(config, order.appUrl)
const way = wayInside(house, await officersOf(house))
const paper = await scannedPdf('Giấy tờ')
await liveOnce(way, order.plan, paper)

const before = process.cpuUsage()
const { done, seconds } = await inSeconds(order.seconds, order.atOnce, () => liveOnce(way, order.plan, paper))
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ done, seconds, cpu: (user + system) / 1000 } satisfies Told))
await house.close()

async function officersOf({ db, clock }: House): Promise<Map<string, Officer>> {
  const found = new Map<string, Officer>()
  for (const name of everybody) {
    const { id, kind, displayName } = (await accountByName(db, name))!
    found.set(name, await withPosts(db, { id, kind, name: displayName }, dayOf(clock.now())))
  }
  return found
}

/** The acts at real desks, each parsed by its schema as a door would. */
function wayInside(house: House, people: Map<string, Officer>): Way {
  const { db, vault, clock } = house
  return {
    upload: async (who, name, bytes) => {
      const seen = must(
        await inspect(
          { name, bytes },
          { db, vault, clamd: undefined, inside: [], by: people.get(who)!.id, now: clock.now() },
        ),
      )
      return must(await house.atDesk(people.get(who)!, (desk) => upload(desk, seen)))
    },
    begin: async (who, draft) => must(await house.atDesk(people.get(who)!, (desk) => file(desk, draft as never))),
    act: async (who, name, { id, version }, body) => {
      if (!isAct(name)) throw new Error(`no such act: ${name}`)
      const { body: schema, run } = actTable[name]
      const asked = schema.parse({ version, ...body })
      const work = run as (desk: DossierDesk, id: string, body: unknown) => Promise<Result<Moved, string>>
      return must(await house.atDesk(people.get(who)!, (desk) => work(desk, id, asked)))
    },
    draftOf: async (who, id) => {
      const at = { db, vault, reader: people.get(who)!, now: clock.now() }
      const documents = await documentsOf(at, (await dossierFor(at, id))!)
      return documents.findLast(({ kind }) => kind === 'result-draft')!.sha256
    },
  }
}

function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal} ${JSON.stringify(result.detail ?? {})}`)
  return result.value
}
