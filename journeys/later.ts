import { openDesks } from '../src/main/desk.ts'
import type { TestHouse } from '../src/main/testing.ts'
import { jobs } from '../src/main/worker.ts'

/** The recurring work of a house as it would be done at this instant. */
export function workAt({ house }: TestHouse, instant: string) {
  const now = () => new Date(instant)
  const { db, vault, config } = house
  return jobs({ ...house, ...openDesks({ db, vault, url: config.url, now }), clock: { now } })
}
