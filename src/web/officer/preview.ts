import { fileHeaders } from '../../api/index.ts'
import { openFile } from '../../documents/index.ts'
import { fileWithinReach, type MadePaper } from '../../dossiers/index.ts'
import { isId } from '../../ground/uuid.ts'
import { type Answer, readerOf } from '../visit.ts'
import { missing, officerDoor } from './page.tsx'

/** Where an officer looks at a paper in the browser itself. */
export const paperAddress = (file: string) => `/viec/tep/${file}`

/** A browser shows a PDF with a viewer of its own, which a sandbox would keep out; nothing else is let in. */
const viewerPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** A PDF made for this reader now, to be read or printed; it is not kept. */
export function madePdf({ bytes, name }: MadePaper): Answer {
  return {
    body: Buffer.from(bytes),
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
      'content-security-policy': viewerPolicy,
      'cache-control': 'no-store',
    },
  }
}

/** A paper to look at while checking: shown in the browser. What carries active content is only handed out to be saved. */
export const preview = officerDoor('/viec/tep/:id', {
  may: 'by-reach',
  get: async (visit) => {
    const { house, params } = visit
    const id = params['id'] ?? ''
    const file = isId(id) ? await fileWithinReach(readerOf(visit), id) : undefined
    if (!file) return missing(visit)
    const headers = fileHeaders(file)
    const shown = file.activeContent
      ? headers
      : {
          ...headers,
          'content-disposition': headers['content-disposition'].replace(/^attachment/, 'inline'),
          ...(file.mediaType === 'application/pdf' ? { 'content-security-policy': viewerPolicy } : {}),
        }
    return { headers: shown, body: await openFile(house.db, house.vault, file.id) }
  },
})
