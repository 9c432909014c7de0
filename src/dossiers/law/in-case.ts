import { isFiler, type Officer, type Reachable, type Role } from '../../organisations/law/index.ts'

/** Who works on the content of a dossier where it was received, and where it is settled. */
const atTheCounter: readonly Role[] = ['one-stop-officer', 'digitiser']
const inTheAgency: readonly Role[] = ['division-leader', 'agency-leader', 'records-clerk']

/**
 * Whether this reader is in the case: whose dossier it is, who received it, whose task it is, and who decides and signs it. Others who reach it, such as
 * an auditor or the chairman, see personal data masked and no paper that is confidential.
 * @law 90/2016/QĐ-UBND Điều 6.1; 88/2017/QĐ-UBND Điều 17.1
 * @req S0-6.1h
 * @req S1-17.1c
 */
export function isInCase(reader: Officer, dossier: Reachable): boolean {
  if ([dossier.applicant, dossier.officer].includes(reader.id) || isFiler(reader, dossier)) return true
  return reader.posts.some(
    ({ role, unit, agency }) =>
      (atTheCounter.includes(role) && unit === dossier.reception) ||
      (inTheAgency.includes(role) && agency === dossier.agency),
  )
}
