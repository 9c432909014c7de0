import assert from 'node:assert/strict'
import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, clearAway, freePort, openChild, until } from './child.ts'
import { halfStarted, kill, type Kill, planKills, seen } from './killer.ts'
import { actsStandOnce, filesAndAuditHold, lettersHold, numbersHold, queueIsEmpty } from './ledger.ts'
import { live } from './lives.ts'
import { type Seeded, seeded } from './random.ts'
import { openSink } from './sink.ts'
import { type Sent, stubborn } from './stubborn.ts'

/**
 * Opens a real house, lets people work in it without pause, and kills it again and again; they send what was not answered once
 * more under the same key. Afterwards everything that was answered must be there exactly once. Answers the counts.
 */
export async function killLoop({ kills, seed, people = 3 }: { kills: number; seed: number; people?: number }) {
  const random = seeded(seed)
  const data = join(mkdtempSync(join(tmpdir(), 'motcua-kills-')), 'data')
  const port = await freePort()
  const hears = { answer: () => {}, letter: () => {} }
  const sink = await openSink(() => hears.letter())
  const open = () => openChild({ data, port, env: { SMTP_URL: sink.url } })
  let house = open()
  let opening = house.opened
  const day = { busy: true }
  const api = stubborn(
    house.base,
    () => opening,
    () => hears.answer(),
  )
  try {
    await opening
    const working = Array.from({ length: people }, async () => {
      while (day.busy) await live(api)
    })
    const done: Kill[] = []
    for (const plan of planKills(random, kills)) {
      await bring(plan, house, data, hears, api.log)
      let opened = () => {}
      opening = new Promise<void>((resolve) => (opened = resolve))
      kill(house, data, plan.who)
      await house.ended
      done.push(plan)
      house = open()
      if (plan.at === 'start') {
        await halfStarted(house, data, plan.stage)
        kill(house, data, plan.who)
        await house.ended
        house = open()
      }
      await house.opened
      opened()
    }
    day.busy = false
    await Promise.all(working)
    const repeated = await repeat(api, random)
    await until(() => queueIsEmpty(data), 'the queue is empty')
    const acts = await actsStandOnce(data, api.log)
    const numbers = await numbersHold(data)
    const letters = await lettersHold(data, sink)
    assert.equal(await house.close(), 0)
    const rest = await filesAndAuditHold(data)
    const retried = api.log.filter(({ tries }) => tries > 1).length
    return {
      seed,
      kills: tally(done),
      acknowledged: api.log.length,
      retried,
      tries: api.retries(),
      repeated,
      acts,
      ...numbers,
      ...letters,
      ...rest,
    }
  } finally {
    day.busy = false
    await clearAway(data, house)
    await sink.close()
    rmSync(join(data, '..'), { recursive: true, force: true })
  }
}

/** Waits for the occasion; when it does not come within thirty answers the house is killed all the same. */
async function bring(
  plan: Kill,
  house: Child,
  data: string,
  hears: { answer: () => void; letter: () => void },
  log: readonly Sent[],
): Promise<void> {
  const start = log.length
  const answers = (enough: number) =>
    new Promise<void>((resolve) => {
      hears.answer = () => log.length - start >= enough && resolve()
    })
  if (plan.at === 'letter') return Promise.race([answers(30), new Promise<void>((resolve) => (hears.letter = resolve))])
  if (plan.at === 'statement') {
    let late = false
    void answers(30).then(() => (late = true))
    await seen(data, plan.like, () => late)
    return undefined
  }
  return answers(plan.at === 'answer' ? plan.after : 2)
}

/** Things that were answered long ago, sent once more under their old keys: the same answer, and nothing happens. */
async function repeat(api: ReturnType<typeof stubborn>, random: Seeded): Promise<number> {
  const again = api.log.filter(({ request }) => 'json' in request && random.below(4) === 0)
  for (const sent of again) {
    const { status, body } = await api.send(sent.who, sent.path, sent.request, sent.key)
    assert.deepEqual([status, body.id], [sent.status, sent.body.id], `${sent.path} under its old key`)
  }
  return again.length
}

function tally(kills: readonly Kill[]): Record<string, number> {
  const counts: Record<string, number> = { all: kills.length + kills.filter(({ at }) => at === 'start').length }
  for (const { at, who } of kills) {
    counts[at] = (counts[at] ?? 0) + 1
    counts[who] = (counts[who] ?? 0) + 1
  }
  return counts
}
