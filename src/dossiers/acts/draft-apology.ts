import { write } from '../../audit/index.ts'
import { renderDocument } from '../../documents/index.ts'
import { unitById } from '../../organisations/index.ts'
import { citedOn, policyFor } from '../../policy/index.ts'
import { versionById } from '../../procedures/index.ts'
import { done, refused } from '../../ground/result.ts'
import { delayPermit } from '../asking.ts'
import { keepDelay } from '../delays.ts'
import type { Dossier } from '../dossier.ts'
import { transitions } from '../law/index.ts'
import { staysOf } from '../stays.ts'
import { take } from '../store.ts'
import { slipOf } from './letter.ts'
import { layIn } from './paper.ts'
import type { DossierDesk } from './take.ts'

/**
 * Drafts the letter of apology for a promised date before it passes: unsigned, without a number, for the head of the agency to put right and
 * sign. The system does it once for each date. Refusals: `not-found`, `apology-not-owed`.
 */
export async function draftApology(desk: DossierDesk, id: string) {
  const { sql, actor, now } = desk
  const dossier = await take(sql, id)
  if (!dossier?.due) return refused('not-found')
  const { due } = dossier
  const permitted = await delayPermit(sql, dossier, now)
  const step = transitions.find(
    ({ act, who, from }) => act === 'apologise' && who === 'agency-leader' && from.includes(dossier.state),
  )
  if (!permitted.ok || !step) return refused('apology-not-owed')
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const unit = dossier.agency
  const slip = await slipOf(desk, dossier, { definition, unit, step })
  const reason = await reasonOf(desk, dossier)
  const policy = await policyFor(sql, now)
  const { bytes, title } = await renderDocument(
    'apology',
    {
      ...slip,
      signer: { title: 'Thủ trưởng cơ quan' },
      addressee: dossier.applicantName,
      about: 'late',
      receivedAt: dossier.acceptedAt ?? dossier.submittedAt!,
      originallyDue: due,
      responsible: (await unitById(sql, unit))!.name,
      reason,
      basis: citedOn(policy.get('apology.basis'), policy.get('law.replaced'), policy.day),
    },
    now,
  )
  const name = `du-thao-thu-xin-loi-${slip.code}.pdf`
  const { file } = await layIn(desk, id, { kind: 'apology-draft', title: `Dự thảo: ${title}`, name, bytes })
  if (!(await keepDelay(desk, { dossier: id, due, reason, file }))) return refused('apology-not-owed')
  const details = { due: due.toISOString(), file }
  await write(sql, { stream: `dossier:${id}`, act: 'draft-apology', actor: actor.id, details, occurredAt: now })
  return done({ file })
}

/** What can be said without asking anybody: at which step the dossier stands. */
async function reasonOf({ sql }: DossierDesk, dossier: Dossier): Promise<string> {
  const task = (await staysOf(sql, [dossier.id])).get(dossier.id)?.findLast(({ endedAt }) => endedAt === null)
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const step = definition.process.find(({ id }) => id === task?.step)
  return step
    ? `Hồ sơ đang ở bước “${step.name}” và chưa xong trước thời hạn đã hẹn.`
    : 'Hồ sơ chưa giải quyết xong trước thời hạn đã hẹn.'
}
