import { createHash } from 'node:crypto'
import { keepMade, renderDocument } from '../../documents/index.ts'
import { done, type Result } from '../../ground/result.ts'
import { unitById } from '../../organisations/index.ts'
import { citedOn, policyFor } from '../../policy/index.ts'
import { versionById } from '../../procedures/index.ts'
import { signAs } from '../../signatures/index.ts'
import { keepApology } from '../apologies.ts'
import type { Dossier } from '../dossier.ts'
import type { ApologyCause, LateCause, Transition } from '../law/index.ts'
import { numberedHead, slipOf } from './letter.ts'
import { point } from './paper.ts'
import type { DossierDesk } from './take.ts'

type Letter = {
  about: ApologyCause
  unit: string
  step: Transition
  reason: string
  originallyDue?: Date | null
  newDue?: Date | undefined
  cause?: LateCause | undefined
  pin?: string | undefined
  /** Where the province names no signatory the letter goes out in the name of its unit. */
  isSigned?: boolean
}

const settings = {
  'second-guidance': 'apology.second-guidance',
  'second-supplement': 'apology.second-supplement',
  late: 'apology.late',
  extension: 'apology.extension',
} as const satisfies Record<ApologyCause, string>

/**
 * Makes a letter of apology, has it signed with the key of whoever acts and lays it into the dossier, published where the province publishes. It
 * cites the regulation in force on the day it is written. Refusals: `no-certificate`, `pin-needed`, `pin-wrong`, `device-locked`.
 */
export async function apologyLetter(desk: DossierDesk, dossier: Dossier, letter: Letter) {
  const { sql, now, actor } = desk
  const { about, unit, step, reason, originallyDue, newDue, isSigned = true } = letter
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const sender = (await unitById(sql, unit))!
  const slip = await slipOf(desk, dossier, { definition, unit, step })
  const policy = await policyFor(sql, now)
  const letterhead = await numberedHead(desk, 'apology', unit, slip.letterhead)
  const { bytes, title, spots } = await renderDocument(
    'apology',
    {
      ...slip,
      letterhead,
      ...(isSigned ? {} : { signer: { title: sender.name } }),
      addressee: dossier.applicantName,
      about,
      receivedAt: dossier.acceptedAt ?? dossier.submittedAt!,
      originallyDue: originallyDue ?? null,
      newDue: newDue ?? null,
      responsible: sender.name,
      reason,
      basis: citedOn(policy.get('apology.basis'), policy.get('law.replaced'), policy.day),
    },
    now,
  )
  const name = `thu-xin-loi-${slip.code}.pdf`
  const made: Result<string, Refusals> = isSigned
    ? await signed(desk, { bytes, spots, unit, place: sender.place, pin: letter.pin, name })
    : done((await keepMade(desk, { name, bytes })).id)
  if (!made.ok) return made
  const file = made.value
  await point(desk, dossier.id, { kind: 'apology', title, file })
  await keepApology(desk, dossier.id, {
    about,
    file,
    unit,
    number: letterhead.number,
    signedBy: isSigned ? actor.id : null,
    due: originallyDue ?? null,
    newDue: newDue ?? null,
    cause: letter.cause ?? null,
    isPublished: policy.get(settings[about]).isPublished,
  })
  return done({ file })
}

type Signing = { bytes: Uint8Array; spots: Spots; unit: string; place: string; pin: string | undefined; name: string }
type Spots = Parameters<typeof signAs>[1]['spots']
type Refusals = Extract<Awaited<ReturnType<typeof signAs>>, { ok: false }>['refusal']

async function signed(desk: DossierDesk, { bytes, spots, unit, place, pin, name }: Signing) {
  const draftSha256 = createHash('sha256').update(bytes).digest('hex')
  const answer = await signAs(desk, {
    pdf: bytes,
    as: 'person',
    unit,
    draftSha256,
    pin,
    spots,
    place,
    stamp: undefined,
  })
  if (!answer.ok) return answer
  const { id } = await answer.value.keep(name)
  await answer.value.remember(id)
  return done(id)
}
