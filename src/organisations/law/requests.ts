import { done, refused, type Result } from '../../ground/result.ts'

/** What an agency asks of those who run the system. */
export const requestKinds = {
  'staff-change': { vi: 'Thay đổi cán bộ', en: 'Change of staff' },
  extension: { vi: 'Mở rộng ngoài chức năng hiện có', en: 'Extension beyond what there is' },
} as const satisfies Record<string, { vi: string; en: string }>

export type RequestKind = keyof typeof requestKinds

/** Who takes a step of a request: the agency that runs the system, the office of the provincial committee, its chairman. */
export type Office = 'digital-transformation' | 'committee-office' | 'committee'

export type Asked = {
  readonly kind: RequestKind
  readonly askedBy: string
  readonly proposedBy: string | null
  readonly isGranted: boolean | null
}

/**
 * Who has the next word on a request, none when it is decided: a change of staff is the office’s, an extension is proposed by the agency that
 * runs the system and then granted for the committee, by its chairman or its office.
 * @law 04/2024/QĐ-UBND Điều 12 (cơ quan, khoản 6); Dự thảo quy chế Một cửa điện tử Điều 9.2
 * @req S2-12A.6
 * @req S3A-9.2
 */
export function nextWord({ kind, proposedBy, isGranted }: Asked): readonly Office[] {
  if (isGranted !== null) return []
  if (kind === 'staff-change') return ['committee-office']
  return proposedBy === null ? ['digital-transformation'] : ['committee-office', 'committee']
}

type NoWord = 'request-decided' | 'not-permitted' | 'own-request' | 'approval-reference-missing'

/**
 * Whether this officer, speaking for these offices, may take the next step: never on a request of their own, and granting only with number and day of the paper that
 * grants it. Refusals: `request-decided`, `not-permitted`, `own-request`, `approval-reference-missing`.
 * @law 04/2024/QĐ-UBND Điều 12 (cơ quan, khoản 6); Dự thảo quy chế Một cửa điện tử Điều 9.2
 * @req S2-12A.6
 * @req S3A-9.2
 */
export function mayTakeStep(
  request: Asked,
  by: { id: string; offices: readonly string[] },
  paper: string,
): Result<undefined, NoWord> {
  const next = nextWord(request)
  if (next.length === 0) return refused('request-decided')
  if (!next.some((office) => by.offices.includes(office))) return refused('not-permitted')
  if (request.askedBy === by.id || request.proposedBy === by.id) return refused('own-request')
  return paper.trim() === '' ? refused('approval-reference-missing') : done()
}
