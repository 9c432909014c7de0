import { filesById, markAttached } from '../../documents/index.ts'
import { done, refused } from '../../ground/result.ts'
import { type Definition, mayUpload } from '../../procedures/index.ts'
import { itemsById, type Reuse } from '../../records/index.ts'
import type { Dossier } from '../dossier.ts'
import { type AttachmentRow, layAttachments, replaceAttachments } from '../store.ts'
import type { DossierDesk } from './take.ts'

export type Asked = { component: string; file: string } | { component: string; recordItem: string }
/** What a submitted dossier has already: every paper it ever had, and the files that stay in it. */
type Before = { known: ReadonlySet<string>; staying: readonly string[] }

/** 200 MiB: what one dossier may weigh in all its files. */
const maxDossierBytes = 200 * 1024 * 1024

/**
 * Checks what is to be attached and hands back the way to attach it. A file must be the uploader's own or lie in the dossier already, an item
 * must lie in the applicant's record. Refusals: `component-unknown`, `attachment-repeated`, `file-not-yours`, `file-too-large`,
 * `file-kind-refused`, `state-secret`, `dossier-too-large`, `item-not-yours`, `item-is-a-refusal` (what was refused proves nothing).
 */
export async function checkedAttachments(
  desk: DossierDesk,
  definition: Definition,
  asked: readonly Asked[],
  applicant: string,
  { known, staying }: Before = { known: new Set(), staying: [] },
) {
  const { sql, vault, actor, now } = desk
  const components = new Map(definition.components.map((component) => [component.id, component]))
  const unknown = asked.filter(({ component }) => !components.has(component)).map(({ component }) => component)
  if (unknown.length > 0) return refused('component-unknown', { components: unknown })

  const open = mayUpload(definition, asked)
  if (!open.ok) return open

  const seen = new Set(asked.map((one) => `${one.component} ${'file' in one ? one.file : one.recordItem}`))
  if (seen.size < asked.length) return refused('attachment-repeated')

  const fileIds = asked.flatMap((one) => ('file' in one ? [one.file] : []))
  const files = await filesById(sql, vault, [...fileIds, ...staying])
  for (const one of asked) {
    if (!('file' in one)) continue
    const found = files.get(one.file)
    const { maxBytes, accepts } = components.get(one.component)!
    if (!found || (found.owner !== actor.id && found.owner !== applicant && !known.has(one.file)))
      return refused('file-not-yours', { component: one.component })
    if (found.size > maxBytes) return refused('file-too-large', { component: one.component })
    if (!(accepts as string[]).includes(found.mediaType))
      return refused('file-kind-refused', { component: one.component })
  }
  const bytes = [...files.values()].reduce((sum, one) => sum + one.size, 0)
  if (bytes > maxDossierBytes) return refused('dossier-too-large')

  const itemIds = asked.flatMap((one) => ('recordItem' in one ? [one.recordItem] : []))
  // Who files for another takes nothing out of the other's record.
  if (itemIds.length > 0 && actor.id !== applicant && actor.kind !== 'officer') return refused('item-not-yours')
  const items = await itemsById(sql, applicant, itemIds)
  if (items.length !== new Set(itemIds).size) return refused('item-not-yours')
  if (items.some(({ kind }) => kind === 'refusal')) return refused('item-is-a-refusal')

  const rows = inPlaces(asked)
  return done({
    rows,
    markAttached: () => markAttached(sql, fileIds, now),
    replaceIn: async (dossier: string) => {
      await Promise.all([replaceAttachments(sql, dossier, rows), markAttached(sql, fileIds, now)])
    },
    /** To a dossier that begins with them. */
    attachTo: (dossier: string) => {
      for (const laid of layAttachments(sql, dossier, rows)) desk.alongside(laid)
      if (fileIds.length > 0) desk.alongside(markAttached(sql, fileIds, now))
    },
  })
}

/** What of the applicant's record is used again in a filing, for what, and on what that stands. */
export function reuseOf(
  { actor }: Pick<DossierDesk, 'actor'>,
  { id, applicant }: Pick<Dossier, 'id' | 'applicant'>,
  { name, shortName }: Definition,
  rows: readonly AttachmentRow[],
): Reuse {
  return {
    items: [...new Set(rows.flatMap(({ item }) => item ?? []))],
    dossier: id,
    purpose: `Thực hiện thủ tục ${shortName ?? name}`,
    basis: actor.id === applicant ? 'own-filing' : 'asked-at-the-counter',
  }
}

/** In the order in which they were handed in, counted by component. */
function inPlaces(asked: readonly Asked[]): AttachmentRow[] {
  const places = new Map<string, number>()
  return asked.map((one) => {
    const position = (places.get(one.component) ?? 0) + 1
    places.set(one.component, position)
    const file = 'file' in one ? one.file : null
    const item = 'recordItem' in one ? one.recordItem : null
    return { component: one.component, position, file, item }
  })
}
