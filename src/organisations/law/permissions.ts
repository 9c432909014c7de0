import type { Officer } from './officer.ts'
import { delegable } from './delegation.ts'
import { type Role, roles } from './roles.ts'

/**
 * What a role may do besides the acts on a dossier (those stand in the transition table): the doors of administration, the books of a
 * counter, entering for an applicant. Screens and doors for machines ask this one table; who is not named may not.
 */
export const permissions = {
  /** Lists and search; what they show is decided by reach, one dossier at a time. */
  'see-dossiers': (Object.keys(roles) as Role[]).filter((role) => roles[role].reach !== 'none'),
  'see-officers': ['administrator'],
  /** Who decides, signs, administers or sees the whole province proves twice who they are, where the policy asks it of staff. */
  'prove-twice': [
    'division-leader',
    'agency-leader',
    'records-clerk',
    'centre-director',
    'notary',
    'registrar',
    'administrator',
    'unit-administrator',
    'auditor',
    'chairman',
  ],
  'manage-accounts': ['administrator'],
  /** Opens officers’ accounts and gives and ends posts. */
  'manage-officers': ['administrator'],
  /** Locks at the owner’s request and gives a one-time password to who shows who they are; never for officers. */
  'help-holders': ['administrator', 'one-stop-officer'],
  'see-settings': ['administrator', 'auditor', 'chairman'],
  'see-calendar': ['administrator', 'auditor'],
  'change-calendar': ['administrator'],
  'propose-settings': ['administrator'],
  'approve-settings': ['administrator', 'chairman'],
  /** Versions of procedures that wait, their tests, and putting a tested one in force. */
  'see-versions': ['administrator', 'auditor'],
  'put-in-force': ['administrator'],
  'see-organisations': ['administrator', 'auditor', 'unit-administrator'],
  'manage-organisations': ['administrator'],
  'see-assignments': ['administrator', 'agency-leader', 'centre-director', 'auditor'],
  'assign-duties': ['administrator', 'agency-leader', 'centre-director'],
  /** What agencies ask of those who run the system; who has the next word on it stands in `requests.ts`. */
  'see-requests': ['administrator', 'unit-administrator', 'agency-leader', 'centre-director', 'chairman', 'auditor'],
  'file-requests': ['unit-administrator', 'agency-leader', 'centre-director'],
  /** Scanners, printers and card readers, each administrator in their own scope; trying one out is for whoever sits at it. */
  'see-devices': ['administrator', 'unit-administrator', 'one-stop-officer', 'digitiser', 'centre-director'],
  'keep-devices': ['administrator', 'unit-administrator'],
  'see-principles': ['administrator', 'unit-administrator', 'auditor', 'chairman'],
  'read-audit': ['auditor'],
  /** Alerts, reported cases and what lies in quarantine; who runs the system answers them. */
  'see-safety': ['administrator', 'auditor'],
  'answer-alerts': ['administrator'],
  /** Hands data of a dossier to somebody outside: the head of the agency, and of the counter. */
  'release-data': ['agency-leader', 'centre-director'],
  'keep-register': ['one-stop-officer', 'centre-director'],
  'enter-for-applicant': ['one-stop-officer'],
  /** Asks whoever runs the accounts to lock, merge or correct one. */
  'ask-about-accounts': ['one-stop-officer', 'agency-leader', 'centre-director', 'registrar', 'notary'],
  /** Looks whether somebody has an account, and opens one with them: counters, notaries, the registration of enterprises. */
  'open-accounts': ['one-stop-officer', 'notary', 'registrar'],
  /** Sees the paper by which one person stands for another, and says that it does. */
  'confirm-representations': ['one-stop-officer', 'notary'],
  /** What other agencies ask of one's own. */
  'answer-legs': ['consulted-officer'],
  'sign-letters': ['agency-leader'],
  'lend-posts': ['administrator', ...delegable],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/**
 * Whether this officer may do this, by a post held today.
 * @law 88/2017/QĐ-UBND Điều 18.1
 * @req S1-18.1b
 * @req S1-18.1c
 */
export function mayDo(officer: Pick<Officer, 'posts'>, permission: Permission): boolean {
  const named: readonly Role[] = permissions[permission]
  return officer.posts.some(({ role }) => named.includes(role))
}

/**
 * Whether this person must prove twice who they are: never, officers who decide, sign or administer, or everyone.
 * @law QCVN 12:2026/BCA (xác thực đa yếu tố)
 * @req S4-2
 */
export function mustProveTwice(required: 'off' | 'staff' | 'everyone', officer: Officer): boolean {
  if (required === 'off') return false
  return required === 'everyone' || mayDo(officer, 'prove-twice')
}

type Proofs = { readonly twoFactors: boolean; readonly hasSecondFactor: boolean; readonly hasPasskey: boolean }

/**
 * The second proof a session still owes, at whatever door: by a device or passkey that is set (`code`), or by setting one (`device`). A device that is set is asked for
 * always, a passkey where the policy asks two proofs of its holder.
 * @law QCVN 12:2026/BCA (xác thực đa yếu tố)
 * @req S4-2
 */
export function owesSecondStep(
  { twoFactors, hasSecondFactor, hasPasskey }: Proofs,
  required: 'off' | 'staff' | 'everyone',
  officer: Officer,
): 'code' | 'device' | undefined {
  if (twoFactors) return undefined
  if (hasSecondFactor) return 'code'
  if (!mustProveTwice(required, officer)) return undefined
  return hasPasskey ? 'code' : 'device'
}
