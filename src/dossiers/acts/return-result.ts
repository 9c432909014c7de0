import { z } from 'zod'
import { dayOf } from '../../ground/day.ts'
import { done } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { deliver } from '../../records/index.ts'
import { lateResultPermit, useApology } from '../apologies.ts'
import { mayReturn } from '../law/index.ts'
import { isCheckDemanded } from '../scans.ts'
import { resultOf } from '../store.ts'
import { move } from './move.ts'
import { recordPaperCheck } from './record-paper-check.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const returnBody = z.strictObject({
  version: z.int().min(1),
  by: z.enum(['online', 'counter', 'post']),
  paperCheck: z.strictObject({ outcome: z.enum(['match', 'mismatch']), note: textBody(2000).optional() }).optional(),
  receivedBy: textBody(200).optional(),
})

/** Said to the applicant until the counter has written down what differs. */
const differs = 'Khi trả kết quả, bản giấy không khớp với bản đã nộp. Bộ phận Một cửa sẽ cùng bạn làm rõ chỗ khác nhau.'

/**
 * The one-stop officer returns the result, and in the same transaction it lies in the applicant's record. A comparison with the papers may
 * come with it; one that differs is recorded by the act that is for it although the return is refused, and holds the next one. The way it goes back is kept beside the one agreed on. A
 * late result takes its letter of apology with it. Refusals: those of every act, `papers-do-not-match`, `paper-check-needed`, `delay-unexplained`, `late-result-needs-letter`.
 */
export async function returnResult(desk: DossierDesk, id: string, body: z.infer<typeof returnBody>) {
  const taken = await takeFor(desk, id, 'return-result', body, [resultOf])
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, now } = desk
  const check = body.paperCheck?.outcome ?? dossier.paperCheck
  const [isDemanded, result] = await Promise.all([check === null && isCheckDemanded(desk, dossier), resultOf(sql, id)])
  const permitted = mayReturn(check, isDemanded)
  if (!permitted.ok) {
    if (body.paperCheck?.outcome === 'mismatch' && dossier.paperCheck !== 'mismatch') {
      const note = body.paperCheck.note || differs
      desk.instead((own) => recordPaperCheck(own, id, { version: body.version, outcome: 'mismatch', note }))
    }
    return permitted
  }
  const inTime = await lateResultPermit(sql, dossier, now)
  if (!inTime.ok) return inTime
  const { letter } = inTime.value
  if (letter) await useApology(sql, letter.id, dossier.version + 1)
  if (!result?.file) throw new Error(`dossier ${id} is ready to return and has no signed result`)

  const item = await deliver(desk, {
    account: dossier.applicant,
    kind: dossier.applicantKind === 'organisation' ? 'organisation' : 'person',
    item: {
      kind: result.kind,
      title: result.title,
      number: result.number,
      issuer: result.issuer,
      issuedOn: result.issuedOn ?? dayOf(now),
      source: 'result',
      origin: id,
      file: result.file,
      authenticatedBy: desk.actor.id,
    },
  })
  const agreed = dossier.returnBy
  const details = {
    by: body.by,
    agreed,
    item,
    ...(check ? { paperCheck: check } : {}),
    ...(letter ? { apology: letter.file } : {}),
  }
  const words = { receivedBy: body.receivedBy }
  return done(
    await move(desk, dossier, step, {
      patch: { returned_at: now, returned_by: body.by, paper_check: check },
      details,
      words,
    }),
  )
}
