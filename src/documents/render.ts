import { documentForms } from './forms.ts'
import type { DocumentData, DocumentForm } from './forms.ts'
import { qrSvg } from './qr.ts'
import { renderPdf } from './typst.ts'
import type { Spot } from './typst.ts'

/** A place for a signature or for what is only known when a paper is issued: `person`, `organisation`, `number`, `day`. */
export type SignatureSpots = Readonly<Partial<Record<'person' | 'organisation' | 'number' | 'day', Spot>>>

export type MadeDocument = {
  readonly form: DocumentForm
  readonly title: string
  readonly bytes: Uint8Array
  readonly pages: number
  readonly spots: SignatureSpots
}

/** Where anyone sees how far a dossier is, by its code; printed on slips and in their QR code. */
export const lookupAddress = (url: string, code: string) => `${url}/tra-cuu/${encodeURIComponent(code)}`
/** Where anyone checks that a paper is genuine, by its identifier. */
export const verifyAddress = (url: string, identifier: string) => `${url}/xac-minh/${encodeURIComponent(identifier)}`

/** Makes a paper from its data; throws when the data does not fit the form, which is a fault of ours, not of a person. */
export async function renderDocument<F extends DocumentForm>(
  form: F,
  data: DocumentData<F>,
  createdAt: Date,
): Promise<MadeDocument> {
  const { schema, template, title: formTitle } = documentForms[form]
  const printed = schema.parse(data) as Record<string, unknown> & { fields?: { title?: string } }
  const title = printed.fields?.title ?? formTitle
  const address = printed['verify'] ?? printed['lookup']
  const qr = typeof address === 'string' ? qrSvg(address) : undefined
  const { bytes, pages, spots } = await renderPdf(template, { ...printed, title, qr }, createdAt)
  return { form, title, bytes, pages, spots: Object.fromEntries(spots.map((spot) => [spot.name, spot])) }
}
