/** What is watched for in the audit: acts that together mean more than each of them. */
export type SafetyRule = {
  /** Acts of the audit; one that ends with `:` stands for all that begin so. */
  readonly acts: readonly string[]
  /** Counted for each account, for each network address, or for the whole house. */
  readonly per: 'account' | 'network' | 'house'
  readonly atLeast: number
  /** Within so many minutes. */
  readonly minutes: number
}

/**
 * Rule by rule; how many are too many is our own estimate (chưa kiểm chứng): far above what a hard day at a counter brings, far below what a
 * guesser needs.
 */
export const safetyRules = {
  'infected-file': { acts: ['infected-file'], per: 'account', atLeast: 1, minutes: 10 },
  'audit-broken': { acts: ['audit-broken'], per: 'house', atLeast: 1, minutes: 10 },
  'outside-reach': { acts: ['denied'], per: 'account', atLeast: 5, minutes: 10 },
  'many-refusals': { acts: ['refused:'], per: 'account', atLeast: 40, minutes: 10 },
  'guessed-sign-ins': {
    acts: ['sign-in-failed', 'second-factor-failed'],
    per: 'network',
    atLeast: 20,
    minutes: 10,
  },
  'violation-reported': { acts: ['report-violation'], per: 'house', atLeast: 1, minutes: 10 },
} as const satisfies Record<string, SafetyRule>

export type SafetyRuleId = keyof typeof safetyRules

/** The longest time any rule looks back over, in minutes. */
export const longestWatch = Math.max(...Object.values(safetyRules).map(({ minutes }) => minutes))

/** An entry of the audit, as the rules read it. */
export type Seen = {
  readonly id: number
  readonly at: Date
  readonly act: string
  readonly actor: string | null
  readonly from: string | null
}

export type Finding = {
  readonly rule: SafetyRuleId
  /** The account or address it is about; `house` when it is about all. */
  readonly subject: string
  readonly entries: number
  readonly first: number
  readonly last: number
  readonly at: Date
}

/** Of one rule and subject, entries that are not yet enough. */
export type Waiting = { readonly rule: SafetyRuleId; readonly subject: string; readonly entries: readonly Heard[] }
export type Heard = Pick<Seen, 'id' | 'at'>

/**
 * What the rules find in these entries together with what waits from before: for each rule and subject all that lie in some stretch of its minutes that
 * holds enough of them. What is found is told and done with; what is not enough waits on, until it is twice as old as the rule looks back.
 * @law 88/2017/QĐ-UBND Điều 19.2; 04/2024/QĐ-UBND Điều 13.1
 * @req S1-19.2
 * @req S2-13.1
 */
export function findingsIn(
  entries: readonly Seen[],
  before: readonly Waiting[] = [],
): { findings: Finding[]; waiting: Waiting[] } {
  const findings: Finding[] = []
  const waiting: Waiting[] = []
  const waited = new Map(before.map((one) => [`${one.rule} ${one.subject}`, one.entries]))
  for (const rule of Object.keys(safetyRules) as SafetyRuleId[]) {
    const { acts, per, atLeast, minutes }: SafetyRule = safetyRules[rule]
    const mine = entries.filter(({ act }) =>
      acts.some((one) => (one.endsWith(':') ? act.startsWith(one) : act === one)),
    )
    for (const [subject, fresh] of bySubject(mine, per)) {
      const all = [...(waited.get(`${rule} ${subject}`) ?? []), ...fresh].toSorted(byInstant)
      const [enough, rest] = parted(all, atLeast, minutes * 60_000)
      if (enough.length > 0) findings.push({ rule, subject, ...summed(enough) })
      const oldest = all.at(-1)!.at.getTime() - 2 * minutes * 60_000
      waiting.push({ rule, subject, entries: rest.filter(({ at }) => at.getTime() >= oldest) })
    }
  }
  return { findings, waiting }
}

const byInstant = (a: Heard, b: Heard) => a.at.getTime() - b.at.getTime() || a.id - b.id

function summed(entries: readonly Heard[]): Omit<Finding, 'rule' | 'subject'> {
  let [first, last] = [entries[0]!.id, entries[0]!.id]
  for (const { id } of entries) [first, last] = [Math.min(first, id), Math.max(last, id)]
  return { entries: entries.length, first, last, at: entries.at(-1)!.at }
}

function bySubject(entries: readonly Seen[], per: SafetyRule['per']): Map<string, Heard[]> {
  const groups = new Map<string, Heard[]>()
  for (const { id, at, actor, from } of entries) {
    const subject = per === 'house' ? 'house' : per === 'account' ? actor : from
    if (subject === null) continue
    const group = groups.get(subject)
    if (group) group.push({ id, at })
    else groups.set(subject, [{ id, at }])
  }
  return groups
}

/** Those that lie together within this time and are enough, and the rest; the entries are in the order of their instants. */
function parted(entries: readonly Heard[], atLeast: number, milliseconds: number): [Heard[], Heard[]] {
  const [enough, rest]: [Heard[], Heard[]] = [[], []]
  let [begin, taken] = [0, 0]
  for (const [end, { at }] of entries.entries()) {
    while (at.getTime() - entries[begin]!.at.getTime() > milliseconds) begin++
    if (end - begin + 1 < atLeast) continue
    // Between the last stretch and this one lie those that were never enough.
    rest.push(...entries.slice(taken, Math.max(taken, begin)))
    enough.push(...entries.slice(Math.max(taken, begin), end + 1))
    taken = end + 1
  }
  return [enough, [...rest, ...entries.slice(taken)]]
}
