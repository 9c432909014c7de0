import { done, refused } from '../../ground/result.ts'

/**
 * Who proposes a result does not decide on it: neither approves it nor turns it into a refusal, in whosever stead they act.
 * @law 88/2017/QĐ-UBND Điều 22.1
 * @req S1-22.1
 */
export function mayApprove(approver: string, proposer: string | null) {
  return approver === proposer ? refused('own-proposal') : done()
}

/**
 * An act that decides is bound to the very draft that was shown: another draft since then, and nothing is decided.
 * @law Dự thảo quy chế chứng thư số Điều 11.3.c
 * @req S3B-11.3c1
 */
export function isTheDraftShown(shown: string, draft: string) {
  return shown.toLowerCase() === draft ? done() : refused('draft-changed')
}
