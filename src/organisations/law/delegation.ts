import { addDays, type Day } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { mayHoldTogether, type Role } from './roles.ts'

/** How another signs: ký thay (a deputy for the head), thừa lệnh, thừa ủy quyền, quyền. */
export const delegationForms = ['KT', 'TL', 'TUQ', 'Q'] as const
export type DelegationForm = (typeof delegationForms)[number]

/** Posts whose work another may do for a period; who administers or audits is replaced by a new post, never by a loan. */
export const delegable: readonly Role[] = [
  'agency-leader',
  'division-leader',
  'centre-director',
  'records-clerk',
  'one-stop-officer',
  'chairman',
]

/** A loan of a post is for an absence, not for ever. The number is a setting of ours: no article names one. */
export const longestDelegation = 366

export type DelegationAsked = {
  role: Role
  holder: string
  to: string
  /** What the other holds already on any day of the period. */
  held: readonly Role[]
  from: Day
  until: Day
  today: Day
  /** Other loans of the same post that are not ended. */
  others: readonly { from: Day; until: Day }[]
}

/**
 * Whether a post may be lent to another for this period. Refusals: `delegates-to-oneself`, `post-not-delegable`, `delegation-period-wrong`
 * (past, upside down, longer than a year), `roles-exclude-each-other`, `delegation-overlaps` (the same post is lent to somebody already).
 * @law unconfirmed
 * @req S1-18.1b
 */
export function mayDelegate({ role, holder, to, held, from, until, today, others }: DelegationAsked) {
  if (holder === to) return refused('delegates-to-oneself')
  if (!delegable.includes(role)) return refused('post-not-delegable')
  if (until < from || from < today || until > addDays(from, longestDelegation - 1))
    return refused('delegation-period-wrong', { days: longestDelegation })
  if (!mayHoldTogether([...held, role])) return refused('roles-exclude-each-other')
  if (others.some((one) => one.from <= until && one.until >= from)) return refused('delegation-overlaps')
  return done()
}

export type SignatureBlock = { authority?: string; title: string; name: string }
type Leader = { title: string; name: string }
type Deputy = { form: DelegationForm; title: string; name: string }

/**
 * The lines above a leader's signature: in a people's committee TM. first; whoever signs in the leader's stead under KT., TL., TUQ. or Q. with
 * their own title below. TL. and TUQ. speak for the leader alone, so TM. does not stand there.
 * @law 30/2020/NĐ-CP hình thức ký TM., KT., TL., TUQ., Q.
 * @req S1-18.1b
 */
export function signatureBlock(collective: boolean, leader: Leader, deputy?: Deputy): SignatureBlock {
  const committee = collective ? 'TM. ỦY BAN NHÂN DÂN' : undefined
  const head = leader.title.toLocaleUpperCase('vi')
  if (!deputy) return { ...(committee ? { authority: committee } : {}), title: head, name: leader.name }
  const own = deputy.title.toLocaleUpperCase('vi')
  const stead = `${deputy.form}. ${head}`
  const speaksForAll = committee && (deputy.form === 'KT' || deputy.form === 'Q')
  if (deputy.form === 'Q') return { ...(speaksForAll ? { authority: committee } : {}), title: stead, name: deputy.name }
  return {
    authority: [speaksForAll ? committee : undefined, stead].filter(Boolean).join('\n'),
    title: own,
    name: deputy.name,
  }
}
