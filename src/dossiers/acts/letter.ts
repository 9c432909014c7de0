import { type DocumentData, type DocumentForm, lookupAddress, renderDocument } from '../../documents/index.ts'
import { nextNumber } from '../../ground/counter.ts'
import { dayOf } from '../../ground/day.ts'
import { unitById } from '../../organisations/index.ts'
import type { Post } from '../../organisations/law/index.ts'
import type { Definition } from '../../procedures/index.ts'
import { citedNow } from '../citing.ts'
import type { Dossier } from '../dossier.ts'
import { postFor, type Transition } from '../law/index.ts'
import { layIn } from './paper.ts'
import { letterheadOf, ownerOf } from './slip.ts'
import type { DossierDesk } from './take.ts'

/** The slips an act may send, what each is as a document of the dossier, its file name, and what stands behind its number. */
const slips = {
  guidance: { kind: 'guidance', name: 'phieu-huong-dan', sign: 'PHD' },
  supplement: { kind: 'supplement-request', name: 'yeu-cau-bo-sung', sign: 'PBS' },
  rejection: { kind: 'rejection', name: 'tu-choi-tiep-nhan', sign: 'PTC' },
  stop: { kind: 'stop-notice', name: 'dung-giai-quyet', sign: 'TBD' },
  apology: { kind: 'apology', name: 'thu-xin-loi', sign: 'TXL' },
  extension: { kind: 'extension-request', name: 'phieu-xin-gia-han', sign: 'PGH' },
} as const satisfies Partial<Record<DocumentForm, { kind: string; name: string; sign: string }>>

export type SlipForm = keyof typeof slips

/** What every slip about a dossier has: from whom, to whom, about which procedure, whom to ask, who signs. */
export async function slipOf(
  desk: DossierDesk,
  dossier: Dossier,
  { definition, unit, step }: { definition: Definition; unit: string; step: Transition },
) {
  const { sql, url, actor } = desk
  const sender = (await unitById(sql, unit))!
  const counter = (await unitById(sql, dossier.reception))!
  const code = dossier.code ?? dossier.reference!
  const post = postFor(step, actor, dossier)
  return {
    ...(await ownerOf(desk, dossier, definition)),
    letterhead: await letterheadOf(desk, unit),
    code,
    lookup: lookupAddress(url, code),
    contact: { name: post ? actor.name : counter.name, phone: sender.phone ?? counter.phone },
    signer: post ? { title: titleOf(post), name: actor.name } : { title: counter.name },
  }
}

/** At the counter as on the receipt, elsewhere as the post says. */
const titleOf = ({ role, title }: Post) => (role === 'one-stop-officer' ? 'Người tiếp nhận hồ sơ' : title)

/** The next number of this unit's slips of this kind; they begin at 1 each year. */
export async function numberedHead<Head extends object>(
  desk: DossierDesk,
  form: SlipForm,
  unit: string,
  letterhead: Head,
) {
  const year = dayOf(desk.now).slice(0, 4)
  const number = await nextNumber(desk.sql, `slip:${form}:${unit}`, year)
  return { ...letterhead, number: `${String(number).padStart(2, '0')}/${slips[form].sign}` }
}

/** Makes the slip and lays it into the dossier. As a draft it is for officers only and has no number yet. */
export async function sendSlip<F extends SlipForm>(
  desk: DossierDesk,
  dossier: Dossier,
  { form, unit, data, asDraft = false }: { form: F; unit: string; data: DocumentData<F>; asDraft?: boolean },
): Promise<{ file: string; sha256: string }> {
  const letterhead = asDraft ? data.letterhead : await numberedHead(desk, form, unit, data.letterhead)
  const { bytes, title } = await renderDocument(form, await citedNow(desk, { ...data, letterhead }), desk.now)
  const { kind, name } = slips[form]
  return layIn(desk, dossier.id, {
    kind: asDraft ? `${form}-draft` : kind,
    title: asDraft ? `Dự thảo: ${title}` : title,
    name: `${asDraft ? 'du-thao-' : ''}${name}-${data.code}.pdf`,
    bytes,
  })
}
