import { filesById, markAttached } from '../../documents/index.ts'
import { done, refused } from '../../ground/result.ts'
import type { Definition } from '../../procedures/index.ts'
import { itemsById } from '../../records/index.ts'
import { replaceAttachments } from '../store.ts'
import type { DossierDesk } from './take.ts'

type Asked = { component: string; file: string } | { component: string; recordItem: string }

/** 200 MiB: what one dossier may weigh in all its files. */
const maxDossierBytes = 200 * 1024 * 1024

/**
 * Checks what is to be attached and hands back the way to attach it. A file must be the uploader's own, an item must lie in the
 * applicant's record. Refusals: `component-unknown`, `attachment-repeated`, `file-not-yours`, `file-too-large`, `file-kind-refused`, `dossier-too-large`, `item-not-yours`.
 */
export async function checkedAttachments(
  desk: DossierDesk,
  definition: Definition,
  asked: readonly Asked[],
  applicant: string,
) {
  const { sql, vault, actor, now } = desk
  const components = new Map(definition.components.map((component) => [component.id, component]))
  const unknown = asked.filter(({ component }) => !components.has(component)).map(({ component }) => component)
  if (unknown.length > 0) return refused('component-unknown', { components: unknown })

  const seen = new Set(asked.map((one) => `${one.component} ${'file' in one ? one.file : one.recordItem}`))
  if (seen.size < asked.length) return refused('attachment-repeated')

  const fileIds = asked.flatMap((one) => ('file' in one ? [one.file] : []))
  const files = await filesById(sql, vault, fileIds)
  for (const one of asked) {
    if (!('file' in one)) continue
    const found = files.get(one.file)
    const { maxBytes, accepts } = components.get(one.component)!
    if (!found || (found.owner !== actor.id && found.owner !== applicant))
      return refused('file-not-yours', { component: one.component })
    if (found.size > maxBytes) return refused('file-too-large', { component: one.component })
    if (!(accepts as string[]).includes(found.mediaType))
      return refused('file-kind-refused', { component: one.component })
  }
  const bytes = [...files.values()].reduce((sum, one) => sum + one.size, 0)
  if (bytes > maxDossierBytes) return refused('dossier-too-large')

  const itemIds = asked.flatMap((one) => ('recordItem' in one ? [one.recordItem] : []))
  const items = await itemsById(sql, applicant, itemIds)
  if (items.length !== new Set(itemIds).size) return refused('item-not-yours')

  return done({
    attachTo: async (dossier: string) => {
      const places = new Map<string, number>()
      const rows = asked.map((one) => {
        const position = (places.get(one.component) ?? 0) + 1
        places.set(one.component, position)
        const file = 'file' in one ? one.file : null
        const item = 'recordItem' in one ? one.recordItem : null
        return { component: one.component, position, file, item }
      })
      await replaceAttachments(sql, dossier, rows)
      await markAttached(sql, fileIds, now)
    },
  })
}
