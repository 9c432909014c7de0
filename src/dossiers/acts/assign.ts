import { z } from 'zod'
import { dayOf } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { officersOf } from '../../organisations/index.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const assignBody = z.strictObject({
  version: z.int().min(1),
  to: z.string().trim().min(1).max(100),
  note: textBody(1000).optional(),
})

/** The agency's leader gives the dossier to an officer of the agency, by name or id. Refusals: those of every act, `no-such-officer`. */
export async function assign(desk: DossierDesk, id: string, body: z.infer<typeof assignBody>) {
  const taken = await takeFor(desk, id, 'assign', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const officers = await officersOf(desk.sql, dossier.agency, 'processing-officer', dayOf(desk.now))
  const officer = officers.find(({ account, username }) => [account, username].includes(body.to.toLowerCase()))
  if (!officer) return refused('no-such-officer')
  return done(
    await move(desk, dossier, step, {
      patch: { officer: officer.account },
      details: { officer: officer.account },
      words: { note: body.note },
    }),
  )
}
