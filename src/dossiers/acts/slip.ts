import { profileOf } from '../../accounts/index.ts'
import { shownPhone } from '../../accounts/law/index.ts'
import { limitText } from '../../calendar/index.ts'
import { filesById, lookupAddress } from '../../documents/index.ts'
import type { Sql } from '../../ground/database.ts'
import { dayOf } from '../../ground/day.ts'
import { unitById, unitWithParents } from '../../organisations/index.ts'
import { type Definition, feeOf, limitFor } from '../../procedures/index.ts'
import { type Dossier, type Form, formContext } from '../dossier.ts'
import { attachmentsOf } from '../store.ts'
import type { DossierDesk } from './take.ts'

const returnWords = {
  online: 'Bản điện tử trong kho giấy tờ của người nộp trên hệ thống',
  counter: 'Trực tiếp tại Bộ phận Một cửa',
  post: 'Qua dịch vụ bưu chính công ích',
}

/** The head of every paper of a unit: the agency above it on top, its own name below, the day and place. */
export async function letterheadOf({ sql, now }: { sql: Sql; now: Date }, unit: string) {
  const [own, above] = await unitWithParents(sql, unit)
  return { parent: above?.name, agency: own!.name, place: own!.place, day: dayOf(now) }
}

/** What is printed of a dossier on the acknowledgement: whose it is, what was handed in, when the answer comes. */
export async function acknowledgementOf(desk: DossierDesk, dossier: Dossier, definition: Definition) {
  const { sql, vault, url } = desk
  const [attached, owner, letterhead, counter] = await Promise.all([
    attachmentsOf(sql, dossier.id),
    ownerOf(desk, dossier, definition),
    letterheadOf(desk, dossier.reception),
    unitById(sql, dossier.reception),
  ])
  const files = await filesById(
    sql,
    vault,
    attached.flatMap((one) => (one.file ? [one.file] : [])),
  )
  const names = new Map(definition.components.map(({ id, name }) => [id, name]))
  return {
    ...owner,
    letterhead: { ...letterhead, number: dossier.reference! },
    code: dossier.reference!,
    lookup: lookupAddress(url, dossier.reference!),
    submittedAt: dossier.submittedAt!,
    answerBy: dossier.intakeDue!,
    files: attached.map(({ component, file }) => ({
      component: names.get(component) ?? component,
      name: (file && files.get(file)?.name) || 'Giấy tờ trong kho điện tử',
    })),
    returnBy: returnWords[dossier.returnBy],
    hotline: counter?.phone ?? undefined,
  }
}

/**
 * What is printed on the receipt: code, papers, limit, when it was received and when the result comes, fee, where to look it up. All of
 * it is read before the code is drawn, because the next one at this counter waits for the code.
 */
export async function receiptOf(desk: DossierDesk, dossier: Dossier, definition: Definition) {
  const { sql, vault, actor, url } = desk
  const form = vault.openJson<Form>(dossier.formSealed, formContext(dossier.id))
  const [attached, owner, letterhead, unit] = await Promise.all([
    attachmentsOf(sql, dossier.id),
    ownerOf(desk, dossier, definition),
    letterheadOf(desk, dossier.reception),
    unitById(sql, dossier.reception),
  ])
  const counts = Map.groupBy(attached, ({ component }) => component)
  const papers = definition.components
    .filter(({ id }) => counts.has(id) || dossier.channel !== 'online')
    .filter(({ id, required }) => counts.has(id) || required === true)
  const fee = feeOf(definition, { form, channel: dossier.channel, day: dayOf(dossier.submittedAt!) })
  return (code: string) => ({
    ...owner,
    letterhead: { ...letterhead, number: `${code.split('-').at(-1)}/GTN` },
    code,
    // By the reference, which nobody guesses: look-ups by code are counted, and many stand behind one address.
    lookup: lookupAddress(url, dossier.reference ?? code),
    receivingUnit: unit!.name,
    papers: papers.map(({ id, name, originals }) => ({
      name,
      kind: counts.get(id)?.[0]?.item
        ? ('data' as const)
        : counts.has(id)
          ? ('electronic' as const)
          : originals > 0
            ? ('original' as const)
            : ('photocopy' as const),
      quantity: counts.get(id)?.length ?? 1,
    })),
    timeLimit: limitText(limitFor(definition, dossier.channel).limit).vi,
    receivedAt: dossier.acceptedAt!,
    dueAt: dossier.due!,
    returnBy: returnWords[dossier.returnBy],
    fee: fee.undecided.length > 0 ? null : fee.total,
    signer: { title: 'Người tiếp nhận hồ sơ', name: actor.name },
  })
}

/** Whose dossier it is and how they are reached. */
export async function ownerOf({ sql, vault }: DossierDesk, dossier: Dossier, definition: Definition) {
  const profile = await profileOf(sql, vault, dossier.applicant)
  return {
    procedure: { code: definition.code, name: definition.name },
    owner: dossier.applicantName,
    submitter: profile.name,
    address: profile.address,
    phone: profile.phone && shownPhone(profile.phone),
    email: profile.email,
    identity: profile.identityNumber,
  }
}
