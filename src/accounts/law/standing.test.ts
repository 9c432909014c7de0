import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountState } from '../account.ts'
import { type By, checkStanding, type StandingAct, standings } from './index.ts'

const states: AccountState[] = ['registered', 'active', 'paused', 'suspended', 'locked', 'closed']
const everyBy: By[] = ['holder', 'helper', 'manager']
const acts = Object.keys(standings) as StandingAct[]

/** Who may do what, from which states, to which, as a jurist would write it down; everything else is refused. */
const permitted: Record<By, Partial<Record<StandingAct, [AccountState[], AccountState | 'as-before']>>> = {
  holder: {
    pause: [['registered', 'active'], 'paused'],
    resume: [['paused'], 'active'],
    lock: [['registered', 'active', 'paused'], 'locked'],
    close: [['registered', 'active', 'paused', 'locked'], 'closed'],
  },
  helper: {
    lock: [['registered', 'active', 'paused'], 'locked'],
    recover: [['registered', 'active', 'paused', 'locked'], 'registered'],
  },
  manager: {
    lock: [['registered', 'active', 'paused'], 'locked'],
    close: [['registered', 'active', 'paused', 'locked'], 'closed'],
    confirm: [['registered', 'active', 'paused'], 'as-before'],
    suspend: [['registered', 'active', 'paused', 'locked'], 'suspended'],
    reopen: [['suspended', 'locked'], 'active'],
    recover: [['registered', 'active', 'paused', 'locked'], 'registered'],
  },
}

test('an account comes to stand otherwise only as the table says, whoever asks and however it stands', () => {
  for (const by of everyBy)
    for (const act of acts)
      for (const state of states) {
        const [from, to] = permitted[by][act] ?? [undefined, undefined]
        const found = checkStanding(act, state, by, 'đủ lý do')
        const wanted = !from
          ? 'not-permitted'
          : from.includes(state)
            ? to === 'as-before'
              ? state
              : to
            : 'wrong-account-state'
        assert.equal(found.ok ? found.value : found.refusal, wanted, `${by} ${act} ${state}`)
      }
})

test('whoever acts on another’s account says why; the holder need not', () => {
  const asked = (by: By, reason?: string) => {
    const found = checkStanding('lock', 'active', by, reason)
    return found.ok ? found.value : found.refusal
  }
  assert.deepEqual(
    [
      asked('manager'),
      asked('manager', '    '),
      asked('helper', 'vì'),
      asked('helper', 'Mất điện thoại'),
      asked('holder'),
    ],
    ['standing-reason-needed', 'standing-reason-needed', 'standing-reason-needed', 'locked', 'locked'],
  )
})

test('what was closed stays closed', () => {
  for (const by of everyBy) for (const act of acts) assert.ok(!checkStanding(act, 'closed', by, 'đủ lý do').ok)
})
