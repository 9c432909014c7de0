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

/**
 * What the rules find in these entries, oldest first: for each rule and subject the latest stretch of its minutes that held enough of them. Entries
 * up to `told` of a subject were told before and count no more.
 * @law 88/2017/QĐ-UBND Điều 19.2; 04/2024/QĐ-UBND Điều 13.1
 * @req S1-19.2
 * @req S2-13.1
 */
export function findingsIn(
  entries: readonly Seen[],
  told: (rule: SafetyRuleId, subject: string) => number = () => 0,
): Finding[] {
  return (Object.keys(safetyRules) as SafetyRuleId[]).flatMap((rule) => {
    const { acts, per, atLeast, minutes }: SafetyRule = safetyRules[rule]
    const mine = entries.filter(({ act }) =>
      acts.some((one) => (one.endsWith(':') ? act.startsWith(one) : act === one)),
    )
    return [...bySubject(mine, per)].flatMap(([subject, all]): Finding[] => {
      const fresh = all.filter(({ id }) => id > told(rule, subject))
      const stretch = latestStretch(fresh, atLeast, minutes * 60_000)
      if (!stretch) return []
      const last = stretch.at(-1)!
      return [{ rule, subject, entries: stretch.length, first: stretch[0]!.id, last: last.id, at: last.at }]
    })
  })
}

function bySubject(entries: readonly Seen[], per: SafetyRule['per']): Map<string, Seen[]> {
  const groups = new Map<string, Seen[]>()
  for (const entry of entries) {
    const subject = per === 'house' ? 'house' : per === 'account' ? entry.actor : entry.from
    if (subject === null) continue
    const group = groups.get(subject)
    if (group) group.push(entry)
    else groups.set(subject, [entry])
  }
  return groups
}

/** The latest run of entries that lie together within this time and are enough; nothing where they never were. */
function latestStretch(entries: readonly Seen[], atLeast: number, milliseconds: number): readonly Seen[] | undefined {
  for (let end = entries.length; end >= atLeast; end--) {
    const last = entries[end - 1]!.at.getTime()
    const begin = entries.findIndex(({ at }) => last - at.getTime() <= milliseconds)
    if (end - begin >= atLeast) return entries.slice(begin, end)
  }
  return undefined
}
